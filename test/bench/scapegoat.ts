import { termsOf, type Equation } from '../../src/check/equation';
import type { Figure } from '../../src/money/figure';
import type { RepairOptions } from '../../src/repair/plan';
import { formatCell } from '../../src/workbook/address';

/** What the scapegoat algorithm changes: by how many units of the last digit, cell by cell. */
export interface Scapegoats {
  readonly changes: ReadonlyMap<string, number>;
  /** Equations it could not satisfy. */
  readonly failed: number;
}

interface Row {
  readonly terms: Map<string, number>;
  right: number;
}

/**
 * The scapegoat algorithm of the statistics offices: for every balance edit, after substituting the scapegoats found
 * so far, a randomly chosen variable is made the scapegoat that absorbs its rounding error.
 * Source: Scholtus, Algorithms for Correcting Sign Errors and Rounding Errors in Business Survey Data, 2011.
 */
export function scapegoats(
  equations: readonly Equation[],
  { isLocked }: RepairOptions,
  sample: () => number,
): Scapegoats {
  const pivots = new Map<string, Row>();
  let failed = 0;
  for (const equation of equations) {
    if (equation.verdict === 'error') continue;
    const row = substitute(rowOf(equation, isLocked), pivots);
    const candidates = [...row.terms.keys()];
    const scapegoat = candidates[Math.floor(sample() * candidates.length)];
    if (scapegoat !== undefined) pivots.set(scapegoat, row);
    else if (row.right !== 0) failed += 1;
  }
  const changes = new Map<string, number>();
  for (const [scapegoat, { terms, right }] of [...pivots].reverse()) {
    let rest = right;
    for (const [cell, coefficient] of terms) rest -= coefficient * (changes.get(cell) ?? 0);
    const change = rest / (terms.get(scapegoat) ?? 1);
    if (change !== 0) changes.set(scapegoat, change);
  }
  return { changes, failed };
}

function rowOf(equation: Equation, isLocked: (figure: Figure) => boolean): Row {
  const terms = new Map<string, number>();
  for (const { figure, sign } of termsOf(equation)) {
    if (figure.shown.isZero() || figure.formula || isLocked(figure)) continue;
    const cell = formatCell(figure.cell);
    terms.set(cell, (terms.get(cell) ?? 0) + sign);
  }
  return { terms, right: -Math.round(equation.gap.div(equation.total.quantum).toNumber()) };
}

function substitute(row: Row, pivots: ReadonlyMap<string, Row>): Row {
  const waiting = [...row.terms.keys()];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const pivot = pivots.get(cell);
    const coefficient = row.terms.get(cell);
    if (pivot === undefined || coefficient === undefined) continue;
    const multiple = coefficient / (pivot.terms.get(cell) ?? 1);
    row.right -= multiple * pivot.right;
    for (const [other, times] of pivot.terms) {
      const rest = (row.terms.get(other) ?? 0) - multiple * times;
      if (Math.abs(rest) < 1e-9) row.terms.delete(other);
      else {
        if (!row.terms.has(other)) waiting.push(other);
        row.terms.set(other, rest);
      }
    }
  }
  return row;
}
