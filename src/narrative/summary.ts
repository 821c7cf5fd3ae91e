import { GRAND_TOTAL, grandTotal } from './grand-total';
import { amountOf } from './measure';
import { section } from './section';

/** 一 收入支出决算总体情况说明 (rules.md C01, C02). */
export const summary = section({
  table: 'summary',
  sentences: GRAND_TOTAL,
  tell: (_table, telling) =>
    grandTotal('summary', telling, ({ summary: table }) => table && {
      revenue: amountOf(table.revenue.total, '收入总计', table.figures),
      expenditure: amountOf(table.expenditure.total, '支出总计', table.figures),
    }),
});
