/** Where a variable or a row may lie; infinite where it is free on that side. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** `low ≤ Σ coefficient · column ≤ high`. */
export interface LinearRow extends Range {
  readonly terms: ReadonlyMap<number, number>;
}

export type Solution =
  | { readonly status: 'feasible'; readonly values: readonly number[] }
  /** The rows that exclude one another, each with its multiplier in the sum that shows it (Farkas). */
  | { readonly status: 'infeasible'; readonly conflict: ReadonlyMap<number, number> }
  | { readonly status: 'unknown' };

const EPSILON = 1e-6;
const NEGLIGIBLE = 1e-9;
const LEAST_INDEX_SHARE = 0.2;
/** Rewriting so many coefficients is the effort of one pivot more. */
const PIVOT_SIZE = 100;

/**
 * The general simplex method over bounded columns and rows. It starts from every column at its value nearest to 0
 * and repairs one row after the other: few pivots where little is wrong. The entering variable is the one in fewest
 * rows, which keeps them short, and for the last fifth of the effort that of least index, which ends for certain.
 * Source: Dutertre and de Moura, A Fast Linear-Arithmetic Solver for DPLL(T), CAV 2006; Bland's rule.
 */
export class Simplex {
  private readonly columns: number;
  private readonly ranges: Range[];
  private readonly value: number[];
  /** What each basic variable is, as a sum of nonbasic ones. Variable `columns + i` is the sum of row i. */
  private readonly basis = new Map<number, Map<number, number>>();
  /** The basic variables in whose sum a nonbasic one occurs. */
  private readonly usedBy: Set<number>[];
  /** The basic variables that are out of their range. */
  private readonly outside = new Set<number>();
  /** From so much effort left on, the least index enters. */
  private readonly leastIndexFrom: number;

  /** The effort is counted in pivots; one that rewrites long rows counts for more. */
  constructor(columns: readonly Range[], rows: readonly LinearRow[], private effortLeft = 50_000) {
    this.columns = columns.length;
    this.leastIndexFrom = effortLeft * LEAST_INDEX_SHARE;
    this.ranges = [...columns, ...rows.map(({ low, high }) => ({ low, high }))];
    this.value = columns.map(({ low, high }) => Math.min(Math.max(0, low), high));
    this.usedBy = this.ranges.map(() => new Set<number>());
    rows.forEach(({ terms }, index) => {
      const variable = this.columns + index;
      this.basis.set(variable, new Map(terms));
      let sum = 0;
      for (const [column, coefficient] of terms) {
        sum += coefficient * this.at(column);
        this.usersOf(column).add(variable);
      }
      this.value.push(sum);
      this.look(variable);
    });
  }

  /** Finds values within all ranges, or rows that exclude one another, or gives up after the effort allowed. */
  solve(): Solution {
    for (;;) {
      const basic = this.firstOutOfRange();
      if (basic === undefined) return { status: 'feasible', values: this.value.slice(0, this.columns) };
      const { low, high } = this.range(basic);
      const rising = this.at(basic) < low;
      const entering = this.firstEntering(this.sumOf(basic), rising);
      if (entering === undefined) return { status: 'infeasible', conflict: this.conflictOf(basic) };
      if (this.effortLeft <= 0) return { status: 'unknown' };
      const coefficient = this.sumOf(basic).get(entering) ?? 1;
      this.move(entering, ((rising ? low : high) - this.at(basic)) / coefficient);
      this.pivot(basic, entering);
    }
  }

  /** The greatest (`1`) or least (`-1`) value of a column in a system solved as feasible; infinite where unbounded. */
  extreme(column: number, sense: 1 | -1): number {
    for (;;) {
      const sum = this.basis.get(column) ?? new Map([[column, 1]]);
      const entering = this.firstEntering(sum, sense === 1);
      if (entering === undefined || this.effortLeft <= 0) return this.at(column);
      const rising = (sum.get(entering) ?? 1) * sense > 0;
      const { step, leaving } = this.longestStep(entering, rising);
      if (step === Infinity) return sense * Infinity;
      this.move(entering, rising ? step : -step);
      if (leaving !== undefined) this.pivot(leaving, entering);
    }
  }

  private at(variable: number): number {
    return this.value[variable] ?? 0;
  }

  private range(variable: number): Range {
    return this.ranges[variable] ?? { low: -Infinity, high: Infinity };
  }

