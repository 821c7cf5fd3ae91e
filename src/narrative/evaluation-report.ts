import { formatCell } from '../workbook/address';
import type { Figure } from '../money/figure';
import type { Accounts, CodedTable, FundFlowColumn } from '../tables/accounts';
import type { Evaluation, FundingColumn, ProjectEvaluation } from '../tables/evaluation';
import { toChinese } from '../workbook/chinese-number';
import { wholeExpenditure } from './expenditure';
import { gap, parts, speaker, words, type Gap, type KnownOrGap, type Sentence, type Words } from './fact';
import { fundTotal, isElsewhere } from './fund-flow';
import { columnTotal } from './functional';
import { amountOf, changeOf, isNil, ratio, sumOf } from './measure';
import { freeSection, paragraph, subheading, type PlannedParagraph } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

const SENTENCES = {
  title: ['whole?'],
  executionHeading: ['index'],
  execution: ['initial', 'annual', 'change?', 'actual', 'rate?', 'left?'],
  basicHeading: [],
  projectHeading: [],
  spending: ['name', 'amount', 'share?'],
  fundHeading: ['index', 'fund'],
  fundNil: ['fund'],
  fund: ['fund', 'total', 'basic?', 'project?'],
  fundTold: ['told'],
  overallHeading: ['index'],
  overall: ['score', 'grade?', 'done'],
  projectsHeading: ['index'],
  projects: ['items', 'added', 'actual', 'left'],
  planned: ['name', 'initial'],
  project: ['name', 'score', 'annual', 'actual', 'rate?', 'done'],
  measuresHeading: ['index'],
  measures: ['measures'],
  useHeading: ['index'],
  use: ['use'],
} as const;
const KEY = 'evaluation-report';
const say = speaker(KEY, SENTENCES);
const COLUMNS: Readonly<Record<FundingColumn, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  actual: '全年执行数',
};

/**
 * 绩效自评报告: 预算执行, 基本支出 and 项目支出, the other budgets, and a 项目绩效自评综述 for every 项目支出绩效自评表
 * (rules.md E11, B20). All amounts, rates and scores come from the tables; what those cannot know is a gap.
 */
export const evaluationReport = freeSection({
  id: KEY,
  heading: /绩效自评报告$/,
  sentences: SENTENCES,
  topics: () => [],
  *tell(telling) {
    const { overallEvaluation: overall, projectEvaluations: projects } = telling.accounts;
    let count = 0;
    const index = (): { readonly index: Words } => ({ index: words(toChinese((count += 1))) });
    if (overall !== null) {
      yield subheading(say('executionHeading', index()));
      yield paragraph(execution(overall));
      yield* spending(overall, telling);
      for (const fund of REPORTED_FUNDS) {
        yield subheading(say('fundHeading', { ...index(), fund: words(fund.name) }));
        yield paragraph(ofFund(fund, telling));
      }
      yield subheading(say('fundHeading', { ...index(), fund: words(SOCIAL) }));
      yield paragraph(toldFund('social-insurance', SOCIAL, telling));
      yield subheading(say('overallHeading', index()));
      yield paragraph(wholeResult(overall, telling));
    }
    if (projects !== null) {
      yield subheading(say('projectsHeading', index()));
      yield* projectList(projects).map((sentence) => paragraph(sentence));
      yield* projects.map((project, at) => paragraph(projectResult(project, at, telling)));
    }
    yield subheading(say('measuresHeading', index()));
    yield paragraph(say('measures', { measures: telling.words(`${KEY}/measures`, '存在的问题及下一步改进措施') }));
    yield subheading(say('useHeading', index()));
    yield paragraph(say('use', { use: telling.words(`${KEY}/use`, '绩效自评结果拟应用和公开情况') }));
  },
});

/** The report's own heading: of the whole department, or of projects alone. */
export function reportTitle({ overallEvaluation }: Accounts): Sentence {
  return say('title', { whole: overallEvaluation === null ? null : words('整体支出') });
}

/** 年度资金总额 of a column, or the sum of its sources where the form leaves the total blank; a gap where nothing is said. */
function fundingOf({ funding }: Evaluation, column: FundingColumn): KnownOrGap {
  const name = COLUMNS[column];
  const total = funding?.total?.amounts[column] ?? null;
  const sources = (funding?.sources ?? []).flatMap(({ amounts }) => amounts[column] ?? []).filter(isFilled);
  if (total !== null && isFilled(total)) return amountOf(total, name);
  if (sources.length > 0) return sumOf(name, sources.map((figure) => amountOf(figure, name)));
  return gap(total === null ? name : `${name}（${formatCell(total.cell)} 为空）`);
}

function isFilled(figure: Figure): boolean {
  return !figure.blank;
}

function scoreOf({ totalScore }: Evaluation, name: string): Words | Gap {
  if (totalScore?.content.kind === 'number') return words(totalScore.shown.toFixed());
  return gap(totalScore === null ? name : `${name}（${formatCell(totalScore.cell)} 没有填数）`);
}

function execution(overall: Evaluation): Sentence {
  const [initial, annual, actual] = amountsOf(overall);
  return say('execution', {
    initial,
    annual,
    change: difference(annual, initial),
    actual,
    rate: ratio(actual, annual, '预算执行率'),
    left: remainder(annual, actual),
  });
}

function amountsOf(evaluation: Evaluation): readonly [initial: KnownOrGap, annual: KnownOrGap, actual: KnownOrGap] {
  return [
    fundingOf(evaluation, 'initialBudget'),
    fundingOf(evaluation, 'annualBudget'),
    fundingOf(evaluation, 'actual'),
  ];
}

