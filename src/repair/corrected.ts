import type Decimal from 'decimal.js';
import { evaluate, figuresOf, type Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import { formatCell } from '../workbook/address';

/** A figure with another amount, in 万元. */
export function withAmount(figure: Figure, amount: Decimal): Figure {
  if (amount.isZero() && figure.blank) return figure;
  return { ...figure, content: { kind: 'number', value: amount, typed: 'number' }, exact: amount, shown: amount, blank: false };
}

/** The equations with other figures in some cells, by `formatCell`; those with an unknown figure, null, fall out. */
export function withCorrected(
  equations: readonly Equation[],
  corrected: ReadonlyMap<string, Figure | null>,
): readonly Equation[] {
  const now = (figure: Figure): Figure | null => {
    const found = corrected.get(formatCell(figure.cell));
    return found === undefined ? figure : found;
  };
  return equations.flatMap((equation) => {
    const figures = figuresOf(equation);
    if (!figures.some((figure) => corrected.has(formatCell(figure.cell)))) return [equation];
    if (figures.some((figure) => now(figure) === null)) return [];
    const { rule, total, terms, less } = equation;
    return evaluate(rule, { total: now(total), terms: terms.map(now), less: less.map(now) }) ?? [];
  });
}
