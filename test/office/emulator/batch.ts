import { EmulatorGap, RichApiError } from './faults';
import { invoke, member, type Argument, type Remote } from './remote';
import type { Action, ActionResult, Answer, ArgumentInfo, Batch, Json, ObjectPath, Query } from './wire';

/**
 * Carries a batch out as Excel does: action by action, in order, and no further than the first that fails. What
 * was done before the failure stays done and its results are handed back with the error.
 */
export function carryOut(batch: Batch, root: Remote): Answer {
  const resolve = resolver(batch, root);
  const results: ActionResult[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: act(action, resolve) });
    } catch (error) {
      if (!(error instanceof RichApiError)) throw error;
      const { code: Code, message: Message } = error;
      const Location = batch.ObjectPaths[String(action.ObjectPathId)]?.Name ?? '';
      return { Results: results, Error: { Code, Message, Location, ActionIndex: index, HttpStatusCode: 400 } };
    }
  }
  return { Results: results };
}

interface Resolver {
  readonly object: (id: number) => Remote | null;
  readonly args: (info: ArgumentInfo | undefined) => readonly Argument[];
}

function resolver(batch: Batch, root: Remote): Resolver {
  const found = new Map<number, Remote | null>();
  const object = (id: number): Remote | null => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[String(id)];
    if (path === undefined) throw new EmulatorGap(`object path ${id}`);
    const remote = follow(path, root, { object, args });
    found.set(id, remote);
    return remote;
  };
  const args = (info: ArgumentInfo | undefined): readonly Argument[] => {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => {
      const id = ids?.[index] ?? 0;
      if (typeof id !== 'number') throw new EmulatorGap('objects within an argument');
      return id === 0 ? value : object(id);
    });
  };
  return { object, args };
}

function follow(path: ObjectPath, root: Remote, { object, args }: Resolver): Remote | null {
  if (path.ObjectPathType === 1) return root;
  const parent = object(path.ParentObjectPathId ?? 0);
  if (parent === null) return null;
  switch (path.ObjectPathType) {
    case 3:
      return invoke<Remote | null>(parent, 'make', path.Name, args(path.ArgumentInfo));
    case 4:
      return member<() => Remote | null>(parent, 'open', path.Name)();
    case 5: {
      const [key, ...more] = args(path.ArgumentInfo);
      if (parent.item === undefined || more.length > 0 || key === undefined || isRemote(key)) {
        throw new EmulatorGap(`an item of ${parent.type} by ${JSON.stringify(path.ArgumentInfo)}`);
      }
      return parent.item(key);
    }
    default:
      throw new EmulatorGap(`object path type ${path.ObjectPathType}`);
  }
}

function act(action: Action, { object, args }: Resolver): Json {
  const TRACE = 5;
  if (action.ActionType === TRACE) return null;
  const remote = object(action.ObjectPathId);
  if (remote === null) {
    if (action.ActionType === 1 || action.ActionType === 2) return null;
    throw new EmulatorGap(`an action on a null object (${action.ActionType} ${action.Name ?? ''})`);
  }
  const name = action.Name ?? '';
  switch (action.ActionType) {
    case 1:
      return remote.id === undefined ? {} : { Id: remote.id };
    case 2:
      return query(remote, action.QueryInfo ?? {});
    case 3:
      invoke<void>(remote, 'call', name, args(action.ArgumentInfo));
      return null;
    case 4: {
      const [value, ...more] = args(action.ArgumentInfo);
      if (value === undefined || isRemote(value) || more.length > 0) throw new EmulatorGap(`${remote.type}.${name} =`);
      member<(value: Json) => void>(remote, 'set', name)(value);
      return null;
    }
    default:
      throw new EmulatorGap(`action type ${action.ActionType}`);
  }
}

function query(remote: Remote, { Select = [], ...other }: Query): Json {
  if (Object.keys(other).length > 0) throw new EmulatorGap(`the query ${JSON.stringify(other)}`);
  if (Select.length === 0) throw new EmulatorGap(`a load of everything of ${remote.type}`);
  if (remote.items !== undefined) return { _Items: remote.items().map((item) => properties(item, Select)) };
  return properties(remote, Select);
}

function properties(remote: Remote, paths: readonly string[]): Json {
  const result: Record<string, Json> = remote.id === undefined ? {} : { Id: remote.id };
  for (const path of paths) {
    const [head = '', ...rest] = path.split('/');
    const name = memberName(remote, head);
    if (rest.length === 0) {
      result[name] = member<() => Json>(remote, 'get', name)();
    } else {
      const child = member<() => Remote | null>(remote, 'open', name)();
      if (child === null) throw new EmulatorGap(`a load through the null object ${remote.type}.${name}`);
      result[name] = { ...(result[name] as Record<string, Json> | undefined), ...(query(child, { Select: [rest.join('/')] }) as Record<string, Json>) };
    }
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

function isRemote(value: Argument): value is Remote {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof (value as Remote).type === 'string';
}
