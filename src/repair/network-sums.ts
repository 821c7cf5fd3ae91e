import type { Problem } from './problem';
import { scramble } from './scramble';

/** How many rows each unknown stands in. */
export function usesOf({ size, unknown }: Problem): Int32Array {
  const uses = new Int32Array(size);
  for (const own of unknown) uses[own] = (uses[own] ?? 0) + 1;
  return uses;
}

/** How many ends too many a row's unknowns would have if all rows that use them were put in a network. */
export function crowding({ start, unknown }: Problem, row: number, uses: Int32Array): number {
  let sum = 0;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) sum += Math.max(0, (uses[unknown[i] ?? 0] ?? 0) - 2);
  return sum;
}

/** Takes back the ends that a row would have needed. */
export function release({ start, unknown }: Problem, row: number, uses: Int32Array): void {
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const own = unknown[i] ?? 0;
    uses[own] = (uses[own] ?? 0) - 1;
  }
}

const UNKNOWN = 0;
const BEGUN = 1;
const KNOWN = 2;

/** Sums from below, on random single items: what two rows give for the same total is equal where one follows. */
interface Summing {
  readonly problem: Problem;
  /** The rows of each total: row[i] for from[total] ≤ i < from[total + 1]. */
  readonly from: Int32Array;
  readonly row: Int32Array;
  readonly state: Uint8Array;
  readonly value: Int32Array;
  readonly uses: Int32Array;
  readonly redundant: Uint8Array;
}

/**
 * Marks rows that follow from others because their total is summed up in several ways that agree: by the columns of a
 * table and by its codes. Of the rows of one total the one stays that crowds its unknowns least, and the uses of the
 * others are taken back. What two ways give is compared on random single items: wrong in one case of 2³².
 */
export function redundantSums(problem: Problem, uses: Int32Array): Uint8Array {
  const summing: Summing = {
    problem,
    ...rowsByTotal(problem),
    state: new Uint8Array(problem.size),
    value: new Int32Array(problem.size),
    uses,
    redundant: new Uint8Array(problem.rows),
  };
  for (let unknown = 0; unknown < problem.size; unknown += 1) {
    if (summing.state[unknown] === UNKNOWN) sumUp(summing, unknown);
  }
  return summing.redundant;
}

function rowsByTotal({ size, rows, total }: Problem): Pick<Summing, 'from' | 'row'> {
  const from = new Int32Array(size + 1);
  for (const own of total) if (own >= 0) from[own] = (from[own] ?? 0) + 1;
  for (let unknown = 0, sum = 0; unknown <= size; unknown += 1) {
    sum += from[unknown] ?? 0;
    from[unknown] = sum;
  }
  const list = new Int32Array(from[size] ?? 0);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const own = total[row] ?? -1;
    if (own < 0) continue;
    const place = (from[own] ?? 0) - 1;
    from[own] = place;
    list[place] = row;
  }
  return { from, row: list };
}

function sumUp(summing: Summing, unknown: number): void {
  const { problem, from, row, state, value, uses, redundant } = summing;
  state[unknown] = BEGUN;
  value[unknown] = scramble(unknown);
  const first = from[unknown] ?? 0;
  const end = from[unknown + 1] ?? 0;
  const sums: number[] = [];
  for (let i = first; i < end; i += 1) sums.push(sumOf(summing, row[i] ?? 0, unknown));
  const [sum] = sums;
  if (sum !== undefined) {
    value[unknown] = sum;
    let kept = row[first] ?? 0;
    for (let i = first + 1; i < end; i += 1) {
      if (sums[i - first] !== sum) continue;
      const other = row[i] ?? 0;
      const worse = crowding(problem, other, uses) < crowding(problem, kept, uses) ? kept : other;
      kept = kept + other - worse;
      redundant[worse] = 1;
      release(problem, worse, uses);
    }
  }
  state[unknown] = KNOWN;
}

/** What the other terms of a row give for its total. */
function sumOf(summing: Summing, row: number, total: number): number {
  const { problem, state, value } = summing;
  const { start, unknown, coefficient } = problem;
  let sum = 0;
  let times = 1;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const own = unknown[i] ?? 0;
    if (own === total) {
      times = coefficient[i] ?? 1;
      continue;
    }
    if (state[own] === UNKNOWN) sumUp(summing, own);
    sum = (sum + (coefficient[i] ?? 0) * (value[own] ?? 0)) | 0;
  }
  return (-times * sum) | 0;
}
