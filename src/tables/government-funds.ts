import type { FundFlowColumn } from './accounts';
import { codedTable } from './coded-table';
import type { Glossary } from './layout/aliases';

/** Opening + revenue − expenditure = closing, expenditure split into basic and project. */
export const FUND_FLOW_COLUMNS: Glossary<FundFlowColumn> = {
  opening: ['年初结转和结余', '上年结转和结余', '年初结转结余'],
  revenue: ['本年收入'],
  total: ['本年支出合计', '本年支出', '合计', '小计', '决算数'],
  basic: ['基本支出'],
  project: ['项目支出'],
  closing: ['年末结转和结余', '年末结转结余'],
};

/** Headings whose parts are named like those of 本年支出. */
export const FUND_FLOW_GROUPS = /结转|结余|^本年收入$|预算数$/;

/** 政府性基金预算财政拨款收入支出决算表. */
export const governmentFunds = codedTable<FundFlowColumn>({
  id: 'government-funds',
  name: '政府性基金预算财政拨款收入支出决算表',
  title: /政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)决算(?:总|明细)?表$/,
  columns: FUND_FLOW_COLUMNS,
  otherGroups: FUND_FLOW_GROUPS,
});
