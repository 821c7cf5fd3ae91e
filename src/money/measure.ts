import type Decimal from 'decimal.js';
import { isBlankText } from '../workbook/label';
import type { Cell, CellValue } from '../workbook/snapshot';
import { readAmount, type Amount } from './amount';

/** What the 绩效 tables score, rate and count beside money; a rate is in percent. */
export type Measure = '分' | '%' | '人' | '㎡';

/** A measure as a cell holds it, and to how many digits. */
export interface MeasureReading {
  readonly content: Amount;
  readonly digits: number;
}

const MOST_DIGITS = 4;
/** A bare number up to this is a fraction (0.8085, 1), a larger one is in percent already (99.97, 100). */
const LARGEST_FRACTION = 2;
const SUFFIX: Readonly<Record<Measure, RegExp>> = {
  分: /分$/,
  '%': /(?:%|百分比)$/,
  人: /[人名个]$/,
  '㎡': /(?:㎡|m2|平方米|平米)$/i,
};

/** Reads a score, a rate or a count: `80.85%`, a formatted 0.8085, a bare 99.97, `10分`, `2025人`. */
export function readMeasure({ value, text }: Cell, unit: Measure): MeasureReading {
  if (typeof value === 'string') return readText(value, unit);
  const content = readAmount(value);
  if (content.kind !== 'number') return { content, digits: 0 };
  const { value: held } = content;
  const decimals = Math.min(held.decimalPlaces(), MOST_DIGITS);
  if (unit === '%') {
    if (text.includes('%')) return percent(held, digitsOf(text));
    return isFraction(held) ? percent(held, Math.max(0, decimals - 2)) : { content, digits: decimals };
  }
  const displayed = /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? digitsOf(text) : decimals;
  return { content, digits: Math.min(displayed, decimals) };
}

function readText(value: string, unit: Measure): MeasureReading {
  if (isBlankText(value)) return { content: { kind: 'blank' }, digits: 0 };
  const text = value.normalize('NFKC').replace(/\s+/g, '');
  const content = readAmount(text.replace(SUFFIX[unit], ''));
  const digits = digitsOf(text);
  if (content.kind !== 'number') {
    return { content: content.kind === 'blank' ? content : { kind: 'unreadable', text: value.trim() }, digits: 0 };
  }
  const bare = unit === '%' && !SUFFIX['%'].test(text);
  return bare && isFraction(content.value) ? percent(content.value, Math.max(0, digits - 2)) : { content, digits };
}

function percent(fraction: Decimal, digits: number): MeasureReading {
  return { content: { kind: 'number', value: fraction.mul(100), typed: 'number' }, digits };
}

function isFraction(value: Decimal): boolean {
  return value.abs().lte(LARGEST_FRACTION);
}

function digitsOf(text: string): number {
  return /\.(\d+)/.exec(text.normalize('NFKC'))?.[1]?.length ?? 0;
}

const LAST_NUMERAL = /[+-]?\d[\d,]*(?:\.\d*)?(?!.*\d)/s;

/** The last number in a cell's words (「其中：基本支出：448.55」), null where they hold none. */
export function numeralIn(words: string): Decimal | null {
  const found = LAST_NUMERAL.exec(words.normalize('NFKC'))?.[0];
  const content = readAmount(found ?? null);
  return content.kind === 'number' ? content.value : null;
}

/** A cell's words with their last number replaced: 「5.67 万元」 becomes 「5.76 万元」. */
export function withNumeral(words: string, numeral: string): string {
  return words.normalize('NFKC').replace(LAST_NUMERAL, numeral);
}

/** A rate in percent as a cell that held something else is to hold it: a fraction where it held one. */
export function toRateValue(rate: Decimal, held: CellValue): CellValue {
  const before = readAmount(held);
  if (before.kind !== 'number') return `${rate.toDecimalPlaces(MOST_DIGITS).toFixed()}%`;
  const fraction = isFraction(before.value) && !before.value.isZero();
  return (fraction ? rate.div(100) : rate).toDecimalPlaces(MOST_DIGITS + 2).toNumber();
}
