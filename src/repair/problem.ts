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
  /** The unknown of each row that is the sum of the others; −1 where that is none. */
  readonly total: Int32Array;
}

/** How a problem was settled. */
export type Outcome =
  | { readonly kind: 'solved'; readonly values: Int32Array; readonly optimal: boolean }
  | { readonly kind: 'infeasible' }
  /** The bounded effort ran out before any answer was found. */
  | { readonly kind: 'exhausted' };

/** A computation in slices: it yields every few milliseconds at most, and may be dropped at any yield. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** Runs a computation in slices through. */
export function finish<T>(sliced: Sliced<T>): T {
  for (;;) {
    const slice = sliced.next();
    if (slice.done === true) return slice.value;
  }
}

/** Terms written between two yields: a few milliseconds, more while the code is not compiled yet. */
const TERMS_PER_SLICE = 8_000;

/** Tells whoever writes rows when to yield. */
export class Pace {
  private next = TERMS_PER_SLICE;

  /** Whether a slice's worth of terms was written since it was due last. */
  isDue({ terms }: Draft): boolean {
    if (terms < this.next) return false;
    this.next = terms + TERMS_PER_SLICE;
    return true;
  }
}

/** The value of each unknown that is cheapest for it by itself. */
export function cheapestValues({ size, low, high, cost }: Problem): Int32Array {
  const values = new Int32Array(size);
  for (let unknown = 0; unknown < size; unknown += 1) {
    let best = low[unknown] ?? 0;
    for (let value = best + 1; value <= (high[unknown] ?? 0); value += 1) {
      if ((cost[3 * unknown + 1 + value] ?? 0) < (cost[3 * unknown + 1 + best] ?? 0)) best = value;
    }
    values[unknown] = best;
  }
  return values;
}

/** The rows whose left sides do not come to what is on the right. */
export function violated({ rows, start, unknown, coefficient, right }: Problem, values: Int32Array): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    let rest = right[row] ?? 0;
    for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
      rest -= (coefficient[i] ?? 0) * (values[unknown[i] ?? 0] ?? 0);
    }
    if (rest !== 0) found.push(row);
  }
  return found;
}

/** Rows being written, one after the other, into arrays of a given capacity. */
export interface Draft {
  readonly start: Int32Array;
  readonly unknown: Int32Array;
  readonly coefficient: Int32Array;
  readonly right: Int32Array;
  readonly total: Int32Array;
  rows: number;
  terms: number;
}

export function emptyDraft(rows: number, terms: number): Draft {
  return {
    start: new Int32Array(rows + 1),
    unknown: new Int32Array(terms),
    coefficient: new Int32Array(terms),
    right: new Int32Array(rows),
    total: new Int32Array(rows),
    rows: 0,
    terms: 0,
  };
}

/** Adds a term to the row being written. */
export function addTerm(draft: Draft, unknown: number, coefficient: number): void {
  draft.unknown[draft.terms] = unknown;
  draft.coefficient[draft.terms] = coefficient;
  draft.terms += 1;
}

/**
 * Adds a term to the row being written; what is in it of the same unknown already adds up with it, and goes where that
 * gives 0. `places` is scratch, one number an unknown, kept from term to term: where it was put last.
 */
export function mergeTerm(draft: Draft, places: Int32Array, unknown: number, coefficient: number): void {
  const place = placeOf(draft, places, unknown);
  if (place === null) {
    places[unknown] = draft.terms;
    addTerm(draft, unknown, coefficient);
    return;
  }
  const sum = (draft.coefficient[place] ?? 0) + coefficient;
  draft.coefficient[place] = sum;
  if (sum !== 0) return;
  draft.terms -= 1;
  const last = draft.unknown[draft.terms] ?? 0;
  draft.unknown[place] = last;
  draft.coefficient[place] = draft.coefficient[draft.terms] ?? 0;
  places[last] = place;
}

/** With which coefficient an unknown stands in the row being written by {@link mergeTerm}; 0 where it does not. */
export function coefficientOf(draft: Draft, places: Int32Array, unknown: number): number {
  const place = placeOf(draft, places, unknown);
  return place === null ? 0 : (draft.coefficient[place] ?? 0);
}

function placeOf({ start, rows, terms, unknown: written }: Draft, places: Int32Array, unknown: number): number | null {
  const place = places[unknown] ?? 0;
  return place >= (start[rows] ?? 0) && place < terms && written[place] === unknown ? place : null;
}

/** How many terms the row being written has. */
export const rowLength = ({ start, rows, terms }: Draft): number => terms - (start[rows] ?? 0);

/** Takes back the terms of the row being written. */
export function dropRow(draft: Draft): void {
  draft.terms = draft.start[draft.rows] ?? 0;
}

/** Ends the row being written. */
export function endRow(draft: Draft, right: number, total = -1): void {
  draft.right[draft.rows] = right;
  draft.total[draft.rows] = total;
  draft.rows += 1;
  draft.start[draft.rows] = draft.terms;
}

/** The problem of the rows written, over unknowns of these ranges and costs. */
export function problemOf({ low, high, cost }: Pick<Problem, 'low' | 'high' | 'cost'>, draft: Draft): Problem {
  const { rows, terms } = draft;
  return {
    size: low.length,
    low,
    high,
    cost,
    rows,
    start: draft.start.subarray(0, rows + 1),
    unknown: draft.unknown.subarray(0, terms),
    coefficient: draft.coefficient.subarray(0, terms),
    right: draft.right.subarray(0, rows),
    total: draft.total.subarray(0, rows),
  };
}
