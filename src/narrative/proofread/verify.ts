import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import type { SectionId } from '../section';
import type { Topic } from '../topic';
import { claimed, isNumber, isUnitSlip, type Claim, type DirectionClaim, type NumberClaim, type Word } from './claim';
import { nameOf, problemOf } from './claim-problem';
import { lastNamed } from './names';
import {
  before, given, growthOf, judgeAmount, judgePercent, ratioOf, said, type Operand, type Ratio,
} from './operand';
import type { TextCause, TextProblem } from './problem';
import type { Reference } from './reference';

/** What the claims of one chapter are judged by. */
export interface Grounds {
  readonly section: SectionId;
  readonly topics: readonly Topic[];
  readonly reference: Reference;
  /** Digits of a percentage that is put right, at least as many as the text shows. */
  readonly percentDigits: number;
}

/** The amounts of a topic that its derived figures follow from. */
export interface Bases {
  readonly actual: Operand | null;
  readonly budget: Operand | null;
  readonly previous: Operand | null;
}

/** A claim with what its topic amounts to and what is wrong with it. */
export interface Judged {
  readonly claim: Claim;
  readonly bases: Bases;
  readonly problems: readonly TextProblem[];
}

/** Judges every claim of a chapter; what cannot be judged for want of an amount to compare with is passed over. */
export function verify(claims: readonly Claim[], grounds: Grounds): readonly Judged[] {
  const byTopic = new Map<string, Claim[]>();
  for (const claim of claims) byTopic.set(claim.topic.key, [...(byTopic.get(claim.topic.key) ?? []), claim]);
  return [...byTopic.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const bases = basesOf(first.topic, own);
    return own.map((claim) => ({ claim, bases, problems: judge(claim, bases, own, claims, grounds) }));
  });
}

function saidOf(claims: readonly Claim[], kind: NumberClaim['kind'], label: string): Operand | null {
  const found = claims.filter(isNumber).find((claim) => claim.kind === kind);
  return found === undefined ? null : said(claimed(found), label);
}

/** The amounts of a topic: what tables and user say comes before what the text says. */
export function basesOf(topic: Topic, claims: readonly Claim[]): Bases {
  const told = saidOf(claims, 'actual', nameOf(topic));
  const known = given(topic.actual);
  const actual = (topic.relation ?? 'equal') === 'equal' ? (known ?? told) : (told ?? known);
  const derived = (baseline: 'budget' | 'previous', label: string): Operand | null => {
    const change = claims.filter(isNumber).find((claim) => claim.kind === 'change' && claim.baseline === baseline);
    if (change === undefined || change.word === null || actual === null) return null;
    return before(actual, claimed(change).mul(signOf(change, change.word, actual, claims)), label);
  };
  return {
    actual,
    budget: given(topic.budget) ?? saidOf(claims, 'budget', '预算数') ?? derived('budget', '预算数'),
    previous: given(topic.previous) ?? saidOf(claims, 'previous', '上年数') ?? derived('previous', '上年数'),
  };
}

/** The sign of a change: its word, unless the rate that goes with it says the other and only that one adds up. */
function signOf(change: NumberClaim, word: Word, actual: Operand, claims: readonly Claim[]): Decimal {
  const sign = new Decimal(word.direction);
  const rate = rateOf(change, claims);
  if (rate === undefined || rate.word === null || rate.word.direction === word.direction) return sign;
  const fits = (factor: Decimal): boolean => {
    const growth = growthOf(actual, before(actual, claimed(change).mul(factor), ''));
    return growth !== null && judgePercent(rate.numeral.value, rate.numeral.digits, growth) !== 'error';
  };
  return !fits(sign) && fits(sign.neg()) ? sign.neg() : sign;
}

function rateOf(change: NumberClaim, claims: readonly Claim[]): NumberClaim | undefined {
  return claims
    .filter(isNumber)
    .find(({ kind, baseline, passage, start }) =>
      kind === 'growth' && baseline === change.baseline && passage === change.passage && start > change.start);
}

