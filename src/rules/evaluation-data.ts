import { agreement, computation, continuity, identity, inspection, type Rule } from '../check/rule';
import { describeCell, showFigure } from '../check/describe';
import { judge } from '../money/verdict';
import type { MaybeFigure } from '../check/equation';
import { formatAmount, holdsNumber } from '../money/figure';
import type { ExpenseColumn, ExpenseItem, ExpenseLine } from '../tables/evaluation';
import type { ThreePublicItem } from '../tables/accounts';
import { matchProjects } from '../tables/project-name';
import { sumOf } from './evaluation-parts';

const COLUMNS: readonly ExpenseColumn[] = ['lastActual', 'budget', 'actual'];
const THREE_PUBLIC: readonly (readonly [ExpenseItem, ThreePublicItem])[] = [
  ['threePublic', 'total'],
  ['vehicles', 'vehicles'],
  ['vehiclePurchase', 'vehiclePurchase'],
  ['vehicleRunning', 'vehicleRunning'],
  ['overseasTravel', 'overseasTravel'],
  ['hospitality', 'hospitality'],
];

function amountsOf(lines: readonly (ExpenseLine | null)[], column: ExpenseColumn): readonly MaybeFigure[] {
  return lines.map((line) => line?.amounts[column]);
}

/** Declares that a line is the sum of others, in every column in which they are filled in. */
function sum(id: string, statement: string, source: string, total: ExpenseItem, parts: readonly ExpenseItem[]): Rule {
  return identity({
    id: `evaluation-data/${id}`,
    statement: `上年决算数、本年预算数、本年决算数：${statement}`,
    source,
    conditions: '某一列没有填分项的不核对',
    reads: ['evaluationData'],
    *equations({ evaluationData: { expenses } }) {
      for (const column of COLUMNS) {
        const terms = amountsOf(parts.map((part) => expenses[part]), column);
        if (terms.some(holdsNumber)) yield { total: expenses[total]?.amounts[column], terms };
      }
    },
  });
}

const threePublic = sum(
  'three-public',
  '三公经费 = 公务用车购置和维护经费 + 出国经费 + 公务接待',
  'E08',
  'threePublic',
  ['vehicles', 'overseasTravel', 'hospitality'],
);

const vehicles = sum(
  'vehicles',
  '公务用车购置和维护经费 = 公车购置 + 公车运行维护',
  'E08',
  'vehicles',
  ['vehiclePurchase', 'vehicleRunning'],
);

const project = sum(
  'project',
  '项目支出 = 业务工作经费 + 运行维护经费 + 专项资金',
  'E09',
  'project',
  ['projectBusiness', 'projectRunning', 'projectSpecial'],
);

const specials = identity({
  id: 'evaluation-data/specials',
  statement: '专项资金 ≥ 其中各项之和；列全时相等',
  source: 'E09',
  conditions: '“其中”可以不列全，所以各项之和小于专项资金的不核对',
  reads: ['evaluationData'],
  *equations({ evaluationData: { expenses, specials: parts } }) {
    for (const column of COLUMNS) {
      const total = expenses.projectSpecial?.amounts[column];
      const terms = amountsOf(parts, column).filter(holdsNumber);
      const listed = sumOf(terms);
      if (holdsNumber(total) && listed.gte(total.shown) && !listed.isZero()) yield { total, terms };
    }
  },
});

const specialsNil = inspection({
  id: 'evaluation-data/specials-nil',
  statement: '专项资金有数的，其中各项不应都填 0',
  source: 'E09',
  conditions: '一项也没有填的不提示',
  severity: 'warning',
  reads: ['evaluationData'],
  *inspect({ evaluationData: { expenses, specials: parts } }) {
    for (const column of COLUMNS) {
      const total = expenses.projectSpecial?.amounts[column];
      const zeros = amountsOf(parts, column).filter(holdsNumber);
      if (!holdsNumber(total) || total.shown.lte(0) || zeros.length === 0 || zeros.some(({ shown }) => !shown.isZero())) continue;
      yield {
        message: `${describeCell(total)}为 ${showFigure(total, total.unit)}，其中各项却都填 0，请按专项逐项填列。`,
        cells: zeros.map(({ cell }) => cell),
        found: null,
        cause: null,
      };
    }
  },
});

