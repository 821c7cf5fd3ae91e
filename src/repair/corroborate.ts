import type Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import { holdsWith, inputsOf, type Computation } from '../check/computation';
import { slackOf } from '../money/verdict';
import type { HeldBound } from './bounds';
import { MARGIN, type Explanation, type Group } from './localise';

/**
 * Keeps the explanations that the numbers computed from their suspects bear out, or under which a part no longer
 * exceeds its whole: where one of two amounts must be wrong and a rate was rightly computed from one of them, the other
 * is. A group that was not narrowed down stays so.
 */
export function corroborated(
  groups: readonly Group[],
  computations: readonly Computation[],
  exceeded: readonly HeldBound[],
): readonly Group[] {
  return groups.map((group) => {
    const { explanations, verdict } = group;
    const told = explanations.filter(({ suspects }) => suspects.every(({ value }) => value !== null));
    if (verdict === 'unknown' || told.length < 2) return group;
    const concerned = computations.filter((computation) => told.some((explanation) => concerns(explanation, computation)));
    const holding = told.map((explanation) => {
      const values = valuesOf(explanation);
      const held = concerned.filter((each) => holdsWith(each, values)).length;
      return held + exceeded.filter((bound) => isMended(bound, values)).length;
    });
    const most = Math.max(...holding);
    const borneOut = told.filter((_, index) => holding[index] === most);
    if (borneOut.length === told.length) return group;
    const settled = isFarAhead(borneOut) || (verdict === 'unique' && borneOut[0] === explanations[0]);
    return { ...group, explanations: borneOut, verdict: settled ? 'unique' : 'several' };
  });
}

/** Whether the first explanation is much likelier than all others together. */
function isFarAhead([first, ...others]: readonly Explanation[]): boolean {
  const rest = others.reduce((sum, { cost }) => sum + 10 ** ((first?.cost ?? 0) - cost), 0);
  return first !== undefined && rest * MARGIN <= 1;
}

/** An amount that would have to fall below 0 mends nothing. */
function isMended({ part, whole }: HeldBound, values: ReadonlyMap<string, Decimal>): boolean {
  const [less, more] = [part, whole].map(({ cell, shown }) => values.get(formatCell(cell)) ?? shown);
  if (less === undefined || more === undefined || (less.isNegative() && !part.shown.isNegative())) return false;
  return less.minus(more).lte(slackOf([part, whole]));
}

function concerns({ suspects }: Explanation, computation: Computation): boolean {
  const cells = [computation.value, ...inputsOf(computation)].map(({ cell }) => formatCell(cell));
  return suspects.some(({ figure }) => cells.includes(formatCell(figure.cell)));
}

function valuesOf({ suspects }: Explanation): ReadonlyMap<string, Decimal> {
  return new Map(suspects.flatMap(({ figure, value }) => (value === null ? [] : [[formatCell(figure.cell), value] as const])));
}