function judge(
  claim: Claim,
  bases: Bases,
  own: readonly Claim[],
  all: readonly Claim[],
  grounds: Grounds,
): readonly TextProblem[] {
  switch (claim.kind) {
    case 'actual':
      return [...unitOf(claim, given(claim.topic.actual)), ...amount(claim, given(claim.topic.actual), '决算数', grounds)];
    case 'budget':
      return [...unitOf(claim, given(claim.topic.budget)), ...budget(claim, own, grounds)];
    case 'previous':
      return [...unitOf(claim, given(claim.topic.previous)), ...previous(claim, grounds)];
    case 'change':
      return [...unitOf(claim, null), ...change(claim, bases, own, grounds)];
    case 'growth':
      return [...unitOf(claim, null), ...growth(claim, bases, grounds)];
    case 'rate':
      return [...unitOf(claim, null), ...rate(claim, bases, grounds)];
    case 'share':
      return [...unitOf(claim, null), ...share(claim, bases, all, grounds)];
    case 'direction':
      return direction(claim, bases, grounds);
    case 'none':
      return none(claim, grounds);
  }
}

function unitOf(claim: NumberClaim, expected: Operand | null): readonly TextProblem[] {
  const { numeral } = claim;
  const digits = claim.passage.text.slice(numeral.start, numeral.unitStart);
  if (claim.kind === 'growth' || claim.kind === 'rate' || claim.kind === 'share') return percentSign(claim, digits);
  const replacement = { start: numeral.start, end: numeral.end, text: `${digits}万元` };
  const name = nameOf(claim.topic);
  if (isUnitSlip(numeral)) {
    if (expected?.value.mul(10_000).eq(numeral.value) === true && !numeral.value.isZero()) return [];
    const severity = numeral.value.isZero() ? 'warning' : 'error';
    const message = `“${name}”写为 ${digits}元，上下文都以万元为单位，应为 ${digits}万元。`;
    return [problemOf(claim, { rule: 'text/unit', severity, message, cause: 'unit', replacement })];
  }
  if ((numeral.unit !== '万' && numeral.unit !== '') || (claim.kind === 'previous' && numeral.value.isZero())) return [];
  const message = numeral.unit === '' ? `“${name}”的金额 ${digits} 后面缺少单位“万元”。` : `“${digits}万”缺少“元”字，应为“${digits}万元”。`;
  const severity = numeral.unit === '' ? 'error' : 'warning';
  return [problemOf(claim, { rule: 'text/unit', severity, message, replacement })];
}

/** A percentage without its sign, and a share without its 占 (rules.md F06). */
function percentSign(claim: NumberClaim, digits: string): readonly TextProblem[] {
  const { numeral, passage, from } = claim;
  if (numeral.unit === '') {
    const replacement = { start: numeral.start, end: numeral.end, text: `${digits}%` };
    const message = `“${nameOf(claim.topic)}”的百分比 ${digits} 后面缺少“%”。`;
    return [problemOf(claim, { rule: 'text/unit', severity: 'warning', message, replacement })];
  }
  if (claim.kind !== 'share' || passage.text.slice(from, numeral.start).includes('占')) return [];
  const message = `百分比 ${digits}% 前面缺少“占”字。`;
  const replacement = { start: numeral.start, end: numeral.start, text: '占' };
  return [problemOf(claim, { rule: 'text/wording', severity: 'warning', message, replacement })];
}

function amount(claim: NumberClaim, expected: Operand | null, what: string, grounds: Grounds): readonly TextProblem[] {
  if (expected === null) return [];
  const { section, reference, topics } = grounds;
  const printed = claimed(claim);
  const { relation = 'equal' } = claim.topic;
  if (relation === 'at-least' && printed.gte(expected.value)) return [];
  const verdict = judgeAmount(printed, claim.numeral.digits, expected.value);
  if (verdict === 'exact') return [];
  const isDoubtful = reference.isDoubtful(expected.cells);
  const isMild = verdict !== 'error' || relation !== 'equal' || isDoubtful;
  const name = nameOf(claim.topic);
  const source = sourceOf(expected, reference);
  const gap = printed.minus(expected.value);
  const guess = verdict === 'error' ? guessOf(claim, printed, expected, topics, reference) : null;
  const remark = isDoubtful
    ? '表中这个数本身存疑，请先核对公开表。'
    : relation === 'usually-equal' ? '两者一般相等，如口径不同可不修改。' : '';
  const right = formatAmount(expected.value);
  const fact = `“${name}”${what}写为 ${printed.toFixed()} 万元`;
  const relationWord = relation === 'at-least' ? '不应小于' : '应为';
  return [problemOf(claim, {
    rule: `${section}/narrative-${claim.kind === 'budget' ? 'budget' : 'amount'}`,
    severity: isMild ? 'warning' : 'error',
    message: `${fact}，${relationWord} ${right} 万元（${source}），相差 ${formatAmount(gap)}。${guess?.words ?? ''}${remark}`,
    cells: expected.cells,
    expected: expected.value,
    actual: printed,
    cause: guess?.cause ?? (verdict === 'rounding' ? 'rounding' : null),
    replacement: isDoubtful || relation !== 'equal' ? null : { start: claim.numeral.start, end: claim.numeral.end, text: `${right}万元` },
  })];
}

