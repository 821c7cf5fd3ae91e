import Decimal from 'decimal.js';
import { isMoney, type Figure } from './figure';

/** `exact` holds; `rounding` is ordinary 尾差; `warning` rounding could explain but hardly; `error` nothing rounds to. */
export type Verdict = 'exact' | 'rounding' | 'warning' | 'error';

/** What a reader is told that it is. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  exact: '相符',
  rounding: '尾差',
  warning: '提醒',
  error: '错误',
};

/** The greater the graver. */
export const GRAVITY: Readonly<Record<Verdict, number>> = { exact: 0, rounding: 1, warning: 2, error: 3 };

/** Below this probability a rounding explanation is no longer believed without a word. */
const UNLIKELY = 0.01;

/**
 * How far printed numbers may miss an identity by rounding alone, in 万元: half a unit of the last digit for
 * every printed number in it. A blank was never rounded and adds nothing.
 * Source: XBRL Calculations 1.1, interval arithmetic over rounded facts.
 */
export function slackOf(figures: readonly Figure[]): Decimal {
  return figures.reduce((sum, figure) => (figure.blank ? sum : sum.plus(figure.quantum.div(2))), new Decimal(0));
}

/**
 * Judges the gap `total − Σ terms` of an identity over these figures. One unit of the last digit is always
 * ordinary 尾差, as rules.md finds it in every published book, even where its items are so small that they round to
 * zeros printed as blanks; beyond that and the slack nothing but an error explains it.
 * Scores, rates and counts know no 尾差: what was computed and then rounded holds.
 */
export function judge(gap: Decimal, figures: readonly Figure[]): Verdict {
  if (gap.isZero()) return 'exact';
  const size = gap.abs();
  const isWithin = size.lte(slackOf(figures));
  if (figures.every(({ unit }) => !isMoney(unit))) return isWithin ? 'exact' : 'error';
  const quantum = figures.reduce((least, { quantum: q }) => Decimal.max(least, q), new Decimal(0));
  if (size.lte(quantum)) return 'rounding';
  if (!isWithin) return 'error';
  const rounded = figures.filter(({ shown }) => !shown.isZero()).length - 1;
  return roundingProbability(size.div(quantum).toNumber(), rounded) < UNLIKELY ? 'warning' : 'rounding';
}

/**
 * Probability that a correctly rounded total misses the sum of `terms` correctly rounded items by at least
 * `units` of the last digit, either way: the tail of the Irwin–Hall distribution, the sum of independent
 * uniform rounding errors. Above thirty items the normal approximation is exact to three digits.
 */
export function roundingProbability(units: number, terms: number): number {
  const distance = units - 0.5;
  if (terms <= 0 || distance >= terms / 2) return 0;
  if (distance <= 0) return 1;
  return 2 * (terms > 30 ? normalTail(distance / Math.sqrt(terms / 12)) : irwinHall(terms / 2 - distance, terms));
}

function irwinHall(x: number, n: number): number {
  let sum = 0;
  let binomial = 1;
  for (let k = 0; k <= Math.floor(x); k += 1) {
    sum += (k % 2 === 0 ? 1 : -1) * binomial * (x - k) ** n;
    binomial = (binomial * (n - k)) / (k + 1);
  }
  for (let k = 2; k <= n; k += 1) sum /= k;
  return sum;
}

/** Upper tail of the standard normal distribution; Abramowitz & Stegun 26.2.17. */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}
