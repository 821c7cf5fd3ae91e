import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import type { CellRef } from '../../workbook/address';
import type { KnownOrGap } from '../fact';

/** An amount that a claim is judged by, in 万元, and how far rounding may have moved it. */
export interface Operand {
  readonly value: Decimal;
  readonly slack: Decimal;
  readonly label: string;
  readonly cells: readonly CellRef[];
  /** From the tables or the user's own figures, not from the text that is judged. */
  readonly given: boolean;
}

const HALF_UNIT = new Decimal('0.005');

/** What a table or the user says; null for a gap. */
export function given(fact: KnownOrGap | null | undefined): Operand | null {
  if (fact === null || fact === undefined || fact.kind === 'gap') return null;
  return {
    value: fact.value,
    slack: fact.value.isZero() ? new Decimal(0) : HALF_UNIT,
    label: fact.label,
    cells: fact.cells,
    given: true,
  };
}

/** What the text itself says. */
export function said(value: Decimal, label: string): Operand {
  return { value, slack: value.isZero() ? new Decimal(0) : HALF_UNIT, label, cells: [], given: false };
}

/** What an amount was before it changed by so much. */
export function before(now: Operand, change: Decimal, label: string): Operand {
  return { value: now.value.minus(change), slack: now.slack.plus(HALF_UNIT), label, cells: now.cells, given: false };
}

/** part ÷ whole in percent: the quotient of the printed numbers and the ends of what rounding leaves possible. */
export interface Ratio {
  readonly value: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
  /** 「113.32 ÷ 148.00」. */
  readonly formula: string;
  readonly cells: readonly CellRef[];
}

/** Null on a base that is not positive. */
export function ratioOf(part: Operand, whole: Operand): Ratio | null {
  if (whole.value.lte(0)) return null;
  const percent = (a: Decimal, b: Decimal): Decimal => (b.lte(0) ? new Decimal(Infinity) : a.div(b).mul(100));
  return {
    value: percent(part.value, whole.value),
    least: percent(part.value.minus(part.slack), whole.value.plus(whole.slack)),
    most: percent(part.value.plus(part.slack), whole.value.minus(whole.slack)),
    formula: `${formatAmount(part.value)} ÷ ${formatAmount(whole.value)}`,
    cells: [...part.cells, ...whole.cells],
  };
}

/** |now − before| ÷ before in percent; null on a base that is not positive. */
export function growthOf(now: Operand, previous: Operand): Ratio | null {
  if (previous.value.lte(0)) return null;
  const rate = (a: Decimal, b: Decimal): Decimal =>
    b.lte(0) ? new Decimal(Infinity) : a.minus(b).abs().div(b).mul(100);
  const ends = [
    rate(now.value.plus(now.slack), previous.value.minus(previous.slack)),
    rate(now.value.minus(now.slack), previous.value.plus(previous.slack)),
  ];
  const change = now.value.minus(previous.value).abs();
  return {
    value: rate(now.value, previous.value),
    least: Decimal.min(...ends),
    most: Decimal.max(...ends),
    formula: `${formatAmount(change)} ÷ ${formatAmount(previous.value)}`,
    cells: [...now.cells, ...previous.cells],
  };
}

/** A percentage rounded to so many digits, and as it is printed: a whole one without any. */
export function printedPercent(value: Decimal, digits: number): { readonly rounded: Decimal; readonly text: string } {
  const rounded = value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  return { rounded, text: `${rounded.isInteger() ? rounded.toFixed(0) : rounded.toFixed(digits)}%` };
}

/** How a printed percentage stands to a ratio. */
export type PercentVerdict = 'exact' | 'warning' | 'error';

/**
 * Exact where it is the ratio rounded at the digits shown, half up or half to even (四舍六入); a warning where only the
 * point differs, or where the amounts before they were rounded may have given it; otherwise an error.
 */
export function judgePercent(printed: Decimal, digits: number, { value, least, most }: Ratio): PercentVerdict {
  const rounded = value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  const even = value.toDecimalPlaces(digits, Decimal.ROUND_HALF_EVEN);
  if (printed.eq(rounded) || printed.eq(even)) return 'exact';
  const unit = new Decimal(10).pow(-digits);
  if (digits > 0 && printed.minus(rounded).abs().lte(unit)) return 'warning';
  const half = unit.div(2);
  return printed.gte(least.minus(half)) && printed.lte(most.plus(half)) ? 'warning' : 'error';
}

/** How a printed amount stands to the one it should be. */
export type AmountVerdict = 'exact' | 'shortened' | 'rounding' | 'error';

/** `shortened` is the same amount with fewer digits, `rounding` one that misses by a unit of the last digit. */
export function judgeAmount(printed: Decimal, digits: number, expected: Decimal): AmountVerdict {
  if (printed.eq(expected)) return 'exact';
  if (digits < 2 && printed.eq(expected.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP))) return 'shortened';
  return printed.minus(expected).abs().lte('0.01') ? 'rounding' : 'error';
}
