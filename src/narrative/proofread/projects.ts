import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { claimed, meant, type NumberClaim } from './claim';
import { nameOf } from './claim-problem';
import type { Passage } from './document';
import { given, judgePercent, ratioOf, said } from './operand';
import { numeralsOf, type Numeral } from './numeral';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** What a paragraph of a 绩效自评报告 says of a project. */
export interface ProjectTold {
  readonly passage: Passage;
  /** The heading before it. */
  readonly name: string;
  readonly budget: Numeral | null;
  readonly actual: Numeral;
  readonly left: Numeral | null;
  readonly rate: Numeral | null;
}

const LEADS = {
  actual: /(?:实际支出|项目支出|执行数|支出)数?为?$/,
  left: /结余(?:结转)?(?:资金)?为?$/,
  added: /(?:调增|追加)(?:金额)?为?$/,
  annual: /(?:全年|调整后?)预算(?:数|金额|安排)?为?$/,
  initial: /年初预算(?:数|金额|安排)?为?$/,
  budget: /(?:(?:预算|资金总额)(?:数|金额|安排)?为?|(?:经费|资金)共计)$/,
} as const;
type Part = keyof typeof LEADS;
const PARTS: readonly Part[] = ['actual', 'left', 'added', 'annual', 'initial', 'budget'];
const RATE = /(?:执行率|完成(?:年初|全年)?预算)(?:的|为|达)*$/;
/** The paragraph that lists the projects of the year's budget, not one that tells of such a project. */
export const PROJECT_LIST = /^年初预算项目(?=[^。]*?\d(?:万元|万)(?:；|[。，]年中))/;

/** What the numbers of a passage say of a project. */
export type ToldParts = { readonly [P in Part | 'rate']?: Numeral };

/** The numbers of a passage by what they say of a project; `others` are those before the first of them. */
export function partsIn({ text }: Passage): ToldParts & { readonly others: readonly Numeral[] } {
  const parts: { -readonly [P in keyof ToldParts]: ToldParts[P] } = {};
  const others: Numeral[] = [];
  let last = 0;
  for (const numeral of numeralsOf(text)) {
    const lead = text.slice(last, numeral.start);
    last = numeral.end;
    const kind = numeral.kind === 'percent' ? null : (PARTS.find((candidate) => LEADS[candidate].test(lead)) ?? null);
    if (numeral.kind === 'percent') {
      if (RATE.test(lead)) parts.rate ??= numeral;
    } else if (kind !== null) parts[kind] ??= numeral;
    else if (parts.actual === undefined && parts.added === undefined) others.push(numeral);
  }
  return { ...parts, others };
}

/** The projects of a report: every passage that says what was spent of how much. */
export function projectsIn(passages: readonly Passage[]): readonly ProjectTold[] {
  return passages.flatMap((passage, index) => {
    const { actual, left = null, rate = null, added, others, ...told } = partsIn(passage);
    if (actual === undefined || (PROJECT_LIST.test(passage.text) && added !== undefined)) return [];
    const name = passages[index - 1]?.text ?? '';
    const budget = told.annual ?? told.initial ?? told.budget ?? others[0] ?? added ?? null;
    return [{ passage, name, actual, left, rate, budget }];
  });
}

/** 预算 − 支出 = 结余 and 支出 ÷ 预算 = 执行率, project by project and for the list of all (rules.md E11). */
export function projectProblems(passages: readonly Passage[]): readonly TextProblem[] {
  return [
    ...projectsIn(passages).flatMap(ofProject),
    ...passages.flatMap(ofList),
    ...passages.flatMap((passage, index) => againstList(passage, passages.slice(index + 1))),
  ];
}

const RULE = 'text/project';
const TOLERANCE = '0.015';

function ofProject({ passage, budget, actual, left, rate }: ProjectTold): readonly TextProblem[] {
  if (budget === null) return [];
  const [planned, spent] = [meant(budget), meant(actual)];
  const problems: TextProblem[] = [];
  const rest = planned.minus(spent);
  if (left !== null && rest.minus(meant(left)).abs().gt(TOLERANCE)) {
    problems.push(
      passageProblem(passage, budget.start, left.end, {
        rule: RULE,
        severity: 'error',
        message:
          `预算 ${planned.toFixed()} − 支出 ${spent.toFixed()} = ${rest.toFixed()}，` +
          `而结余写为 ${meant(left).toFixed()} 万元。`,
        expected: rest,
        actual: meant(left),
      }),
    );
  }
  const ratio = rate === null ? null : ratioOf(said(spent, ''), said(planned, ''));
  const verdict = rate === null || ratio === null ? 'exact' : judgePercent(rate.value, rate.digits, ratio);
  if (rate !== null && ratio !== null && verdict !== 'exact') {
    const right = ratio.value.toDecimalPlaces(Math.max(rate.digits, 2), Decimal.ROUND_HALF_UP);
    problems.push(
      passageProblem(passage, actual.start, rate.end, {
        rule: RULE,
        severity: verdict,
        message: `预算执行率写为 ${rate.value.toFixed()}%，应为 ${right.toFixed()}%（${ratio.formula}）。`,
        expected: right,
        actual: rate.value,
        replacement: { start: rate.start, end: rate.end, text: `${right.toFixed()}%` },
      }),
    );
  }
  return problems;
}

