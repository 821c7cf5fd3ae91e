import { formatAmount, type Figure } from '../money/figure';
import { describeCell, showFigure } from '../check/describe';
import { inspection, type Rule } from '../check/rule';
import { convertedPairs } from '../tables/base-tables';

/**
 * Whether a published amount can come from a base amount: the base amount rounded to the published unit, or moved by
 * one unit of the last digit, as a repair of rounding differences does.
 */
function comesFrom(published: Figure, base: Figure): boolean {
  return published.shown.minus(base.exact).abs().lt(published.quantum.mul('1.5'));
}

const conversion = inspection({
  id: 'base/conversion',
  statement: '公开表各数 = 财决底表同一数换算为万元后四舍五入（可因调平尾差相差 0.01）',
  source: '财决报表填报说明',
  conditions: '仅在工作簿中同时有财决底表（财决01、01-1、03、04、07、08-1、附03表）时核对；底表空白的不核对',
  severity: 'error',
  reads: [],
  *inspect(_, accounts) {
    if (accounts.base === null) return;
    for (const { published, base } of convertedPairs(accounts, accounts.base)) {
      if (base.content.kind !== 'number' || published.content.kind === 'unreadable') continue;
      if (comesFrom(published, base)) continue;
      yield {
        message:
          `${describeCell(published)}为 ${showFigure(published, published.unit)}，财决底表${describeCell(base)}为 ` +
          `${showFigure(base, base.unit)} ${base.unit}，换算后应为 ${formatAmount(base.exact, published.unit)}。`,
        cells: [published.cell, base.cell],
        found: null,
        cause: published.blank ? 'blank' : null,
      };
    }
  },
});

/** The published tables against the official base tables they were converted from. */
export const baseRules: readonly Rule[] = [conversion];
