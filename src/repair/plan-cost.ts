import type Decimal from 'decimal.js';
import type { Figure } from '../money/figure';
import type { Cells } from './plan-cells';

/**
 * What a repair avoids, the worst first: each grade weighs more than all of the next that a chain of corrections can
 * save. First reluctant cells, then any cell, then totals, then small amounts, or amounts close to their true ones.
 */
export const GRADES = { reluctant: 2 ** 35, cell: 2 ** 25, total: 2 ** 16 } as const;

/** Twelve digits are as many as an amount in 万元 has, two decimals included. */
const DIGITS = 12;
const STEPS_PER_DIGIT = 10;

/** What moving a cell by one unit of its last digit costs. */
export function costOf({ reluctant, total, above, smallness }: Cells, cell: number): number {
  const rest = above[cell] ?? Number.NaN;
  const detriment = Number.isNaN(rest) ? (smallness[cell] ?? 0) : Math.round(NEAREST * (1 - 2 * Math.abs(rest)));
  return GRADES.cell + GRADES.reluctant * (reluctant[cell] ?? 0) + GRADES.total * (total[cell] ?? 0) + detriment;
}

/** Where the true amount is known: 0 if both neighbours are as near, this much if what is shown is exact. */
const NEAREST = 120;

/**
 * 0 for the largest amounts to 120 for a single unit: ten steps to every factor of ten, so that a sum is the logarithm
 * of the product of the relative changes.
 */
export function smallnessOf({ shown, quantum }: Pick<Figure, 'shown' | 'quantum'>): number {
  return Math.max(0, Math.round(STEPS_PER_DIGIT * (DIGITS - (logarithm(shown) - quantum.e))));
}

/** decimal.js keeps seven digits to a word. */
const DECIMAL_WORD = 10_000_000;

/** Decimal logarithm, from the digits as decimal.js keeps them: converting 50,000 amounts takes as long as planning. */
function logarithm({ d, e }: Decimal): number {
  const digits = Math.log10((d[0] ?? 1) + (d[1] ?? 0) / DECIMAL_WORD);
  return e + digits - Math.floor(digits);
}
