import Decimal from 'decimal.js';
import { formatAmount, type Figure } from '../money/figure';
import { formatCell, type CellRef } from '../workbook/address';
import { gap, type Change, type Gap, type KnownOrGap, type Percentage, type Quantity } from './fact';

const DIGITS = 2;

/** An amount in 万元 that no cell of this workbook holds: last year's, or one that the user gave. */
export function knownAmount(label: string, amount: Decimal): Quantity {
  const value = amount.toDecimalPlaces(DIGITS, Decimal.ROUND_HALF_UP);
  return { kind: 'amount', label, value, cells: [], formula: null };
}

/**
 * The amount that a cell prints, in 万元 with two digits, so that a reader can recompute every ratio from the words.
 * A blank counts as 0, but a blank total over items that are not is missing (rules.md A18) and so is a cell that
 * cannot be read or that the form does not have: then it is a gap that says which.
 */
export function amountOf(figure: Figure | null, what: string, items: readonly (Figure | null)[] = []): KnownOrGap {
  if (figure === null) return gap(`${what}（表中没有此项）`);
  if (figure.content.kind === 'unreadable') return gap(`${what}（${formatCell(figure.cell)} 不是数字）`);
  if (figure.blank && items.some(isMentioned)) return gap(`${what}（${formatCell(figure.cell)} 为空）`);
  return { ...knownAmount(figure.label, figure.shown), cells: [figure.cell] };
}

/** Whether a figure has something to say: an amount other than 0, or text where an amount belongs. */
export function isMentioned(figure: Figure | null): boolean {
  return figure !== null && (figure.content.kind === 'unreadable' || !figure.shown.isZero());
}

/** Whether every figure is blank or 0: the table has nothing to tell. */
export function isNil(figures: readonly (Figure | null)[]): boolean {
  return !figures.some(isMentioned);
}

/** The sum of several amounts; a gap as soon as one of them is. */
export function sumOf(label: string, terms: readonly KnownOrGap[]): KnownOrGap {
  const missing = terms.find((term) => term.kind === 'gap');
  if (missing !== undefined) return missing;
  const known = terms.filter((term) => term.kind === 'amount');
  return {
    kind: 'amount',
    label,
    value: known.reduce((sum, { value }) => sum.plus(value), new Decimal(0)),
    cells: cellsOf(...known),
    formula: known.map(operand).join(' + '),
  };
}

/** part ÷ whole: 占比, or 完成预算的百分比. Null on a base that is not positive; a gap where either is one. */
export function ratio(part: KnownOrGap, whole: KnownOrGap, what = '占比'): Percentage | Gap | null {
  if (whole.kind === 'amount' && whole.value.lte(0)) return null;
  if (part.kind === 'gap' || whole.kind === 'gap') return gap(what);
  return {
    kind: 'percent',
    value: part.value.div(whole.value),
    cells: cellsOf(part, whole),
    formula: `${operand(part)} ÷ ${operand(whole)}`,
  };
}

/** current − previous. */
export function changeOf(current: Quantity, previous: Quantity): Change {
  return {
    kind: 'change',
    value: current.value.minus(previous.value),
    cells: cellsOf(current, previous),
    formula: `${operand(current)} − ${operand(previous)}`,
  };
}

/** 增减额 ÷ 上年数 (rules.md C02), without sign. Null on a base that is not positive. */
export function growthOf(current: Quantity, previous: Quantity): Percentage | null {
  if (previous.value.lte(0)) return null;
  const { value, cells, formula } = changeOf(current, previous);
  const rate = value.abs().div(previous.value);
  return { kind: 'percent', value: rate, cells, formula: `|${formula}| ÷ ${operand(previous)}` };
}

/** How a percentage is rounded: 四舍五入, or 四舍六入五成双 (GB/T 8170). */
export type Rounding = 'half-up' | 'half-even';

const MODES = { 'half-up': Decimal.ROUND_HALF_UP, 'half-even': Decimal.ROUND_HALF_EVEN } as const;

/** A ratio in percent: 0.97606 → `97.61`, without the sign. */
export function formatPercent(value: Decimal, digits: number, rounding: Rounding = 'half-up'): string {
  return value.mul(100).toFixed(digits, MODES[rounding]);
}

/**
 * Rounds the shares of one list so that they add up to exactly 100 %: each rounded down, the units that are left given
 * to the largest remainders (Hamilton's method). Shares that do not make up a whole are rounded each for itself.
 */
export function closeToHundred(shares: readonly Decimal[], digits: number, rounding: Rounding = 'half-up'): Decimal[] {
  const unit = new Decimal(10).pow(-digits - 2);
  const whole = shares.reduce((sum, share) => sum.plus(share), new Decimal(0));
  const floors = shares.map((share) => share.div(unit).floor());
  const left = new Decimal(1).div(unit).minus(floors.reduce((sum, floor) => sum.plus(floor), new Decimal(0)));
  const rounded = shares.map((share) => share.div(unit).toDecimalPlaces(0, MODES[rounding]).mul(unit));
  if (whole.minus(1).abs().gte(unit) || left.isNegative() || left.gt(shares.length)) return rounded;
  const remainders = shares.map((share, index) => ({ index, remainder: share.div(unit).mod(1) }));
  remainders.sort((a, b) => b.remainder.comparedTo(a.remainder));
  const lifted = new Set(remainders.slice(0, left.toNumber()).map(({ index }) => index));
  return floors.map((floor, index) => (lifted.has(index) ? floor.plus(1) : floor).mul(unit));
}

function operand({ label, value }: Quantity): string {
  return `${label} ${formatAmount(value)}`;
}

function cellsOf(...quantities: readonly Quantity[]): CellRef[] {
  return quantities.flatMap(({ cells }) => cells);
}
