import { costOf, type Costs, type Problem, type Row, type Term, type Unknown } from './problem';
import { scramble } from './scramble';

/** A smaller problem with the same solutions. */
export interface Reduction {
  readonly problem: Problem;
  /** Values of the given problem's unknowns from values of the smaller one's. */
  readonly restore: (values: Int8Array) => Int8Array;
}

/** An unknown that may follow another one: its value is sign · value of the leader + offset. */
interface Follower {
  readonly of: Unknown;
  /** Null while it follows nobody; then it may itself have followers. */
  leader: Follower | null;
  sign: number;
  offset: number;
  low: number;
  high: number;
  readonly followers: Follower[];
  readonly lines: Line[];
  /** Scratch of {@link gather}: which line was gathered last, and the coefficient in it. */
  line: Line | null;
  coefficient: number;
}

interface Line {
  readonly terms: readonly { readonly follower: Follower; readonly coefficient: number }[];
  readonly right: number;
  readonly copy: boolean;
  done: boolean;
  waiting: boolean;
}

/** A line in terms of leaders that are still free; their coefficients stand in the leaders. */
interface Gathered {
  readonly leaders: readonly Follower[];
  readonly right: number;
}

const NOTHING: readonly Line[] = [];

/**
 * Makes copies one unknown: a row of two unknowns ties one to the other (a value printed in several tables, a
 * 类 with a single 款), a row of one settles it, and equal rows are kept once; until nothing more follows.
 * Null where rows contradict each other.
 */
export function reduce(problem: Problem): Reduction | null {
  const followers = problem.unknowns.map(makeFollower);
  const lines = problem.rows.map((row) => makeLine(row, followers));
  for (let queue = lines.filter(({ terms }) => terms.length <= 2); queue.length > 0; ) {
    const next: Line[] = [];
    for (const line of queue) {
      line.waiting = false;
      if (line.done) continue;
      const touched = settle(line);
      if (touched === null) return null;
      for (const affected of touched) {
        if (affected.done || affected.waiting) continue;
        affected.waiting = true;
        next.push(affected);
      }
    }
    queue = next;
  }
  const unknowns = new Map<Follower, Unknown>();
  for (const follower of followers) {
    if (follower.leader === null && follower.low < follower.high) {
      unknowns.set(follower, joinedUnknown(follower, unknowns.size));
    }
  }
  const rows = distinctRows(lines.filter(({ done }) => !done).map((line) => rowOf(line, unknowns)));
  if (rows === null) return null;
  const restore = (values: Int8Array): Int8Array =>
    Int8Array.from(followers, (follower) => {
      const leader = leaderOf(follower);
      const unknown = unknowns.get(leader);
      const value = unknown === undefined ? leader.low : (values[unknown.index] ?? 0);
      return leader === follower ? value : follower.sign * value + follower.offset;
    });
  return { problem: { unknowns: [...unknowns.values()], rows }, restore };
}

function makeFollower(of: Unknown): Follower {
  const { low, high } = of;
  return { of, leader: null, sign: 1, offset: 0, low, high, followers: [], lines: [], line: null, coefficient: 0 };
}

function makeLine({ terms, right, copy }: Row, followers: readonly Follower[]): Line {
  const line: Line = {
    terms: terms.map(({ unknown, coefficient }) => ({ follower: at(followers, unknown), coefficient })),
    right,
    copy,
    done: false,
    waiting: terms.length <= 2,
  };
  for (const { follower } of line.terms) follower.lines.push(line);
  return line;
}

function at(followers: readonly Follower[], { index }: Unknown): Follower {
  const follower = followers[index];
  if (follower === undefined) throw new RangeError(`unknown ${index} is not in the problem`);
  return follower;
}

/** The leader at the end of the chain; afterwards sign and offset are with respect to it. */
function leaderOf(follower: Follower): Follower {
  const { leader } = follower;
  if (leader === null) return follower;
  if (leader.leader === null) return leader;
  const last = leaderOf(leader);
  follower.offset += follower.sign * leader.offset;
  follower.sign *= leader.sign;
  follower.leader = last;
  return last;
}

function gather(line: Line): Gathered {
  const leaders: Follower[] = [];
  let { right } = line;
  for (const { follower, coefficient } of line.terms) {
    const leader = leaderOf(follower);
    const own = leader === follower;
    if (!own) right -= coefficient * follower.offset;
    const share = own ? coefficient : coefficient * follower.sign;
    if (leader.low === leader.high) {
      right -= share * leader.low;
    } else if (leader.line === line) {
      leader.coefficient += share;
    } else {
      leader.line = line;
      leader.coefficient = share;
      leaders.push(leader);
    }
  }
  for (const leader of leaders) leader.line = null;
  return { leaders: leaders.filter(({ coefficient }) => coefficient !== 0), right };
}

