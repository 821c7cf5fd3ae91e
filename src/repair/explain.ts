import type Decimal from 'decimal.js';
import type { Cause } from '../check/finding';
import { isMoney, type Figure } from '../money/figure';

/** What is known about a cell beyond the identities it stands in. */
export interface MistakeContext {
  /** The same figure in last year's workbook, in 万元; null where there is none. */
  readonly lastYear?: (figure: Figure) => Decimal | null;
  /** What the cells beside, above and below it hold, in 万元. */
  readonly neighbours?: (figure: Figure) => readonly Decimal[];
}

/** How a wrong number most likely came about. */
export interface Mistake {
  readonly cause: Cause | null;
  /** Minus the decimal logarithm of its likelihood: one more is ten times less likely. */
  readonly cost: number;
}

const UNIT_FACTOR = 10_000;
const DECIMAL_FACTORS = [10, 100, 1000];
/** Two units of the last digit are still taken for careless rounding. */
const ROUNDING_UNITS = 2;

/** How rare a way of going wrong is; what it may yield, and how often, is added for each number. */
const BASE = {
  blank: 0.7,
  digit: 0.8,
  unit: 1,
  transposition: 1,
  'missing-digit': 1,
  'extra-digit': 1,
  neighbour: 1,
  rounding: 1.2,
  zero: 1.3,
  sign: 1.3,
  'last-year': 1.3,
  decimal: 1.8,
  unexplained: 1.5,
} as const;

/** Beyond five digits a number nobody can explain is as unlikely as any other. */
const UNEXPLAINED_DIGITS = 5;
const NEGATIVE = 3;
const FORMULA = 1.5;

/**
 * The likeliest way in which a cell came to hold what it holds where `right` (万元) belongs. A cost counts how rare
 * the mistake is and how many numbers it might have produced, so that costs of different cells compare: a cell
 * that holds 400000 for 40.00 is a better suspect than twelve that would each have to be off by 399960.00.
 * A formula is rarely wrong, and an amount rarely negative.
 */
export function explainMistake(figure: Figure, right: Decimal, context: MistakeContext = {}): Mistake {
  const units = (amount: Decimal): number => Math.round(amount.div(figure.quantum).toNumber());
  const wrong = units(figure.shown);
  const wanted = units(right);
  const mistakes = figure.blank
    ? [{ cause: 'blank' as const, cost: BASE.blank + rarity(wanted) }]
    : [
        ...slips(wrong, wanted),
        ...(isMoney(figure.unit) ? unitSlips(wrong, wanted) : []),
        ...copies(figure, wrong, units, context),
        unexplained(wrong, wanted),
      ];
  const likeliest = mistakes.reduce((best, mistake) => (mistake.cost < best.cost ? mistake : best));
  const negative = wanted < 0 && wrong >= 0 && likeliest.cause !== 'sign' ? NEGATIVE : 0;
  const isDigit = likeliest.cause === 'missing-digit' || likeliest.cause === 'extra-digit';
  const cause = isDigit && isPointSlid(wrong, wanted) && !figure.shown.isInteger() ? 'decimal' : likeliest.cause;
  return { cause, cost: likeliest.cost + negative + (figure.formula ? FORMULA : 0) };
}

/** The same digits around another point: 9.94 for 99.4 is not called a missing 0, as 12 for 120 is. */
function isPointSlid(wrong: number, right: number): boolean {
  return DECIMAL_FACTORS.some((factor) => wrong * factor === right || right * factor === wrong);
}

/** How unlikely it is that a cell should hold just this number: amounts are spread evenly over their orders. */
function rarity(units: number): number {
  return Math.min(UNEXPLAINED_DIGITS, Math.log10(1 + 2 * Math.abs(units)));
}

function unexplained(wrong: number, right: number): Mistake {
  return { cause: null, cost: BASE.unexplained + rarity(right - wrong) };
}

function copies(
  figure: Figure,
  wrong: number,
  units: (amount: Decimal) => number,
  context: MistakeContext,
): readonly Mistake[] {
  if (wrong === 0) return [];
  const found: Mistake[] = [];
  const neighbours = new Set((context.neighbours?.(figure) ?? []).map(units));
  if (neighbours.has(wrong)) found.push({ cause: 'neighbour', cost: BASE.neighbour + Math.log10(neighbours.size) });
  const lastYear = context.lastYear?.(figure) ?? null;
  if (lastYear !== null && units(lastYear) === wrong) found.push({ cause: 'last-year', cost: BASE['last-year'] });
  return found;
}

/** 元 for 万元, or the other way round. */
function unitSlips(wrong: number, right: number): readonly Mistake[] {
  return wrong === 0 || right === 0 ? [] : scaled('unit', wrong, right, UNIT_FACTOR);
}

/** The ways in which fingers turn `right` into `wrong`; both in units of the last digit. */
function slips(wrong: number, right: number): readonly Mistake[] {
  if (wrong === 0) return [{ cause: 'zero', cost: BASE.zero + rarity(right) }];
  const found: Mistake[] = [];
  if (wrong === -right) found.push({ cause: 'sign', cost: BASE.sign });
  if (Math.abs(wrong - right) <= ROUNDING_UNITS) found.push({ cause: 'rounding', cost: BASE.rounding });
  if (right === 0) return found;
  for (const factor of DECIMAL_FACTORS) found.push(...scaled('decimal', wrong, right, factor));
  if (wrong < 0 === right < 0) found.push(...keySlips(digitsOf(wrong), digitsOf(right)));
  return found;
}

/**
 * One is the other times a factor, up to what the smaller one lost when it was rounded to two digits. Where that is
 * the right one, the digits that only the wrong one has might have been any.
 */
function scaled(cause: 'unit' | 'decimal', wrong: number, right: number, factor: number): readonly Mistake[] {
  const [small, large] = Math.abs(wrong) < Math.abs(right) ? [wrong, right] : [right, wrong];
  const lost = Math.abs(small * factor - large);
  if (lost > factor / 2) return [];
  return [{ cause, cost: BASE[cause] + (lost > 0 && small === right ? Math.log10(factor) : 0) }];
}

function digitsOf(units: number): string {
  return String(Math.abs(units)).padStart(3, '0');
}

/** One slip of the fingers: the restricted Damerau–Levenshtein distance of the digits is 1. */
function keySlips(wrong: string, right: string): readonly Mistake[] {
  const length = right.length;
  if (wrong.length === length + 1 && isOneLonger(wrong, right)) {
    return [{ cause: 'extra-digit', cost: BASE['extra-digit'] + Math.log10(10 * (length + 1)) }];
  }
  if (wrong.length === length - 1 && isOneLonger(right, wrong)) {
    return [{ cause: 'missing-digit', cost: BASE['missing-digit'] + Math.log10(length) }];
  }
  if (wrong.length !== length) return [];
  const differing = [...wrong].flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return [{ cause: 'digit', cost: BASE.digit + Math.log10(9 * length) }];
  const areSwapped = wrong[first] === right[second] && wrong[second] === right[first];
  return differing.length === 2 && second === first + 1 && areSwapped
    ? [{ cause: 'transposition', cost: BASE.transposition + Math.log10(length - 1) }]
    : [];
}

/** Whether `longer` is `shorter` with one digit put in somewhere. */
function isOneLonger(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
