import Decimal from 'decimal.js';
import { figuresOf, type Equation } from '../check/equation';
import type { Figure, Unit } from '../money/figure';
import { formatCell } from '../workbook/address';
import { withAmount, withCorrected } from './corrected';
import type { ShiftColumn } from './shift';

/** A table, or columns of one, whose amounts were typed in the other unit than the table is printed in. */
export interface UnitSlip {
  /** Its amounts as they should be, in 万元; zeros and blanks are the same in any unit. */
  readonly figures: readonly Figure[];
  /** Whether these are all amounts of the table. */
  readonly whole: boolean;
  /** The unit the numbers are in. */
  readonly typed: Unit;
  /** The violated identities that hold then. */
  readonly explained: readonly Equation[];
  /** A figure of another table that would explain as much if that were in the other unit; null where there is none. */
  readonly rival: Figure | null;
}

const YUAN_PER_WAN = 10_000;
/** An amount may be wrong besides: one identity that does not fit for so many that are mended. */
const TOLERATED = 10;
const WAN_QUANTUM = new Decimal('0.01');
/** Amounts below this many units of the last digit vanish in rounding, which makes any identity hold. */
const NOTABLE = 10;

/**
 * Finds tables, and columns of tables, in 元 among others in 万元, or the other way round. In the other unit the
 * violated identities that tie it to other cells hold, no single wrong cell would explain as much, and hardly one that holds now
 * is violated. `tables` are the columns of each table.
 */
export function detectUnitSlips(
  tables: readonly (readonly ShiftColumn[])[],
  equations: readonly Equation[],
): readonly UnitSlip[] {
  const slips: UnitSlip[] = [];
  let current = equations;
  while (slips.length < tables.length) {
    const slip = bestSlip(tables, current, new Set(cellsOf(slips.flatMap(({ figures }) => figures))));
    if (slip === null) break;
    slips.push(slip);
    current = afterUnitSlips(current, [slip]);
  }
  return slips;
}

/** The equations as they stand once the amounts are in the unit of their tables. */
export function afterUnitSlips(equations: readonly Equation[], slips: readonly UnitSlip[]): readonly Equation[] {
  if (slips.length === 0) return equations;
  const figures = slips.flatMap((slip) => slip.figures);
  return withCorrected(equations, new Map(figures.map((figure) => [formatCell(figure.cell), figure])));
}

function bestSlip(
  tables: readonly (readonly ShiftColumn[])[],
  equations: readonly Equation[],
  settled: ReadonlySet<string>,
): UnitSlip | null {
  const broken = equations.filter(({ verdict }) => verdict === 'error');
  if (broken.length === 0) return null;
  const suspicious = new Set(broken.flatMap((equation) => cellsOf(figuresOf(equation))));
  const held = equations.filter(({ verdict }) => verdict !== 'error');
  const found = tables.flatMap((columns) => {
    if (columns.flat().some(({ cell }) => settled.has(formatCell(cell)))) return [];
    const tried = blocksOf(columns, suspicious).flatMap((block) => slipOf(block, columns, broken, held) ?? []);
    return tried.sort((a, b) => b.explained.length - a.explained.length || b.figures.length - a.figures.length)[0] ?? [];
  });
  const [best, ...others] = found.sort((a, b) => b.explained.length - a.explained.length);
  if (best === undefined) return null;
  const explained = new Set(best.explained);
  const rival = others.find((other) => other.explained.length === best.explained.length && other.explained.every((each) => explained.has(each)));
  return { ...best, rival: rival?.figures[0] ?? null };
}

/** The amounts of a table: all, those of each column, and those of all columns but one. */
function blocksOf(columns: readonly ShiftColumn[], suspicious: ReadonlySet<string>): readonly (readonly Figure[])[] {
  const amounts = columns
    .map((column) => column.filter(({ shown }) => !shown.isZero()))
    .filter((column) => column.length > 0);
  const parts = amounts.length < 2 ? [] : amounts;
  const rests = amounts.length < 3 ? [] : amounts.map((_, left) => amounts.filter((__, at) => at !== left).flat());
  return [amounts.flat(), ...parts, ...rests].filter(
    (block) => block.length > 1 && block.some(({ cell }) => suspicious.has(formatCell(cell))),
  );
}

function slipOf(
  block: readonly Figure[],
  columns: readonly ShiftColumn[],
  broken: readonly Equation[],
  held: readonly Equation[],
): UnitSlip | null {
  const figures = block.flatMap(inOtherUnit);
  const [first] = figures;
  if (first === undefined || figures.length < block.length) return null;
  const corrected = new Map(figures.map((figure) => [formatCell(figure.cell), figure]));
  const isConcerned = (equation: Equation): boolean => cellsOf(figuresOf(equation)).some((cell) => corrected.has(cell));
  const ties = (equation: Equation): boolean => {
    const [inside, outside] = [true, false].map((within) =>
      amountsOf(equation).filter(({ cell }) => corrected.has(formatCell(cell)) === within),
    );
    return (outside ?? []).length > 0 && (inside ?? []).some(({ cell }) => isNotable(corrected.get(formatCell(cell))));
  };
  const fits = (equation: Equation): boolean =>
    withCorrected([equation], corrected).every(({ verdict }) => verdict !== 'error');
  const explained = broken.filter((equation) => isConcerned(equation) && fits(equation));
  const tied = explained.filter(ties).length;
  const most = Math.floor(tied / TOLERATED);
  const left = broken.filter((equation) => ties(equation) && !explained.includes(equation)).length;
  if (tied === 0 || left > most) return null;
  const opened = held.filter((equation) => isConcerned(equation) && !fits(equation)).length;
  if (left + opened > most || isOneCell(explained, held)) return null;
  return {
    figures,
    whole: figures.length === columns.flat().filter(({ shown }) => !shown.isZero()).length,
    typed: first.unit === '元' ? '万元' : '元',
    explained,
    rival: null,
  };
}

function isNotable(figure: Figure | undefined): boolean {
  return figure?.shown.abs().gte(figure.quantum.mul(NOTABLE)) === true;
}

/** What a figure is if its number was typed in the other unit than its table is printed in. */
function inOtherUnit(figure: Figure): Figure[] {
  if (figure.unit === '万元') {
    return [withAmount(figure, figure.exact.div(YUAN_PER_WAN).toDecimalPlaces(2, Decimal.ROUND_HALF_UP))];
  }
  return figure.unit === '元' ? [{ ...withAmount(figure, figure.exact.mul(YUAN_PER_WAN)), quantum: WAN_QUANTUM }] : [];
}

/** Whether one wrong cell would account for all of these, and for nothing that holds: that is simpler than a table. */
function isOneCell(explained: readonly Equation[], held: readonly Equation[]): boolean {
  const [first = [], ...others] = explained.map((equation) => cellsOf(amountsOf(equation)));
  const common = first.filter((cell) => others.every((cells) => cells.includes(cell)));
  return common.some((cell) => held.every((equation) => !cellsOf(amountsOf(equation)).includes(cell)));
}

function amountsOf(equation: Equation): readonly Figure[] {
  return figuresOf(equation).filter(({ shown }) => !shown.isZero());
}

function cellsOf(figures: readonly Figure[]): string[] {
  return figures.map(({ cell }) => formatCell(cell));
}
