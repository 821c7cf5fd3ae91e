import Decimal from 'decimal.js';
import type { Figure } from '../money/figure';
import { judge, type Verdict } from '../money/verdict';

/** A table may lack a line or a column that another year's form has: then the figure is null. */
export type MaybeFigure = Figure | null | undefined;

/** `total = Σ terms − Σ less` as a rule declares it; figures that the form does not have are null and fall out. */
export interface EquationSpec {
  readonly total: MaybeFigure;
  readonly terms: readonly MaybeFigure[];
  readonly less?: readonly MaybeFigure[];
  /** A fixed term, such as the 100 marks of a form. */
  readonly constant?: number;
  /** Both sides are one and the same number, which rounding cannot make differ. */
  readonly same?: boolean;
}

/** One side of an equation written out: every figure with its sign in `total − Σ terms + Σ less = 0`. */
export interface Term {
  readonly figure: Figure;
  /** +1 or −1. */
  readonly sign: 1 | -1;
}

/** An identity over figures that are all there, and how it stands. */
export interface Equation {
  readonly rule: string;
  /** The total first, then terms and subtrahends in the order declared. */
  readonly total: Figure;
  readonly terms: readonly Figure[];
  readonly less: readonly Figure[];
  /** A fixed term; absent where there is none. */
  readonly constant?: Decimal;
  /** `shown` total − Σ terms + Σ less − constant, in 万元. */
  readonly gap: Decimal;
  readonly verdict: Verdict;
}

/** Every figure of the equation, the total first. */
export function figuresOf({ total, terms, less }: Pick<Equation, 'total' | 'terms' | 'less'>): readonly Figure[] {
  return [total, ...terms, ...less];
}

/** Every figure of the equation with its sign. */
export function termsOf(equation: Pick<Equation, 'total' | 'terms' | 'less'>): Term[] {
  return [
    { figure: equation.total, sign: 1 },
    ...equation.terms.map((figure) => ({ figure, sign: -1 }) as const),
    ...equation.less.map((figure) => ({ figure, sign: 1 }) as const),
  ];
}

const isFigure = (figure: MaybeFigure): figure is Figure => figure !== null && figure !== undefined;

/**
 * Evaluates a declared equation. Null when there is nothing to judge: the total or every term is not in the
 * form, or every cell is blank, or one of them cannot be read (that is a finding of its own).
 */
export function evaluate(rule: string, spec: EquationSpec): Equation | null {
  const terms = spec.terms.filter(isFigure);
  const less = (spec.less ?? []).filter(isFigure);
  if (!isFigure(spec.total) || (terms.length === 0 && (spec.constant === undefined || spec.total.blank))) return null;
  const figures = [spec.total, ...terms, ...less];
  if (figures.every(({ blank }) => blank) || figures.some(({ content }) => content.kind === 'unreadable')) return null;
  const sum = (parts: readonly Figure[]): Decimal => parts.reduce((s, { shown }) => s.plus(shown), new Decimal(0));
  const constant = spec.constant === undefined ? {} : { constant: new Decimal(spec.constant) };
  const gap = spec.total.shown.minus(sum(terms)).plus(sum(less)).minus(spec.constant ?? 0);
  const verdict = judge(gap, figures);
  return {
    rule, total: spec.total, terms, less, ...constant, gap,
    verdict: spec.same === true && verdict === 'rounding' ? 'warning' : verdict,
  };
}