/** Where an expected amount stands. */
function sourceOf({ label, cells: [cell] }: Operand, reference: Reference): string {
  const title = cell === undefined ? null : reference.titleOf(cell);
  return title === null ? label : `《${title}》${label}`;
}

function guessOf(
  claim: NumberClaim,
  printed: Decimal,
  expected: Operand,
  topics: readonly Topic[],
  reference: Reference,
): { readonly cause: TextCause; readonly words: string } | null {
  if (printed.isZero()) return null;
  const ratio = expected.value.isZero() ? null : printed.div(expected.value);
  if (ratio?.eq(10_000) === true) return { cause: 'unit', words: '疑似把元当作万元。' };
  if (given(claim.topic.previous)?.value.eq(printed) === true) return { cause: 'last-year', words: '疑似沿用了上年数。' };
  const other = topics.find((topic) => topic.key !== claim.topic.key && given(topic.actual)?.value.eq(printed) === true);
  if (other !== undefined) return { cause: 'neighbour', words: `与“${nameOf(other)}”的数相同，疑似张冠李戴。` };
  const elsewhere = reference.sameAmount(printed, expected.cells);
  if (elsewhere !== null) return { cause: 'neighbour', words: `与${elsewhere}相同，疑似误用。` };
  return ratio !== null && [10, 100, 0.1, 0.01].some((factor) => ratio.eq(factor))
    ? { cause: 'decimal', words: '疑似小数点错位。' }
    : null;
}

/** A budget that no table has is compared with the first one that the text gives. */
function budget(claim: NumberClaim, own: readonly Claim[], grounds: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.budget);
  if (known !== null) return amount(claim, known, '预算数', grounds);
  const first = own.filter(isNumber).find(({ kind }) => kind === 'budget');
  if (first === undefined || first === claim || claimed(first).eq(claimed(claim))) return [];
  return [problemOf(claim, {
    rule: 'text/contradiction',
    severity: 'error',
    message: `“${nameOf(claim.topic)}”的预算数前后不一致：前面写 ${claimed(first).toFixed()} 万元，这里写 ${claimed(claim).toFixed()} 万元。`,
    actual: claimed(claim),
  })];
}

/** Last year's amount as the text gives it, against last year's workbook (rules.md D02). */
function previous(claim: NumberClaim, grounds: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.previous);
  if (known === null || judgeAmount(claimed(claim), claim.numeral.digits, known.value) === 'exact') return [];
  const right = formatAmount(known.value);
  return [problemOf(claim, {
    rule: `${grounds.section}/narrative-change`,
    severity: 'error',
    message: `“${nameOf(claim.topic)}”的上年数写为 ${claimed(claim).toFixed()} 万元，应为 ${right} 万元。`,
    expected: known.value,
    actual: claimed(claim),
    replacement: { start: claim.numeral.start, end: claim.numeral.end, text: `${right}${claim.numeral.unit}` },
  })];
}

const BASELINES = { budget: '预算数', previous: '上年数' } as const;

function change(claim: NumberClaim, bases: Bases, own: readonly Claim[], grounds: Grounds): readonly TextProblem[] {
  const { section } = grounds;
  const now = bases.actual;
  const base = bases[claim.baseline];
  const { word } = claim;
  if (now === null || base === null || word === null) return [];
  const difference = now.value.minus(base.value);
  const printed = claimed(claim);
  const problems: TextProblem[] = [];
  if (base.given || saysItself(claim, own)) {
    const verdict = judgeAmount(printed, claim.numeral.digits, difference.abs());
    if (verdict !== 'exact') {
      const right = formatAmount(difference.abs());
      problems.push(problemOf(claim, {
        rule: `${section}/narrative-change`,
        severity: verdict === 'error' ? 'error' : 'warning',
        message: `“${nameOf(claim.topic)}”与${BASELINES[claim.baseline]}相比${word.text}写为 ${printed.toFixed()} 万元，` +
          `应为 ${right} 万元（${formatAmount(now.value)} − ${formatAmount(base.value)}）。`,
        cells: [...now.cells, ...base.cells],
        expected: difference.abs(),
        actual: printed,
        replacement: { start: claim.numeral.start, end: claim.numeral.end, text: `${right}万元` },
      }));
    }
  }
  const wanted = Math.sign(difference.toNumber());
  if (wanted !== 0 && wanted !== word.direction) problems.push(wrongWord(claim, word, wanted, now, base, grounds));
  return problems;
}

