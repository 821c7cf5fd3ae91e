import Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import { isMoney, type Figure, type FigureUnit } from '../money/figure';
import { cellRegister } from './cell-register';
import { addTerm, emptyDraft, endRow, type Draft } from './problem';

/** What may move, as the caller decides. A figure is asked about once. */
export interface RepairOptions {
  /** Grand totals and pinned cells: they stay until the user releases them. */
  readonly isLocked: (figure: Figure) => boolean;
  /** Protected cells and those a formula reads: they stay, like the formulas themselves. None if left out. */
  readonly isConstant?: (figure: Figure) => boolean;
  /** 人员/公用经费合计: they move only where nothing else can close the gap. */
  readonly isReluctant: (figure: Figure) => boolean;
  /** Parts that may not exceed their wholes: no repair makes one exceed it by more than it did. */
  readonly bounds?: readonly { readonly part: Figure; readonly whole: Figure }[];
  /**
   * The amount a printed one was rounded from, in 万元; null where that is not known. Where it is, a cell shows one of
   * its two neighbours. Where it is not, and where this is left out, it is what the cells of a sheet hold, if most of
   * them hold more than they show.
   */
  readonly trueAmount?: (figure: Figure) => Decimal | null;
  /** How long an exact search may go on, in elementary steps of about a tenth of a microsecond. */
  readonly effort?: number;
}

/** Why a cell cannot move. */
export type Hold = 'locked' | 'constant' | 'formula' | 'blank' | 'zero' | 'whole' | 'error' | 'unit';

/** One printed cell, for which several figures may stand. */
export interface PrintedCell {
  /** Its place among the system's cells. */
  readonly index: number;
  readonly figure: Figure;
  hold: Hold | null;
  reluctant: boolean;
  /** It is the sum of others somewhere. */
  total: boolean;
  /** How far it may shift, in units of its last digit. */
  low: number;
  high: number;
  /** How far, in units, the amount it was rounded from lies above what it shows; null where that is not known. */
  above: number | null;
  /** Scratch: the equation it was last met in. */
  met: number;
}

/**
 * The equations that hold, or that can be made to hold exactly, as lines of numbers: line l says that its cells,
 * cell[i] for start[l] ≤ i < start[l + 1], coefficient[i] times each, must shift by right[l] together, in units of the
 * last digit.
 */
export interface System {
  readonly cells: readonly PrintedCell[];
  /** The equation of each line. */
  readonly equations: readonly Equation[];
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly coefficient: Int32Array;
  readonly right: Int32Array;
  /** The cell that is the sum of the others; −1 where the line is no sum. */
  readonly total: Int32Array;
  /** Number of cells whose amounts before rounding are known. */
  readonly known: number;
  /** Differences between tables in different units: what one of them cannot print closes no gap. */
  readonly mixed: readonly Equation[];
}

/** The cells of a line. */
export function cellsOf({ cells, start, cell }: System, line: number): PrintedCell[] {
  return [...cell.subarray(start[line], start[line + 1])].flatMap((index) => cells[index] ?? []);
}

export function linesOf({ equations }: System): number[] {
  const lines: number[] = [];
  for (let line = 0; line < equations.length; line += 1) lines.push(line);
  return lines;
}

/** Whether an equation only says that one printed value repeats another. */
export const isCopy = ({ terms, less }: Equation): boolean => terms.length === 1 && less.length === 0;

export const isRepairable = ({ verdict }: Equation): boolean => verdict === 'rounding' || verdict === 'warning';

/**
 * Reads the equations as cells and lines. The figures of an `error` are held, whichever of them is wrong, and so are
 * figures compared with a table in another unit, which they repeat more coarsely.
 */
