import { EmulatorGap, RichApiError } from './faults';
import { invoke, member, type Remote } from './remote';
import type { Action, ActionResult, Answer, ArgumentInfo, Batch, Json, JsonObject, ObjectPath, Query } from './wire';
import { serviceRemote } from './workbook-objects';

/**
 * Carries a batch out as Excel does: action by action, in order, and no further than the first that fails. What
 * was done before the failure stays done and its results are handed back with the error.
 */
export function carryOut(batch: Batch, root: Remote): Answer {
  const find = finder(batch, root);
  const results: ActionResult[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: act(action, find) });
    } catch (error) {
      if (!(error instanceof RichApiError)) throw error;
      const { code: Code, message: Message } = error;
      const Location = batch.ObjectPaths[String(action.ObjectPathId)]?.Name ?? '';
      return { Results: results, Error: { Code, Message, Location, ActionIndex: index, HttpStatusCode: 400 } };
    }
  }
  return { Results: results };
}

type Find = (id: number) => Remote | null;

/** Finds the objects of a batch by the ids of their paths, each of them once. */
function finder(batch: Batch, root: Remote): Find {
  const found = new Map<number, Remote | null>();
  const find: Find = (id) => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[String(id)];
    if (path === undefined) throw new EmulatorGap(`object path ${id}`);
    const remote = follow(path, root, find);
    found.set(id, remote);
    return remote;
  };
  return find;
}

function follow(path: ObjectPath, root: Remote, find: Find): Remote | null {
  if (path.ObjectPathType === 1) return root;
  if (path.ObjectPathType === 2) return serviceRemote(path.Name);
  const parent = find(path.ParentObjectPathId ?? 0);
  if (parent === null) return null;
  const args = argumentsOf(path.ArgumentInfo);
  switch (path.ObjectPathType) {
    case 3:
      return invoke<Remote | null>(parent, 'make', path.Name, args);
    case 4:
      return member<() => Remote | null>(parent, 'open', path.Name)();
    case 5: {
      const [key = null, ...more] = args;
      if (parent.item === undefined || more.length > 0) throw new EmulatorGap(`an item of ${parent.type} by ${args}`);
      return parent.item(key);
    }
    default:
      throw new EmulatorGap(`object path type ${path.ObjectPathType}`);
  }
}

function argumentsOf(info: ArgumentInfo | undefined): readonly Json[] {
  const ids = info?.ReferencedObjectPathIds ?? [];
  if (ids.some((id) => id !== 0)) throw new EmulatorGap('an object as an argument');
  return info?.Arguments ?? [];
}

const INSTANTIATE = 1;
const QUERY = 2;
const CALL = 3;
const SET = 4;
const TRACE = 5;

function act(action: Action, find: Find): Json {
  if (action.ActionType === TRACE) return null;
  const remote = find(action.ObjectPathId);
  const { ActionType: type, Name: name = '' } = action;
  if (remote === null) {
    if (type === INSTANTIATE || type === QUERY) return null;
    throw new EmulatorGap(`an action on a null object (${type} ${name})`);
  }
  const args = argumentsOf(action.ArgumentInfo);
  switch (type) {
    case INSTANTIATE:
      return remote.id === undefined ? {} : { Id: remote.id };
    case QUERY:
      return query(remote, action.QueryInfo ?? {});
    case CALL:
      if (remote.ask !== undefined && name in remote.ask) return invoke<Json>(remote, 'ask', name, args);
      invoke<void>(remote, 'call', name, args);
      return null;
    case SET: {
      const [value = null, ...more] = args;
      if (more.length > 0) throw new EmulatorGap(`more than one value for ${remote.type}.${name}`);
      member<(value: Json) => void>(remote, 'set', name)(value);
      return null;
    }
    default:
      throw new EmulatorGap(`action type ${type}`);
  }
}

function query(remote: Remote, { Select = [], ...other }: Query): Json {
  if (Object.keys(other).length > 0) throw new EmulatorGap(`the query ${JSON.stringify(other)}`);
  if (Select.length === 0) throw new EmulatorGap(`a load of everything of ${remote.type}`);
  if (remote.items !== undefined) return { _Items: remote.items().map((item) => properties(item, Select)) };
  return properties(remote, Select);
}

function properties(remote: Remote, paths: readonly string[]): JsonObject {
  const result: Record<string, Json> = remote.id === undefined ? {} : { Id: remote.id };
  for (const path of paths) {
    const [head = '', ...rest] = path.split('/');
    const name = memberName(remote, head);
    if (rest.length === 0) {
      result[name] = member<() => Json>(remote, 'get', name)();
      continue;
    }
    const child = member<() => Remote | null>(remote, 'open', name)();
    if (child === null || child.items !== undefined) throw new EmulatorGap(`a load through ${remote.type}.${name}`);
    result[name] = properties(child, [rest.join('/')]);
  }
  return result;
}

/** Queries name properties as JavaScript does, answers as the wire does. */
function memberName(remote: Remote, name: string): string {
  const names = [...Object.keys(remote.get ?? {}), ...Object.keys(remote.open ?? {})];
  const found = names.find((known) => known.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new EmulatorGap(`the property ${remote.type}.${name}`);
  return found;
}