/** Whether the text gives the baseline itself, apart from this change. */
function saysItself({ baseline }: NumberClaim, own: readonly Claim[]): boolean {
  return own.some(({ kind }) => kind === baseline);
}

const OPPOSITES: Readonly<Record<string, string>> = {
  增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长', 上升: '下降', 提高: '降低', 降低: '增加', 增幅: '降幅', 降幅: '增幅',
  压减: '增加', 节约: '增加', 减幅: '增幅', 大于: '小于', 小于: '大于', 高于: '低于', 低于: '高于', 超过: '低于', 多于: '少于', 少于: '多于',
};

function wrongWord(
  claim: NumberClaim | DirectionClaim,
  word: Word,
  wanted: number,
  now: Operand,
  base: Operand,
  { section }: Grounds,
): TextProblem {
  const right = wordFor(word, wanted);
  const relation = wanted > 0 ? '大于' : wanted < 0 ? '小于' : '等于';
  const unchosen = claim.kind === 'direction' && claim.unchosen;
  const written = claim.passage.text.slice(word.start, word.end);
  return problemOf(claim, {
    rule: unchosen ? 'text/placeholder' : `${section}/narrative-direction`,
    severity: 'error',
    message: `“${nameOf(claim.topic)}”写为“${written}”，而本年 ${formatAmount(now.value)} ${relation}` +
      `${BASELINES[claim.baseline]} ${formatAmount(base.value)}${right === null ? '' : `，应为“${right}”`}。`,
    cells: [...now.cells, ...base.cells],
    replacement: right === null ? null : { start: word.start, end: word.end, text: right },
  });
}

function wordFor({ text, direction }: Word, wanted: number): string | null {
  if (wanted === 0) return direction === 0 || !/于$|超过/.test(text) ? null : '等于';
  if (direction === 0) return text === '等于' ? (wanted > 0 ? '大于' : '小于') : null;
  return direction === wanted ? text : (OPPOSITES[text] ?? null);
}

function percent(claim: NumberClaim, ratio: Ratio, rule: string, what: string, grounds: Grounds): readonly TextProblem[] {
  const { numeral } = claim;
  const verdict = judgePercent(numeral.value, numeral.digits, ratio);
  if (verdict === 'exact') return [];
  const digits = Math.max(numeral.digits, grounds.percentDigits);
  const rounded = ratio.value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  const right = `${rounded.isInteger() ? rounded.toFixed(0) : rounded.toFixed(digits)}%`;
  const isDoubtful = grounds.reference.isDoubtful(ratio.cells);
  const tail = verdict === 'warning' ? '相差很小，可能是四舍五入所致，请核对。' : '';
  return [problemOf(claim, {
    rule,
    severity: verdict === 'warning' || isDoubtful ? 'warning' : 'error',
    message: `“${nameOf(claim.topic)}”${what}写为 ${numeral.value.toFixed()}%，应为 ${right}（${ratio.formula}）。` +
      `${impossible(claim)}${isDoubtful ? '所依据的表内数字本身存疑，请先核对公开表。' : tail}`,
    cells: ratio.cells,
    expected: rounded,
    actual: numeral.value,
    cause: verdict === 'warning' ? 'rounding' : null,
    replacement: isDoubtful ? null : { start: numeral.start, end: numeral.end, text: right },
  })];
}

function impossible({ kind, word, numeral }: NumberClaim): string {
  if (!numeral.value.gt(100)) return '';
  if (kind === 'growth' && word?.direction === -1) return '降幅不可能超过 100%。';
  return kind === 'share' ? '占比不可能超过 100%。' : '';
}

