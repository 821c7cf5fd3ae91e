import { slackOf } from '../money/verdict';
import type { Figure } from '../money/figure';
import { formatCell } from '../workbook/address';
import type { Explanation, Group } from './localise';

/** A part that does not exceed its whole as it is printed. */
export interface HeldBound {
  readonly part: Figure;
  readonly whole: Figure;
}

/**
 * Drops the explanations that would make a part exceed its whole, as long as others remain: where only one is left,
 * it is the right one. A group that was not narrowed down stays so.
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
    const explanations = group.explanations.filter(keeps);
    const [first] = explanations;
    if (group.verdict === 'unknown' || first === undefined) return group;
    const settled = explanations.length === 1 || (group.verdict === 'unique' && first === group.explanations[0]);
    return { ...group, explanations, verdict: settled ? 'unique' : 'several' };
  });
}