/** Draws the conclusion from a line, and gives the lines to look at again; null where it cannot hold. */
function settle(line: Line): readonly Line[] | null {
  const { leaders, right } = gather(line);
  const [first, second] = leaders;
  if (leaders.length > 2) return NOTHING;
  if (first === undefined) {
    line.done = true;
    return right === 0 ? NOTHING : null;
  }
  if (second === undefined) {
    line.done = true;
    return confine(first, right / first.coefficient, right / first.coefficient);
  }
  if (!line.copy) return NOTHING;
  if (Math.abs(first.coefficient) !== 1 || Math.abs(second.coefficient) !== 1) return NOTHING;
  line.done = true;
  return first.followers.length < second.followers.length
    ? follow(first, second, -second.coefficient * first.coefficient, right * first.coefficient)
    : follow(second, first, -second.coefficient * first.coefficient, right * second.coefficient);
}

/** Narrows a leader's range. Where that settles it, every line it stands in is to be looked at again. */
function confine(leader: Follower, low: number, high: number): readonly Line[] | null {
  leader.low = Math.max(leader.low, low);
  leader.high = Math.min(leader.high, high);
  if (leader.low > leader.high || !Number.isInteger(leader.low)) return null;
  return leader.low < leader.high ? NOTHING : linesOf(leader);
}

/** Makes `follower = sign · leader + offset`, for good. */
function follow(follower: Follower, leader: Follower, sign: number, offset: number): readonly Line[] | null {
  const lines = linesOf(follower);
  follower.leader = leader;
  follower.sign = sign;
  follower.offset = offset;
  leader.followers.push(follower, ...follower.followers);
  const ends = [sign * (follower.low - offset), sign * (follower.high - offset)];
  const settled = confine(leader, Math.min(...ends), Math.max(...ends));
  return settled === null ? null : [...lines, ...settled];
}

const linesOf = (leader: Follower): readonly Line[] =>
  leader.followers.length === 0 ? leader.lines : [leader, ...leader.followers].flatMap(({ lines }) => lines);

/** The leader with the costs of all that follow it. */
function joinedUnknown(leader: Follower, index: number): Unknown {
  const { low, high, followers, of } = leader;
  for (const follower of followers) leaderOf(follower);
  const costAt = (value: number): number =>
    value < low || value > high
      ? 0
      : followers.reduce((sum, { of: copy, sign, offset }) => sum + costOf(copy, sign * value + offset), costOf(of, value));
  const costs: Costs = followers.length === 0 ? of.costs : [costAt(-1), costAt(0), costAt(1)];
  return { index, low, high, costs };
}

function rowOf(line: Line, unknowns: ReadonlyMap<Follower, Unknown>): Row {
  const { leaders, right } = gather(line);
  const terms: Term[] = [];
  for (const leader of leaders) {
    const unknown = unknowns.get(leader);
    if (unknown !== undefined) terms.push({ unknown, coefficient: leader.coefficient });
  }
  return { terms, right, copy: line.copy };
}

/** Every row once, whatever its sign; null where equal left sides have different right ones. */
function distinctRows(rows: readonly Row[]): Row[] | null {
  const byPrint = new Map<number, Row[]>();
  const kept: Row[] = [];
  for (const row of rows) {
    const print = fingerprint(row);
    const similar = byPrint.get(print);
    if (similar === undefined) byPrint.set(print, [row]);
    const twin = similar?.find((other) => multipleOf(row, other) !== 0);
    if (twin === undefined) {
      similar?.push(row);
      kept.push(row);
    } else if (row.right !== multipleOf(row, twin) * twin.right) {
      return null;
    }
  }
  return kept;
}

/** The same number for rows that differ in sign and order only, and hardly ever for others. */
function fingerprint({ terms }: Row): number {
  let sum = 0;
  for (const { unknown, coefficient } of terms) sum += coefficient * scramble(unknown.index);
  return Math.abs(sum);
}

/** 1 or −1 where the row's left side is that multiple of the other's, otherwise 0. */
function multipleOf(row: Row, other: Row): 1 | -1 | 0 {
  if (row.terms.length !== other.terms.length) return 0;
  const coefficients = new Map(other.terms.map(({ unknown, coefficient }) => [unknown, coefficient]));
  const equal = (sign: 1 | -1): boolean =>
    row.terms.every(({ unknown, coefficient }) => coefficients.get(unknown) === sign * coefficient);
  return equal(1) ? 1 : equal(-1) ? -1 : 0;
}
