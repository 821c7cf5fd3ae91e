import { GRAND_TOTAL, grandTotal, grandTotalTopics, type GrandTotals } from './grand-total';
import { amountOf } from './measure';
import { section } from './section';
import type { Figure } from '../money/figure';
import type { Accounts, SummaryTable } from '../tables/accounts';
import { wholeExpenditure } from './expenditure';
import type { Topic } from './topic';

const totals = ({ summary: table }: Accounts): GrandTotals | null =>
  table && {
    revenue: amountOf(table.revenue.total, '收入总计', table.figures),
    expenditure: amountOf(table.expenditure.total, '支出总计', table.figures),
  };

/** 本年收入 and 本年支出, where a text takes them together with the totals, and what else makes these up. */
function currentTopics({ revenue, expenditure }: Accounts): readonly Topic[] {
  return [
    {
      key: 'summary/currentRevenue',
      names: ['本年收入合计', '本年收入决算合计', '本年收入'],
      actual: revenue && amountOf(revenue.total?.figures.total ?? null, '本年收入合计', revenue.figures),
    },
    {
      key: 'summary/currentExpenditure',
      names: ['本年支出合计', '本年支出决算合计', '本年支出'],
      actual: expenditure && wholeExpenditure(expenditure),
    },
  ];
}

/** What stands besides revenue and expenditure of the year. */
function balanceTopics({ revenue, expenditure }: SummaryTable): readonly Topic[] {
  const topic = (row: string, figure: Figure | null, ...names: readonly [string, ...string[]]): Topic => ({
    key: `summary/${row}`,
    names,
    actual: figure && amountOf(figure, names[0]),
  });
  return [
    topic('surplusUsed', revenue.surplusUsed, '使用非财政拨款结余', '使用非财政拨款结余和专用结余'),
    topic('opening', revenue.opening, '年初结转和结余'),
    topic('surplusDistributed', expenditure.surplusDistributed, '结余分配'),
    topic('closing', expenditure.closing, '年末结转和结余'),
  ];
}

/** 一 收入支出决算总体情况说明 (rules.md C01, C02). */
export const summary = section({
  table: 'summary',
  heading: /^(?:关于)?(?:\d{4}年度?)?(?:本?部门|本?单位)?(?:收入支出|收支)(?:决算|总体)/,
  sentences: GRAND_TOTAL,
  tell: (_table, telling) => grandTotal('summary', telling, totals),
  topics: (table, telling) => [
    ...grandTotalTopics('summary', telling, totals),
    ...currentTopics(telling.accounts),
    ...balanceTopics(table),
  ],
});
