import { identity, type Rule } from '../check/rule';
import { hierarchyRules, rowEquations } from './coded';

const row = identity({
  id: 'revenue/row',
  statement: '每行：本年收入合计 = 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入',
  source: 'A06',
  reads: ['revenue'],
  equations: ({ revenue }) =>
    rowEquations(revenue, (f) => ({
      total: f.total,
      terms: [f.appropriation, f.superiorSubsidy, f.service, f.business, f.affiliateRemittance, f.other],
    })),
});

const againstSummary = identity({
  id: 'revenue/summary-total',
  statement: '收入决算表合计 = 收入支出决算总表本年收入合计',
  source: 'B01',
  reads: ['summary', 'revenue'],
  *equations({ summary, revenue }) {
    yield { total: revenue.total?.figures.total, terms: [summary.revenue.currentYear] };
  },
});

const sources = identity({
  id: 'revenue/summary-sources',
  statement: '收入决算表各项收入合计 = 收入支出决算总表同项收入；财政拨款收入 = 总表三项财政拨款收入之和',
  source: 'B02',
  reads: ['summary', 'revenue'],
  *equations({ summary: { revenue: s }, revenue }) {
    const figures = revenue.total?.figures;
    yield { total: figures?.appropriation, terms: [s.generalBudget, s.governmentFunds, s.stateCapital] };
    for (const key of ['superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other'] as const) {
      yield { total: figures?.[key], terms: [s[key]] };
    }
  },
});

/** 收入决算表. */
export const revenueRules: readonly Rule[] = [row, ...hierarchyRules('revenue'), againstSummary, sources];
