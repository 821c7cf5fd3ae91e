import type Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import { formatCell } from '../workbook/address';
import { withAmount, withCorrected } from './corrected';
import { compile, toAmount, type System } from './localise-system';
import { tryMove, type Block, type Gap, type Grid, type Trial } from './shift-trial';

/** A column of a table: its figures in the order of its rows. */
export type ShiftColumn = readonly Figure[];

/** Numbers of one sheet that stand some rows away from where they belong. */
export interface Shift {
  /** The cells that hold something else than they should, column by column, from top to bottom. */
  readonly figures: readonly Figure[];
  /** By how many rows the numbers must move; positive is down. */
  readonly offset: number;
  /** What each of `figures` should hold, in 万元, in the same order; null where nothing determines it. */
  readonly values: readonly (Decimal | null)[];
  /** The violated identities that hold then. */
  readonly explained: readonly Equation[];
  /** Sums that hold only with a number for which the table has no row: a row is missing. */
  readonly incomplete: readonly Equation[];
}

const OFFSETS = [1, -1, 2, -2, 3, -3];
const GAPS: readonly Gap[] = ['none', 'before', 'after'];
/** Rows without a violated identity that may lie inside a shifted block. */
const REACH = 2;
/** Blocks of a longer run of suspicious rows are tried only from its ends. */
const LONG_RUN = 40;
const ENDS = 3;
/** A number within a shifted block may be wrong besides: one violated identity for so many that are mended. */
const TOLERATED = 10;
const MOST_SHIFTS = 8;
const MOST_TRIALS = 20_000;

/**
 * Finds blocks of numbers that slipped by some rows: a whole column, the same rows of several columns and tables that
 * repeat one another, or the same rows of all columns of a table. Moving such a block must open no identity and leave
 * hardly one violated in which a moved number stands; where it stands it must mend at least two more than the rows it
 * leaves empty could be bent to; and at least two amounts must find their place. The numbers of a slipped block are
 * then in their places, so that what remains is for `localise`. Source: rule A22, which quotes three real cases.
 */
export function detectShifts(columns: readonly ShiftColumn[], equations: readonly Equation[]): readonly Shift[] {
  const shifts: Shift[] = [];
  let current = equations;
  while (shifts.length < MOST_SHIFTS && current.some(({ verdict }) => verdict === 'error')) {
    const system = compile(current);
    const grid = gridOf(columns, system, shifts);
    const best = bestTrial(system, grid);
    if (best === null) break;
    const found = shiftsOf(system, grid, best);
    shifts.push(...found);
    current = afterShifts(current, found);
  }
  return shifts;
}

/** The equations as they stand once the shifted numbers are in their places; those with an unknown number fall out. */
export function afterShifts(equations: readonly Equation[], shifts: readonly Shift[]): readonly Equation[] {
  const corrected = new Map<string, Figure | null>();
  for (const { figures, values } of shifts) {
    figures.forEach((figure, index) => {
      const value = values[index] ?? null;
      corrected.set(formatCell(figure.cell), value === null ? null : withAmount(figure, value));
    });
  }
  const incomplete = new Set(shifts.flatMap((shift) => shift.incomplete));
  return withCorrected(equations.filter((equation) => !incomplete.has(equation)), corrected);
}

function gridOf(columns: readonly ShiftColumn[], system: System, done: readonly Shift[]): Grid {
  const settled = new Set(done.flatMap(({ figures }) => figures.map(({ cell }) => formatCell(cell))));
  const numbered = columns.map((column) =>
    column.map(({ cell }) => (settled.has(formatCell(cell)) ? null : (system.indexOf(cell) ?? null))),
  );
  const placeOf = new Map<number, { column: number; row: number }>();
  numbered.forEach((rows, column) => {
    rows.forEach((figure, row) => {
      if (figure !== null) placeOf.set(figure, { column, row });
    });
  });
  const values = system.figures.map(({ shown }) => Math.round(shown.toNumber() / system.unit));
  const besides = new Map<string, number[]>();
  const besideOf = columns.map((column, index) => {
    const rows = column.map(({ cell: { sheet, row } }) => `${sheet}!${row}`).join();
    const known = besides.get(rows) ?? [];
    known.push(index);
    besides.set(rows, known);
    return known;
  });
  return { columns: numbered, besideOf, placeOf, values };
}

