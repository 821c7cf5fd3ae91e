import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { partsOf } from '../basic-expenditure';
import { wholeExpenditure } from '../expenditure';
import { columnTotal } from '../functional';
import type { Telling } from '../telling';
import type { Topic } from '../topic';
import { bind } from './bind';
import { claimed, meant, type NumberClaim } from './claim';
import { nameOf } from './claim-problem';
import type { Passage } from './document';
import { given, judgePercent, ratioOf, said } from './operand';
import { numeralsOf, type Numeral } from './numeral';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import type { Reference } from './reference';
import { verify } from './verify';

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
  budget: /(?:预算|资金总额)(?:数|金额|安排)?为?$/,
} as const;
type Part = keyof typeof LEADS;
const PARTS: readonly Part[] = ['actual', 'left', 'added', 'annual', 'initial', 'budget'];
const RATE = /(?:执行率|完成(?:年初|全年)?预算)(?:的|为|达)*$/;
/** The list of all projects with what was planned for each. */
export const LIST = /^年初预算项目/;

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
    if (actual === undefined || (LIST.test(passage.text) && added !== undefined)) return [];
    const name = passages[index - 1]?.text ?? '';
    const budget = told.annual ?? told.initial ?? told.budget ?? others[0] ?? added ?? null;
    return [{ passage, name, actual, left, rate, budget }];
  });
}

/** 预算 − 支出 = 结余 and 支出 ÷ 预算 = 执行率, project by project and for the list of all (rules.md E11). */
export function projectProblems(passages: readonly Passage[]): readonly TextProblem[] {
  return [...projectsIn(passages).flatMap(ofProject), ...passages.flatMap(ofList)];
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
  if (!LIST.test(passage.text) || actual === undefined || added === undefined || first === undefined) return [];
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

/** 基本支出 and 项目支出 of a report, of all money or of 一般公共预算 alone: reports tell either. */
function topicSets(telling: Telling): readonly (readonly Topic[])[] {
  const { expenditure, generalBudget, basicExpenditure } = telling.accounts;
  const sides = basicExpenditure === null ? null : partsOf(basicExpenditure, telling);
  return [generalBudget, expenditure].flatMap((table) => {
    if (table === null) return [];
    const isAll = table === expenditure;
    const total = isAll ? wholeExpenditure(expenditure) : columnTotal(table, 'total', '支出合计');
    const side = (key: string, name: string, actual: Topic['actual']): Topic => ({
      key: `report/${key}`,
      names: [`一般公共预算财政拨款${name}`, name],
      actual: actual ?? null,
      whole: total,
    });
    return [
      [
        { key: 'report', names: ['决算总支出', '总支出', '年支出', '年度支出', '支出总额'], actual: total },
        side('basic', '基本支出', columnTotal(table, 'basic', '基本支出')),
        side('project', '项目支出', columnTotal(table, 'project', '项目支出')),
        ...(sides === null || isAll
          ? []
          : [side('personnel', '人员经费', sides.personnel), side('operating', '公用经费', sides.operating)]),
      ],
    ];
  });
}

const SPENDING = /(?:基本支出|项目支出|总支出)[^。]{0,12}\d|^\d{4}年(?:度)?支出\d/;
const LONGEST = 160;

/** 基本支出 and 项目支出 of a report against whichever scope they fit better (rules.md B19, B20). */
export function spendingProblems(
  passages: readonly Passage[],
  telling: Telling,
  reference: Reference,
): readonly TextProblem[] {
  const own = passages.filter(({ text }) => text.length <= LONGEST && SPENDING.test(text) && !LIST.test(text));
  const readings = topicSets(telling).map((topics) => {
    const judged = verify(bind(own, topics).claims, { section: 'performance', topics, reference, percentDigits: 2 });
    const fitting = judged.filter(({ claim, problems }) => problems.length === 0 && given(claim.topic.actual) !== null);
    return { problems: judged.flatMap(({ problems }) => problems), fitting: fitting.length };
  });
  return readings.reduce(
    (best, one) => (one.fitting > best.fitting ? one : best),
    readings[0] ?? { problems: [], fitting: 0 },
  ).problems;
}

const STAFF =
  /实有(?:人员|人数)?(\d+)人(?:[（。，]其中：|：)在职(?:人员|人数)?(\d+)人，离休(?:人员)?(\d+)人，退休(?:人员)?(\d+)人/g;

/** 实有人数 = 在职 + 离休 + 退休 (rules.md E12). */
export function staffProblems(passages: readonly Passage[]): readonly TextProblem[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(STAFF)].flatMap((match): readonly TextProblem[] => {
      const [whole, total = 0, ...parts] = match.map((value, index) => (index === 0 ? value : Number(value)));
      const sum = parts.reduce<number>((all, value) => all + Number(value), 0);
      if (sum === Number(total)) return [];
      return [
        passageProblem(passage, match.index, match.index + String(whole).length, {
          rule: 'text/staff',
          severity: 'error',
          message: `实有人数写为 ${total} 人，而在职、离休、退休之和 ${parts.join(' + ')} = ${sum} 人。`,
          expected: new Decimal(sum),
          actual: new Decimal(Number(total)),
        }),
      ];
    }),
  );
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