const operatingParts = inspection({
  id: 'evaluation-data/operating-parts',
  statement: '公用经费 ≥ 办公经费 + 水费、电费、差旅费 + 会议费、培训费',
  source: 'E10',
  severity: 'warning',
  reads: ['evaluationData'],
  *inspect({ evaluationData: { expenses: { operating, office, utilities, meetings } } }) {
    for (const column of COLUMNS) {
      const total = operating?.amounts[column];
      const parts = amountsOf([office, utilities, meetings], column).filter(holdsNumber);
      if (!holdsNumber(total)) continue;
      const listed = sumOf(parts);
      const gap = total.shown.minus(listed);
      if (!gap.isNegative() || judge(gap, [total, ...parts]) !== 'error') continue;
      const [whole, all] = [total.shown, listed].map((amount) => formatAmount(amount, total.unit));
      yield {
        message: `${describeCell(total)}为 ${whole}，小于其中各项之和 ${all}，请核对。`,
        cells: [total.cell, ...parts.map(({ cell }) => cell)],
        found: total.text,
        cause: null,
      };
    }
  },
});

const controlRates = computation({
  id: 'evaluation-data/control-rate',
  statement: '控制率 = 实际在职人数 ÷ 编制数；规模、投资控制率 = 实际 ÷ 批复（预算）',
  source: 'E12、E14',
  conditions: '编制、批复为零时不计算',
  reads: ['evaluationData'],
  *computations({ evaluationData: { staff, buildingArea, buildingInvestment } }) {
    for (const control of [staff, buildingArea, buildingInvestment]) {
      if (control !== null) yield { value: control.rate, part: control.actual, whole: control.allowed };
    }
  },
});

const threePublicActual = identity({
  id: 'evaluation-data/three-public-actual',
  statement: '“三公”经费各项本年决算数 = “三公”经费支出决算表决算数',
  source: 'B19',
  conditions: '基础数据表没有填的项不核对',
  reads: ['threePublic', 'evaluationData'],
  *equations({ threePublic, evaluationData: { expenses } }) {
    for (const [item, published] of THREE_PUBLIC) {
      const figure = expenses[item]?.amounts.actual;
      if (holdsNumber(figure)) yield { total: figure, terms: [threePublic.actual[published]] };
    }
  },
});

const threePublicBudget = agreement({
  id: 'evaluation-data/three-public-budget',
  statement: '“三公”经费各项本年预算数 = “三公”经费支出决算表预算数',
  source: 'B19',
  conditions: '预算数有年初、全年两种口径，不相符只作提醒；基础数据表没有填的项不核对',
  reads: ['threePublic', 'evaluationData'],
  *agreements({ threePublic, evaluationData: { expenses } }) {
    for (const [item, published] of THREE_PUBLIC) {
      yield { figure: expenses[item]?.amounts.budget, candidates: [{ terms: [threePublic.budget[published]] }] };
    }
  },
});

const projectActual = agreement({
  id: 'evaluation-data/project-actual',
  statement: '项目支出本年决算数 = 支出决算表或一般公共预算财政拨款支出决算表的项目支出合计',
  source: 'B19',
  conditions: '两种口径任一相符即可；都不相符只作提醒',
  reads: ['expenditure', 'evaluationData'],
  *agreements({ expenditure, evaluationData: { expenses } }, { generalBudget }) {
    yield {
      figure: expenses.project?.amounts.actual,
      candidates: [{ terms: [expenditure.total?.figures.project] }, { terms: [generalBudget?.total?.figures.project] }],
    };
  },
});

const operatingActual = agreement({
  id: 'evaluation-data/operating-actual',
  statement: '公用经费本年决算数 = 基本支出决算表公用经费合计，或支出决算表基本支出 − 人员经费合计（全口径）',
  source: 'B19',
  conditions: '两种口径任一相符即可；都不相符只作提醒',
  reads: ['basicExpenditure', 'evaluationData'],
  *agreements({ basicExpenditure: { personnel, operating }, evaluationData: { expenses } }, { expenditure }) {
    yield {
      figure: expenses.operating?.amounts.actual,
      candidates: [{ terms: [operating] }, { terms: [expenditure?.total?.figures.basic], less: [personnel] }],
    };
  },
});

