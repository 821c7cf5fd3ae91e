import Decimal from 'decimal.js';
import type { Topic } from '../topic';
import { claimed, isNumber, type Claim, type NumberClaim, type Word } from './claim';
import { nameOf } from './claim-problem';
import { before, given, growthOf, judgePercent, said, type Operand } from './operand';

/** The amounts of a topic that its derived figures follow from. */
export interface Bases {
  readonly actual: Operand | null;
  readonly budget: Operand | null;
  /** The budget as adjusted during the year, as the text gives it. */
  readonly adjusted: Operand | null;
  readonly previous: Operand | null;
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
    adjusted: saidOf(claims, 'adjusted', '调整预算数'),
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
    .find(
      ({ kind, baseline, passage, start }) =>
        kind === 'growth' && baseline === change.baseline && passage === change.passage && start > change.start,
    );
}
