import Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import { formatAmount, holdsNumber, isMoney, type Figure } from '../money/figure';
import type { MaybeFigure } from './equation';

/** `value = times × part ÷ whole`: without `times` a rate in percent, without `whole` the `part` is one. */
export interface RatioSpec {
  readonly value: MaybeFigure;
  readonly part: MaybeFigure;
  readonly whole?: MaybeFigure;
  readonly times?: MaybeFigure;
}

/** `value = Σ addends`; a blank addend counts as 0, and a blank value over addends is missing. */
export interface SumSpec {
  readonly value: MaybeFigure;
  readonly addends: readonly MaybeFigure[];
}

/** How a form computes one of its numbers from others. */
export type ComputationSpec = (RatioSpec | SumSpec) & {
  /** False where an input is incomplete or odd, so that what it yields is shown but not offered as a correction. */
  readonly certain?: boolean;
};

type Formula =
  | { readonly kind: 'ratio'; readonly part: Figure; readonly whole: Figure | null; readonly times: Figure | null }
  | { readonly kind: 'sum'; readonly addends: readonly Figure[] };

/** A computed number, what it is computed from, and how it stands. */
export interface Computation {
  readonly rule: string;
  readonly value: Figure;
  readonly formula: Formula;
  readonly certain: boolean;
  /** What the inputs yield, to the digits printed, two at least. */
  readonly expected: Decimal;
  /** `warning`: only the last digit differs, as when it was cut off, or when a sum was rounded before it was added. */
  readonly verdict: 'exact' | 'warning' | 'error';
}

const PERCENT = new Decimal(100);
const LEAST_DIGITS = 2;
const HUNDREDTH = new Decimal('0.01');

/**
 * Judges a computed number by the interval its inputs allow, each known to half a unit of its last digit. Null where
 * something is blank, unreadable, or divides by zero. Source: interval arithmetic over rounded facts, XBRL
 * Calculations 1.1.
 */
export function compute(rule: string, spec: ComputationSpec): Computation | null {
  const { value } = spec;
  const formula = formulaOf(spec);
  if (formula === null || !value || value.content.kind === 'unreadable') return null;
  if (value.blank && formula.kind !== 'sum') return null;
  const center = resultOf(formula);
  const verdict = verdictOf(value, formula, center);
  return { rule, value, formula, certain: spec.certain ?? true, expected: printed(center, value), verdict };
}

/** A result to the digits of the number it stands for, two at least. */
function printed(result: Decimal, value: Figure): Decimal {
  return result.toDecimalPlaces(Math.max(digitsOf(value), LEAST_DIGITS), Decimal.ROUND_HALF_UP);
}

/** Every figure a number is computed from. */
export function inputsOf({ formula }: Computation): readonly Figure[] {
  if (formula.kind === 'sum') return formula.addends;
  return [formula.times, formula.part, formula.whole].filter((figure) => figure !== null);
}

/**
 * What else must change once a figure is corrected: the numbers that were rightly computed from it, and those computed
 * from them. Only scores, rates and counts follow; amounts of money never do.
 */
export function consequences(
  computations: readonly Computation[],
  figure: Figure,
  amount: Decimal,
): ReadonlyMap<Figure, Decimal> {
  const changed = new Map([[formatCell(figure.cell), amount]]);
  const follow = new Map<Figure, Decimal>();
  const holding = computations.filter(({ verdict }) => verdict === 'exact');
  for (let found = true; found; ) {
    found = false;
    for (const computation of holding) {
      const { value, formula } = computation;
      if (changed.has(formatCell(value.cell)) || value.formula || isMoney(value.unit)) continue;
      if (!inputsOf(computation).some(({ cell }) => changed.has(formatCell(cell)))) continue;
      const now = printed(resultOf(formula, changed), value);
      found = true;
      changed.set(formatCell(value.cell), now);
      if (!now.eq(value.shown)) follow.set(value, now);
    }
  }
  return follow;
}

/** Whether a computed number holds, within its rounding, once some figures hold other amounts, by cell. */
export function holdsWith(
  { value, formula }: Pick<Computation, 'value' | 'formula'>,
  changed: ReadonlyMap<string, Decimal>,
): boolean {
  const [low, high] = range(formula, changed);
  const shown = changed.get(formatCell(value.cell)) ?? value.shown;
  const half = value.quantum.div(2);
  return low.lte(shown.plus(half)) && high.gte(shown.minus(half));
}

/** Whether a computed number is just what its inputs yield, at its own digits, once some figures hold other amounts, by cell. */
export function isExactWith(
  { value, formula }: Pick<Computation, 'value' | 'formula'>,
  changed: ReadonlyMap<string, Decimal>,
): boolean {
  return resultOf(formula, changed).toDecimalPlaces(digitsOf(value), Decimal.ROUND_HALF_UP).eq(value.shown);
}

/** Whether a computed number is wrong by more than its last digit, once some figures hold other amounts, by cell. */
export function isAtOdds({ value, formula }: Computation, changed: ReadonlyMap<string, Decimal>): boolean {
  const gap = resultOf(formula, changed).minus(value.shown).abs();
  return gap.gt(Decimal.max(value.quantum, HUNDREDTH)) && !holdsWith({ value, formula }, changed);
}

/** Whether an amount would leave a number that was rightly computed from the figure at odds with it. */
export function upsets(computations: readonly Computation[], figure: Figure, amount: Decimal): boolean {
  const cell = formatCell(figure.cell);
  const changed = new Map([[cell, amount]]);
  return computations.some((computation) => {
    const { value, verdict, formula } = computation;
    if (verdict !== 'exact' || !inputsOf(computation).some((input) => formatCell(input.cell) === cell)) return false;
    return resultOf(formula, changed).minus(value.shown).abs().gt(Decimal.max(value.quantum, HUNDREDTH));
  });
}

