/** Something that may shift by whole units between low and high, both within −1 … 1. */
export interface Unknown {
  /** Its place in the problem's list and in a solution. */
  readonly index: number;
  readonly low: number;
  readonly high: number;
  /** Costs of shifting by −1, 0 and +1: integers, convex over low … high. */
  readonly costs: Costs;
}

export type Costs = readonly [down: number, stay: number, up: number];

export interface Term {
  readonly unknown: Unknown;
  readonly coefficient: number;
}

/** `Σ coefficient · unknown = right`; no unknown stands twice in a row. */
export interface Row {
  readonly terms: readonly Term[];
  readonly right: number;
  /** It says that one printed value repeats another, so that both are one unknown. */
  readonly copy: boolean;
}

/** Find the cheapest shifts that satisfy every row. What shifts and why it costs what it costs, the caller knows. */
export interface Problem {
  readonly unknowns: readonly Unknown[];
  readonly rows: readonly Row[];
}

/** How a problem was settled. Values stand in the order of the unknowns. */
export type Outcome =
  | { readonly kind: 'solved'; readonly values: Int8Array; readonly optimal: boolean }
  | { readonly kind: 'infeasible' }
  /** The bounded effort ran out before any answer was found. */
  | { readonly kind: 'exhausted' };

/** A computation in slices: it yields every few milliseconds at most, and may be dropped at any yield. */
export type Sliced<T> = Generator<undefined, T, undefined>;

export function costOf({ costs }: Unknown, value: number): number {
  return value === 0 ? costs[1] : value < 0 ? costs[0] : costs[2];
}

/** The value that is cheapest for the unknown by itself. */
export function cheapest(unknown: Unknown): number {
  let best = unknown.low;
  for (let value = best + 1; value <= unknown.high; value += 1) {
    if (costOf(unknown, value) < costOf(unknown, best)) best = value;
  }
  return best;
}

/** Whether every row holds for these values. */
export function satisfies(rows: readonly Row[], values: Int8Array): boolean {
  return rows.every(({ terms, right }) => {
    let sum = 0;
    for (const { unknown, coefficient } of terms) sum += coefficient * (values[unknown.index] ?? 0);
    return sum === right;
  });
}