function bestTrial(system: System, grid: Grid): Trial | null {
  const suspicious = new Set(system.broken.flatMap((row) => [...(system.rows[row]?.terms.keys() ?? [])]));
  let trials = MOST_TRIALS;
  let best: Trial | null = null;
  const tried = new Set<string>();
  const tryTogether = (blocks: readonly Block[], own: readonly number[], gap: Gap): void => {
    trials -= 1;
    const trial = tryMove(system, grid, blocks, own, gap);
    if (trial === null || !isConvincing(trial) || isOneCell(system, trial)) return;
    if (best === null || isBetter(trial, best)) best = trial;
  };
  for (const block of blocksOf(grid, suspicious)) {
    if (trials <= 0) break;
    const blocks = repetitions(system, grid, block);
    for (const gap of GAPS) tryTogether(blocks, [block.column], gap);
    const rows = rowsBeside(grid, block);
    const key = [rows[0]?.column, block.first, block.last, block.offset].join();
    if (rows.length < 2 || tried.has(key)) continue;
    tried.add(key);
    tryTogether(rows, rows.map(({ column }) => column), 'none');
  }
  return best;
}

/** The same rows of all columns of the table that hold an amount there. */
function rowsBeside(grid: Grid, block: Block): readonly Block[] {
  const from = Math.min(block.first, block.first + block.offset);
  const to = Math.max(block.last, block.last + block.offset);
  const holdsAmount = (column: number): boolean => {
    const rows = grid.columns[column]?.slice(from, to + 1) ?? [];
    return rows.some((figure) => figure !== null && grid.values[figure] !== 0);
  };
  return (grid.besideOf[block.column] ?? []).filter(holdsAmount).map((column) => ({ ...block, column }));
}

function isConvincing({ opened, remaining, explained, incomplete, evidence }: Trial): boolean {
  const isComplete = incomplete.every((row) => explained.includes(row));
  return opened === 0 && evidence >= 2 && remaining * TOLERATED <= explained.length && isComplete;
}

/** Whether one wrong cell would account for all that a move explains: that is simpler than a block that slipped. */
function isOneCell(system: System, { explained }: Trial): boolean {
  const [first, ...others] = explained.map((row) => system.rows[row]?.terms);
  return [...(first?.keys() ?? [])].some((figure) => others.every((terms) => terms?.has(figure) === true));
}

/** What a move explains counts, and the blanks it fills: rows that a slipped block left are blank. */
function isBetter(trial: Trial, other: Trial): boolean {
  const rank = ({ explained, remaining, evidence, filled }: Trial): number =>
    explained.length + evidence + filled - remaining;
  const length = ({ block }: Trial): number => block.last - block.first + Math.abs(block.offset);
  return rank(trial) > rank(other) || (rank(trial) === rank(other) && length(trial) < length(other));
}

/** Blocks worth a trial: they begin and end with an amount, in a run of rows with violated identities. */
function* blocksOf(grid: Grid, suspicious: ReadonlySet<number>): Generator<Block> {
  for (const [column, rows] of grid.columns.entries()) {
    for (const run of runsOf(rows, suspicious)) {
      const amounts = run.filter((row) => (grid.values[rows[row] ?? -1] ?? 0) !== 0);
      const isLong = amounts.length > LONG_RUN;
      const firsts = isLong ? amounts.slice(0, ENDS) : amounts;
      const lasts = isLong ? amounts.slice(-ENDS) : amounts;
      for (const first of firsts) {
        for (const last of lasts) {
          if (last < first) continue;
          for (const offset of OFFSETS) {
            if (first + offset >= 0 && last + offset < rows.length) yield { column, first, last, offset };
          }
        }
      }
    }
  }
}

