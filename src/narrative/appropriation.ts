import type { Accounts } from '../tables/accounts';
import { GRAND_TOTAL, grandTotal, grandTotalTopics, type GrandTotals } from './grand-total';
import { amountOf } from './measure';
import { section } from './section';

const totals = ({ appropriation: table }: Accounts): GrandTotals | null =>
  table && {
    revenue: amountOf(table.revenue.total, '财政拨款收入总计', table.figures),
    expenditure: amountOf(table.expenditure.total?.total ?? null, '财政拨款支出总计', table.figures),
  };

/** 四 财政拨款收入支出决算总体情况说明: the 总计, not the revenue of the year (rules.md C07). */
export const appropriation = section({
  table: 'appropriation',
  heading: /^(?:关于)?(?:\d{4}年度?)?(?:本?部门|本?单位)?财政拨款(?:收入支出|收支)/,
  sentences: GRAND_TOTAL,
  tell: (_table, telling) => grandTotal('appropriation', telling, totals),
  topics: (_table, telling) => grandTotalTopics('appropriation', telling, totals),
});
