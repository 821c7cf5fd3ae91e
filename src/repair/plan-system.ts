import Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import { isMoney, type Figure, type FigureUnit } from '../money/figure';

/** What may move, as the caller decides. A figure is asked about once. */
export interface RepairOptions {
  /** Grand totals, pinned and protected cells, precedents of formulas: they stay. */
  readonly isLocked: (figure: Figure) => boolean;
  /** 人员/公用经费合计: they move only where nothing else can close the gap. */
  readonly isReluctant: (figure: Figure) => boolean;
  /** Parts that may not exceed their wholes: no repair makes one exceed it by more than it did. */
  readonly bounds?: readonly { readonly part: Figure; readonly whole: Figure }[];
  /**
   * The amount a printed one was rounded from, in 万元; null where that is not known. Where it is, a cell shows one of
   * its two neighbours. If left out, it is what the cells of a sheet hold, where most of them hold more than they show.
   */
  readonly trueAmount?: (figure: Figure) => Decimal | null;
  /** How long an exact search may go on, in elementary steps of about a tenth of a microsecond. */
  readonly effort?: number;
}

/** Why a cell cannot move. */
export type Hold = 'locked' | 'formula' | 'blank' | 'zero' | 'whole' | 'error' | 'unit';

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
  met: Equation | null;
}

/** An equation that holds, or that can be made to hold exactly. */
export interface Line {
  readonly equation: Equation;
  /** Its cells, each once, and how often each counts in `total − Σ terms + Σ less`. */
  readonly cells: readonly PrintedCell[];
  readonly coefficients: readonly number[];
  /** What its cells must shift together for it to hold, in units of the last digit. */
  readonly right: number;
}

export interface System {
  readonly cells: readonly PrintedCell[];
  readonly lines: readonly Line[];
  /** Differences between tables in different units: what one of them cannot print closes no gap. */
  readonly mixed: readonly Equation[];
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
  const lines: Line[] = [];
  const mixed: Equation[] = [];
  for (const equation of equations) {
    const { terms, less, verdict } = equation;
    const total = cellOf(equation.total);
    const own = [total];
    for (const figure of terms) own.push(cellOf(figure));
    for (const figure of less) own.push(cellOf(figure));
    if (own.length > 2) total.total = true;
    const units = unitsOf(own);
    if (units === 'none') continue;
    if (verdict !== 'error' && units === 'one') {
      const right = verdict === 'exact' ? 0 : -Math.round(equation.gap.toNumber() * perWan(equation.total));
      lines.push({ equation, ...weigh(equation, own), right });
      continue;
    }
    const hold = verdict === 'error' ? 'error' : 'unit';
    for (const cell of own) if (cell.hold !== 'formula' && cell.hold !== 'blank') cell.hold = hold;
    if (isRepairable(equation)) mixed.push(equation);
  }
  const trueAmount = options.trueAmount ?? heldAmounts(cells);
  if (trueAmount !== null) for (const cell of cells) narrow(cell, trueAmount(cell.figure), options);
  for (const { part, whole } of options.bounds ?? []) limit(cellOf(part), cellOf(whole));
  return { cells, lines, mixed };
}

/** Gives each figure its cell; figures of one address share theirs. */
function makeRegister(options: RepairOptions, cells: PrintedCell[]): (figure: Figure) => PrintedCell {
  const sheets = new Map<string, PrintedCell[][]>();
  let name: string | null = null;
  let rows: PrintedCell[][] = [];
  return (figure) => {
    const { sheet, row, column } = figure.cell;
    if (sheet !== name) {
      name = sheet;
      rows = sheets.get(sheet) ?? [];
      sheets.set(sheet, rows);
    }
    const known = rows[row]?.[column];
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
      met: null,
    };
    (rows[row] ??= [])[column] = cell;
    cells.push(cell);
    return cell;
  };
}

/** Columns of a worksheet. */
const COLUMNS = 16_384;

function holdOf(figure: Figure, options: RepairOptions): Hold | null {
  if (figure.formula) return 'formula';
  if (figure.content.kind !== 'number') return 'blank';
  if (figure.shown.isZero()) return 'zero';
  return options.isLocked(figure) ? 'locked' : null;
}

/** Whether the cells are amounts of money in one unit, in several, or none of them is. */
function unitsOf(cells: readonly PrintedCell[]): 'none' | 'one' | 'several' {
  let money = 0;
  let unit: FigureUnit | null = null;
  let several = false;
  for (const { hold, figure } of cells) {
    if (isMoney(figure.unit)) money += 1;
    if (hold === 'blank' || hold === 'zero') continue;
    several ||= unit !== null && unit !== figure.unit;
    unit = figure.unit;
  }
  if (money === 0) return 'none';
  return several || money < cells.length ? 'several' : 'one';
}

const signs = new Map<number, readonly number[]>();

/** How often each cell counts in `total − Σ terms + Σ less`. */
function weigh(equation: Equation, own: readonly PrintedCell[]): Pick<Line, 'cells' | 'coefficients'> {
  const shape = equation.terms.length * COLUMNS + equation.less.length;
  const known = signs.get(shape);
  const coefficients = known ?? own.map((_, place) => (place > 0 && place <= equation.terms.length ? -1 : 1));
  if (known === undefined) signs.set(shape, coefficients);
  let repeated = false;
  for (const cell of own) {
    repeated ||= cell.met === equation;
    cell.met = equation;
  }
  if (!repeated) return { cells: own, coefficients };
  const sums = new Map<PrintedCell, number>();
  own.forEach((cell, place) => sums.set(cell, (sums.get(cell) ?? 0) + (coefficients[place] ?? 0)));
  const counted = [...sums].filter(([, sum]) => sum !== 0);
  return { cells: counted.map(([cell]) => cell), coefficients: counted.map(([, sum]) => sum) };
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
    if (figure.shown.eq(figure.exact)) continue;
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

/** Leaves a cell only the two neighbours of the amount it was rounded from. */
function narrow(cell: PrintedCell, amount: Decimal | null, options: RepairOptions): void {
  const { figure, hold } = cell;
  if (amount === null || hold === 'blank' || !isMoney(figure.unit)) return;
  const above = aboveOf(figure, amount);
  if (Math.abs(above) >= 1) return;
  cell.above = above;
  cell.low = above < -NOISE ? -1 : 0;
  cell.high = above > NOISE ? 1 : 0;
  if (cell.low === cell.high) cell.hold = hold ?? 'whole';
  else if (hold === 'zero') cell.hold = options.isLocked(figure) ? 'locked' : null;
}

/** Where a part comes within one unit of its whole, neither may move towards the other. */
function limit(part: PrintedCell, whole: PrintedCell): void {
  if (whole.figure.shown.minus(part.figure.shown).gte(part.figure.quantum)) return;
  part.high = 0;
  whole.low = 0;
}
