import Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import type { CellRef } from '../workbook/address';
import { CellNumbers } from './cell-numbers';

/** `−slack ≤ residual + Σ coefficient · change of figure ≤ slack`, in the system's unit. */
export interface SystemRow {
  readonly terms: ReadonlyMap<number, number>;
  readonly residual: number;
  readonly slack: number;
}

/** The equations of a workbook in whole numbers: half a unit of the last digit printed anywhere is 1. */
export interface System {
  /** One per cell. */
  readonly figures: readonly Figure[];
  /** The number of the figure in a cell; undefined where no equation has it. */
  readonly indexOf: (cell: CellRef) => number | undefined;
  /** Half a unit of each figure's last digit. */
  readonly halves: readonly number[];
  readonly equations: readonly Equation[];
  readonly rows: readonly SystemRow[];
  /** The rows each figure occurs in. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The rows that do not hold. */
  readonly broken: readonly number[];
  /** What 1 is in 万元. */
  readonly unit: number;
}

/**
 * Compiles equations. A figure is its cell, so the same cell read twice is one figure. A row that was judged an
 * error is broken and any other one holds, whatever its gap: the judgement is the checker's.
 */
export function compile(equations: readonly Equation[]): System {
  const figures: Figure[] = [];
  const numbers = new CellNumbers();
  const add = (terms: Map<number, number>, figure: Figure, sign: number): void => {
    const index = numbers.numberOf(figure.cell);
    if (index === figures.length) figures.push(figure);
    terms.set(index, (terms.get(index) ?? 0) + sign);
  };
  const sums = equations.map(({ total, terms, less }) => {
    const sum = new Map<number, number>();
    add(sum, total, 1);
    for (const figure of terms) add(sum, figure, -1);
    for (const figure of less) add(sum, figure, 1);
    return sum;
  });
  const quanta = figures.map(({ quantum }) => quantum.toNumber());
  const unit = quanta.reduce((least, quantum) => Math.min(least, quantum), Infinity) / 2;
  const halves = quanta.map((quantum) => Math.round(quantum / unit / 2));
  const rowsOf = figures.map((): number[] => []);
  const broken: number[] = [];
  const rows = equations.map(({ gap, verdict }, index): SystemRow => {
    const terms = sums[index] ?? new Map<number, number>();
    let rounding = 0;
    for (const [figure, coefficient] of terms) {
      rowsOf[figure]?.push(index);
      if (figures[figure]?.blank === false) rounding += Math.abs(coefficient) * (halves[figure] ?? 0);
    }
    const residual = gap.isZero() ? 0 : Math.round(gap.toNumber() / unit);
    if (verdict === 'error') broken.push(index);
    const slack = verdict !== 'error' ? Math.max(rounding, Math.abs(residual)) : rounding;
    return { terms, residual, slack: verdict === 'error' && Math.abs(residual) <= rounding ? 0 : slack };
  });
  return { figures, indexOf: (cell) => numbers.find(cell), halves, equations, rows, rowsOf, broken, unit };
}

/** A number of the system's units as an amount in 万元. */
export function toAmount(system: System, units: number): Decimal {
  return new Decimal(Math.round(units)).mul(system.unit);
}

/** The rows the given figures occur in. */
export function touchedRows(system: System, figures: readonly number[]): number[] {
  return [...new Set(figures.flatMap((figure) => system.rowsOf[figure] ?? []))];
}

/** The gap of a row once some figures have changed. */
export function gapOf(system: System, row: number, changes: ReadonlyMap<number, number>): number {
  let gap = system.rows[row]?.residual ?? 0;
  for (const [figure, coefficient] of system.rows[row]?.terms ?? []) gap += coefficient * (changes.get(figure) ?? 0);
  return gap;
}

/** Whether a row holds, within the rounding of what is printed, once some figures have changed. */
export function isHeld(system: System, row: number, changes: ReadonlyMap<number, number>): boolean {
  let slack = system.rows[row]?.slack ?? 0;
  for (const [figure, coefficient] of system.rows[row]?.terms ?? []) {
    slack += changes.has(figure) ? Math.abs(coefficient) * filling(system, figure) : 0;
  }
  return Math.abs(gapOf(system, row, changes)) <= slack;
}

/** What a figure adds to the slack of a row when it gets a value: a blank that is filled is rounded like any other. */
export function filling(system: System, figure: number): number {
  return system.figures[figure]?.blank === true ? (system.halves[figure] ?? 0) : 0;
}

/** Groups the given rows: rows that share a figure, directly or by way of other rows given, are together. */
export function connected(system: System, rows: readonly number[]): number[][] {
  const left = new Set(rows);
  const groups: number[][] = [];
  for (const first of rows) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let at = 0; at < group.length; at += 1) {
      for (const figure of system.rows[group[at] ?? -1]?.terms.keys() ?? []) {
        for (const row of system.rowsOf[figure] ?? []) if (left.delete(row)) group.push(row);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}
