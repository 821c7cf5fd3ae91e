import { identity, type Rule } from '../check/rule';
import { hierarchyRules, rowEquations } from './coded';

const balance = identity({
  id: 'government-funds/balance',
  statement: '每行：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出',
  source: 'A16',
  reads: ['governmentFunds'],
  equations: ({ governmentFunds }) =>
    rowEquations(governmentFunds, (f) => ({ total: f.closing, terms: [f.opening, f.revenue], less: [f.total] })),
});

const row = identity({
  id: 'government-funds/row',
  statement: '每行：本年支出小计 = 基本支出 + 项目支出',
  source: 'A16',
  reads: ['governmentFunds'],
  equations: ({ governmentFunds }) => rowEquations(governmentFunds, (f) => ({ total: f.total, terms: [f.basic, f.project] })),
});

const againstAppropriation = identity({
  id: 'government-funds/appropriation',
  statement: '政府性基金合计行 = 财政拨款收入支出决算总表政府性基金的收入、支出与年初、年末结转',
  source: 'B08',
  conditions: '没有政府性基金时两表都为空',
  reads: ['appropriation', 'governmentFunds'],
  *equations({ appropriation: { revenue, expenditure }, governmentFunds: { total: sum } }) {
    yield { total: sum?.figures.revenue, terms: [revenue.governmentFunds] };
    yield { total: sum?.figures.opening, terms: [revenue.openingGovernmentFunds] };
    yield { total: sum?.figures.total, terms: [expenditure.currentYear?.governmentFunds] };
    yield { total: sum?.figures.closing, terms: [expenditure.closing?.governmentFunds] };
  },
});

/** 政府性基金预算财政拨款收入支出决算表. */
export const governmentFundsRules: readonly Rule[] = [balance, row, ...hierarchyRules('governmentFunds'), againstAppropriation];
