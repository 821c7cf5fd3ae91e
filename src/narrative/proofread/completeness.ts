import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import type { SectionId } from '../section';
import { claimed, isNumber, type Claim, type DirectionClaim, type NumberClaim } from './claim';
import { nameOf, problemOf } from './claim-problem';
import { given, printedPercent, ratioOf, type Ratio } from './operand';
import type { TextProblem } from './problem';
import type { Judged } from './verify';

/** Sections that set 决算数 against 预算数 and must say how far it was carried out. */
const AGAINST_BUDGET: ReadonlySet<SectionId> = new Set(['general-budget', 'three-public']);

/**
 * What a passage that gives both 预算数 and 决算数 must also say (rules.md C13, C14): its rate, where the text gives
 * rates at all, and a reason for the difference.
 */
export function missingIn(
  judged: readonly Judged[],
  section: SectionId,
  percentDigits: number,
): readonly TextProblem[] {
  if (!AGAINST_BUDGET.has(section)) return [];
  const ratesAreUsual = judged.some(({ claim: { kind } }) => kind === 'rate');
  return judged.flatMap(({ claim, bases: { actual, budget } }) => {
    if (claim.kind !== 'actual' || actual === null || budget === null) return [];
    const own = judged
      .map((one) => one.claim)
      .filter((one) => one.passage === claim.passage && one.topic === claim.topic);
    if (!own.some(({ kind }) => kind === 'budget')) return [];
    const ratio = ratioOf(actual, budget);
    const difference = actual.value.minus(budget.value);
    const severity = ratesAreUsual ? severityOfMissingRate(own, difference.isZero()) : null;
    return [
      ...(ratio === null || severity === null ? [] : [missingRate(claim, severity, ratio, section, percentDigits)]),
      ...missingReason(claim, own, difference, section),
    ];
  });
}

/** How bad it is that an item does not say what percentage of its budget it is; null where it says as much. */
function severityOfMissingRate(own: readonly Claim[], isLevel: boolean): 'error' | 'warning' | null {
  const ofBudget = own.filter((claim) => 'baseline' in claim && claim.baseline === 'budget');
  if (ofBudget.some(({ kind }) => kind === 'rate' || kind === 'growth')) return null;
  const level = ofBudget.find(
    (claim): claim is DirectionClaim => claim.kind === 'direction' && claim.word.direction === 0,
  );
  if (level === undefined) return 'error';
  return isLevel && !level.roughly ? null : 'warning';
}

function missingRate(
  claim: NumberClaim,
  severity: TextProblem['severity'],
  { value, formula }: Ratio,
  section: SectionId,
  digits: number,
): TextProblem {
  const { rounded, text: right } = printedPercent(value, digits);
  const phrase = section === 'general-budget' ? '完成年初预算的' : '完成预算的';
  return problemOf(claim, {
    rule: `${section}/narrative-rate`,
    severity,
    message: `“${nameOf(claim.topic)}”没有写完成预算的百分比，应为 ${right}（${formula}）。`,
    cells: given(claim.topic.actual)?.cells ?? [],
    expected: rounded,
    replacement: { start: claim.end, end: claim.end, text: `，${phrase}${right}` },
  });
}

/** Words after the last number of a passage that may be a reason in other words. */
const SHORTEST_REASON = 12;

function missingReason(
  claim: NumberClaim,
  own: readonly Claim[],
  difference: Decimal,
  section: SectionId,
): readonly TextProblem[] {
  const { text } = claim.passage;
  const last = Math.max(...own.map(({ end }) => end));
  const isExplained =
    own.some(({ kind, ...rest }) => kind === 'direction' && 'baseline' in rest && rest.baseline === 'budget') ||
    /原因|因为|由于/.test(text) ||
    text.length - last >= SHORTEST_REASON;
  if (difference.isZero() || isExplained || claim.topic.path === undefined) return [];
  const relation = difference.isNegative() ? '小于' : '大于';
  return [
    problemOf(claim, {
      rule: `${section}/narrative-reason`,
      severity: 'warning',
      message: `“${nameOf(claim.topic)}”决算数${relation}年初预算数 ${formatAmount(difference.abs())} 万元，没有说明，也没有写主要原因。`,
      cells: given(claim.topic.actual)?.cells ?? [],
    }),
  ];
}

/** The amounts of a list that the text gives must add up to the total it gives (rules.md C11, C23). */
export function sumsIn(judged: readonly Judged[], section: SectionId): readonly TextProblem[] {
  const claims = judged.map(({ claim }) => claim).filter(isNumber);
  return [...budgetsOfItems(claims, section), ...declaredSums(claims, section)];
}

function budgetsOfItems(claims: readonly NumberClaim[], section: SectionId): readonly TextProblem[] {
  const total = claims.find(({ kind, topic }) => kind === 'budget' && topic.key === section);
  const items = claims.filter(
    ({ kind, topic }, index) =>
      kind === 'budget' &&
      topic.path !== undefined &&
      claims.findIndex((other) => other.kind === kind && other.topic === topic) === index,
  );
  const named = new Set(claims.filter(({ topic }) => topic.path !== undefined).map(({ topic }) => topic.key));
  if (total === undefined || items.length < 2 || items.length < named.size) return [];
  return sumProblem(total, items, '年初预算数', `${section}/narrative-budget-sum`);
}

function declaredSums(claims: readonly NumberClaim[], section: SectionId): readonly TextProblem[] {
  return claims.flatMap((total) => {
    const keys = total.topic.sumOf;
    if (total.kind !== 'actual' || keys === undefined) return [];
    const parts = keys.map((key) => claims.find(({ kind, topic }) => kind === 'actual' && topic.key === key));
    const found = parts.filter((part) => part !== undefined);
    return found.length < keys.length ? [] : sumProblem(total, found, '金额', `${section}/narrative-sum`);
  });
}

const HALF_UNIT = '0.005';
const MANY = 6;

function sumProblem(
  total: NumberClaim,
  parts: readonly NumberClaim[],
  what: string,
  rule: string,
): readonly TextProblem[] {
  const sum = parts.reduce((all, part) => all.plus(claimed(part)), new Decimal(0));
  const gap = claimed(total).minus(sum);
  if (gap.isZero()) return [];
  const isRounding = gap.abs().lte(new Decimal(HALF_UNIT).mul(parts.length + 1));
  const terms =
    parts.length > MANY
      ? `${parts.length} 项之和`
      : parts.map((part) => `${nameOf(part.topic)} ${claimed(part).toFixed()}`).join(' + ');
  return [
    problemOf(total, {
      rule,
      severity: isRounding ? 'warning' : 'error',
      message:
        `“${nameOf(total.topic)}”${what}写为 ${claimed(total).toFixed()} 万元，${terms} = ${formatAmount(sum)}，` +
        `${isRounding ? '尾差' : '相差'} ${formatAmount(gap)}。`,
      expected: sum,
      actual: claimed(total),
      cause: isRounding ? 'rounding' : null,
    }),
  ];
}
