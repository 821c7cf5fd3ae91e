import type { AppropriationTable } from '../tables/accounts';
import { comparison } from './comparison';
import { speaker, type KnownOrGap } from './fact';
import { amountOf } from './measure';
import { paragraph, section } from './section';

const SENTENCES = {
  balanced: ['total', 'comparison'],
  unbalanced: ['revenue', 'expenditure'],
} as const;
const say = speaker('appropriation', SENTENCES);

/** 四 财政拨款收入支出决算总体情况说明: the 总计, not the revenue of the year (rules.md C07). */
export const appropriation = section({
  table: 'appropriation',
  sentences: SENTENCES,
  *tell(table, telling) {
    const [revenue, expenditure] = grandTotals(table);
    if (revenue.kind === 'amount' && expenditure.kind === 'amount' && !revenue.value.eq(expenditure.value)) {
      yield paragraph(say('unbalanced', { revenue, expenditure }));
      return;
    }
    const total = revenue.kind === 'gap' ? expenditure : revenue;
    yield paragraph(say('balanced', {
      total,
      comparison: comparison(telling, {
        key: 'appropriation',
        subject: null,
        current: total,
        lastYear: ({ appropriation: before }) => before && grandTotals(before)[0],
      }),
    }));
  },
});

function grandTotals(table: AppropriationTable): [revenue: KnownOrGap, expenditure: KnownOrGap] {
  return [
    amountOf(table.revenue.total, '财政拨款收入总计', table.figures),
    amountOf(table.expenditure.total?.total ?? null, '财政拨款支出总计', table.figures),
  ];
}