function ofList(passage: Passage): readonly TextProblem[] {
  const { actual, left, added, others } = partsIn(passage);
  const [first] = others;
  if (!PROJECT_LIST.test(passage.text) || actual === undefined || added === undefined || first === undefined) return [];
  const planned = others.reduce((sum, numeral) => sum.plus(meant(numeral)), new Decimal(0));
  const rest = planned.plus(meant(added)).minus(meant(actual));
  const printed = left === undefined ? new Decimal(0) : meant(left);
  if (rest.minus(printed).abs().lte(TOLERANCE)) return [];
  const right = meant(actual).plus(printed).minus(planned);
  return [
    passageProblem(passage, added.start, (left ?? actual).end, {
      rule: RULE,
      severity: 'error',
      message:
        `年初预算合计 ${formatAmount(planned)} + 调增 ${meant(added).toFixed()} ` +
        `= ${formatAmount(planned.plus(meant(added)))}，` +
        `与支出 ${meant(actual).toFixed()}、结余 ${printed.toFixed()} 不符；如支出无误，调增应为 ${formatAmount(right)} 万元。`,
      expected: right,
      actual: meant(added),
    }),
  ];
}

const ADDED = /(?:追加|调增)[^，。；\d]*(\d+(?:\.\d+)?)万元/;

/** What the paragraphs behind the list of projects say was spent, against what the list says of all of them. */
function againstList(passage: Passage, rest: readonly Passage[]): readonly TextProblem[] {
  const { actual } = partsIn(passage);
  if (!PROJECT_LIST.test(passage.text) || actual === undefined || partsIn(passage).added === undefined) return [];
  const spent = rest.flatMap((each) => {
    const own = partsIn(each).actual;
    const added = own === undefined ? ADDED.exec(each.text)?.[1] : undefined;
    return own === undefined ? (added === undefined ? [] : [new Decimal(added)]) : [meant(own)];
  });
  const sum = spent.reduce((all, each) => all.plus(each), new Decimal(0));
  const gap = meant(actual).minus(sum);
  if (spent.length < 2 || gap.abs().lte(TOLERANCE)) return [];
  return [
    passageProblem(passage, actual.start, actual.end, {
      rule: 'text/sum',
      severity: 'warning',
      message:
        `实际支出写为 ${meant(actual).toFixed()} 万元，而后面逐项写明的 ${spent.length} 个项目共支出 ${sum.toFixed()} 万元，` +
        `相差 ${formatAmount(gap)}，请核对是否有项目没有写到。`,
      actual: meant(actual),
    }),
  ];
}

/** At least so many letters of a project's and an item's name agree where both have the same budget. */
const COMMON_LETTERS = 3;

/** One project told twice with the same budget and different spending (rules.md B21). */
export function contradictions(
  projects: readonly ProjectTold[],
  claims: readonly NumberClaim[],
): readonly TextProblem[] {
  return projects.flatMap(({ passage, name, budget, actual }) => {
    if (budget === null || meant(budget).isZero()) return [];
    const twin = claims.find(
      ({ kind, topic, numeral }) =>
        kind === 'budget' &&
        topic.path !== undefined &&
        meant(numeral).eq(meant(budget)) &&
        haveInCommon(name, nameOf(topic)),
    );
    if (twin === undefined) return [];
    const told = claims.find(({ kind, topic }) => kind === 'actual' && topic.key === twin.topic.key);
    const table = given(twin.topic.actual);
    const values = [told === undefined ? null : claimed(told), table?.value ?? null].filter((value) => value !== null);
    if (values.every((value) => value.eq(meant(actual)))) return [];
    const others = [
      ...(told === undefined ? [] : [`情况说明写为 ${claimed(told).toFixed()}`]),
      ...(table === null ? [] : [`公开表为 ${formatAmount(table.value)}`]),
    ];
    return [
      passageProblem(passage, budget.start, actual.end, {
        rule: 'text/contradiction',
        severity: 'warning',
        message:
          `实际支出写为 ${meant(actual).toFixed()} 万元；预算同为 ${meant(budget).toFixed()} 万元的` +
          `“${nameOf(twin.topic)}”，${others.join('，')}，请核对是否同一笔支出。`,
        cells: table?.cells ?? [],
        expected: table?.value ?? meant(actual),
        actual: meant(actual),
      }),
    ];
  });
}

function haveInCommon(a: string, b: string): boolean {
  for (let at = 0; at + COMMON_LETTERS <= b.length; at += 1) {
    if (a.includes(b.slice(at, at + COMMON_LETTERS))) return true;
  }
  return false;
}
