import type Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { claimed, isNumber, isSlip, type Claim, type NumberClaim } from './claim';
import { nameOf, problemOf } from './claim-problem';
import type { Grounds } from './grounds';
import { given, judgeAmount, type Operand } from './operand';
import type { TextCause, TextProblem } from './problem';
import type { Reference } from './reference';

/** 元 for 万元, 万 for 万元, no unit at all; the sign of a percentage (rules.md F02, F06). */
export function unitOf(claim: NumberClaim): readonly TextProblem[] {
  const { numeral } = claim;
  const digits = claim.passage.text.slice(numeral.start, numeral.unitStart);
  if (claim.kind === 'growth' || claim.kind === 'rate' || claim.kind === 'share') return percentSign(claim, digits);
  const replacement = { start: numeral.start, end: numeral.end, text: `${digits}万元` };
  const name = nameOf(claim.topic);
  if (isSlip(claim)) {
    const severity = numeral.value.isZero() ? 'warning' : 'error';
    const message = `“${name}”写为 ${digits}元，上下文都以万元为单位，应为 ${digits}万元。`;
    return [problemOf(claim, { rule: 'text/unit', severity, message, cause: 'unit', replacement })];
  }
  const isNil = claim.kind === 'previous' && numeral.value.isZero();
  if ((numeral.unit !== '万' && numeral.unit !== '') || isNil) return [];
  const message =
    numeral.unit === ''
      ? `“${name}”的金额 ${digits} 后面缺少单位“万元”。`
      : `“${digits}万”缺少“元”字，应为“${digits}万元”。`;
  return [problemOf(claim, { rule: 'text/unit', severity: 'error', message, replacement })];
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

/** An amount against what the tables or the user say: what is wrong, and whose amount it is instead. */
export function amount(
  claim: NumberClaim,
  expected: Operand | null,
  what: string,
  grounds: Grounds,
): readonly TextProblem[] {
  if (expected === null) return [];
  const { section, reference, quoting } = grounds;
  const printed = claimed(claim);
  const { relation = 'equal' } = quoting ? {} : claim.topic;
  if (relation === 'at-least' && printed.gte(expected.value)) return [];
  const verdict = judgeAmount(printed, claim.numeral.digits, expected.value);
  if (verdict === 'exact' || (quoting && verdict === 'shortened')) return [];
  const isDoubtful = reference.isDoubtful(expected.cells);
  const swapped = verdict === 'error' ? swappedWith(claim, expected, grounds) : null;
  const isMild = verdict !== 'error' || (relation !== 'equal' && swapped === null) || isDoubtful;
  const name = nameOf(claim.topic);
  const source = sourceOf(expected, reference);
  const gap = printed.minus(expected.value);
  const guess = verdict === 'error' ? guessOf(claim, printed, expected, swapped, grounds) : null;
  const remark = isDoubtful
    ? '表中这个数本身存疑，请先核对公开表。'
    : relation === 'usually-equal' && swapped === null
      ? '两者一般相等，如口径不同可不修改。'
      : '';
  const right = formatAmount(expected.value);
  const fact = `“${name}”${what}写为 ${printed.toFixed()} 万元`;
  const relationWord = relation === 'at-least' ? '不应小于' : '应为';
  return [
    problemOf(claim, {
      rule: `${section}/narrative-${claim.kind === 'budget' ? 'budget' : 'amount'}`,
      severity: isMild ? 'warning' : 'error',
      message: `${fact}，${relationWord} ${right} 万元（${source}），相差 ${formatAmount(gap)}。${guess?.words ?? ''}${remark}`,
      cells: expected.cells,
      expected: expected.value,
      actual: printed,
      cause: guess?.cause ?? (verdict === 'rounding' ? 'rounding' : null),
      replacement:
        isDoubtful || relation !== 'equal'
          ? null
          : { start: claim.numeral.start, end: claim.numeral.end, text: `${right}万元` },
    }),
  ];
}

/** Where an expected amount stands. */
function sourceOf({ label, cells: [cell] }: Operand, reference: Reference): string {
  const title = cell === undefined ? null : reference.titleOf(cell);
  return title === null ? label : `《${title}》${label}`;
}

const KIND_NAMES: Readonly<Partial<Record<NumberClaim['kind'], string>>> = {
  actual: '决算数',
  budget: '预算数',
  previous: '上年数',
};

/**
 * The figure that changed places with a wrong one: of the same topic the budget that is given this one's amount, of
 * another topic the one that is given this amount while this one is given its.
 */
function swappedWith(claim: NumberClaim, expected: Operand, { claims }: Grounds): NumberClaim | null {
  if (expected.value.isZero()) return null;
  const printed = claimed(claim);
  const holders = claims.filter(isNumber).filter((other) => {
    if (other === claim || other.passage !== claim.passage || !claimed(other).eq(expected.value)) return false;
    const isOwn = other.topic.key === claim.topic.key;
    if (isOwn) return claim.kind === 'actual' && other.kind === 'budget' && given(claim.topic.budget) === null;
    return other.kind === claim.kind && given(other.topic[other.kind === 'budget' ? 'budget' : 'actual'])?.value.eq(printed) === true;
  });
  return holders[0] ?? null;
}

function guessOf(
  claim: NumberClaim,
  printed: Decimal,
  expected: Operand,
  swapped: NumberClaim | null,
  { topics, reference }: Grounds,
): { readonly cause: TextCause; readonly words: string } | null {
  if (printed.isZero()) return null;
  const ratio = expected.value.isZero() ? null : printed.div(expected.value);
  if (ratio?.eq(10_000) === true) return { cause: 'unit', words: '疑似把元当作万元。' };
  if (given(claim.topic.previous)?.value.eq(printed) === true)
    return { cause: 'last-year', words: '疑似沿用了上年数。' };
  if (swapped !== null) {
    const whose = swapped.topic.key === claim.topic.key ? KIND_NAMES[swapped.kind] : `“${nameOf(swapped.topic)}”`;
    return { cause: 'neighbour', words: `${whose}写的正是 ${formatAmount(expected.value)} 万元，疑似两数写反。` };
  }
  const other = topics.find(
    (topic) => topic.key !== claim.topic.key && given(topic.actual)?.value.eq(printed) === true,
  );
  if (other !== undefined) return { cause: 'neighbour', words: `与“${nameOf(other)}”的数相同，疑似张冠李戴。` };
  const elsewhere = reference.sameAmount(printed, expected.cells);
  if (elsewhere !== null) return { cause: 'neighbour', words: `与${elsewhere}相同，疑似误用。` };
  return ratio !== null && [10, 100, 0.1, 0.01].some((factor) => ratio.eq(factor))
    ? { cause: 'decimal', words: '疑似小数点错位。' }
    : null;
}

/** A budget that no table has is compared with the first one that the text gives. */
export function budget(claim: NumberClaim, own: readonly Claim[], grounds: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.budget);
  if (known !== null) return amount(claim, known, '预算数', grounds);
  const first = own.filter(isNumber).find(({ kind }) => kind === 'budget');
  if (first === undefined || first === claim || claimed(first).eq(claimed(claim))) return [];
  return [
    problemOf(claim, {
      rule: 'text/contradiction',
      severity: 'error',
      message:
        `“${nameOf(claim.topic)}”的预算数前后不一致：前面写 ${claimed(first).toFixed()} 万元，` +
        `这里写 ${claimed(claim).toFixed()} 万元。`,
      actual: claimed(claim),
    }),
  ];
}