const overallProject = agreement({
  id: 'evaluation-data/overall-project',
  statement: '项目支出本年决算数 = 整体支出绩效自评表按支出性质分的项目支出',
  source: 'B20',
  conditions: '不相符只作提醒',
  reads: ['overallEvaluation', 'evaluationData'],
  *agreements({ overallEvaluation: { funding }, evaluationData: { expenses } }) {
    const part = funding?.bySpending.find(({ name }) => name.startsWith('项目支出'));
    yield { figure: expenses.project?.amounts.actual, candidates: [{ terms: [part?.amount] }] };
  },
});

const projects = agreement({
  id: 'evaluation-data/projects',
  statement: '专项资金各项的预算数、决算数 = 同名项目自评表的年初（全年）预算数、全年执行数',
  source: 'E11',
  conditions: '名称相同，或只差年度和末尾的“项目”“经费”“资金”而别无同名的，才比较；不相符只作提醒',
  reads: ['projectEvaluations', 'evaluationData'],
  *agreements({ projectEvaluations, evaluationData: { specials: lines } }) {
    const meant = matchProjects(lines.map(({ name }) => name), projectEvaluations.map(({ project: { name } }) => name));
    for (const [index, { amounts }] of lines.entries()) {
      const total = projectEvaluations[meant[index]?.index ?? -1]?.funding?.total?.amounts;
      if (total === undefined) continue;
      yield { figure: amounts.budget, candidates: [{ terms: [total.initialBudget] }, { terms: [total.annualBudget] }] };
      yield { figure: amounts.actual, candidates: [{ terms: [total.actual] }] };
    }
  },
});

const lastYear = continuity({
  id: 'evaluation-data/last-year',
  statement: '上年决算数 = 上年基础数据表的本年决算数',
  source: 'D04',
  conditions: '需提供上年工作簿；任一方没有填的项不核对',
  reads: ['evaluationData'],
  *pairs({ evaluationData: now }, { evaluationData: before }) {
    for (const item of Object.keys(now.expenses) as ExpenseItem[]) {
      const [is, was] = [now.expenses[item]?.amounts.lastActual, before.expenses[item]?.amounts.actual];
      if (holdsNumber(is) && holdsNumber(was)) yield { now: is, before: was };
    }
  },
});

const lastYearThreePublic = continuity({
  id: 'evaluation-data/last-year-three-public',
  statement: '“三公”经费各项上年决算数 = 上年“三公”经费支出决算表决算数',
  source: 'D04',
  conditions: '需提供上年工作簿；基础数据表没有填的项不核对',
  reads: ['threePublic', 'evaluationData'],
  *pairs({ evaluationData: { expenses } }, { threePublic }) {
    for (const [item, published] of THREE_PUBLIC) {
      const is = expenses[item]?.amounts.lastActual;
      if (holdsNumber(is)) yield { now: is, before: threePublic.actual[published] };
    }
  },
});

const years = inspection({
  id: 'evaluation-data/years',
  statement: '表头中的年度应为本年，上年决算数一列应为上年',
  source: 'D06',
  severity: 'warning',
  reads: ['evaluationData'],
  *inspect({ evaluationData: { year, years: heads } }) {
    for (const { cell, text, year: printed, back } of heads) {
      if (year === null || printed === year - back) continue;
      yield {
        message: `“${text}”中的年度为 ${printed}，本表为 ${year} 年度，这里应为 ${year - back} 年，请核对。`,
        cells: [cell],
        found: text,
        cause: null,
      };
    }
  },
});

/** 部门整体支出绩效评价基础数据表. */
export const evaluationDataRules: readonly Rule[] = [
  threePublic, vehicles, project, specials, specialsNil, operatingParts, controlRates, threePublicActual, threePublicBudget,
  projectActual, operatingActual, overallProject, projects, lastYear, lastYearThreePublic, years,
];