function growth(claim: NumberClaim, bases: Bases, grounds: Grounds): readonly TextProblem[] {
  const now = bases.actual;
  const base = bases[claim.baseline];
  if (now === null || base === null) return [];
  const rule = `${grounds.section}/narrative-change`;
  const rates = growthOf(now, base);
  if (rates === null) return [zeroBase(claim, rule, base)];
  const wanted = Math.sign(now.value.minus(base.value).toNumber());
  const problems = [...percent(claim, rates, rule, `${claim.word?.text ?? '增减'}幅度`.replace('幅度幅度', '幅度'), grounds)];
  if (claim.word !== null && wanted !== 0 && wanted !== claim.word.direction) {
    problems.push(wrongWord(claim, claim.word, wanted, now, base, grounds));
  }
  return problems;
}

function rate(claim: NumberClaim, { actual, budget: base }: Bases, grounds: Grounds): readonly TextProblem[] {
  if (actual === null || base === null) return [];
  const rule = `${grounds.section}/narrative-rate`;
  const ratio = ratioOf(actual, base);
  return ratio === null ? [zeroBase(claim, rule, base)] : percent(claim, ratio, rule, '完成预算的百分比', grounds);
}

function zeroBase(claim: NumberClaim, rule: string, base: Operand): TextProblem {
  return problemOf(claim, {
    rule,
    severity: 'warning',
    message: `“${nameOf(claim.topic)}”的${base.label}为 ${formatAmount(base.value)}，不能作为百分比的基数，不应写“${claim.numeral.value.toFixed()}%”。`,
    cells: base.cells,
    replacement: base.value.isZero() && claim.passage.text.charAt(claim.from) === '，'
      ? { start: claim.from, end: claim.end, text: '' }
      : null,
  });
}

function share(claim: NumberClaim, { actual }: Bases, all: readonly Claim[], grounds: Grounds): readonly TextProblem[] {
  const whole = wholeOf(claim, all, grounds);
  if (actual === null || whole === null) return [];
  const rule = `${grounds.section}/narrative-share`;
  const ratio = ratioOf(actual, whole);
  if (ratio === null) return claim.numeral.value.isZero() ? [] : [zeroBase(claim, rule, whole)];
  const problems = percent(claim, ratio, rule, '占比', grounds);
  return problems.length > 0 || impossible(claim) === '' ? problems : [problemOf(claim, {
    rule: 'text/impossible',
    severity: 'error',
    message: `“${nameOf(claim.topic)}”占比写为 ${claim.numeral.value.toFixed()}%（${ratio.formula}）。${impossible(claim)}`,
    cells: ratio.cells,
    actual: claim.numeral.value,
  })];
}

const TOTAL = /^(?:(?:本年|全部|总|全年)*(?:支出|收入)?(?:合计|总额|总计|总数)?|总(?:支出|收入)|(?:支出|收入)总额)$/;

/** What a share is of: the topic that the text names, the usual whole where it names none or just a total. */
function wholeOf({ topic, of }: NumberClaim, all: readonly Claim[], { topics }: Grounds): Operand | null {
  const named = lastNamed(of, topics)?.topic;
  if (named !== undefined && named.key !== topic.key) {
    return basesOf(named, all.filter((claim) => claim.topic.key === named.key)).actual;
  }
  return TOTAL.test(of) ? given(topic.whole) : null;
}

/** 基本持平 is true of a difference up to this share of the base. */
const ROUGHLY = 0.02;

function direction(claim: DirectionClaim, bases: Bases, grounds: Grounds): readonly TextProblem[] {
  const now = bases.actual;
  const base = bases[claim.baseline];
  if (now === null || base === null) return [];
  const difference = now.value.minus(base.value);
  if (claim.roughly && difference.abs().lte(base.value.abs().mul(ROUGHLY))) return [];
  const wanted = Math.sign(difference.toNumber());
  return wanted === claim.word.direction && !claim.unchosen ? [] : [wrongWord(claim, claim.word, wanted, now, base, grounds)];
}

function none(claim: Claim, { section, reference }: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.actual);
  if (known === null || known.value.isZero()) return [];
  return [problemOf(claim, {
    rule: `${section}/narrative-amount`,
    severity: reference.isDoubtful(known.cells) ? 'warning' : 'error',
    message: `正文说没有“${nameOf(claim.topic)}”，而${sourceOf(known, reference)}为 ${formatAmount(known.value)} 万元。`,
    cells: known.cells,
    expected: known.value,
  })];
}
