import { addTerm, emptyDraft, endRow, problemOf, type Draft, type Problem } from './problem';
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
  /** Which rows are not settled yet. */
  readonly open: Uint8Array;
  readonly leader: Int32Array;
  readonly offset: Int32Array;
  /** Ranges of leaders. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The row last gathered in terms of leaders that can move: which, how often each, and the right side. */
  readonly gathered: number[];
  readonly present: Uint8Array;
  readonly times: Int32Array;
  right: number;
}

/**
 * Makes printed copies of one value one unknown, settles unknowns that a row leaves no choice, and keeps equal rows
 * once. Null where rows contradict each other. `isCopy` says which rows state that one value repeats another.
 */
export function reduce(problem: Problem, isCopy: (row: number) => boolean): Reduction | null {
  const joining: Joining = {
    problem,
    open: new Uint8Array(problem.rows).fill(1),
    leader: problem.low.map((_, unknown) => unknown),
    offset: new Int32Array(problem.size),
    low: problem.low.slice(),
    high: problem.high.slice(),
    gathered: [],
    present: new Uint8Array(problem.size),
    times: new Int32Array(problem.size),
    right: 0,
  };
  for (let row = 0; row < problem.rows; row += 1) {
    if (isCopy(row) && !join(joining, row)) return null;
  }
  for (let longest = 2; ; longest = Infinity) {
    const settled = settleRows(joining, longest);
    if (settled === null) return null;
    if (settled === 0) break;
  }
  return build(joining);
}

/** The leader at the end of the chain; afterwards `offset` is with respect to it. */
function leaderOf(joining: Joining, unknown: number): number {
  const { leader, offset } = joining;
  const above = leader[unknown] ?? 0;
  if (above === unknown || leader[above] === above) return above;
  const last = leaderOf(joining, above);
  offset[unknown] = (offset[unknown] ?? 0) + (offset[above] ?? 0);
  leader[unknown] = last;
  return last;
}

/** Ties the two unknowns of a row `x − y = right` together; false where they cannot be. */
function join(joining: Joining, row: number): boolean {
  const { problem, open, leader, offset, low, high } = joining;
  const { start, unknown, coefficient, right } = problem;
  const from = start[row] ?? 0;
  const sign = coefficient[from] ?? 0;
  if ((start[row + 1] ?? 0) - from !== 2 || Math.abs(sign) !== 1 || coefficient[from + 1] !== -sign) return true;
  const x = unknown[from] ?? 0;
  const y = unknown[from + 1] ?? 0;
  const first = leaderOf(joining, x);
  const second = leaderOf(joining, y);
  const apart = sign * (right[row] ?? 0) + (offset[y] ?? 0) - (offset[x] ?? 0);
  open[row] = 0;
  if (first === second) return apart === 0;
  leader[first] = second;
  offset[first] = apart;
  low[second] = Math.max(low[second] ?? 0, (low[first] ?? 0) - apart);
  high[second] = Math.min(high[second] ?? 0, (high[first] ?? 0) - apart);
  return (low[second] ?? 0) <= (high[second] ?? 0);
}

function gather(joining: Joining, row: number): void {
  const { problem, leader, offset, low, high, gathered, present, times } = joining;
  const { start, unknown, coefficient } = problem;
  for (const earlier of gathered) present[earlier] = 0;
  gathered.length = 0;
  joining.right = problem.right[row] ?? 0;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const own = unknown[i] ?? 0;
    const first = leader[own] === own ? own : leaderOf(joining, own);
    const count = coefficient[i] ?? 0;
    joining.right -= count * (offset[own] ?? 0);
    if (low[first] === high[first]) {
      joining.right -= count * (low[first] ?? 0);
    } else if (present[first] === 1) {
      times[first] = (times[first] ?? 0) + count;
    } else {
      gathered.push(first);
      present[first] = 1;
      times[first] = count;
    }
  }
}

const NONE = -1;

/** Settles the unknowns that are alone in a row of at most so many; how many, or null where a row cannot hold. */
function settleRows(joining: Joining, longest: number): number | null {
  const { problem, open, low, high, gathered, times } = joining;
  let settled = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    if (open[row] === 0 || (problem.start[row + 1] ?? 0) - (problem.start[row] ?? 0) > longest) continue;
    gather(joining, row);
    let leader = NONE;
    let moving = 0;
    for (const each of gathered) {
      if (times[each] === 0) continue;
      leader = each;
      moving += 1;
    }
    if (moving > 1) continue;
    open[row] = 0;
    if (moving === 0) {
      if (joining.right !== 0) return null;
      continue;
    }
    const value = joining.right / (times[leader] ?? 1);
    if (!Number.isInteger(value) || value < (low[leader] ?? 0) || value > (high[leader] ?? 0)) return null;
    low[leader] = value;
    high[leader] = value;
    settled += 1;
  }
  return settled;
}

