import { identity, type Rule } from '../check/rule';
import { hierarchyRules, rowEquations } from './coded';

const row = identity({
  id: 'state-capital/row',
  statement: '每行：本年支出合计 = 基本支出 + 项目支出',
  source: 'A17',
  reads: ['stateCapital'],
  equations: ({ stateCapital }) => rowEquations(stateCapital, (f) => ({ total: f.total, terms: [f.basic, f.project] })),
});

const balance = identity({
  id: 'state-capital/balance',
  statement: '每行：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出',
  source: 'A16',
  conditions: '仅部分地区的表式列有年初、年末结转和结余',
  reads: ['stateCapital'],
  equations: ({ stateCapital }) =>
    rowEquations(stateCapital, (f) => ({ total: f.closing, terms: [f.opening, f.revenue], less: [f.total] })),
});

const againstAppropriation = identity({
  id: 'state-capital/appropriation',
  statement: '国有资本经营预算支出合计 = 财政拨款收入支出决算总表国有资本经营预算本年支出合计',
  source: 'B09',
  conditions: '没有国有资本经营预算时两表都为空',
  reads: ['appropriation', 'stateCapital'],
  *equations({ appropriation: { revenue, expenditure }, stateCapital: { total: sum } }) {
    yield { total: sum?.figures.total, terms: [expenditure.currentYear?.stateCapital] };
    yield { total: sum?.figures.revenue, terms: [revenue.stateCapital] };
    yield { total: sum?.figures.opening, terms: [revenue.openingStateCapital] };
    yield { total: sum?.figures.closing, terms: [expenditure.closing?.stateCapital] };
  },
});

/** 国有资本经营预算财政拨款支出决算表. */
export const stateCapitalRules: readonly Rule[] = [row, balance, ...hierarchyRules('stateCapital'), againstAppropriation];
