import type { FundFlowColumn } from './accounts';
import { codedTable } from './coded-table';
import { FUND_FLOW_COLUMNS, FUND_FLOW_GROUPS } from './government-funds';

/** 国有资本经营预算财政拨款支出决算表; some provinces print opening and closing balances too. */
export const stateCapital = codedTable<FundFlowColumn>({
  id: 'state-capital',
  name: '国有资本经营预算财政拨款支出决算表',
  title: /国有资[本产]经营(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)决算(?:总|明细)?表$/,
  columns: FUND_FLOW_COLUMNS,
  otherGroups: FUND_FLOW_GROUPS,
});
