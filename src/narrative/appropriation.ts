import { GRAND_TOTAL, grandTotal } from './grand-total';
import { amountOf } from './measure';
import { section } from './section';

/** 四 财政拨款收入支出决算总体情况说明: the 总计, not the revenue of the year (rules.md C07). */
export const appropriation = section({
  table: 'appropriation',
  sentences: GRAND_TOTAL,
  tell: (_table, telling) =>
    grandTotal('appropriation', telling, ({ appropriation: table }) => table && {
      revenue: amountOf(table.revenue.total, '财政拨款收入总计', table.figures),
      expenditure: amountOf(table.expenditure.total?.total ?? null, '财政拨款支出总计', table.figures),
    }),
});
