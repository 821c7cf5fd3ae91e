import { allZero } from '../check/amounts';
import { bound, identity, type Rule } from '../check/rule';
import { keysOf } from '../tables/layout/aliases';

/** Economic sections of 06 that are part of a “三公” item. */
const PARTS = [
  ['30212', 'overseasTravel'],
  ['31013', 'vehiclePurchase'],
  ['30231', 'vehicleRunning'],
  ['30217', 'hospitality'],
] as const;

const total = identity({
  id: 'three-public/total',
  statement: '预算数、决算数：合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费',
  source: 'A15',
  reads: ['threePublic'],
  *equations({ threePublic }) {
    for (const side of [threePublic.budget, threePublic.actual]) {
      yield { total: side.total, terms: [side.overseasTravel, side.vehicles, side.hospitality] };
    }
  },
});

const vehicles = identity({
  id: 'three-public/vehicles',
  statement: '预算数、决算数：公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费',
  source: 'A15',
  reads: ['threePublic'],
  *equations({ threePublic }) {
    for (const side of [threePublic.budget, threePublic.actual]) {
      yield { total: side.vehicles, terms: [side.vehiclePurchase, side.vehicleRunning] };
    }
  },
});

const basicPart = bound({
  id: 'three-public/basic-part',
  statement: '基本支出中的出国、购车、车辆运行、接待费 ≤ “三公”经费决算同项',
  source: 'B13',
  conditions: '“三公”经费含项目支出，所以只要求不大于',
  reads: ['basicExpenditure', 'threePublic'],
  *bounds({ basicExpenditure, threePublic }) {
    for (const [code, item] of PARTS) {
      yield { part: basicExpenditure.rows.find((row) => row.code === code)?.amount, whole: threePublic.actual[item] };
    }
  },
});

const withinBudget = bound({
  id: 'three-public/within-budget',
  statement: '“三公”经费决算数 ≤ 预算数，逐项相同',
  source: 'B17',
  conditions: '预算数为全年预算数；超预算须有审批，只作提醒；预算数整列为空时不核对',
  severity: 'warning',
  reads: ['threePublic'],
  *bounds({ threePublic: { budget, actual } }) {
    if (allZero(Object.values(budget))) return;
    for (const item of keysOf(actual)) yield { part: actual[item], whole: budget[item] };
  },
});

const withinSpending = bound({
  id: 'three-public/within-spending',
  statement: '“三公”经费决算合计 ≤ 财政拨款本年支出合计',
  source: 'A21',
  conditions: '“三公”经费由当年财政拨款支出；把“元”填进“万元”表时会大出许多',
  reads: ['threePublic', 'appropriation'],
  *bounds({ threePublic, appropriation }) {
    yield { part: threePublic.actual.total, whole: appropriation.expenditure.currentYear?.total };
  },
});

/** 财政拨款“三公”经费支出决算表. */
export const threePublicRules: readonly Rule[] = [total, vehicles, basicPart, withinBudget, withinSpending];
