/**
 * Find the cheapest shifts of unknowns by whole units that satisfy every row:
 * `Σ coefficient[i] · x[unknown[i]] = right[r]` over start[r] ≤ i < start[r + 1], no unknown twice in a row.
 * What shifts and why it costs what it costs, the caller knows. Numbers lie in flat arrays, for a workbook of 50,000
 * cells has 200,000 terms.
 */
export interface Problem {
  /** Number of unknowns. */
  readonly size: number;
  /** Least and greatest shift of each unknown, within −1 … 1. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Costs of shifting by −1, 0 and +1, three numbers an unknown: integers, convex over low … high. */
  readonly cost: Float64Array;
  /** Number of rows. */
  readonly rows: number;
  readonly start: Int32Array;
  readonly unknown: Int32Array;
  readonly coefficient: Int32Array;
  readonly right: Int32Array;
}

/** How a problem was settled. */
export type Outcome =
  | { readonly kind: 'solved'; readonly values: Int32Array; readonly optimal: boolean }
  | { readonly kind: 'infeasible' }
  /** The bounded effort ran out before any answer was found. */
  | { readonly kind: 'exhausted' };

/** A computation in slices: it yields every few milliseconds at most, and may be dropped at any yield. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** An entry of an array of integers; 0 outside. */
export const at = (array: Int32Array, index: number): number => array[index] ?? 0;

export const costAt = ({ cost }: Problem, unknown: number, value: number): number => cost[3 * unknown + 1 + value] ?? 0;

/** The value that is cheapest for an unknown by itself. */
export function cheapest(problem: Problem, unknown: number): number {
  let best = at(problem.low, unknown);
  for (let value = best + 1; value <= at(problem.high, unknown); value += 1) {
    if (costAt(problem, unknown, value) < costAt(problem, unknown, best)) best = value;
  }
  return best;
}

/** What a row's left side comes to. */
export function sumOf({ start, unknown, coefficient }: Problem, row: number, values: Int32Array): number {
  let sum = 0;
  for (let i = at(start, row); i < at(start, row + 1); i += 1) sum += at(coefficient, i) * at(values, at(unknown, i));
  return sum;
}

export function satisfies(problem: Problem, values: Int32Array): boolean {
  for (let row = 0; row < problem.rows; row += 1) {
    if (sumOf(problem, row, values) !== at(problem.right, row)) return false;
  }
  return true;
}

/** Rows being written one after the other. */
export interface RowList {
  readonly start: number[];
  readonly unknown: number[];
  readonly coefficient: number[];
  readonly right: number[];
}

export const emptyRows = (): RowList => ({ start: [0], unknown: [], coefficient: [], right: [] });

/** Adds a term to the row being written. */
export function addTerm({ unknown, coefficient }: RowList, of: number, times: number): void {
  unknown.push(of);
  coefficient.push(times);
}

/** Ends the row being written. */
export function endRow({ start, unknown, right }: RowList, sum: number): void {
  start.push(unknown.length);
  right.push(sum);
}

export function problemOf(
  { low, high, cost }: Pick<Problem, 'low' | 'high' | 'cost'>,
  { start, unknown, coefficient, right }: RowList,
): Problem {
  return {
    size: low.length,
    low,
    high,
    cost,
    rows: right.length,
    start: Int32Array.from(start),
    unknown: Int32Array.from(unknown),
    coefficient: Int32Array.from(coefficient),
    right: Int32Array.from(right),
  };
}
