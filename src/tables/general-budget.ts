import type { GeneralBudgetColumn } from './accounts';
import { codedTable } from './coded-table';
import { FUND_FLOW_GROUPS } from './government-funds';

/** 一般公共预算财政拨款支出决算表. */
export const generalBudget = codedTable<GeneralBudgetColumn>({
  id: 'general-budget',
  name: '一般公共预算财政拨款支出决算表',
  title: /一般公共预算(?:财政拨款)?(?:收入)?支出决算(?:总|明细)?表$/,
  columns: {
    total: ['本年支出合计', '合计', '小计', '本年支出', '一般公共预算财政拨款支出决算数', '决算数'],
    basic: ['基本支出'],
    project: ['项目支出'],
  },
  otherGroups: FUND_FLOW_GROUPS,
});
