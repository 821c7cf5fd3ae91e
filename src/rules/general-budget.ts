import { allZero } from '../check/amounts';
import { bound, identity, type Rule } from '../check/rule';
import type { SummaryTable } from '../tables/accounts';
import { sameClass } from './classes';
import { hierarchyRules, rowEquations, samePlace } from './coded';
import { hasNoBalances } from './expenditure';

const COLUMNS = ['total', 'basic', 'project'] as const;

const row = identity({
  id: 'general-budget/row',
  statement: '每行：本年支出合计 = 基本支出 + 项目支出',
  source: 'A12',
  reads: ['generalBudget'],
  equations: ({ generalBudget }) => rowEquations(generalBudget, (f) => ({ total: f.total, terms: [f.basic, f.project] })),
});

const againstAppropriation = identity({
  id: 'general-budget/appropriation-total',
  statement: '一般公共预算财政拨款支出合计 = 财政拨款收入支出决算总表一般公共预算本年支出合计',
  source: 'B06',
  reads: ['appropriation', 'generalBudget'],
  *equations({ appropriation, generalBudget }) {
    yield {
      total: generalBudget.total?.figures.total,
      terms: [appropriation.expenditure.currentYear?.generalBudget],
    };
  },
});

const classes = identity({
  id: 'general-budget/appropriation-classes',
  statement: '一般公共预算财政拨款支出各类 = 财政拨款收入支出决算总表一般公共预算同类支出',
  source: 'B06',
  conditions: '按类的名称对应，不按序号；本表不含政府性基金和国有资本经营预算支出',
  reads: ['appropriation', 'generalBudget'],
  *equations({ appropriation, generalBudget }) {
    for (const [line, row] of sameClass(appropriation.classes, generalBudget)) {
      yield { total: row.figures.total, terms: [line.figures.generalBudget] };
    }
  },
});

const codes = identity({
  id: 'general-budget/expenditure-codes',
  statement: '只有一般公共预算收入且无结转结余时，各科目支出 = 支出决算表同科目同列支出',
  source: 'B11',
  conditions: '仅在总表其余各项收入与结转结余均为零时成立',
  reads: ['summary', 'expenditure', 'generalBudget'],
  *equations({ summary, expenditure, generalBudget }) {
    if (!isAllGeneralBudget(summary)) return;
    for (const [part, whole] of samePlace(generalBudget, expenditure)) {
      for (const column of COLUMNS) yield { total: part.figures[column], terms: [whole.figures[column]] };
    }
  },
});

const within = bound({
  id: 'general-budget/expenditure-part',
  statement: '各科目一般公共预算财政拨款支出 ≤ 支出决算表同科目同列支出',
  source: 'B11',
  reads: ['summary', 'expenditure', 'generalBudget'],
  *bounds({ summary, expenditure, generalBudget }) {
    if (isAllGeneralBudget(summary)) return;
    for (const [part, whole] of samePlace(generalBudget, expenditure)) {
      for (const column of COLUMNS) yield { part: part.figures[column], whole: whole.figures[column] };
    }
  },
});

/** Whether all money of the year is general public budget money, nothing carried in or out. */
function isAllGeneralBudget(summary: SummaryTable): boolean {
  const { revenue: r } = summary;
  const others = [
    r.governmentFunds, r.stateCapital, r.superiorSubsidy, r.service, r.business, r.affiliateRemittance, r.other,
  ];
  return hasNoBalances(summary) && allZero(others);
}

/** 一般公共预算财政拨款支出决算表. */
export const generalBudgetRules: readonly Rule[] = [
  row, ...hierarchyRules('generalBudget'), againstAppropriation, classes, codes, within,
];
