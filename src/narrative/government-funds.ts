import { FUND_FLOW, fundFlow, fundFlowTopics } from './fund-flow';
import { section } from './section';

/** 八 政府性基金预算收入支出决算情况 (rules.md C27). */
export const governmentFunds = section({
  table: 'governmentFunds',
  heading: /政府性基金/,
  sentences: FUND_FLOW,
  tell: (table, telling) => fundFlow('government-funds', table, telling),
  topics: (table) => fundFlowTopics('government-funds', table),
});