/** Last year's amount as the text gives it, against last year's workbook (rules.md D02). */
export function previous(claim: NumberClaim, grounds: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.previous);
  if (known === null || judgeAmount(claimed(claim), claim.numeral.digits, known.value) === 'exact') return [];
  const right = formatAmount(known.value);
  return [
    problemOf(claim, {
      rule: `${grounds.section}/narrative-change`,
      severity: 'error',
      message: `“${nameOf(claim.topic)}”的上年数写为 ${claimed(claim).toFixed()} 万元，应为 ${right} 万元。`,
      expected: known.value,
      actual: claimed(claim),
      replacement: { start: claim.numeral.start, end: claim.numeral.end, text: `${right}${claim.numeral.unit}` },
    }),
  ];
}

/** Words that there was none, against an amount that is there. */
export function none(claim: Claim, { section, reference }: Grounds): readonly TextProblem[] {
  const known = given(claim.topic.actual);
  if (known === null || known.value.isZero()) return [];
  return [
    problemOf(claim, {
      rule: `${section}/narrative-amount`,
      severity: reference.isDoubtful(known.cells) ? 'warning' : 'error',
      message: `正文说没有“${nameOf(claim.topic)}”，而${sourceOf(known, reference)}为 ${formatAmount(known.value)} 万元。`,
      cells: known.cells,
      expected: known.value,
    }),
  ];
}
