import type { Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import { MONEY, narrowAll, Numbering, OTHER, perWan, WAN, YUAN } from './plan-cells';
import type { Cells, Hold, RepairOptions } from './plan-cells';
import { dropRow, emptyDraft, endRow, mergeTerm, Pace, rowLength, type Draft, type Sliced } from './problem';

/**
 * The equations that hold, or that can be made to hold exactly, as lines of numbers: line l says that its cells,
 * cell[i] for start[l] ≤ i < start[l + 1], coefficient[i] times each, must shift by right[l] together, in units of the
 * last digit.
 */
export interface System {
  readonly cells: Cells;
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
export const cellsOf = ({ start, cell }: System, line: number): Int32Array => cell.subarray(start[line], start[line + 1]);

export const linesOf = ({ equations }: System): number[] => equations.map((_, line) => line);

/** Whether a line only says that one printed value repeats another. */
export const isCopy = ({ start }: System, line: number): boolean => (start[line + 1] ?? 0) - (start[line] ?? 0) === 2;

export const isRepairable = ({ verdict }: Equation): boolean => verdict === 'rounding' || verdict === 'warning';

/**
 * Reads the equations as cells and lines. The figures of an `error` are held, whichever of them is wrong, and so are
 * figures compared with a table in another unit, which they repeat more coarsely.
 */
export function* readSystem(equations: readonly Equation[], options: RepairOptions): Sliced<System> {
  const terms = equations.reduce((sum, equation) => sum + sizeOf(equation), 0);
  const numbering = new Numbering(terms, options);
  const { cells } = numbering;
  const draft = emptyDraft(equations.length, terms);
  const writing: Writing = { draft, numbering, places: new Int32Array(terms) };
  const kept: Equation[] = [];
  const mixed: Equation[] = [];
  const pace = new Pace();
  for (const equation of equations) {
    if (pace.isDue(draft)) yield;
    const total = numbering.numberOf(equation.total);
    const unit = unitOf(writeRow(writing, equation));
    const isSum = sizeOf(equation) > 2;
    if (isSum) cells.total[total] = 1;
    if (equation.verdict !== 'error' && unit === 'one') {
      const isPlain = rowLength(draft) === sizeOf(equation);
      endRow(draft, shiftOf(equation), isSum && isPlain ? total : NONE);
      kept.push(equation);
      continue;
    }
    if (unit !== 'none') holdAll(cells.holds, draft, equation.verdict === 'error' ? 'error' : 'unit');
    if (unit === 'several' && isRepairable(equation)) mixed.push(equation);
    dropRow(draft);
  }
  const known = narrowAll(cells, options);
  for (const { part, whole } of options.bounds ?? []) {
    if (!isClose(part, whole)) continue;
    bar(cells.high, numbering.find(part));
    bar(cells.low, numbering.find(whole));
  }
  const { start, unknown: cell, coefficient, right, total } = draft;
  return { cells, equations: kept, start, cell, coefficient, right: right.subarray(0, kept.length), total, known, mixed };
}

const NONE = -1;

const sizeOf = ({ terms, less }: Equation): number => 1 + terms.length + less.length;

interface Writing {
  readonly draft: Draft;
  readonly numbering: Numbering;
  /** Scratch: where each cell was last put. */
  readonly places: Int32Array;
}

/** Writes an equation as a row that is not ended yet: the total, less the terms, and what is taken off. Gives the kinds of its cells. */
function writeRow(writing: Writing, { total, terms, less }: Equation): number {
  let kinds = writeTerm(writing, total, 1);
  for (const figure of terms) kinds |= writeTerm(writing, figure, -1);
  for (const figure of less) kinds |= writeTerm(writing, figure, 1);
  return kinds;
}

function writeTerm({ draft, numbering, places }: Writing, figure: Figure, sign: number): number {
  const cell = numbering.numberOf(figure);
  mergeTerm(draft, places, cell, sign);
  return numbering.cells.kind[cell] ?? 0;
}

/** Whether cells of these kinds hold amounts of money in one unit, in several, or none at all. */
function unitOf(kinds: number): 'none' | 'one' | 'several' {
  if ((kinds & MONEY) === 0) return 'none';
  const inBoth = WAN | YUAN;
  return (kinds & OTHER) !== 0 || (kinds & inBoth) === inBoth ? 'several' : 'one';
}

/** By how many units of the last digit the cells of an equation must shift together for it to hold. */
function shiftOf({ verdict, gap, total }: Equation): number {
  return verdict === 'exact' ? 0 : -Math.round(gap.toNumber() * perWan(total));
}

/** Holds the cells of the row being written. */
function holdAll(holds: (Hold | null)[], { start, rows, terms, unknown }: Draft, hold: Hold): void {
  for (let i = start[rows] ?? 0; i < terms; i += 1) {
    const cell = unknown[i] ?? NONE;
    if (holds[cell] !== 'formula' && holds[cell] !== 'blank') holds[cell] = hold;
  }
}

/** Whether a part comes within one unit of its whole: then neither may move towards the other. */
const isClose = (part: Figure, whole: Figure): boolean => whole.shown.minus(part.shown).lt(part.quantum);

function bar(side: Int8Array, cell: number | undefined): void {
  if (cell !== undefined) side[cell] = 0;
}
