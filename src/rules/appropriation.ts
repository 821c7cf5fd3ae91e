import { bound, continuity, identity, type Rule } from '../check/rule';
import type { EquationSpec } from '../check/equation';
import type { FundColumn } from '../tables/accounts';

type FundFigures = Readonly<Record<FundColumn, EquationSpec['total']>>;

const FUNDS = ['total', 'generalBudget', 'governmentFunds', 'stateCapital'] as const;

const across = (figures: FundFigures): EquationSpec => ({
  total: figures.total,
  terms: [figures.generalBudget, figures.governmentFunds, figures.stateCapital],
});

const currentRevenue = identity({
  id: 'appropriation/current-revenue',
  statement: '本年收入合计 = 一般公共预算财政拨款 + 政府性基金预算财政拨款 + 国有资本经营预算财政拨款',
  source: 'A10',
  reads: ['appropriation'],
  *equations({ appropriation: { revenue: r } }) {
    yield { total: r.currentYear, terms: [r.generalBudget, r.governmentFunds, r.stateCapital] };
  },
});

const opening = identity({
  id: 'appropriation/opening',
  statement: '年初财政拨款结转和结余 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算三项之和',
  source: 'A10',
  reads: ['appropriation'],
  *equations({ appropriation: { revenue: r } }) {
    yield { total: r.opening, terms: [r.openingGeneralBudget, r.openingGovernmentFunds, r.openingStateCapital] };
  },
});

const revenueTotal = identity({
  id: 'appropriation/revenue-total',
  statement: '收入总计 = 本年收入合计 + 年初财政拨款结转和结余',
  source: 'A10',
  reads: ['appropriation'],
  *equations({ appropriation: { revenue: r } }) {
    yield { total: r.total, terms: [r.currentYear, r.opening] };
  },
});

const row = identity({
  id: 'appropriation/row',
  statement: '支出每行：合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
  source: 'A11',
  reads: ['appropriation'],
  *equations({ appropriation: { classes, expenditure: e } }) {
    for (const { figures } of classes) yield across(figures);
    for (const figures of [e.currentYear, e.closing, e.total]) if (figures !== null) yield across(figures);
  },
});

const currentExpenditure = identity({
  id: 'appropriation/current-expenditure',
  statement: '支出每列：本年支出合计 = 各功能分类支出之和',
  source: 'A11',
  reads: ['appropriation'],
  *equations({ appropriation: { classes, expenditure } }) {
    for (const fund of FUNDS) {
      yield { total: expenditure.currentYear?.[fund], terms: classes.map(({ figures }) => figures[fund]) };
    }
  },
});

const expenditureTotal = identity({
  id: 'appropriation/expenditure-total',
  statement: '支出每列：总计 = 本年支出合计 + 年末财政拨款结转和结余',
  source: 'A11',
  reads: ['appropriation'],
  *equations({ appropriation: { expenditure: e } }) {
    for (const fund of FUNDS) yield { total: e.total?.[fund], terms: [e.currentYear?.[fund], e.closing?.[fund]] };
  },
});

const balance = identity({
  id: 'appropriation/balance',
  statement: '收入总计 = 支出总计',
  source: 'A11',
  conditions: '两处是同一个数：只差末位的也要提醒',
  same: true,
  reads: ['appropriation'],
  *equations({ appropriation: { revenue, expenditure: { total } } }) {
    yield { total: revenue.total, terms: [total?.total] };
  },
});

const fundBalance = identity({
  id: 'appropriation/fund-balance',
  statement: '每种预算的支出总计 = 本年收入 + 年初结转和结余',
  source: 'A11',
  reads: ['appropriation'],
  *equations({ appropriation: { revenue: r, expenditure: { total } } }) {
    yield { total: total?.generalBudget, terms: [r.generalBudget, r.openingGeneralBudget] };
    yield { total: total?.governmentFunds, terms: [r.governmentFunds, r.openingGovernmentFunds] };
    yield { total: total?.stateCapital, terms: [r.stateCapital, r.openingStateCapital] };
  },
});

const againstSummary = identity({
  id: 'appropriation/summary-sources',
  statement: '三项财政拨款收入 = 收入支出决算总表同项收入',
  source: 'B04',
  reads: ['summary', 'appropriation'],
  *equations({ summary, appropriation: { revenue } }) {
    for (const key of ['generalBudget', 'governmentFunds', 'stateCapital'] as const) {
      yield { total: revenue[key], terms: [summary.revenue[key]] };
    }
  },
});

const againstRevenue = identity({
  id: 'appropriation/revenue-appropriation',
  statement: '财政拨款本年收入合计 = 收入决算表财政拨款收入合计',
  source: 'B04',
  reads: ['revenue', 'appropriation'],
  *equations({ revenue, appropriation }) {
    yield { total: appropriation.revenue.currentYear, terms: [revenue.total?.figures.appropriation] };
  },
});

const balances = bound({
  id: 'appropriation/summary-balances',
  statement: '财政拨款年初、年末结转和结余 ≤ 收入支出决算总表同项',
  source: 'B05',
  conditions: '差额为非财政拨款结转和结余，只作提醒',
  severity: 'warning',
  reads: ['summary', 'appropriation'],
  *bounds({ summary, appropriation }) {
    yield { part: appropriation.revenue.opening, whole: summary.revenue.opening };
    yield { part: appropriation.expenditure.closing?.total, whole: summary.expenditure.closing };
  },
});

const spending = bound({
  id: 'appropriation/summary-expenditure',
  statement: '财政拨款本年支出合计 ≤ 收入支出决算总表本年支出合计',
  source: 'B12',
  conditions: '差额为非财政拨款支出，只作提醒',
  severity: 'warning',
  reads: ['summary', 'appropriation'],
  *bounds({ summary, appropriation }) {
    yield { part: appropriation.expenditure.currentYear?.total, whole: summary.expenditure.currentYear };
  },
});

const carriedIn = continuity({
  id: 'appropriation/carried-in',
  statement: '年初财政拨款结转和结余 = 上年财政拨款收入支出决算总表年末财政拨款结转和结余（合计与三种预算）',
  source: 'D01',
  conditions: '需提供上年工作簿；上年有追加或调整的，应在情况说明中写明',
  reads: ['appropriation'],
  *pairs({ appropriation: { revenue: r } }, { appropriation: { expenditure: { closing } } }) {
    yield { now: r.opening, before: closing?.total };
    yield { now: r.openingGeneralBudget, before: closing?.generalBudget };
    yield { now: r.openingGovernmentFunds, before: closing?.governmentFunds };
    yield { now: r.openingStateCapital, before: closing?.stateCapital };
  },
});

/** 财政拨款收入支出决算总表. */
export const appropriationRules: readonly Rule[] = [
  currentRevenue, opening, revenueTotal, row, currentExpenditure, expenditureTotal, balance, fundBalance,
  againstSummary, againstRevenue, balances, spending, carriedIn,
];
