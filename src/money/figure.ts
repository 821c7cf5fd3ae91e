import Decimal from 'decimal.js';
import type { CellRef } from '../workbook/address';
import type { Cell } from '../workbook/snapshot';
import { readAmount, type Amount } from './amount';
import { readMeasure, type Measure } from './measure';

/** The unit a table is printed in. Inside, every amount is 万元. */
export type Unit = '万元' | '元';

export type FigureUnit = Unit | Measure;

/** Whether a number was computed and rounded, or given as it stands, like the marks of an indicator. */
export type Origin = 'computed' | 'given';

const YUAN_PER_WAN = 10_000;
const DIGITS = 2;
const MEASURE_DIGITS = 4;

/** Whether figures of a unit are amounts of money. */
export function isMoney(unit: FigureUnit): unit is Unit {
  return unit === '万元' || unit === '元';
}

/** A number that knows its cell. Amounts of money are 万元; anything else is in its own unit. */
export interface Figure {
  /** What the figure is, for a sentence: 「本年收入合计」, 「2013102 一般行政管理事务 · 项目支出」. */
  readonly label: string;
  readonly cell: CellRef;
  readonly content: Amount;
  /** As the cell displays it, outer white space removed. */
  readonly text: string;
  /** Unit of the table it stands in, or what it measures. */
  readonly unit: FigureUnit;
  /** What the cell holds, in 万元; 0 where it is blank or unreadable. */
  readonly exact: Decimal;
  /** What a reader sees, in 万元: `exact` rounded half up to two digits of the table's unit; itself where it has no more. */
  readonly shown: Decimal;
  /** The cell holds nothing: it counts as 0 in a sum, but it is no printed 0. */
  readonly blank: boolean;
  /** One unit of the last digit it was rounded to, in 万元: 0.01 for 万元, 0.000001 for 元. */
  readonly quantum: Decimal;
  /** The cell holds a formula, so it is never written. */
  readonly formula: boolean;
}

const QUANTUM: Readonly<Record<Unit, Decimal>> = {
  万元: new Decimal(10).pow(-DIGITS),
  元: new Decimal(10).pow(-DIGITS).div(YUAN_PER_WAN),
};

/** A number that was given, not computed and rounded, is finer than any that is printed. */
const GIVEN = new Decimal(10).pow(-MEASURE_DIGITS);

/** Whether there is a figure and its cell holds a number. */
export function holdsNumber(figure: Figure | null | undefined): figure is Figure {
  return figure?.content.kind === 'number';
}

/**
 * Makes the figure of a cell. A score or a count that was `given` as it stands rounds nothing; one that was computed,
 * and every rate, was rounded to the digits it is typed with.
 */
export function figureOf(
  label: string,
  ref: CellRef,
  cell: Cell,
  unit: FigureUnit,
  origin: Origin = 'computed',
): Figure {
  const money = isMoney(unit);
  const { content, digits } = money ? { content: readAmount(cell.value), digits: DIGITS } : readMeasure(cell, unit);
  const printed = content.kind === 'number' ? content.value : new Decimal(0);
  const inWan = (amount: Decimal): Decimal => (unit === '元' ? amount.div(YUAN_PER_WAN) : amount);
  const exact = inWan(printed);
  const isWhole = printed.decimalPlaces() <= digits;
  return Object.freeze({
    label,
    cell: ref,
    content,
    text: cell.text.normalize('NFKC').trim(),
    unit,
    exact,
    shown: isWhole ? exact : inWan(printed.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP)),
    blank: content.kind === 'blank',
    quantum: money ? QUANTUM[unit] : origin === 'given' ? GIVEN : new Decimal(10).pow(-digits),
    formula: cell.formula !== null,
  });
}

/**
 * An amount in 万元 as it is printed in the unit: 40 → `40.00` in 万元, `400000.00` in 元; a score as `9.4`, a rate as
 * `94.03%`.
 */
export function formatAmount(amount: Decimal, unit: FigureUnit = '万元'): string {
  if (!isMoney(unit)) return `${amount.toDecimalPlaces(MEASURE_DIGITS).toFixed()}${unit === '%' ? '%' : ''}`;
  return (unit === '元' ? amount.mul(YUAN_PER_WAN) : amount).toFixed(DIGITS, Decimal.ROUND_HALF_UP);
}

/** An amount in 万元 as the number a cell of that unit holds; a rate in percent. */
export function toCellNumber(amount: Decimal, unit: FigureUnit): number {
  return isMoney(unit) ? Number(formatAmount(amount, unit)) : amount.toDecimalPlaces(MEASURE_DIGITS).toNumber();
}