/** Rows with a violated identity, those together that lie close to one another. */
function runsOf(rows: readonly (number | null)[], suspicious: ReadonlySet<number>): number[][] {
  const runs: number[][] = [];
  rows.forEach((figure, row) => {
    if (figure === null || !suspicious.has(figure)) return;
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run === undefined || last === undefined || row - last > REACH + 1) runs.push([row]);
    else for (let next = last + 1; next <= row; next += 1) run.push(next);
  });
  return runs.filter((run) => run.length > 1);
}

/** The block and all blocks that repeat it: every amount of it is equal to one of theirs by an identity that holds. */
function repetitions(system: System, grid: Grid, block: Block): readonly Block[] {
  const blocks = [block];
  const seen = new Set([block.column]);
  for (let at = 0; at < blocks.length; at += 1) {
    const current = blocks[at];
    if (current === undefined) break;
    for (const [column, distance] of columnsRepeating(system, grid, current)) {
      if (seen.has(column)) continue;
      seen.add(column);
      blocks.push({ ...current, column, first: current.first + distance, last: current.last + distance });
    }
  }
  return blocks;
}

/** Columns that repeat a block, each with how many rows lower it stands there. */
function columnsRepeating(system: System, grid: Grid, block: Block): ReadonlyMap<number, number> {
  let common: Map<number, number> | undefined;
  const from = Math.min(block.first, block.first + block.offset);
  const to = Math.max(block.last, block.last + block.offset);
  for (let row = from; row <= to; row += 1) {
    const figure = grid.columns[block.column]?.[row] ?? null;
    if (figure === null || grid.values[figure] === 0) continue;
    const here = new Map<number, number>();
    for (const twin of twinsOf(system, grid, figure)) {
      const place = grid.placeOf.get(twin);
      if (place !== undefined && place.column !== block.column) here.set(place.column, place.row - row);
    }
    common = new Map([...(common ?? here)].filter(([column, distance]) => here.get(column) === distance));
  }
  return common ?? new Map<number, number>();
}

/** Figures that an identity which holds makes equal to this one: it has no other amount in it. */
function twinsOf(system: System, grid: Grid, figure: number): number[] {
  return (system.rowsOf[figure] ?? []).flatMap((index) => {
    const row = system.rows[index];
    if (row === undefined || Math.abs(row.residual) > row.slack) return [];
    const amounts = [...row.terms.keys()].filter((other) => grid.values[other] !== 0);
    return amounts.length === 2 ? amounts.filter((other) => other !== figure) : [];
  });
}

/** One shift for each table, or for each half of a table whose columns do not have the same rows. */
function shiftsOf(system: System, grid: Grid, trial: Trial): Shift[] {
  const byTable = new Map<readonly number[] | undefined, { figure: Figure; value: Decimal | null }[]>();
  const doubtful = new Set(trial.doubtful);
  for (const [index, given] of trial.values) {
    const value = doubtful.has(index) ? null : given;
    const figure = system.figures[index];
    if (figure === undefined || value === grid.values[index]) continue;
    const table = grid.besideOf[grid.placeOf.get(index)?.column ?? -1];
    const list = byTable.get(table) ?? [];
    list.push({ figure, value: value === null ? null : toAmount(system, value) });
    byTable.set(table, list);
  }
  const touching = (rows: readonly number[], cells: readonly Figure[]): Equation[] =>
    rows.flatMap((row) => {
      const equation = system.equations[row];
      const terms = system.rows[row]?.terms;
      return equation !== undefined && cells.some(({ cell }) => terms?.has(system.indexOf(cell) ?? -1))
        ? [equation]
        : [];
    });
  return [...byTable.values()].map((list) => {
    const place = ({ figure: { cell } }: { readonly figure: Figure }): number => cell.column * 1e6 + cell.row;
    const sorted = list.sort((a, b) => place(a) - place(b));
    const figures = sorted.map(({ figure }) => figure);
    return {
      figures,
      offset: trial.block.offset,
      values: sorted.map(({ value }) => value),
      explained: touching(trial.explained, figures),
      incomplete: touching(trial.incomplete, figures),
    };
  });
}
