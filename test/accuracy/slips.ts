import type { Units } from './book';
import type { Sampler } from './sampler';

/** Mistakes made in typing one amount. */
export type Slip =
  | 'unit' | 'decimal' | 'transposition' | 'digit' | 'missing-digit' | 'extra-digit' | 'sign' | 'blank' | 'zero';

/** What is typed for an amount that is not 0; undefined where the slip cannot happen to it. */
type Slipped = (sample: Sampler, right: number, inOtherUnit: Units) => Units | undefined;

const SHORTEST = 3;

function typed(right: number, digits: string): number {
  return Math.sign(right) * Number(digits);
}

const digitsOf = (amount: number): string => String(Math.abs(amount)).padStart(SHORTEST, '0');

export const slips: Readonly<Record<Slip, Slipped>> = {
  unit: (_, __, inOtherUnit) => inOtherUnit ?? undefined,
  decimal(sample, right) {
    const factor = sample.pick([10, 100, 0.1]);
    return factor < 1 ? Math.round(right * factor) || undefined : right * factor;
  },
  transposition(sample, right) {
    const digits = [...digitsOf(right)];
    const at = sample.whole(0, digits.length - 2);
    const [first = '', second = ''] = digits.slice(at, at + 2);
    digits.splice(at, 2, second, first);
    return typed(right, digits.join(''));
  },
  digit(sample, right) {
    const digits = [...digitsOf(right)];
    digits[sample.whole(0, digits.length - 1)] = String(sample.whole(0, 9));
    return typed(right, digits.join(''));
  },
  'missing-digit'(sample, right) {
    const digits = digitsOf(right);
    const at = sample.whole(0, digits.length - 1);
    return digits.length > SHORTEST ? typed(right, digits.slice(0, at) + digits.slice(at + 1)) : undefined;
  },
  'extra-digit'(sample, right) {
    const digits = digitsOf(right);
    const at = sample.whole(0, digits.length);
    return typed(right, `${digits.slice(0, at)}${sample.whole(0, 9)}${digits.slice(at)}`);
  },
  sign: (_, right) => -right,
  blank: () => null,
  zero: () => 0,
};
