import { addTerm, at, costAt, emptyRows, endRow, problemOf, type Problem, type RowList } from './problem';
import { scramble } from './scramble';

/** A smaller problem with the same solutions. */
export interface Reduction {
  readonly problem: Problem;
  /** Values of the given problem's unknowns from values of the smaller one's. */
  readonly restore: (values: Int32Array) => Int32Array;
}

/** What is known of the unknowns while they are joined: x = x of the leader + offset. */
interface Joining {
  readonly problem: Problem;
  readonly leader: Int32Array;
  readonly offset: Int32Array;
  /** Ranges of leaders. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Scratch of {@link gather}: coefficients by leader, and whether the leader is in the row being gathered. */
  readonly sum: Int32Array;
  readonly present: Int32Array;
}

/** A row in terms of leaders that can move; their coefficients stand in `sum` until the next row is gathered. */
interface Gathered {
  readonly leaders: number[];
  readonly right: number;
}

/**
 * Makes printed copies of one value one unknown, settles unknowns that a row leaves no choice, and keeps equal rows
 * once. Null where rows contradict each other. `isCopy` says which rows state that one value repeats another.
 */
export function reduce(problem: Problem, isCopy: (row: number) => boolean): Reduction | null {
  const joining: Joining = {
    problem,
    leader: Int32Array.from({ length: problem.size }, (_, unknown) => unknown),
    offset: new Int32Array(problem.size),
    low: problem.low.slice(),
    high: problem.high.slice(),
    sum: new Int32Array(problem.size),
    present: new Int32Array(problem.size),
  };
  let rows: number[] = [];
  for (let row = 0; row < problem.rows; row += 1) {
    const joined = isCopy(row) ? join(joining, row) : 'unclear';
    if (joined === 'impossible') return null;
    if (joined === 'unclear') rows.push(row);
  }
  for (let before = rows.length + 1; rows.length < before; ) {
    before = rows.length;
    const left: number[] = [];
    for (const row of rows) {
      const settled = settle(joining, row);
      if (settled === 'impossible') return null;
      if (settled === 'unclear') left.push(row);
    }
    rows = left;
  }
  return build(joining, rows);
}

/** The leader at the end of the chain; afterwards `offset` is with respect to it. */
function leaderOf(joining: Joining, unknown: number): number {
  const { leader, offset } = joining;
  const above = at(leader, unknown);
  if (above === unknown || at(leader, above) === above) return above;
  const last = leaderOf(joining, above);
  offset[unknown] = at(offset, unknown) + at(offset, above);
  leader[unknown] = last;
  return last;
}

/** Ties the two unknowns of a row `x − y = right` together. */
function join(joining: Joining, row: number): 'done' | 'unclear' | 'impossible' {
  const { problem, leader, offset, low, high } = joining;
  const from = at(problem.start, row);
  const sign = at(problem.coefficient, from);
  if (at(problem.start, row + 1) - from !== 2 || Math.abs(sign) !== 1) return 'unclear';
  if (at(problem.coefficient, from + 1) !== -sign) return 'unclear';
  const [x, y] = [at(problem.unknown, from), at(problem.unknown, from + 1)];
  const [first, second] = [leaderOf(joining, x), leaderOf(joining, y)];
  const apart = sign * at(problem.right, row) + offsetOf(joining, y) - offsetOf(joining, x);
  if (first === second) return apart === 0 ? 'done' : 'impossible';
  leader[first] = second;
  offset[first] = apart;
  low[second] = Math.max(at(low, second), at(low, first) - apart);
  high[second] = Math.min(at(high, second), at(high, first) - apart);
  return at(low, second) <= at(high, second) ? 'done' : 'impossible';
}

const offsetOf = (joining: Joining, unknown: number): number =>
  leaderOf(joining, unknown) === unknown ? 0 : at(joining.offset, unknown);

