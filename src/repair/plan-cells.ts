import Decimal from 'decimal.js';
import { isMoney, type Figure, type FigureUnit } from '../money/figure';
import { CellNumbers } from './cell-numbers';
import { smallnessOf } from './plan-cost';

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

/** Bits of what a cell may hold: money, in either unit where it is not 0, which is alike in both, or anything else. */
export const MONEY = 1;
export const WAN = 2;
export const YUAN = 4;
export const OTHER = 8;

/**
 * The printed cells by number, for each of which several figures may stand. They lie in columns, for a workbook has
 * 50,000 of them; the columns of numbers may be longer than there are cells.
 */
export interface Cells {
  /** The first figure met of each. */
  readonly figures: readonly Figure[];
  readonly holds: (Hold | null)[];
  /** {@link MONEY} with {@link WAN}, {@link YUAN} or neither, or {@link OTHER}. */
  readonly kind: Uint8Array;
  readonly reluctant: Uint8Array;
  /** {@link smallnessOf} where the cell may move. */
  readonly smallness: Uint8Array;
  /** Whether it is the sum of others somewhere. */
  readonly total: Uint8Array;
  /** How far it may shift, in units of its last digit. */
  readonly low: Int8Array;
  readonly high: Int8Array;
  /** How far, in units, the amount it was rounded from lies above what it shows; not a number where that is unknown. */
  readonly above: Float64Array;
}

/** Cells that get their numbers as they are met. */
export class Numbering {
  readonly cells: Cells;
  private readonly numbers = new CellNumbers();
  private readonly figures: Figure[] = [];

  /** Of cells there are at most so many. */
  constructor(most: number, private readonly options: RepairOptions) {
    this.cells = {
      figures: this.figures,
      holds: [],
      kind: new Uint8Array(most),
      reluctant: new Uint8Array(most),
      smallness: new Uint8Array(most),
      total: new Uint8Array(most),
      low: new Int8Array(most).fill(-1),
      high: new Int8Array(most).fill(1),
      above: new Float64Array(most).fill(Number.NaN),
    };
  }

  /** The number of a figure's cell, a new one where it was not met before; figures of one address share theirs. */
  numberOf(figure: Figure): number {
    const number = this.numbers.numberOf(figure.cell);
    if (number === this.figures.length) this.add(number, figure);
    return number;
  }

  /** The number of a figure's cell; undefined where it was not met. */
  find({ cell }: Figure): number | undefined {
    return this.numbers.find(cell);
  }

  private add(number: number, figure: Figure): void {
    const { holds, kind, reluctant, smallness } = this.cells;
    const hold = holdOf(figure, this.options);
    this.figures.push(figure);
    holds.push(hold);
    kind[number] = kindOf(figure.unit, hold);
    reluctant[number] = Number(this.options.isReluctant(figure));
    if (hold === null) smallness[number] = smallnessOf(figure);
  }
}

function kindOf(unit: FigureUnit, hold: Hold | null): number {
  if (!isMoney(unit)) return OTHER;
  if (hold === 'blank' || hold === 'zero') return MONEY;
  return MONEY | (unit === '万元' ? WAN : YUAN);
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
function heldAmounts(figures: readonly Figure[]): ((figure: Figure) => Decimal | null) | null {
  const finer = new Map<string, number>();
  for (const figure of figures) {
    const { exact, shown, cell: { sheet } } = figure;
    if (exact === shown || Math.abs(aboveOf(figure, exact)) <= NOISE) continue;
    finer.set(sheet, (finer.get(sheet) ?? 0) + 1);
  }
  if (finer.size === 0) return null;
  const all = new Map<string, number>();
  for (const { exact, cell: { sheet } } of figures) {
    if (!exact.isZero()) all.set(sheet, (all.get(sheet) ?? 0) + 1);
  }
  return ({ cell: { sheet }, exact }) => (2 * (finer.get(sheet) ?? 0) > (all.get(sheet) ?? 0) ? exact : null);
}

/** In units of the last digit: less than this is what binary arithmetic leaves, not an amount. */
const NOISE = 1e-4;

/** How far an amount lies above what a figure shows, in units of its last digit. */
const aboveOf = (figure: Figure, amount: Decimal): number => amount.minus(figure.shown).toNumber() * perWan(figure);

/** Leaves the cells whose true amounts are known only the neighbours of these; how many there are. */
export function narrowAll(cells: Cells, options: RepairOptions): number {
  const { figures, above } = cells;
  const held = heldAmounts(figures);
  const { trueAmount } = options;
  if (trueAmount === undefined && held === null) return 0;
  let known = 0;
  figures.forEach((figure, cell) => {
    const amount = trueAmount?.(figure) ?? held?.(figure) ?? null;
    if (amount !== null) narrow(cells, cell, amount, options);
    if (!Number.isNaN(above[cell])) known += 1;
  });
  return known;
}

/** No repair moves an amount farther than this from the one it was rounded from, in units of the last digit. */
const FARTHEST = 1.5;

/**
 * Leaves a cell only the two neighbours of the amount it was rounded from, and what lies on the way to them. One that
 * lies farther off was not rounded from it: it is an error, which no repair touches.
 */
function narrow({ figures, holds, above, low, high }: Cells, cell: number, amount: Decimal, options: RepairOptions): void {
  const figure = figures[cell];
  const hold = holds[cell] ?? null;
  if (figure === undefined || hold === 'blank' || !isMoney(figure.unit)) return;
  const rest = aboveOf(figure, amount);
  if (Math.abs(rest) >= FARTHEST) {
    if (hold !== 'formula') holds[cell] = 'error';
    return;
  }
  above[cell] = rest;
  low[cell] = rest < -NOISE ? -1 : 0;
  high[cell] = rest > NOISE ? 1 : 0;
  if (low[cell] === high[cell]) holds[cell] = hold ?? 'whole';
  else if (hold === 'zero') holds[cell] = heldByCaller(figure, options);
}
