import {
  addTerm, coefficientOf, dropRow, emptyDraft, endRow, mergeTerm, Pace, problemOf, rowLength,
  type Draft, type Problem, type Sliced,
} from './problem';
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
  /** Scratch: where each leader was last put. */
  readonly places: Int32Array;
}

/**
 * Makes printed copies of one value one unknown, settles unknowns that a row leaves no choice, and keeps equal rows
 * once. Null where rows contradict each other. `isCopy` says which rows state that one value repeats another.
 */
export function* reduce(problem: Problem, isCopy: (row: number) => boolean): Sliced<Reduction | null> {
  const joining: Joining = {
    problem,
    open: new Uint8Array(problem.rows).fill(1),
    leader: problem.low.map((_, unknown) => unknown),
    offset: new Int32Array(problem.size),
    low: problem.low.slice(),
    high: problem.high.slice(),
    places: new Int32Array(problem.size),
  };
  for (let row = 0; row < problem.rows; row += 1) {
    if (isCopy(row) && !join(joining, row)) return null;
  }
  for (let longest = 2; ; longest = Infinity) {
    const condensed = yield* condense(joining, longest);
    if (condensed === null) return null;
    if (condensed.settled === 0 && longest === Infinity) return yield* build(joining, condensed.draft);
  }
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

interface Condensed {
  /** The rows that are still open, in terms of leaders that can move. */
  readonly draft: Draft;
  /** How many unknowns were settled: rows written before may still have them. */
  readonly settled: number;
}

/**
 * Writes the open rows of at most so many terms, closes those without a leader that can move, and settles the leaders
 * that are alone in a row. Null where a row cannot hold.
 */
function* condense(joining: Joining, longest: number): Sliced<Condensed | null> {
  const { problem, open, low, high } = joining;
  const { start } = problem;
  const draft = emptyDraft(problem.rows, problem.unknown.length);
  let settled = 0;
  const pace = new Pace();
  for (let row = 0; row < problem.rows; row += 1) {
    if (pace.isDue(draft)) yield;
    const terms = (start[row + 1] ?? 0) - (start[row] ?? 0);
    if (open[row] === 0 || terms > longest) continue;
    const right = gather(joining, row, draft);
    const moving = rowLength(draft);
    if (moving > 1) {
      endRow(draft, right, totalOf(joining, row, draft));
      continue;
    }
    open[row] = 0;
    dropRow(draft);
    if (moving === 0) {
      if (right !== 0) return null;
      continue;
    }
    const leader = draft.unknown[draft.terms] ?? NONE;
    const value = right / (draft.coefficient[draft.terms] ?? 1);
    if (!Number.isInteger(value) || value < (low[leader] ?? 0) || value > (high[leader] ?? 0)) return null;
    low[leader] = value;
    high[leader] = value;
    settled += 1;
  }
  return { draft, settled };
}

const NONE = -1;

/** Adds the leaders of a row that can move to the row being written; what these must come to together. */
function gather(joining: Joining, row: number, draft: Draft): number {
  const { problem, leader, offset, low, high, places } = joining;
  const { start, unknown, coefficient } = problem;
  let right = problem.right[row] ?? 0;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const own = unknown[i] ?? 0;
    const first = leader[own] === own ? own : leaderOf(joining, own);
    const count = coefficient[i] ?? 0;
    right -= count * (offset[own] ?? 0);
    if (low[first] === high[first]) right -= count * (low[first] ?? 0);
    else mergeTerm(draft, places, first, count);
  }
  return right;
}

/** The leader of a row's total; −1 where it cannot move or does not stand alone for itself in the row being written. */
function totalOf(joining: Joining, row: number, draft: Draft): number {
  const total = joining.problem.total[row] ?? NONE;
  if (total < 0) return NONE;
  const leader = leaderOf(joining, total);
  return Math.abs(coefficientOf(draft, joining.places, leader)) === 1 ? leader : NONE;
}

/** The problem of the leaders that can still move; null where two equal rows want different sums. */
function* build(joining: Joining, condensed: Draft): Sliced<Reduction | null> {
  const { problem, low, high } = joining;
  const number = new Int32Array(problem.size).fill(NONE);
  const moving: number[] = [];
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    if (leaderOf(joining, unknown) !== unknown || low[unknown] === high[unknown]) continue;
    number[unknown] = moving.push(unknown) - 1;
  }
  const draft = emptyDraft(condensed.rows, condensed.terms);
  const byPrint = new Map<number, number>();
  const pace = new Pace();
  for (let row = 0; row < condensed.rows; row += 1) {
    if (pace.isDue(draft)) yield;
    let print = 0;
    for (let i = condensed.start[row] ?? 0; i < (condensed.start[row + 1] ?? 0); i += 1) {
      const leader = condensed.unknown[i] ?? NONE;
      const count = condensed.coefficient[i] ?? 0;
      addTerm(draft, number[leader] ?? NONE, count);
      print = (print + Math.imul(count, scramble(leader))) | 0;
    }
    const right = condensed.right[row] ?? 0;
    const key = Math.abs(print) & KEY_BITS;
    const twin = byPrint.get(key);
    const multiple = twin === undefined ? 0 : multipleOf(draft, twin);
    if (multiple === 0) {
      byPrint.set(key, draft.rows);
      endRow(draft, right, number[condensed.total[row] ?? NONE] ?? NONE);
      continue;
    }
    dropRow(draft);
    if (right !== (twin === undefined ? 0 : multiple * (draft.right[twin] ?? 0))) return null;
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

/** Thirty bits: the integers that a map looks up fast. */
const KEY_BITS = 2 ** 30 - 1;

/** 1 or −1 where the row being written is that multiple of an earlier row, otherwise 0. */
function multipleOf({ start, unknown, coefficient, terms, rows }: Draft, row: number): 1 | -1 | 0 {
  const from = start[rows] ?? 0;
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