  private sumOf(basic: number): Map<number, number> {
    return this.basis.get(basic) ?? new Map<number, number>();
  }

  private usersOf(variable: number): Set<number> {
    return this.usedBy[variable] ?? new Set<number>();
  }

  private firstOutOfRange(): number | undefined {
    let first: number | undefined;
    for (const basic of this.outside) if (first === undefined || basic < first) first = basic;
    return first;
  }

  /** Notes whether a basic variable is out of its range. */
  private look(basic: number): void {
    const { low, high } = this.range(basic);
    const value = this.at(basic);
    if (value < low - EPSILON || value > high + EPSILON) this.outside.add(basic);
    else this.outside.delete(basic);
  }

  /** The preferred one of the variables of a sum that can still move the way that makes the sum rise or fall. */
  private firstEntering(sum: ReadonlyMap<number, number>, rising: boolean): number | undefined {
    let best: number | undefined;
    for (const [variable, coefficient] of sum) {
      if (best !== undefined && !this.isBefore(variable, best)) continue;
      const { low, high } = this.range(variable);
      const up = coefficient > 0 === rising;
      if (up ? this.at(variable) < high - EPSILON : this.at(variable) > low + EPSILON) best = variable;
    }
    return best;
  }

  private isBefore(a: number, b: number): boolean {
    const fewer = this.effortLeft > this.leastIndexFrom ? this.usersOf(a).size - this.usersOf(b).size : 0;
    return fewer < 0 || (fewer === 0 && a < b);
  }

  /** How far a nonbasic variable can move before it or a basic one meets a bound, and which basic one that is. */
  private longestStep(entering: number, rising: boolean): { step: number; leaving: number | undefined } {
    const own = this.range(entering);
    let step = rising ? own.high - this.at(entering) : this.at(entering) - own.low;
    let leaving: number | undefined;
    for (const basic of this.usersOf(entering)) {
      const rate = (this.sumOf(basic).get(entering) ?? 0) * (rising ? 1 : -1);
      const { low, high } = this.range(basic);
      const room = Math.max(0, (rate > 0 ? high - this.at(basic) : this.at(basic) - low) / Math.abs(rate));
      const sooner = room < step - EPSILON;
      if (sooner || (room < step + EPSILON && leaving !== undefined && basic < leaving)) {
        step = Math.min(step, room);
        leaving = basic;
      }
    }
    return { step, leaving };
  }

  private move(nonbasic: number, by: number): void {
    this.value[nonbasic] = this.at(nonbasic) + by;
    for (const basic of this.usersOf(nonbasic)) {
      this.value[basic] = this.at(basic) + (this.sumOf(basic).get(nonbasic) ?? 0) * by;
      this.look(basic);
    }
  }

  private pivot(leaving: number, entering: number): void {
    this.effortLeft -= 1;
    const old = this.sumOf(leaving);
    const divisor = old.get(entering) ?? 1;
    const sum = new Map<number, number>([[leaving, 1 / divisor]]);
    for (const [variable, coefficient] of old) {
      this.usersOf(variable).delete(leaving);
      if (variable !== entering) sum.set(variable, -coefficient / divisor);
    }
    this.basis.delete(leaving);
    this.outside.delete(leaving);
    for (const basic of [...this.usersOf(entering)]) {
      const row = this.sumOf(basic);
      const factor = row.get(entering) ?? 0;
      row.delete(entering);
      this.effortLeft -= sum.size / PIVOT_SIZE;
      for (const [variable, coefficient] of sum) {
        const total = (row.get(variable) ?? 0) + factor * coefficient;
        if (Math.abs(total) < NEGLIGIBLE) {
          row.delete(variable);
          this.usersOf(variable).delete(basic);
        } else {
          row.set(variable, total);
          this.usersOf(variable).add(basic);
        }
      }
    }
    this.usersOf(entering).clear();
    this.basis.set(entering, sum);
    for (const variable of sum.keys()) this.usersOf(variable).add(entering);
    this.look(entering);
  }

  private conflictOf(basic: number): ReadonlyMap<number, number> {
    const multipliers = new Map<number, number>();
    if (basic >= this.columns) multipliers.set(basic - this.columns, 1);
    for (const [variable, coefficient] of this.sumOf(basic)) {
      if (variable >= this.columns) multipliers.set(variable - this.columns, -coefficient);
    }
    return multipliers;
  }
}
