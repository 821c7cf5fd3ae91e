import Decimal from 'decimal.js';
import { formatAmount, holdsNumber, type Figure } from '../../money/figure';
import type { Accounts } from '../../tables/accounts';
import type { Evaluation, Funding, FundingLine, ProjectEvaluation } from '../../tables/evaluation';
import { formatCell } from '../../workbook/address';
import { matchProjects } from '../../tables/project-name';
import { meant } from './claim';
import type { Passage } from './document';
import type { Numeral } from './numeral';
import { isHeading, numberingOf } from './heading';
import { matchProblem, passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import type { Reference } from './reference';
import { PROJECT_LIST, partsIn, type ToldParts } from './projects';
import { squeeze } from './squeeze';

const RULE = 'text/evaluation';
const SCORE = /(?:自评|绩效)?(?:得分|评分)为?(\d+(?:\.\d+)?)分/;
const EXECUTION = /预算(?:执行|收支)情况$/;
const LISTED = /([^；，。：]+?)(\d+(?:\.\d+)?)万元/g;
/** A project is named in the heading or at the beginning of what is told of it. */
const NAMED_WITHIN = 60;
const LONGEST_HEADING = 45;
const TOLERANCE = '0.005';

/** What a paragraph says of a project, or of the whole department, against its 绩效自评表 (rules.md E11, B21). */
export function tableProblems(
  passages: readonly Passage[],
  { overallEvaluation, projectEvaluations }: Accounts,
  reference: Reference,
): readonly TextProblem[] {
  const projects = (projectEvaluations ?? []).map((table) => ({ name: squeeze(table.project.name).text, table }));
  return passages.flatMap((passage, index) => {
    if (PROJECT_LIST.test(passage.text)) return ofList(passage, projects, reference);
    const before = passages[index - 1]?.text ?? '';
    const heading = before.length <= LONGEST_HEADING ? before : '';
    const project = projectOf(heading, passage, projects);
    if (project !== null) {
      const problems = ofTable(passage, project.table, reference);
      return project.same ? problems : problems.map((problem) => ({ ...problem, severity: 'warning' as const }));
    }
    const [chapter = heading] = passages.slice(0, index).flatMap(({ text }) => (isChapter(text) ? text : [])).slice(-1);
    const isWhole = EXECUTION.test(chapter) || /整体支出绩效自评得分/.test(passage.text);
    return isWhole && overallEvaluation !== null ? ofTable(passage, overallEvaluation, reference) : [];
  });
}

function isChapter(text: string): boolean {
  return isHeading(text) && numberingOf(text) !== null;
}

interface Named {
  readonly name: string;
  readonly table: ProjectEvaluation;
}

/** What a heading or a summary calls a project: 「3.公共专项：档案工作经费」, 「档案工作经费项目绩效自评综述」. */
const SUMMARY = /^(.{2,40}?)绩效自评综述/;
const KIND = /^.*[：:]/;

function phrasesOf(heading: string, { text }: Passage): readonly string[] {
  const title = heading.slice(numberingOf(heading)?.text.length ?? 0).replace(/[。：:]$/, '').replace(KIND, '');
  return [SUMMARY.exec(text)?.[1] ?? '', title];
}

/**
 * The project that a paragraph tells of: the first one named, of two at the same place the longer name; otherwise one
 * that its heading or its first words mean by a name much like its own. A name that two tables have means neither.
 */
function projectOf(
  heading: string,
  passage: Passage,
  projects: readonly Named[],
): (Named & { readonly same: boolean }) | null {
  const words = `${passage.text.slice(0, NAMED_WITHIN)}；${heading}`;
  const isAlone = ({ name }: Named): boolean => projects.filter((other) => other.name === name).length === 1;
  const [first] = projects
    .filter((project) => project.name !== '' && isAlone(project))
    .map((project) => ({ project, at: words.indexOf(project.name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.project.name.length - a.project.name.length);
  if (first !== undefined) return { ...first.project, same: true };
  const names = projects.map(({ name }) => name);
  const matches = phrasesOf(heading, passage).flatMap((phrase) => matchProjects([phrase], names));
  const match = matches.find((each) => each !== null);
  const project = projects[match?.index ?? -1];
  return project === undefined ? null : { ...project, same: match?.same === true };
}

function ofTable(passage: Passage, table: Evaluation, reference: Reference): readonly TextProblem[] {
  const amounts = table.funding === null ? null : amountsOf(table.funding);
  const parts = partsIn(passage);
  const match = SCORE.exec(passage.text);
  const score = match === null ? [] : scoreProblem(passage, match, table, reference);
  if (amounts === null) return score;
  return [...score, ...amountProblems(passage, parts, amounts, reference), ...leftProblems(passage, parts, amounts)];
}

/** 结余 of a paragraph that gives no budget, against 全年预算数 − 全年执行数: what was taken back may not be meant. */
function leftProblems(passage: Passage, parts: ToldParts, { annualBudget, actual }: Amounts): readonly TextProblem[] {
  const { left, annual, initial, budget, added } = parts;
  const isTold = [annual, initial, budget, added].some((part) => part !== undefined);
  if (left === undefined || isTold || !holdsNumber(annualBudget) || !holdsNumber(actual)) return [];
  const rest = annualBudget.shown.minus(actual.shown);
  if (agrees(left, rest)) return [];
  return [
    passageProblem(passage, left.start, left.end, {
      rule: RULE,
      severity: 'warning',
      message:
        `结余写为 ${meant(left).toFixed()} 万元，绩效自评表全年预算数 ${formatAmount(annualBudget.shown)} − ` +
        `全年执行数 ${formatAmount(actual.shown)} = ${formatAmount(rest)} 万元，请核对。`,
      cells: [annualBudget.cell, actual.cell],
      expected: rest,
      actual: meant(left),
    }),
  ];
}

type Amounts = FundingLine['amounts'];

/** 年度资金总额; where a column of it is blank, the only source that has an amount. */
function amountsOf({ total, sources }: Funding): Amounts {
  const at = (column: keyof Amounts): Figure | null => {
    const own = total?.amounts[column] ?? null;
    const filled = sources.flatMap(({ amounts }) => amounts[column] ?? []).filter(holdsNumber);
    return own?.blank === true && filled.length === 1 ? (filled[0] ?? own) : own;
  };
  return { initialBudget: at('initialBudget'), annualBudget: at('annualBudget'), actual: at('actual') };
}

/** Which amounts of the table a number may repeat: 预算 alone may mean either budget. */
const ALLOWED = {
  actual: ['actual'],
  annual: ['annualBudget'],
  initial: ['initialBudget'],
  budget: ['initialBudget', 'annualBudget'],
  added: ['annualBudget'],
} as const satisfies Partial<Record<keyof ToldParts, readonly (keyof Amounts)[]>>;
type Compared = keyof typeof ALLOWED;
const NAMES: Readonly<Record<Compared, string>> = {
  actual: '执行数',
  annual: '全年预算数',
  initial: '年初预算数',
  budget: '预算数',
  added: '年中追加数',
};

function amountProblems(
  passage: Passage,
  parts: ToldParts,
  amounts: Amounts,
  reference: Reference,
): readonly TextProblem[] {
  return (Object.keys(ALLOWED) as Compared[]).flatMap((part) => {
    const told = parts[part];
    const figures = ALLOWED[part].flatMap((column) => amounts[column] ?? []).filter(holdsNumber);
    if (told === undefined || figures.length === 0) return [];
    if (part === 'added' && (amounts.initialBudget?.shown.isZero() !== true || parts.annual !== undefined)) return [];
    if (figures.some(({ shown }) => agrees(told, shown))) return [];
    const figure = figures.at(-1);
    return figure === undefined ? [] : [amountProblem(passage, told, NAMES[part], figure, reference)];
  });
}

/** Fewer digits than the table has are a shorter way to say the same. */
function agrees(told: Numeral, amount: Decimal): boolean {
  const said = meant(told);
  return said.minus(amount).abs().lte(TOLERANCE) || (told.digits < 2 && said.eq(amount.toDecimalPlaces(told.digits)));
}

function amountProblem(
  passage: Passage,
  told: Numeral,
  name: string,
  figure: Figure,
  reference: Reference,
): TextProblem {
  return passageProblem(passage, told.start, told.end, {
    rule: RULE,
    severity: reference.isDoubtful([figure.cell]) ? 'warning' : 'error',
    message:
      `${name}写为 ${meant(told).toFixed()} 万元，绩效自评表${formatCell(figure.cell)}（${figure.label}）为 ` +
      `${formatAmount(figure.shown)} 万元，相差 ${formatAmount(meant(told).minus(figure.shown))}，两处应一致，请核对。`,
    cells: [figure.cell],
    expected: figure.shown,
    actual: meant(told),
  });
}

function scoreProblem(
  passage: Passage,
  match: RegExpExecArray,
  { totalScore }: Evaluation,
  reference: Reference,
): readonly TextProblem[] {
  const [, digits = ''] = match;
  if (!holdsNumber(totalScore) || totalScore.shown.eq(digits)) return [];
  return [
    matchProblem(passage, match, {
      rule: RULE,
      severity: reference.isDoubtful([totalScore.cell]) ? 'warning' : 'error',
      message:
        `自评得分写为 ${digits} 分，绩效自评表${formatCell(totalScore.cell)}（${totalScore.label}）为 ` +
        `${totalScore.shown.toFixed()} 分，两处应一致，请核对。`,
      cells: [totalScore.cell],
      expected: totalScore.shown,
      actual: new Decimal(digits),
    }),
  ];
}

/** 「党史工作经费 5.76 万元；档案工作经费 4.96 万元」: what each project was planned with. */
function ofList(passage: Passage, projects: readonly Named[], reference: Reference): readonly TextProblem[] {
  return [...passage.text.replace(PROJECT_LIST, (words) => '；'.repeat(words.length)).matchAll(LISTED)].flatMap((listed) => {
    const [whole, name = '', digits = ''] = listed;
    const [match = null] = matchProjects([name], projects.map((project) => project.name));
    const initial = projects[match?.index ?? -1]?.table.funding?.total?.amounts.initialBudget;
    if (!holdsNumber(initial) || initial.shown.minus(digits).abs().lte(TOLERANCE)) return [];
    const start = listed.index + name.length;
    const numeral: Numeral = {
      kind: 'amount', value: new Decimal(digits), digits: digits.split('.')[1]?.length ?? 0,
      unit: '万元', start, unitStart: start + digits.length, end: listed.index + whole.length,
    };
    const problem = amountProblem(passage, numeral, NAMES.initial, initial, reference);
    return [match?.same === true ? problem : { ...problem, severity: 'warning' as const }];
  });
}