export function readSystem(equations: readonly Equation[], options: RepairOptions): System {
  const cells: PrintedCell[] = [];
  const cellOf = makeRegister(options, cells);
  const figures = equations.reduce((sum, { terms, less }) => sum + 1 + terms.length + less.length, 0);
  const draft = emptyDraft(equations.length, figures);
  const kept: Equation[] = [];
  const mixed: Equation[] = [];
  const tally: Tally = { equation: -1, money: 0, unit: null, several: false, repeated: false };
  const take = (cell: PrintedCell, sign: number): void => {
    addTerm(draft, cell.index, sign);
    count(tally, cell);
  };
  for (const equation of equations) {
    const { terms, less, verdict } = equation;
    const from = draft.terms;
    restart(tally);
    const total = cellOf(equation.total);
    take(total, 1);
    for (const figure of terms) take(cellOf(figure), -1);
    for (const figure of less) take(cellOf(figure), 1);
    const isSum = draft.terms - from > 2;
    total.total ||= isSum;
    const units = unitsOf(tally, draft.terms - from);
    if (verdict !== 'error' && units === 'one') {
      const isPlain = !tally.repeated;
      if (!isPlain) combineRepeated(draft, from);
      const right = verdict === 'exact' ? 0 : -Math.round(equation.gap.toNumber() * perWan(equation.total));
      endRow(draft, right, isSum && isPlain ? total.index : -1);
      kept.push(equation);
      continue;
    }
    if (units !== 'none') holdAll(draft, from, cells, verdict === 'error' ? 'error' : 'unit');
    if (units === 'several' && isRepairable(equation)) mixed.push(equation);
    draft.terms = from;
  }
  const known = narrowAll(cells, options);
  for (const { part, whole } of options.bounds ?? []) limit(cellOf(part), cellOf(whole));
  const { start, unknown: cell, coefficient, right, total } = draft;
  return { cells, equations: kept, start, cell, coefficient, right: right.subarray(0, kept.length), total, known, mixed };
}

/** Holds every cell of the row being written. */
function holdAll({ unknown, terms }: Draft, from: number, cells: readonly PrintedCell[], hold: Hold): void {
  for (let i = from; i < terms; i += 1) {
    const cell = cells[unknown[i] ?? 0];
    if (cell !== undefined && cell.hold !== 'formula' && cell.hold !== 'blank') cell.hold = hold;
  }
}

/** Gives each figure its cell; figures of one address share theirs. */
function makeRegister(options: RepairOptions, cells: PrintedCell[]): (figure: Figure) => PrintedCell {
  const register = cellRegister<PrintedCell>();
  return (figure) => {
    const known = register.get(figure.cell);
    if (known !== undefined) return known;
    const cell: PrintedCell = {
      index: cells.length,
      figure,
      hold: holdOf(figure, options),
      reluctant: options.isReluctant(figure),
      total: false,
      low: -1,
      high: 1,
      above: null,
      met: -1,
    };
    register.set(figure.cell, cell);
    cells.push(cell);
    return cell;
  };
}

function holdOf(figure: Figure, options: RepairOptions): Hold | null {
  if (figure.formula) return 'formula';
  if (figure.content.kind !== 'number') return 'blank';
  return figure.shown.isZero() ? 'zero' : heldByCaller(figure, options);
}

function heldByCaller(figure: Figure, { isLocked, isConstant }: RepairOptions): Hold | null {
  if (isConstant?.(figure) === true) return 'constant';
  return isLocked(figure) ? 'locked' : null;
}

/** What the cells of an equation are, while they are read. */
interface Tally {
  /** The number of the equation. */
  equation: number;
  /** Terms that are amounts of money. */
  money: number;
  /** The unit of the terms that are not blank or 0, the last one where there are several. */
  unit: FigureUnit | null;
  several: boolean;
  /** A cell stands in it more than once. */
  repeated: boolean;
}

function restart(tally: Tally): void {
  tally.equation += 1;
  tally.money = 0;
  tally.unit = null;
  tally.several = false;
  tally.repeated = false;
}

function count(tally: Tally, cell: PrintedCell): void {
  const { unit } = cell.figure;
  if (isMoney(unit)) tally.money += 1;
  if (cell.met === tally.equation) tally.repeated = true;
  cell.met = tally.equation;
  if (cell.hold === 'blank' || cell.hold === 'zero') return;
  if (tally.unit !== null && tally.unit !== unit) tally.several = true;
  tally.unit = unit;
}

