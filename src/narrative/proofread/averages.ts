import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import type { Telling } from '../telling';
import { VEHICLES_OWNED } from '../three-public';
import type { Topic } from '../topic';
import { claimed, isNumber, type Claim, type NumberClaim } from './claim';
import { nameOf, problemOf } from './claim-problem';
import type { SaidCount } from './counts';
import type { Grounds } from './grounds';
import { behindLast } from './lead';
import { lastNamed } from './names';
import { inWan } from './numeral';
import { given, judgePercent, ratioOf, said, type Operand, type Ratio } from './operand';
import type { TextProblem } from './problem';

const AVERAGE = /(?:([人车辆批次团年月])次?均|平均?每(?:一?[个名])?([人车辆批次团年月])[次辆组]?)([^，。；：、\d]{0,14}?)(?:为|约|是|达|大约)*$/;
/** What may stand behind 车均 and name nothing of its own. */
const NOTHING = /^(?:费用?|支出|开支|花费|标准|经费|金额)*$/;
/** A change of the average, or one of another year, is not the average. */
const OTHERWISE = /[增减升降涨超限低高]|上年|去年|上一年/;

/** Words before an amount that make it an average: of what, and what each of them is. */
export interface Average {
  readonly each: string;
  readonly topic: Topic | null;
}

/** 车均运行维护费, 人均; null where the words speak of no average. `current` is the topic at hand. */
export function averageOf(lead: string, topics: readonly Topic[], current: Topic | null): Average | null {
  const match = AVERAGE.exec(lead);
  if (match === null) return null;
  const [, before, behind, words = ''] = match;
  const each = before ?? behind ?? '';
  const start = behindLast(lead, ['，', '。', '；', '：'], match.index);
  if (OTHERWISE.test(lead.slice(start))) return { each, topic: null };
  if (NOTHING.test(words)) return { each, topic: lastNamed(lead.slice(0, match.index), topics)?.topic ?? current };
  const named = topics.flatMap((topic) => topic.names.filter((name) => name.endsWith(words)).map((name) => ({ topic, name })));
  const [shortest] = [...named].sort((a, b) => a.name.length - b.name.length);
  return { each, topic: shortest?.topic ?? null };
}

/** The counts that averages of a topic are of, by what each one is. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'three-public/overseasTravel': { 人: 'three-public/overseasTravel/persons', 团: 'three-public/overseasTravel/groups' },
  'three-public/hospitality': { 人: 'three-public/hospitality/persons', 批: 'three-public/hospitality/groups', 次: 'three-public/hospitality/groups' },
  'three-public/vehiclePurchase': { 车: 'three-public/vehiclePurchase/bought', 辆: 'three-public/vehiclePurchase/bought' },
  'three-public/vehicleRunning': { 车: VEHICLES_OWNED, 辆: VEHICLES_OWNED },
  'general-expenses/meetings': { 人: 'general-expenses/meetings/persons' },
  'general-expenses/training': { 人: 'general-expenses/training/persons' },
};

/** What is wrong with the averages of a chapter, and those that could not be judged. */
export interface JudgedAverages {
  readonly problems: readonly TextProblem[];
  readonly unjudged: readonly NumberClaim[];
}

/** An average is the amount divided by the count, which the text or the user gives (rules.md C21, C25). */
export function judgeAverages(
  claims: readonly Claim[],
  counts: readonly SaidCount[],
  telling: Telling,
  grounds: Pick<Grounds, 'section' | 'reference'>,
): JudgedAverages {
  const problems: TextProblem[] = [];
  const unjudged: NumberClaim[] = [];
  for (const claim of claims.filter(isNumber).filter(({ kind }) => kind === 'average')) {
    const { numeral, topic } = claim;
    const count = countFor(COUNTS[topic.key]?.[claim.of] ?? null, counts, telling);
    const whole = wholeOf(topic, claims);
    if (count === 0 && numeral.value.isZero()) continue;
    const ratio = whole === null || count === null ? null : ratioOf(whole, countOperand(count));
    if (whole === null || count === null || ratio === null) unjudged.push(claim);
    else problems.push(...averageProblems(claim, ratio, whole, count, grounds));
  }
  return { problems, unjudged };
}

/** An average against the quotient, which is in percent of 万元, in the unit that is printed. */
function averageProblems(
  claim: NumberClaim,
  ratio: Ratio,
  whole: Operand,
  count: number,
  { section, reference }: Pick<Grounds, 'section' | 'reference'>,
): readonly TextProblem[] {
  const { numeral, topic } = claim;
  const unit = numeral.value.isZero() ? new Decimal(1) : numeral.value.div(inWan(numeral));
  const inUnit = (share: Decimal): Decimal => share.div(100).mul(unit);
  const average = { ...ratio, value: inUnit(ratio.value), least: inUnit(ratio.least), most: inUnit(ratio.most) };
  const verdict = judgePercent(numeral.value, numeral.digits, average);
  if (verdict === 'exact') return [];
  const digits = Math.max(numeral.digits, 2);
  const expected = average.value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  const isDoubtful = reference.isDoubtful(whole.cells);
  const right = `${expected.toFixed(digits)}${numeral.unit}`;
  return [
    problemOf(claim, {
      rule: `${section}/narrative-average`,
      severity: verdict === 'warning' || isDoubtful ? 'warning' : 'error',
      message:
        `“${nameOf(topic)}”的平均数写为 ${numeral.value.toFixed()}${numeral.unit}，` +
        `应为 ${right}（${formatAmount(whole.value)} 万元 ÷ ${count}）。` +
        (verdict === 'warning' ? '相差很小，可能是四舍五入所致，请核对。' : '请核对平均数和数量。'),
      cells: whole.cells,
      expected,
      actual: numeral.value,
      cause: verdict === 'warning' ? 'rounding' : null,
      replacement: isDoubtful ? null : { start: numeral.start, end: numeral.end, text: right },
    }),
  ];
}

/** Null where nobody says, or the text gives two. */
function countFor(key: string | null, counts: readonly SaidCount[], telling: Telling): number | null {
  if (key === null) return null;
  const [first, ...others] = new Set(counts.filter(({ count }) => count.key === key).map(({ value }) => value));
  if (first !== undefined) return others.length === 0 ? first : null;
  const answer = telling.words(key, '');
  return answer.kind === 'words' && /^\d+$/.test(answer.text) ? Number(answer.text) : null;
}

/** The table's amount, or the text's own where the table has only a part of it. */
function wholeOf(topic: Topic, claims: readonly Claim[]): Operand | null {
  if (topic.relation === undefined || topic.relation === 'equal') return given(topic.actual);
  const own = claims.filter(isNumber).find(({ kind, topic: { key } }) => kind === 'actual' && key === topic.key);
  return own === undefined ? null : said(claimed(own), nameOf(topic));
}

function countOperand(count: number): Operand {
  return { value: new Decimal(count), slack: new Decimal(0), label: '', cells: [], given: false };
}
