import { agreement, identity, type Rule } from '../check/rule';
import type { MaybeFigure } from '../check/equation';
import type { Figure } from '../money/figure';
import type { OverallEvaluation } from '../tables/evaluation';
import { evaluationRules } from './evaluation';
import { sumOf } from './evaluation-parts';

function amountsOf(parts: readonly { readonly amount: Figure }[]): readonly Figure[] {
  return parts.map(({ amount }) => amount);
}

/** The total that the parts add up to; the one the form means where they add up to none. */
function totalFor(parts: readonly Figure[], meant: MaybeFigure, others: readonly MaybeFigure[]): MaybeFigure {
  const sum = sumOf(parts);
  return [meant, ...others].find((figure) => figure?.blank === false && figure.shown.eq(sum)) ?? meant;
}

/** 基本支出 or 项目支出 under 按支出性质分. */
function spendingOf({ funding }: OverallEvaluation, name: RegExp): MaybeFigure {
  return funding?.bySpending.find((part) => name.test(part.name))?.amount;
}

const bySpending = identity({
  id: 'overall-evaluation/by-spending',
  statement: '全年执行数 = 按支出性质分的基本支出 + 项目支出',
  source: 'B20',
  conditions: '按年初预算数或全年预算数填列且相符的，也视为成立',
  reads: ['overallEvaluation'],
  *equations({ overallEvaluation: { funding } }) {
    const terms = amountsOf(funding?.bySpending ?? []);
    const total = funding?.total?.amounts;
    yield { total: totalFor(terms, total?.actual, [total?.annualBudget, total?.initialBudget]), terms };
  },
});

const byRevenue = identity({
  id: 'overall-evaluation/by-revenue',
  statement: '全年预算数 = 按收入性质分的各项资金之和',
  source: 'B20',
  conditions: '按年初预算数或全年执行数填列且相符的，也视为成立',
  reads: ['overallEvaluation'],
  *equations({ overallEvaluation: { funding } }) {
    const terms = amountsOf(funding?.byRevenue ?? []);
    const total = funding?.total?.amounts;
    yield { total: totalFor(terms, total?.annualBudget, [total?.actual, total?.initialBudget]), terms };
  },
});

const basic = agreement({
  id: 'overall-evaluation/basic',
  statement: '按支出性质分的基本支出 = 支出决算表或一般公共预算财政拨款支出决算表的基本支出合计',
  source: 'B20',
  conditions: '两种口径任一相符即可；都不相符只作提醒',
  reads: ['overallEvaluation', 'expenditure'],
  *agreements({ overallEvaluation, expenditure }, { generalBudget }) {
    yield {
      figure: spendingOf(overallEvaluation, /^基本支出/),
      candidates: [{ terms: [expenditure.total?.figures.basic] }, { terms: [generalBudget?.total?.figures.basic] }],
    };
  },
});

const project = agreement({
  id: 'overall-evaluation/project',
  statement: '按支出性质分的项目支出 = 支出决算表或一般公共预算财政拨款支出决算表的项目支出合计',
  source: 'B20',
  conditions: '两种口径任一相符即可；都不相符只作提醒',
  reads: ['overallEvaluation', 'expenditure'],
  *agreements({ overallEvaluation, expenditure }, { generalBudget }) {
    yield {
      figure: spendingOf(overallEvaluation, /^项目支出/),
      candidates: [{ terms: [expenditure.total?.figures.project] }, { terms: [generalBudget?.total?.figures.project] }],
    };
  },
});

const actual = agreement({
  id: 'overall-evaluation/actual',
  statement: '全年执行数 = 支出决算表本年支出合计（含其他资金）或一般公共预算财政拨款支出合计（仅财政拨款）',
  source: 'B20',
  conditions: '任一口径相符即可；都不相符只作提醒',
  reads: ['overallEvaluation', 'expenditure'],
  *agreements({ overallEvaluation: { funding } }, { expenditure, appropriation, generalBudget }) {
    yield {
      figure: funding?.total?.amounts.actual,
      candidates: [
        { terms: [expenditure?.total?.figures.total] },
        { terms: [generalBudget?.total?.figures.total] },
        { terms: [appropriation?.expenditure.currentYear?.total] },
      ],
    };
  },
});

/** 部门整体支出绩效自评表. */
export const overallEvaluationRules: readonly Rule[] = [
  ...evaluationRules('overallEvaluation', 'overall-evaluation'), byRevenue, bySpending, basic, project, actual,
];