/** Whether an equation is about amounts of money in one unit, in several, or about none at all. */
function unitsOf({ money, several }: Tally, terms: number): 'none' | 'one' | 'several' {
  if (money === 0) return 'none';
  return several || money < terms ? 'several' : 'one';
}

/** Makes one term of the terms of a cell that stands in the row being written more than once. */
function combineRepeated(draft: Draft, from: number): void {
  const { unknown, coefficient, terms } = draft;
  const sums = new Map<number, number>();
  for (let i = from; i < terms; i += 1) {
    const cell = unknown[i] ?? 0;
    sums.set(cell, (sums.get(cell) ?? 0) + (coefficient[i] ?? 0));
  }
  draft.terms = from;
  for (const [cell, sum] of sums) if (sum !== 0) addTerm(draft, cell, sum);
}

const scales = new Map<FigureUnit, number>();

/** How many units of the figure's last digit make 1 万元. */
export function perWan({ unit, quantum }: Figure): number {
  const known = scales.get(unit);
  if (known !== undefined) return known;
  const scale = new Decimal(1).div(quantum).toNumber();
  scales.set(unit, scale);
  return scale;
}

/** What the cells hold, on the sheets where most of them hold more digits than they show; null where there is none. */
function heldAmounts(cells: readonly PrintedCell[]): ((figure: Figure) => Decimal | null) | null {
  const finer = new Map<string, number>();
  for (const { figure } of cells) {
    if (figure.exact.decimalPlaces() <= -figure.quantum.e) continue;
    const { sheet } = figure.cell;
    if (Math.abs(aboveOf(figure, figure.exact)) > NOISE) finer.set(sheet, (finer.get(sheet) ?? 0) + 1);
  }
  if (finer.size === 0) return null;
  const all = new Map<string, number>();
  for (const { figure } of cells) {
    if (!figure.exact.isZero()) all.set(figure.cell.sheet, (all.get(figure.cell.sheet) ?? 0) + 1);
  }
  return ({ cell: { sheet }, exact }) => (2 * (finer.get(sheet) ?? 0) > (all.get(sheet) ?? 0) ? exact : null);
}

/** In units of the last digit: less than this is what binary arithmetic leaves, not an amount. */
const NOISE = 1e-4;

/** How far an amount lies above what a figure shows, in units of its last digit. */
const aboveOf = (figure: Figure, amount: Decimal): number => amount.minus(figure.shown).toNumber() * perWan(figure);

/** Leaves the cells whose true amounts are known only the neighbours of these; how many there are. */
function narrowAll(cells: readonly PrintedCell[], options: RepairOptions): number {
  const held = heldAmounts(cells);
  const { trueAmount } = options;
  let known = 0;
  if (trueAmount === undefined && held === null) return known;
  for (const cell of cells) {
    const amount = trueAmount?.(cell.figure) ?? held?.(cell.figure) ?? null;
    if (amount !== null) narrow(cell, amount, options);
    if (cell.above !== null) known += 1;
  }
  return known;
}

/** No repair moves an amount farther than this from the one it was rounded from, in units of the last digit. */
const FARTHEST = 1.5;

/**
 * Leaves a cell only the two neighbours of the amount it was rounded from, and what lies on the way to them. One that
 * lies farther off was not rounded from it: it is an error, which no repair touches.
 */
function narrow(cell: PrintedCell, amount: Decimal, options: RepairOptions): void {
  const { figure, hold } = cell;
  if (hold === 'blank' || !isMoney(figure.unit)) return;
  const above = aboveOf(figure, amount);
  if (Math.abs(above) >= FARTHEST) {
    if (hold !== 'formula') cell.hold = 'error';
    return;
  }
  cell.above = above;
  cell.low = above < -NOISE ? -1 : 0;
  cell.high = above > NOISE ? 1 : 0;
  if (cell.low === cell.high) cell.hold = hold ?? 'whole';
  else if (hold === 'zero') cell.hold = heldByCaller(figure, options);
}

/** Where a part comes within one unit of its whole, neither may move towards the other. */
function limit(part: PrintedCell, whole: PrintedCell): void {
  if (whole.figure.shown.minus(part.figure.shown).gte(part.figure.quantum)) return;
  part.high = 0;
  whole.low = 0;
}
