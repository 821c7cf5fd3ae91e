import type { Accounts } from '../tables/accounts';
import { partsOf } from './basic-expenditure';
import { comparison } from './comparison';
import { gap, parts, speaker, type KnownOrGap, type Parts } from './fact';
import { amountOf, changeOf, growthOf } from './measure';
import { paragraph, section } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  nil: [],
  total: ['total', 'againstBudget', 'comparison'],
  budgetDiffers: ['change', 'rate?', 'reason'],
  budgetEqual: [],
  budgetUnknown: ['missing', 'reason'],
} as const;
const KEY = 'agency-operating';
const say = speaker(KEY, SENTENCES);

/**
 * 十 机关运行经费支出说明 (rules.md C22): 公用经费合计 of 一般公共预算财政拨款基本支出决算表, unless the user says that
 * it is another amount, as it is where institutions that have no such expenses are part of the department.
 */
export const agencyOperating = section({
  id: KEY,
  table: 'basicExpenditure',
  heading: /机关运行经费/,
  sentences: SENTENCES,
  *tell(table, telling) {
    const total = totalOf(telling, partsOf(table, telling).operating);
    if (total.kind === 'amount' && total.value.isZero()) {
      yield paragraph(say('nil', {}));
      return;
    }
    const compared = comparison(telling, { key: KEY, subject: null, current: total, lastYear });
    yield paragraph(say('total', { total, againstBudget: againstBudget(total, telling), comparison: compared }));
  },
  topics(table, telling) {
    const own = telling.amount(`${KEY}/total`, '机关运行经费（与公用经费合计不同时填写）', '机关运行经费');
    return [
      {
        key: KEY,
        names: ['机关运行经费支出', '机关运行经费', '运行经费支出'],
        actual: own.kind === 'gap' ? partsOf(table, telling).operating : own,
        relation: own.kind === 'gap' ? 'usually-equal' : 'equal',
        budget: budgetOf(telling),
        previous: telling.lastYear(`${KEY}/lastYear`, '上年数', lastYear),
      },
    ];
  },
});

function totalOf(telling: Telling, operating: KnownOrGap): KnownOrGap {
  const own = telling.amount(`${KEY}/total`, '机关运行经费（与公用经费合计不同时填写）', '机关运行经费');
  return own.kind === 'gap' ? operating : own;
}

function budgetOf(telling: Telling): KnownOrGap {
  return telling.amount(`${KEY}/budget`, '机关运行经费年初预算数', '年初预算数');
}

function lastYear({ basicExpenditure: table }: Accounts): KnownOrGap | null {
  return (
    table &&
    amountOf(
      table.operating,
      '公用经费合计',
      table.rows.map(({ amount }) => amount),
    )
  );
}

function againstBudget(total: KnownOrGap, telling: Telling): Parts {
  const budget = budgetOf(telling);
  const reason = telling.words(`${KEY}/budgetReason`, '主要原因');
  if (budget.kind === 'gap') return parts(say('budgetUnknown', { missing: budget, reason }));
  if (total.kind === 'gap') return parts(say('budgetUnknown', { missing: gap('比年初预算数增减情况'), reason }));
  const change = changeOf(total, budget);
  if (change.value.isZero()) return parts(say('budgetEqual', {}));
  return parts(say('budgetDiffers', { change, rate: growthOf(total, budget), reason }));
}