/** 「执行率为 80.85%，全年执行数 367.12 ÷ 全年预算数 454.96 = 80.69%，相差 0.16 个百分点」. */
export function describeComputation({ value, formula, expected, verdict }: Computation): string {
  const inputs = formula.kind === 'sum' ? describeSum(formula.addends, value) : describeRatio(formula, value);
  const right = formatAmount(expected, value.unit);
  if (value.blank) return `${value.label}为空，应为 ${right}（${inputs}）`;
  const gap = value.shown.minus(expected);
  const apart = value.unit === '%' ? `${gap.toFixed()} 个百分点` : formatAmount(gap, value.unit);
  const guess = formula.kind === 'sum' ? '四舍五入可以解释，请核对' : '只差末位，疑似没有四舍五入';
  const last = verdict === 'warning' ? `（${guess}）` : '';
  return `${value.label}为 ${formatAmount(value.shown, value.unit)}，${inputs} = ${right}，相差 ${apart}${last}`;
}

const FEW = 4;

function describeSum(addends: readonly Figure[], value: Figure): string {
  const amounts = addends.filter(({ shown }) => !shown.isZero());
  const show = (figure: Figure): string =>
    amounts.length <= FEW ? nameAndAmount(figure, value) : formatAmount(figure.shown, figure.unit);
  return amounts.map(show).join(' + ');
}

function describeRatio({ part, whole, times }: Extract<Formula, { readonly kind: 'ratio' }>, value: Figure): string {
  const front = times === null ? '' : `${nameAndAmount(times, value)} × `;
  return `${front}${nameAndAmount(part, value)}${whole === null ? '' : ` ÷ ${nameAndAmount(whole, value)}`}`;
}

function nameAndAmount(figure: Figure, value: Figure): string {
  return `${ownName(figure, value)} ${formatAmount(figure.exact, figure.unit)}`;
}

function ownName(figure: Figure, value: Figure): string {
  const [row = '', column] = figure.label.split(' · ');
  const [valueRow, valueColumn] = value.label.split(' · ');
  if (column === undefined) return row;
  if (row === valueRow) return column;
  return column === valueColumn ? row : figure.label;
}

function formulaOf(spec: ComputationSpec): Formula | null {
  if ('addends' in spec) {
    const addends = spec.addends.filter((figure) => figure !== null && figure !== undefined);
    const readable = addends.every(({ content }) => content.kind !== 'unreadable');
    return readable && addends.some(holdsNumber) ? { kind: 'sum', addends } : null;
  }
  const { part, whole = null, times = null } = spec;
  if (!holdsNumber(part) || (whole !== null && !holdsNumber(whole)) || (times !== null && !holdsNumber(times))) return null;
  return whole?.exact.isZero() === true ? null : { kind: 'ratio', part, whole, times };
}

type Bound = -1 | 0 | 1;

function resultOf(formula: Formula, changed: ReadonlyMap<string, Decimal> = new Map()): Decimal {
  return evaluateAt(formula, 0, changed);
}

function range(formula: Formula, changed?: ReadonlyMap<string, Decimal>): readonly [Decimal, Decimal] {
  return [evaluateAt(formula, -1, changed), evaluateAt(formula, 1, changed)];
}

/** The result with every input at its true value, or at the end of its rounding that makes the result least or most. */
function evaluateAt(formula: Formula, end: Bound, changed: ReadonlyMap<string, Decimal> = new Map()): Decimal {
  const at = (figure: Figure, side: Bound): Decimal => {
    const rounded = figure.blank || isWhole(figure) ? new Decimal(0) : figure.quantum.div(2).mul(side);
    return (changed.get(formatCell(figure.cell)) ?? figure.exact).plus(rounded);
  };
  if (formula.kind === 'sum') return formula.addends.reduce((sum, figure) => sum.plus(at(figure, end)), new Decimal(0));
  const { part, whole, times } = formula;
  const opposite: Bound = end === 0 ? 0 : end === 1 ? -1 : 1;
  const divisor = whole === null ? PERCENT : at(whole, opposite);
  const full = times === null ? PERCENT : (changed.get(formatCell(times.cell)) ?? times.exact);
  if (divisor.lte(0)) return new Decimal(end === 1 ? Infinity : 0);
  const result = full.mul(at(part, end)).div(divisor);
  return times === null ? result : Decimal.min(result, full);
}

/** A whole number of marks or people is taken as it stands. */
function isWhole({ unit, quantum }: Figure): boolean {
  return unit !== '%' && quantum.gte(1);
}

function digitsOf({ quantum }: Figure): number {
  return quantum.gte(1) ? 0 : quantum.decimalPlaces();
}

function verdictOf(value: Figure, formula: Formula, center: Decimal): Computation['verdict'] {
  if (value.blank) return center.isZero() ? 'exact' : 'error';
  const digits = digitsOf(value);
  const nearest = center.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  if (holdsWith({ value, formula }, new Map())) {
    return formula.kind === 'sum' && !nearest.eq(value.shown) ? 'warning' : 'exact';
  }
  const cut = center.toDecimalPlaces(digits, Decimal.ROUND_DOWN);
  const lastDigit = digits >= LEAST_DIGITS && value.shown.minus(nearest).abs().lte(value.quantum);
  return value.shown.eq(cut) || lastDigit ? 'warning' : 'error';
}
