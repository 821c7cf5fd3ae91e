import { FUND_FLOW, fundFlow, fundFlowTopics } from './fund-flow';
import { section } from './section';

/** 九 国有资本经营预算支出决算情况说明 (rules.md C27). */
export const stateCapital = section({
  table: 'stateCapital',
  heading: /国有(?:资本|资产)经营/,
  sentences: FUND_FLOW,
  tell: (table, telling) => fundFlow('state-capital', table, telling),
  topics: (table) => fundFlowTopics('state-capital', table),
});
