import type Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { consequences, describeComputation, holdsWith, inputsOf, isAtOdds, isExactWith, upsets, type Computation } from '../check/computation';
import { describeCause, describeCell, describeEquation, showFigure, type TableName } from '../check/describe';
import type { Cause, Finding } from '../check/finding';
import type { Bounded, Disagreement, Judgement } from '../check/run';
import { formatAmount, isMoney, type Figure } from '../money/figure';
import { explainMistake } from '../repair/explain';
import { correct } from './correction';
import { amounts, finding } from './findings';

/**
 * The edits that give a figure its right value: with a score or a rate everything that follows from it, with an amount
 * of money only itself. None where the amount would upset what was rightly computed from it: then more than this one
 * cell is wrong.
 */
export function fixOf(
  workbook: WorkbookSnapshot,
  computations: readonly Computation[],
  figure: Figure,
  value: Decimal | null,
): CellEdit[] | null {
  if (value === null || figure.formula || (isMoney(figure.unit) && upsets(computations, figure, value))) return null;
  const following = isMoney(figure.unit) ? new Map<Figure, Decimal>() : consequences(computations, figure, value);
  return [[figure, value] as const, ...following].map(([each, amount]) => correct(workbook, each, amount));
}

/** An input that cannot be right, and what the sum leaves for it. */
interface Remainder {
  readonly figure: Figure;
  readonly whole: Figure;
  readonly amount: Decimal;
}

/** The one input of a sum that is blank or above what bounds it, where the sum leaves it an amount within that bound. */
function remainderOf({ value, formula }: Computation, bounds: readonly Bounded[]): Remainder | null {
  if (formula.kind !== 'sum' || value.blank) return null;
  const wholes = new Map(bounds.map(({ part, whole }) => [formatCell(part.cell), whole]));
  const odd = formula.addends.flatMap((figure) => {
    const whole = wholes.get(formatCell(figure.cell));
    return whole !== undefined && (figure.blank || figure.shown.gt(whole.shown)) ? [{ figure, whole }] : [];
  });
  const [only] = odd;
  if (only === undefined || odd.length > 1) return null;
  const amount = formula.addends.reduce((rest, each) => (each === only.figure ? rest : rest.minus(each.shown)), value.shown);
  return amount.isNegative() || amount.gt(only.whole.shown) ? null : { ...only, amount };
}

/**
 * Whether a number holds once the numbers it was computed from are put right. One that is only off in its last digit
 * holds within its rounding anyway, so it has to come out exactly.
 */
function follows(computation: Computation, wrong: readonly Computation[]): boolean {
  const inputs = inputsOf(computation).map(({ cell }) => formatCell(cell));
  const isMild = computation.verdict === 'warning';
  const right = wrong.flatMap(({ value, expected, verdict }) => {
    const cell = formatCell(value.cell);
    return (verdict === 'error' || isMild) && inputs.includes(cell) ? [[cell, expected] as const] : [];
  });
  return right.length > 0 && (isMild ? isExactWith : holdsWith)(computation, new Map(right));
}

function fromRemainder(workbook: WorkbookSnapshot, computation: Computation, remainder: Remainder): Finding {
  const { figure, whole, amount } = remainder;
  const { rule, value } = computation;
  const rest = value.shown.minus(amount);
  const fact = figure.blank ? '为空' : `为 ${showFigure(figure, figure.unit)}，超过${whole.label} ${showFigure(whole, whole.unit)}`;
  const arithmetic =
    `${value.label} ${showFigure(value, value.unit)} − 其余各项之和 ${formatAmount(rest, value.unit)}` +
    ` = ${formatAmount(amount, value.unit)}`;
  return finding({
    rule,
    severity: 'error',
    message: `${figure.label}${fact}；${arithmetic}，应为 ${formatAmount(amount, figure.unit)}。`,
    cells: [figure.cell],
    ...amounts(workbook, figure, amount),
    cause: figure.blank ? 'blank' : null,
    fix: figure.formula ? null : [correct(workbook, figure, amount)],
    evidence: [{ rule, message: arithmetic, cells: [value, ...inputsOf(computation)].filter(({ blank }) => !blank).map(({ cell }) => cell) }],
  });
}

