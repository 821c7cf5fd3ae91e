import { continuity, identity, type Rule } from '../check/rule';

const currentRevenue = identity({
  id: 'summary/current-revenue',
  statement: '本年收入合计 = 一般公共预算财政拨款收入 + 政府性基金预算财政拨款收入 + 国有资本经营预算财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入',
  source: 'A01',
  reads: ['summary'],
  *equations({ summary: { revenue: r } }) {
    yield {
      total: r.currentYear,
      terms: [
        r.generalBudget, r.governmentFunds, r.stateCapital, r.superiorSubsidy, r.service, r.business,
        r.affiliateRemittance, r.other,
      ],
    };
  },
});

const currentExpenditure = identity({
  id: 'summary/current-expenditure',
  statement: '本年支出合计 = 各功能分类支出之和',
  source: 'A02',
  reads: ['summary'],
  *equations({ summary: { classes, expenditure } }) {
    yield { total: expenditure.currentYear, terms: classes.map(({ figures }) => figures.amount) };
  },
});

const revenueTotal = identity({
  id: 'summary/revenue-total',
  statement: '收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
  source: 'A03',
  reads: ['summary'],
  *equations({ summary: { revenue: r } }) {
    yield { total: r.total, terms: [r.currentYear, r.surplusUsed, r.opening] };
  },
});

const expenditureTotal = identity({
  id: 'summary/expenditure-total',
  statement: '支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
  source: 'A04',
  reads: ['summary'],
  *equations({ summary: { expenditure: e } }) {
    yield { total: e.total, terms: [e.currentYear, e.surplusDistributed, e.closing] };
  },
});

const balance = identity({
  id: 'summary/balance',
  statement: '收入总计 = 支出总计',
  source: 'A05',
  conditions: '两处是同一个数：只差末位的也要提醒',
  same: true,
  reads: ['summary'],
  *equations({ summary: { revenue, expenditure } }) {
    yield { total: revenue.total, terms: [expenditure.total] };
  },
});

const opening = continuity({
  id: 'summary/opening',
  statement: '年初结转和结余 = 上年收入支出决算总表年末结转和结余',
  source: 'D01',
  conditions: '需提供上年工作簿；上年有追加或调整的，应在情况说明中写明',
  reads: ['summary'],
  *pairs(now, before) {
    yield { now: now.summary.revenue.opening, before: before.summary.expenditure.closing };
  },
});

/** 收入支出决算总表. */
export const summaryRules: readonly Rule[] = [
  currentRevenue, currentExpenditure, revenueTotal, expenditureTotal, balance, opening,
];
