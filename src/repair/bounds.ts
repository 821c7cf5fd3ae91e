import { slackOf } from '../money/verdict';
import { isMoney, type Figure } from '../money/figure';
import { formatCell } from '../workbook/address';
import type { Explanation, Group } from './localise';

/** A part that does not exceed its whole as it is printed. */
export interface HeldBound {
  readonly part: Figure;
  readonly whole: Figure;
}

/** Marks, rates and counts are never below 0; amounts of money may be. */
function isPossible({ suspects }: Explanation): boolean {
  return suspects.every(({ figure, value }) => value === null || isMoney(figure.unit) || !value.isNegative());
}

/**
 * Drops the explanations that cannot be, and those that would make a part exceed its whole as long as others remain:
 * where only one is left, it is the right one; where none is, nothing was narrowed down.
 */
export function withinBounds(groups: readonly Group[], bounds: readonly HeldBound[]): readonly Group[] {
  const byCell = new Map<string, HeldBound[]>();
  for (const held of bounds) {
    for (const key of [held.part, held.whole].map(({ cell }) => formatCell(cell))) {
      byCell.set(key, [...(byCell.get(key) ?? []), held]);
    }
  }
  const keeps = ({ suspects }: Explanation): boolean => {
    const values = new Map(suspects.map(({ figure, value }) => [formatCell(figure.cell), value]));
    const after = (figure: Figure): Figure['shown'] | null => {
      const value = values.get(formatCell(figure.cell));
      return value === undefined ? figure.shown : value;
    };
    return suspects.every(({ figure }) =>
      (byCell.get(formatCell(figure.cell)) ?? []).every(({ part, whole }) => {
        const [less, more] = [after(part), after(whole)];
        return less === null || more === null || less.minus(more).lte(slackOf([part, whole]));
      }),
    );
  };
  return groups.map((group) => {
    if (group.verdict === 'unknown') return group;
    const possible = group.explanations.filter(isPossible);
    const within = possible.filter(keeps);
    const explanations = within.length > 0 ? within : possible;
    if (explanations.length === group.explanations.length) return group;
    const [first] = explanations;
    if (first === undefined) return { ...group, explanations, verdict: 'unknown' };
    const settled = explanations.length === 1 || (group.verdict === 'unique' && first === group.explanations[0]);
    return { ...group, explanations, verdict: settled ? 'unique' : 'several' };
  });
}