/** Cells named as wrong, by address, with what each should hold; null where that is not known. */
export type Accused = ReadonlyMap<string, Decimal | null>;

/** Whether a wrong number may be so only because an input is: it would hold, or may hold, once that is put right. */
function isConsequence(computation: Computation, accused: Accused): boolean {
  const inputs = inputsOf(computation).flatMap(({ cell }) => {
    const expected = accused.get(formatCell(cell));
    return expected === undefined ? [] : [[formatCell(cell), expected] as const];
  });
  const known = inputs.flatMap(([cell, expected]) => (expected === null ? [] : [[cell, expected] as const]));
  return inputs.length > 0 && (known.length < inputs.length || !isAtOdds(computation, new Map(known)));
}

/** How a computed number most likely came to be wrong; null where its last digit alone differs. */
function causeOf({ value, expected, verdict }: Computation): Cause | null {
  if (value.blank) return 'blank';
  const cause = verdict === 'error' ? explainMistake(value, expected).cause : null;
  return cause === 'rounding' ? null : cause;
}

/**
 * Findings about computed numbers. An input of a sum that cannot be right stands for the sum. Where an input is itself
 * named as wrong and would explain the number, that is only a consequence of it; where one is merely suspected the
 * number is shown with what it looks like, but not corrected.
 */
export function fromComputations(
  workbook: WorkbookSnapshot,
  { computations, bounds }: Pick<Judgement, 'computations' | 'bounds'>,
  accused: Accused,
  suspected: ReadonlySet<string>,
): Finding[] {
  const isSure = (computation: Computation): boolean =>
    computation.certain && !inputsOf(computation).some(({ cell }) => suspected.has(formatCell(cell)));
  const settled = computations.filter(isSure);
  const wrong = computations.filter(({ verdict }) => verdict !== 'exact');
  return wrong
    .filter((computation) => !follows(computation, wrong))
    .filter((computation) => !isConsequence(computation, accused))
    .map((computation) => {
      const remainder = remainderOf(computation, bounds);
      if (remainder !== null) return fromRemainder(workbook, computation, remainder);
      const { rule, value, expected } = computation;
      const inputs = inputsOf(computation);
      const sure = isSure(computation);
      const arithmetic = describeComputation(computation);
      const cause = causeOf(computation);
      const guess = cause === null || cause === 'blank' ? '' : `（${describeCause(cause)}）`;
      const used = [value, ...inputs].filter(({ blank }) => !blank);
      return finding({
        rule,
        severity: computation.verdict === 'error' ? 'error' : 'warning',
        message: `${arithmetic}${guess}。${sure ? '' : '参与计算的数也需核对。'}`,
        cells: [value.cell],
        ...amounts(workbook, value, expected),
        cause,
        fix: sure ? fixOf(workbook, settled, value, expected) : null,
        evidence: [{ rule, message: arithmetic, cells: used.map(({ cell }) => cell) }],
      });
    });
}

/** A figure that none of its possible sources bears out: different 口径 are possible, so it is a question. */
export function fromDisagreement(
  workbook: WorkbookSnapshot,
  { rule, figure, candidates }: Disagreement,
  tableName: TableName,
): Finding {
  const [only] = candidates;
  const evidence = candidates.map((candidate) => ({
    rule: rule.id,
    message: describeEquation(candidate, tableName),
    cells: candidate.terms.filter(({ blank }) => !blank).map(({ cell }) => cell),
  }));
  const sources = candidates.map(({ total, terms, less, gap }) => {
    const names = terms.map((term) => `《${tableName(term)}》${term.label}`).join(' + ');
    const minus = less.map((term) => ` − ${term.label}`).join('');
    return `${names}${minus} ${showFigure({ ...total, shown: total.shown.minus(gap), blank: false }, total.unit)}`;
  });
  return finding({
    rule: rule.id,
    severity: 'warning',
    message:
      `${describeCell(figure)}为 ${showFigure(figure, figure.unit)}，与${sources.join('、')}` +
      ` ${sources.length > 1 ? '都' : ''}不一致，请核对数据和口径。`,
    cells: [figure.cell, ...(only?.terms.map(({ cell }) => cell) ?? [])],
    ...amounts(workbook, figure, candidates.length === 1 && only !== undefined ? figure.shown.minus(only.gap) : null),
    evidence,
  });
}
