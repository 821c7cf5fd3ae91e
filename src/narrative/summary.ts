import type { SummaryTable } from '../tables/accounts';
import { comparison } from './comparison';
import { speaker, type KnownOrGap } from './fact';
import { amountOf } from './measure';
import { paragraph, section } from './section';

const SENTENCES = {
  balanced: ['total', 'comparison'],
  unbalanced: ['revenue', 'expenditure'],
} as const;
const say = speaker('summary', SENTENCES);

/** 一 收入支出决算总体情况说明 (rules.md C01, C02). */
export const summary = section({
  table: 'summary',
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
        key: 'summary',
        subject: null,
        current: total,
        lastYear: ({ summary: before }) => before && grandTotals(before)[0],
      }),
    }));
  },
});

function grandTotals({ revenue, expenditure, figures }: SummaryTable): [revenue: KnownOrGap, expenditure: KnownOrGap] {
  return [amountOf(revenue.total, '收入总计', figures), amountOf(expenditure.total, '支出总计', figures)];
}