/** The problem of the leaders that can still move; null where two equal rows want different sums. */
function build(joining: Joining): Reduction | null {
  const { problem, open, low, high, gathered, times } = joining;
  const number = new Int32Array(problem.size).fill(-1);
  const moving: number[] = [];
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    if (leaderOf(joining, unknown) !== unknown || low[unknown] === high[unknown]) continue;
    number[unknown] = moving.push(unknown) - 1;
  }
  const draft = emptyDraft(problem.rows, problem.unknown.length);
  const byPrint = new Map<number, number>();
  for (let row = 0; row < problem.rows; row += 1) {
    if (open[row] === 0) continue;
    gather(joining, row);
    let print = 0;
    const from = draft.terms;
    for (const leader of gathered) {
      const count = times[leader] ?? 0;
      if (count === 0) continue;
      addTerm(draft, number[leader] ?? 0, count);
      print = (print + Math.imul(count, scramble(leader))) | 0;
    }
    const twin = byPrint.get(Math.abs(print));
    const multiple = twin === undefined ? 0 : multipleOf(draft, twin, from);
    if (multiple === 0 && draft.terms > from) {
      byPrint.set(Math.abs(print), draft.rows);
      endRow(draft, joining.right, totalOf(joining, row, number));
      continue;
    }
    draft.terms = from;
    if (joining.right !== (twin === undefined ? 0 : multiple * (draft.right[twin] ?? 0))) return null;
  }
  const lowest = new Int32Array(moving.length);
  const highest = new Int32Array(moving.length);
  moving.forEach((leader, own) => {
    lowest[own] = low[leader] ?? 0;
    highest[own] = high[leader] ?? 0;
  });
  const cost = joinedCosts(joining, moving.length, number);
  return {
    problem: problemOf({ low: lowest, high: highest, cost }, draft),
    restore: (values) => restore(joining, number, values),
  };
}

/** 1 or −1 where the row being written, from that term on, is that multiple of an earlier row, otherwise 0. */
function multipleOf({ start, unknown, coefficient, terms }: Draft, row: number, from: number): 1 | -1 | 0 {
  const first = start[row] ?? 0;
  const end = start[row + 1] ?? 0;
  if (end - first !== terms - from) return 0;
  const times = new Map<number, number>();
  for (let i = from; i < terms; i += 1) times.set(unknown[i] ?? 0, coefficient[i] ?? 0);
  const multiple = times.get(unknown[first] ?? -1) === coefficient[first] ? 1 : -1;
  for (let i = first; i < end; i += 1) {
    if (times.get(unknown[i] ?? -1) !== multiple * (coefficient[i] ?? 0)) return 0;
  }
  return multiple;
}

/** The leader of the total of the row last gathered; −1 where it cannot move or does not stand alone for itself. */
function totalOf(joining: Joining, row: number, number: Int32Array): number {
  const { problem, present, times } = joining;
  const total = problem.total[row] ?? -1;
  if (total < 0) return -1;
  const leader = leaderOf(joining, total);
  return present[leader] === 1 && Math.abs(times[leader] ?? 0) === 1 ? (number[leader] ?? -1) : -1;
}

/** What the leaders cost together with all that follow them. */
function joinedCosts({ problem, leader, offset, low, high }: Joining, size: number, number: Int32Array): Float64Array {
  const cost = new Float64Array(3 * size);
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    const first = leader[unknown] ?? 0;
    const place = 3 * (number[first] ?? -1) + 1;
    if (place < 0) continue;
    for (let value = low[first] ?? 0; value <= (high[first] ?? 0); value += 1) {
      const own = problem.cost[3 * unknown + 1 + value + (offset[unknown] ?? 0)] ?? 0;
      cost[place + value] = (cost[place + value] ?? 0) + own;
    }
  }
  return cost;
}

function restore({ problem, leader, offset, low }: Joining, number: Int32Array, values: Int32Array): Int32Array {
  const restored = new Int32Array(problem.size);
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    const first = leader[unknown] ?? 0;
    const own = number[first] ?? -1;
    restored[unknown] = (own < 0 ? (low[first] ?? 0) : (values[own] ?? 0)) + (offset[unknown] ?? 0);
  }
  return restored;
}
