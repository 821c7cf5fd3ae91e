import Decimal from 'decimal.js';
import type { CellRef } from '../workbook/address';
import type { Cell } from '../workbook/snapshot';
import { readAmount, type Amount } from './amount';

/** The unit a table is printed in. Inside, every amount is 万元. */
export type Unit = '万元' | '元';

const YUAN_PER_WAN = 10_000;
const DIGITS = 2;

/** A number that knows its cell. All amounts are 万元. */
export interface Figure {
  /** What the figure is, for a sentence: 「本年收入合计」, 「2013102 一般行政管理事务 · 项目支出」. */
  readonly label: string;
  readonly cell: CellRef;
  readonly content: Amount;
  /** As the cell displays it, outer white space removed. */
  readonly text: string;
  /** Unit of the table it stands in. */
  readonly unit: Unit;
  /** What the cell holds, in 万元; 0 where it is blank or unreadable. */
  readonly exact: Decimal;
  /** What a reader sees, in 万元: `exact` rounded half up to two digits of the table's unit. */
  readonly shown: Decimal;
  /** The cell holds nothing: it counts as 0 in a sum, but it is no printed 0. */
  readonly blank: boolean;
  /** One unit of the last printed digit, in 万元: 0.01 for 万元, 0.000001 for 元. */
  readonly quantum: Decimal;
  /** The cell holds a formula, so it is never written. */
  readonly formula: boolean;
}

const QUANTUM: Readonly<Record<Unit, Decimal>> = {
  万元: new Decimal(10).pow(-DIGITS),
  元: new Decimal(10).pow(-DIGITS).div(YUAN_PER_WAN),
};

/** Makes the figure of a cell. */
export function figureOf(label: string, ref: CellRef, cell: Cell, unit: Unit): Figure {
  const content = readAmount(cell.value);
  const printed = content.kind === 'number' ? content.value : new Decimal(0);
  const inWan = (amount: Decimal): Decimal => (unit === '元' ? amount.div(YUAN_PER_WAN) : amount);
  return Object.freeze({
    label,
    cell: ref,
    content,
    text: cell.text.normalize('NFKC').trim(),
    unit,
    exact: inWan(printed),
    shown: inWan(printed.toDecimalPlaces(DIGITS, Decimal.ROUND_HALF_UP)),
    blank: content.kind === 'blank',
    quantum: QUANTUM[unit],
    formula: cell.formula !== null,
  });
}

/** An amount in 万元 as it is printed in the unit: 40 → `40.00` in 万元, `400000.00` in 元. */
export function formatAmount(amount: Decimal, unit: Unit = '万元'): string {
  return (unit === '元' ? amount.mul(YUAN_PER_WAN) : amount).toFixed(DIGITS, Decimal.ROUND_HALF_UP);
}

/** An amount in 万元 as the number a cell of that unit holds. */
export function toCellNumber(amount: Decimal, unit: Unit): number {
  return Number(formatAmount(amount, unit));
}
