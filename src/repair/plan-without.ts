import { evaluate, termsOf, type Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import { formatCell, type CellRef } from '../workbook/address';
import type { RepairPlan } from './plan';

/**
 * The identities that a plan would make or keep exact and that do not hold if some of its changes are not written, as
 * they then stand.
 */
export function openWithout(
  equations: readonly Equation[],
  { changes, unresolved }: RepairPlan,
  omitted: readonly CellRef[],
): Equation[] {
  const kept = new Set(omitted.map(formatCell));
  const [skipped, written] = [true, false].map((skips) =>
    new Map(changes.flatMap(({ figure, to }) => {
      const cell = formatCell(figure.cell);
      return kept.has(cell) === skips ? [[cell, { ...figure, shown: to, exact: to }] as const] : [];
    })),
  );
  if (skipped === undefined || written === undefined || skipped.size === 0) return [];
  const left = new Set(unresolved.map(({ equation }) => equation));
  const after = (figure: Figure): Figure => written.get(formatCell(figure.cell)) ?? figure;
  return equations.flatMap((equation) => {
    if (equation.verdict === 'error' || left.has(equation)) return [];
    if (!termsOf(equation).some(({ figure }) => skipped.has(formatCell(figure.cell)))) return [];
    const { rule, total, terms, less, constant } = equation;
    const spec = { total: after(total), terms: terms.map(after), less: less.map(after) };
    const then = evaluate(rule, { ...spec, ...(constant && { constant: constant.toNumber() }) });
    return then === null || then.gap.isZero() ? [] : [then];
  });
}
