import { EmulatorGap, invalidArgument } from './faults';
import type { Json } from './wire';

/**
 * An object of Excel's API as an add-in meets it, by the names of the wire (`Values`, `GetRange`). A function
 * declares as many parameters as it understands; more than that is a gap, never ignored.
 */
export interface Remote {
  readonly type: string;
  /** The identity that Excel hands back, where the object has one. */
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => Json>>;
  readonly set?: Readonly<Record<string, (value: Json) => void>>;
  /** Properties that are objects; null is a null object. */
  readonly open?: Readonly<Record<string, () => Remote | null>>;
  /** Methods that give an object; null is a null object. */
  readonly make?: Readonly<Record<string, (...args: readonly Json[]) => Remote | null>>;
  /** Methods that do something. */
  readonly call?: Readonly<Record<string, (...args: readonly Json[]) => void>>;
  /** Methods that give a value. */
  readonly ask?: Readonly<Record<string, (...args: readonly Json[]) => Json>>;
  /** The item of a collection by its key. */
  readonly item?: (key: Json) => Remote;
  /** The items of a collection. */
  readonly items?: () => readonly Remote[];
}

/** Looks a member up by its name; throws an {@link EmulatorGap} where the object has none of that name. */
export function member<T>(remote: Remote, kind: 'get' | 'set' | 'open' | 'make' | 'call' | 'ask', name: string): T {
  const members = remote[kind] as Readonly<Record<string, T>> | undefined;
  const found = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
  if (found === undefined) throw new EmulatorGap(`${remote.type}.${name} (${kind})`);
  return found;
}

/** Calls a method of a remote object, refusing arguments that it does not understand. */
export function invoke<T>(remote: Remote, kind: 'make' | 'call' | 'ask', name: string, args: readonly Json[]): T {
  const method = member<(...args: readonly Json[]) => T>(remote, kind, name);
  if (args.slice(method.length).some((arg) => arg !== null)) {
    throw new EmulatorGap(`argument ${method.length + 1} of ${remote.type}.${name}: ${JSON.stringify(args)}`);
  }
  return method(...args);
}

export function asText(value: Json | undefined, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(what);
  return value;
}

export function asNumber(value: Json | undefined, what: string): number {
  if (typeof value !== 'number') throw invalidArgument(what);
  return value;
}

export function asBoolean(value: Json | undefined, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(what);
  return value;
}

/** Refuses everything but this one value: the emulator knows no other. */
export function only(value: Json | undefined, known: Json, what: string): void {
  if (value !== known) throw new EmulatorGap(`${what} ${JSON.stringify(value)}, only ${JSON.stringify(known)}`);
}
