import { GRAND_TOTAL, grandTotal, grandTotalTopics, type GrandTotals } from './grand-total';
import { amountOf } from './measure';
import { section } from './section';
import type { Accounts } from '../tables/accounts';

const totals = ({ summary: table }: Accounts): GrandTotals | null =>
  table && {
    revenue: amountOf(table.revenue.total, '收入总计', table.figures),
    expenditure: amountOf(table.expenditure.total, '支出总计', table.figures),
  };

/** 一 收入支出决算总体情况说明 (rules.md C01, C02). */
export const summary = section({
  table: 'summary',
  heading: /^(?:关于)?(?:\d{4}年度?)?(?:本?部门|本?单位)?(?:收入支出|收支)(?:决算|总体)/,
  sentences: GRAND_TOTAL,
  tell: (_table, telling) => grandTotal('summary', telling, totals),
  topics: (_table, telling) => grandTotalTopics('summary', telling, totals),
});