/** a − b; null where either is not known or they are the same. */
function difference(a: KnownOrGap, b: KnownOrGap) {
  return a.kind === 'gap' || b.kind === 'gap' || a.value.eq(b.value) ? null : changeOf(a, b);
}

/** 结余结转; null where the budget or the spending is not known, or more was spent than budgeted. */
function remainder(budget: KnownOrGap, actual: KnownOrGap) {
  return budget.kind === 'gap' || actual.kind === 'gap' || actual.value.gt(budget.value) ? null : changeOf(budget, actual);
}

/** 基本支出 and 项目支出 as 支出决算表 has them, in a workbook without it as 整体支出绩效自评表 does. */
function* spending(overall: Evaluation, { accounts }: Telling): Generator<PlannedParagraph> {
  const { expenditure } = accounts;
  const own = (name: string): KnownOrGap | null => {
    const part = overall.funding?.bySpending.find((each) => each.name.startsWith(name));
    return part === undefined ? null : amountOf(part.amount, name);
  };
  const [basic, project] = expenditure === null
    ? [own('基本支出'), own('项目支出')]
    : [columnTotal(expenditure, 'basic', '基本支出'), columnTotal(expenditure, 'project', '项目支出')];
  if (basic === null || project === null) return;
  const whole = expenditure === null ? sumOf('总支出', [basic, project]) : wholeExpenditure(expenditure);
  const tell = (name: string, amount: KnownOrGap): PlannedParagraph =>
    paragraph(say('spending', { name: words(name), amount, share: ratio(amount, whole) }));
  yield subheading(say('basicHeading', {}));
  yield tell('基本支出', basic);
  yield subheading(say('projectHeading', {}));
  yield tell('项目支出', project);
}

/** A fund that a report has a chapter of, and the table it is told from. */
interface ReportedFund {
  readonly id: 'government-funds' | 'state-capital';
  readonly name: string;
  readonly table: (accounts: Accounts) => CodedTable<FundFlowColumn> | null;
}

/** The funds of a report that have a table. */
export const REPORTED_FUNDS: readonly ReportedFund[] = [
  { id: 'government-funds', name: '政府性基金', table: ({ governmentFunds }) => governmentFunds },
  { id: 'state-capital', name: '国有资本经营', table: ({ stateCapital }) => stateCapital },
];
const SOCIAL = '社会保险基金';

/** What a fund's chapter gives figures of; null where its table is not in the workbook. */
export function reportedFundTopics({ id, name, table: of }: ReportedFund, { accounts }: Telling): readonly Topic[] | null {
  const table = of(accounts);
  if (table === null) return null;
  const whole = fundTotal(table);
  const part = (column: 'basic' | 'project', called: string): Topic => ({
    key: `${KEY}/${id}/${column}`, names: [called], actual: columnTotal(table, column, called), whole,
  });
  return [
    { key: `${KEY}/${id}`, names: [`${name}预算支出`, `${name}预算财政拨款支出`, `${name}支出`], actual: whole },
    part('basic', '基本支出'),
    part('project', '项目支出'),
  ];
}

/** The nil wording for an empty table, unless 财政拨款收入支出决算总表 has amounts of the fund. */
function ofFund(fund: ReportedFund, telling: Telling): Sentence {
  const { id, name, table: of } = fund;
  const [total = null, basic = null, project = null] = (reportedFundTopics(fund, telling) ?? []).map(({ actual = null }) => actual);
  if (total === null) return toldFund(id, name, telling);
  if (!isNil(of(telling.accounts)?.figures ?? [])) return say('fund', { fund: words(name), total, basic, project });
  return isElsewhere(id, telling) ? toldFund(id, name, telling) : say('fundNil', { fund: words(name) });
}

/** A chapter that no table tells of. */
function toldFund(id: string, name: string, telling: Telling): Sentence {
  return say('fundTold', { told: telling.words(`${KEY}/${id}`, `${name}预算支出情况，没有的写“无”`) });
}

function wholeResult(overall: Evaluation, telling: Telling): Sentence {
  return say('overall', {
    score: scoreOf(overall, '整体支出绩效自评得分'),
    grade: overall.grade === null ? null : words(overall.grade.text),
    done: telling.words(`${KEY}/overall/done`, '整体支出绩效目标完成情况'),
  });
}

/** What was planned for each project and what came of all of them; left out where a table does not say. */
function projectList(projects: readonly ProjectEvaluation[]): readonly Sentence[] {
  const amounts = projects.map(amountsOf);
  const [initial, annual, actual] = ([0, 1, 2] as const).map((column) =>
    sumOf(Object.values(COLUMNS)[column] ?? '', amounts.map((row) => row[column])),
  );
  if (initial?.kind !== 'amount' || annual?.kind !== 'amount' || actual?.kind !== 'amount') return [];
  const items = projects.map((project, index) =>
    say('planned', { name: nameOf(project), initial: amounts[index]?.[0] ?? gap(COLUMNS.initialBudget) }),
  );
  const left = remainder(annual, actual);
  if (left === null) return [];
  return [say('projects', { items: parts(...items), added: changeOf(annual, initial), actual, left })];
}

function nameOf({ project: { name, cell } }: ProjectEvaluation): Words | Gap {
  return name === '' ? gap(`项目名称（${formatCell(cell)} 为空）`) : words(name);
}

function projectResult(project: ProjectEvaluation, index: number, telling: Telling): Sentence {
  const [, annual, actual] = amountsOf(project);
  const { name } = project.project;
  return say('project', {
    name: nameOf(project),
    score: scoreOf(project, '项目绩效自评得分'),
    annual,
    actual,
    rate: ratio(actual, annual, '完成预算的百分比'),
    done: telling.words(`${KEY}/${name === '' ? String(index + 1) : name}/done`, '项目绩效目标完成情况'),
  });
}