function gather(joining: Joining, row: number): Gathered {
  const { problem, low, high, sum, present } = joining;
  const leaders: number[] = [];
  let right = at(problem.right, row);
  for (let i = at(problem.start, row); i < at(problem.start, row + 1); i += 1) {
    const unknown = at(problem.unknown, i);
    const leader = leaderOf(joining, unknown);
    right -= at(problem.coefficient, i) * offsetOf(joining, unknown);
    if (at(low, leader) === at(high, leader)) {
      right -= at(problem.coefficient, i) * at(low, leader);
    } else {
      if (at(present, leader) === 0) {
        leaders.push(leader);
        present[leader] = 1;
        sum[leader] = 0;
      }
      sum[leader] = at(sum, leader) + at(problem.coefficient, i);
    }
  }
  for (const leader of leaders) present[leader] = 0;
  return { leaders: leaders.filter((leader) => at(sum, leader) !== 0), right };
}

/** Settles the only unknown of a row, if it has but one. */
function settle(joining: Joining, row: number): 'done' | 'unclear' | 'impossible' {
  const { low, high, sum } = joining;
  const { leaders, right } = gather(joining, row);
  const [leader] = leaders;
  if (leader === undefined) return right === 0 ? 'done' : 'impossible';
  if (leaders.length > 1) return 'unclear';
  const value = right / at(sum, leader);
  if (!Number.isInteger(value) || value < at(low, leader) || value > at(high, leader)) return 'impossible';
  low[leader] = value;
  high[leader] = value;
  return 'done';
}

/** The problem of the leaders that can still move; null where two equal rows want different sums. */
function build(joining: Joining, rows: readonly number[]): Reduction | null {
  const { problem, low, high, sum } = joining;
  const number = new Int32Array(problem.size).fill(-1);
  const moving: number[] = [];
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    if (leaderOf(joining, unknown) !== unknown || at(low, unknown) === at(high, unknown)) continue;
    number[unknown] = moving.push(unknown) - 1;
  }
  const list = emptyRows();
  const byPrint = new Map<number, number[]>();
  for (const row of rows) {
    const { leaders, right } = gather(joining, row);
    const print = Math.abs(leaders.reduce((total, leader) => total + at(sum, leader) * scramble(leader), 0));
    const similar = byPrint.get(print) ?? [];
    const terms = new Map(leaders.map((leader) => [at(number, leader), at(sum, leader)]));
    const twin = similar.find((other) => multipleOf(list, other, terms) !== 0);
    if (twin === undefined) {
      byPrint.set(print, [...similar, list.right.length]);
      for (const [unknown, coefficient] of terms) addTerm(list, unknown, coefficient);
      endRow(list, right);
    } else if (right !== multipleOf(list, twin, terms) * (list.right[twin] ?? 0)) {
      return null;
    }
  }
  const cost = joinedCosts(joining, moving, number);
  const bounds = { low: Int32Array.from(moving, (unknown) => at(low, unknown)), high: Int32Array.from(moving, (unknown) => at(high, unknown)) };
  const restore = (values: Int32Array): Int32Array =>
    Int32Array.from({ length: problem.size }, (_, unknown) => {
      const leader = leaderOf(joining, unknown);
      const own = at(low, leader) === at(high, leader) ? at(low, leader) : at(values, at(number, leader));
      return own + offsetOf(joining, unknown);
    });
  return { problem: problemOf({ ...bounds, cost }, list), restore };
}

/** 1 or −1 where the terms are that multiple of a row's, otherwise 0. */
function multipleOf({ start, unknown, coefficient }: RowList, row: number, terms: ReadonlyMap<number, number>): number {
  const [from = 0, to = 0] = [start[row], start[row + 1]];
  if (to - from !== terms.size) return 0;
  const multiple = (coefficient[from] ?? 0) * (terms.get(unknown[from] ?? -1) ?? 0) > 0 ? 1 : -1;
  for (let i = from; i < to; i += 1) {
    if (terms.get(unknown[i] ?? -1) !== multiple * (coefficient[i] ?? 0)) return 0;
  }
  return multiple;
}

/** What the leaders cost together with all that follow them. */
function joinedCosts(joining: Joining, moving: readonly number[], number: Int32Array): Float64Array {
  const { problem, low, high } = joining;
  const cost = new Float64Array(3 * moving.length);
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    const leader = leaderOf(joining, unknown);
    if (at(number, leader) < 0) continue;
    const place = 3 * at(number, leader) + 1;
    for (let value = at(low, leader); value <= at(high, leader); value += 1) {
      cost[place + value] = (cost[place + value] ?? 0) + costAt(problem, unknown, value + offsetOf(joining, unknown));
    }
  }
  return cost;
}
