import Decimal from 'decimal.js';
import { formatAmount, holdsNumber, type Figure } from '../../money/figure';
import type { Accounts } from '../../tables/accounts';
import type { EvaluationData, ExpenseItem, ProjectEvaluation } from '../../tables/evaluation';
import { formatCell } from '../../workbook/address';
import { claimed, type Baseline, type NumberClaim } from './claim';
import { nameOf } from './claim-problem';
import type { Passage } from './document';
import { given } from './operand';
import { matchProblem, passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const RULE = 'text/evaluation-data';
const STAFF = [
  ['allowed', /编制(?:人数|数)?(\d+)(?:人|个|名)/, '编制数'],
  ['actual', /在职(?:人员|人数)?(\d+)人/, '实际在职人数'],
] as const;
const PROJECTS = /项目(\d+)个/;
const NO_LARGE_PROJECT = /无(\d+)万元以上的?项目/;

/** People and projects of a report against 基础数据表 and the 项目支出绩效自评表 (rules.md B19, B21). */
export function dataProblems(
  passages: readonly Passage[],
  { evaluationData, projectEvaluations }: Accounts,
): readonly TextProblem[] {
  const projects = projectEvaluations ?? [];
  return passages.flatMap((passage) => [
    ...STAFF.flatMap(([key, pattern, name]) => {
      const match = pattern.exec(passage.text);
      const figure = evaluationData?.staff?.[key];
      if (match === null || !holdsNumber(figure) || figure.shown.eq(match[1] ?? '')) return [];
      const message =
        `${name}写为 ${match[1] ?? ''} 人，基础数据表${formatCell(figure.cell)}为 ${figure.shown.toFixed()} 人，请核对口径。`;
      return [problem(passage, match, message, figure)];
    }),
    ...projects.flatMap((project) => {
      const match = NO_LARGE_PROJECT.exec(passage.text);
      const actual = project.funding?.total?.amounts.actual;
      if (match === null || !actual || actual.shown.lt(match[1] ?? '')) return [];
      const message =
        `写明无 ${match[1] ?? ''} 万元以上的项目，项目绩效自评表${formatCell(actual.cell)}的全年执行数为 ` +
        `${formatAmount(actual.shown)} 万元，请核对。`;
      return [problem(passage, match, message, actual)];
    }),
  ]);
}

function problem(passage: Passage, match: RegExpExecArray, message: string, { cell }: Figure): TextProblem {
  return matchProblem(passage, match, { rule: RULE, severity: 'warning', message, cells: [cell] });
}

/** An amount that a narrative gives, and the words it is given in. */
interface ToldAmount {
  readonly claim: NumberClaim;
  readonly value: Decimal;
  readonly arithmetic: string;
}

/**
 * 公用经费, “三公”经费, 政府采购 and 会议费、培训费 of 基础数据表, 年初预算数 of 整体支出绩效自评表, and the sum of the
 * 项目支出绩效自评表, against 第三部分 情况说明 (rules.md B19, B20, C28): a table may mean all money and the text only
 * 财政拨款, so it is a question.
 */
export function dataContradictions(
  { evaluationData, overallEvaluation, projectEvaluations }: Accounts,
  claims: readonly NumberClaim[],
): readonly TextProblem[] {
  const initial = overallEvaluation?.funding?.total?.amounts.initialBudget;
  return [
    ...(evaluationData === null ? [] : [...expenseProblems(evaluationData, claims), ...lastYearProblems(evaluationData, claims)]),
    ...against('整体支出绩效自评表', initial, '年初预算数', budgetIn(claims, 'general-budget')),
    ...fundsProblems(projectEvaluations ?? [], claims),
  ];
}

/** 「项目4个，涉及资金115.01万元」 against as many 项目支出绩效自评表. */
function fundsProblems(projects: readonly ProjectEvaluation[], claims: readonly NumberClaim[]): readonly TextProblem[] {
  const told = actualIn(claims, ['performance/funds']);
  const count = told === null ? null : PROJECTS.exec(told.claim.passage.text)?.[1];
  const totals = projects.flatMap(({ funding }) => {
    const { actual = null, annualBudget = null } = funding?.total?.amounts ?? {};
    return holdsNumber(actual) && holdsNumber(annualBudget) ? [{ actual, annualBudget }] : [];
  });
  if (told === null || Number(count) !== projects.length || totals.length < projects.length) return [];
  const sums = (['actual', 'annualBudget'] as const).map((key) =>
    totals.reduce((sum, row) => sum.plus(row[key].shown), new Decimal(0)),
  );
  const [spent = new Decimal(0)] = sums;
  if (sums.some((sum) => sum.eq(told.value))) return [];
  const message =
    `${projects.length} 个项目涉及资金写为 ${told.arithmetic} 万元，${projects.length} 张项目支出绩效自评表的全年执行数之和为 ` +
    `${formatAmount(spent)} 万元，请核对项目个数和金额。`;
  return [contradiction(told, message, spent, totals.map(({ actual }) => actual))];
}

function expenseProblems(data: EvaluationData, claims: readonly NumberClaim[]): readonly TextProblem[] {
  const { operating, procurement, meetings } = data.expenses;
  const compared: readonly (readonly [Figure | null | undefined, string, ToldAmount | null])[] = [
    [operating?.amounts.budget, '机关运行经费年初预算数', budgetIn(claims, 'agency-operating')],
    [procurement?.amounts.actual, '政府采购支出总额', actualIn(claims, ['procurement'])],
    [
      meetings?.amounts.actual,
      '会议费与培训费之和',
      actualIn(claims, ['general-expenses/meetings', 'general-expenses/training']),
    ],
  ];
  return compared.flatMap(([figure, name, told]) => against('基础数据表', figure, name, told));
}

/** An amount of a narrative that is not a table's. */
function against(
  table: string,
  figure: Figure | null | undefined,
  name: string,
  told: ToldAmount | null,
): readonly TextProblem[] {
  if (!holdsNumber(figure) || told === null || figure.shown.eq(told.value)) return [];
  const message =
    `${name}为 ${told.arithmetic} 万元，${table}${formatCell(figure.cell)}（${figure.label}）为 ` +
    `${formatAmount(figure.shown)} 万元，不一致，请核对数据和口径。`;
  return [contradiction(told, message, figure.shown, [figure])];
}

function contradiction(
  { claim: { passage, start, end }, value }: ToldAmount,
  message: string,
  expected: Decimal,
  figures: readonly Figure[],
): TextProblem {
  const cells = figures.map(({ cell }) => cell);
  return passageProblem(passage, start, end, { rule: RULE, severity: 'warning', message, cells, expected, actual: value });
}

function actualIn(claims: readonly NumberClaim[], keys: readonly string[]): ToldAmount | null {
  const found = keys.map((key) => claims.find(({ kind, topic }) => kind === 'actual' && topic.key === key));
  const told = found.filter((claim) => claim !== undefined);
  const [first] = told;
  if (first === undefined || told.length < keys.length) return null;
  const value = told.reduce((sum, claim) => sum.plus(claimed(claim)), new Decimal(0));
  const arithmetic = told.map((claim) => claimed(claim).toFixed()).join(' + ');
  return { claim: first, value, arithmetic: told.length === 1 ? arithmetic : `${arithmetic} = ${value.toFixed()}` };
}

/** 年初预算数 as it is written, or what it must be by how much more or less was spent. */
function budgetIn(claims: readonly NumberClaim[], key: string): ToldAmount | null {
  const own = claims.filter(({ topic }) => topic.key === key);
  return baseIn(own, 'budget', saidActual(own));
}

/** What claims about one thing compare its amount with, as it is written, or by the change that they give. */
function baseIn(own: readonly NumberClaim[], baseline: Baseline, actual: Decimal | null): ToldAmount | null {
  const written = own.find(({ kind }) => kind === baseline);
  if (written !== undefined) return { claim: written, value: claimed(written), arithmetic: claimed(written).toFixed() };
  const change = own.find((claim) => claim.kind === 'change' && claim.baseline === baseline);
  if (actual === null || change?.word === undefined || change.word === null) return null;
  const signed = claimed(change).mul(change.word.direction);
  const value = actual.minus(signed);
  const operation = signed.isNegative() ? '+' : '−';
  return {
    claim: change,
    value,
    arithmetic: `${actual.toFixed()} ${operation} ${signed.abs().toFixed()} = ${value.toFixed()}`,
  };
}

function saidActual(own: readonly NumberClaim[]): Decimal | null {
  const said = own.find(({ kind }) => kind === 'actual');
  return said === undefined ? null : claimed(said);
}

/** The items whose 上年决算数 a narrative tells by how much more or less was spent, and its topics of them. */
const COMPARED: readonly (readonly [ExpenseItem, string])[] = [
  ['threePublic', 'three-public/total'],
  ['vehicles', 'three-public/vehicles'],
  ['vehiclePurchase', 'three-public/vehiclePurchase'],
  ['vehicleRunning', 'three-public/vehicleRunning'],
  ['overseasTravel', 'three-public/overseasTravel'],
  ['hospitality', 'three-public/hospitality'],
  ['operating', 'agency-operating'],
];
/** The amount and its change are rounded each. */
const ROUNDED_TWICE = new Decimal('0.01');

/**
 * 上年决算数 of 基础数据表 against what it must be by the changes that the narrative tells (rules.md D04, D05): only of
 * lines whose 本年决算数 counts the same money, and where last year's own accounts do not decide.
 */
function lastYearProblems({ expenses }: EvaluationData, claims: readonly NumberClaim[]): readonly TextProblem[] {
  return COMPARED.flatMap(([item, key]) => {
    const own = claims.filter(({ topic }) => topic.key === key);
    const { lastActual = null, actual = null } = expenses[item]?.amounts ?? {};
    // A wrong amount in the text will be put right to the published one, the change beside it stays.
    const now = given(own[0]?.topic.actual)?.value ?? saidActual(own);
    const told = baseIn(own, 'previous', now);
    const isSameMoney = holdsNumber(actual) && now?.eq(actual.shown) === true;
    if (told === null || lastActual === null || !isSameMoney || given(told.claim.topic.previous) !== null) return [];
    const isClose = told.value.minus(lastActual.shown).abs().lte(ROUNDED_TWICE);
    return isClose ? [] : against('基础数据表', lastActual, `“${nameOf(told.claim.topic)}”的上年决算数`, told);
  });
}
