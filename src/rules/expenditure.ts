import { allZero } from '../check/amounts';
import { identity, type Rule } from '../check/rule';
import type { SummaryTable } from '../tables/accounts';
import { sameClass } from './classes';
import { hierarchyRules, rowEquations, samePlace } from './coded';

const row = identity({
  id: 'expenditure/row',
  statement: '每行：本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出',
  source: 'A09',
  reads: ['expenditure'],
  equations: ({ expenditure }) =>
    rowEquations(expenditure, (f) => ({
      total: f.total,
      terms: [f.basic, f.project, f.superiorRemittance, f.business, f.affiliateSubsidy],
    })),
});

const againstSummary = identity({
  id: 'expenditure/summary-total',
  statement: '支出决算表合计 = 收入支出决算总表本年支出合计',
  source: 'B03',
  reads: ['summary', 'expenditure'],
  *equations({ summary, expenditure }) {
    yield { total: expenditure.total?.figures.total, terms: [summary.expenditure.currentYear] };
  },
});

const classes = identity({
  id: 'expenditure/summary-classes',
  statement: '支出决算表各类 = 收入支出决算总表同类支出',
  source: 'B03',
  conditions: '按类的名称对应，不按序号',
  reads: ['summary', 'expenditure'],
  *equations({ summary, expenditure }) {
    for (const [line, row] of sameClass(summary.classes, expenditure)) {
      yield { total: row.figures.total, terms: [line.figures.amount] };
    }
  },
});

const carryOver = identity({
  id: 'expenditure/carry-over',
  statement: '支出合计 = 收入合计 + 年初结转和结余 + 使用非财政拨款结余 − 结余分配 − 年末结转和结余',
  source: 'B10',
  reads: ['summary', 'revenue', 'expenditure'],
  *equations({ summary, revenue, expenditure }) {
    yield {
      total: expenditure.total?.figures.total,
      terms: [revenue.total?.figures.total, summary.revenue.opening, summary.revenue.surplusUsed],
      less: [summary.expenditure.surplusDistributed, summary.expenditure.closing],
    };
  },
});

const codes = identity({
  id: 'expenditure/revenue-codes',
  statement: '无结转结余时，支出决算表各科目支出 = 收入决算表同科目收入',
  source: 'B10',
  conditions: '仅在年初、年末结转和结余，使用非财政拨款结余与结余分配均为零时成立',
  reads: ['summary', 'revenue', 'expenditure'],
  *equations({ summary, revenue, expenditure }) {
    if (!hasNoBalances(summary)) return;
    for (const [spent, received] of samePlace(expenditure, revenue)) {
      if (spent.level !== 'total') yield { total: spent.figures.total, terms: [received.figures.total] };
    }
  },
});

/** Whether the summary shows no money carried in, used, distributed or carried out. */
export function hasNoBalances({ revenue, expenditure }: SummaryTable): boolean {
  return allZero([revenue.opening, revenue.surplusUsed, expenditure.surplusDistributed, expenditure.closing]);
}

/** 支出决算表. */
export const expenditureRules: readonly Rule[] = [row, ...hierarchyRules('expenditure'), againstSummary, classes, carryOver, codes];
