import type { System } from './plan-system';
import { addTerm, emptyDraft, endRow, Pace, problemOf, type Problem, type Sliced } from './problem';

/** A problem and what its unknowns and rows stand for. */
export interface Posed {
  readonly problem: Problem;
  /** The cells that may move, one an unknown; unknowns behind them stand for lines left as they are. */
  readonly cells: readonly number[];
  /** The lines with cells that may move, one a row. */
  readonly lines: readonly number[];
  /** The lines that have to change but have no cell that may move. */
  readonly fixed: readonly number[];
}

export interface Posing {
  /** Whether a cell may move within its range. */
  readonly moves: (cell: number) => boolean;
  /** What shifting a cell by one unit costs. */
  readonly cost: (cell: number) => number;
  /** Lines that are to keep the difference they have. */
  readonly keep?: ReadonlySet<number>;
  /** What it costs to leave a line as it is; null where every line has to change. */
  readonly leave: number | null;
}

const STAYS = -1;
const UNSEEN = -2;

/** Writes lines as equations between the shifts of their cells. */
export function* pose(system: System, lines: readonly number[], { moves, cost, keep, leave }: Posing): Sliced<Posed> {
  const { start, cell, coefficient, right, total } = system;
  const terms = lines.reduce((sum, line) => sum + (start[line + 1] ?? 0) - (start[line] ?? 0), 0);
  const draft = emptyDraft(lines.length, terms + lines.length);
  const numbers = new Int32Array(system.cells.figures.length).fill(UNSEEN);
  const cells: number[] = [];
  const slacks: number[] = [];
  const posed: number[] = [];
  const fixed: number[] = [];
  const pace = new Pace();
  for (const line of lines) {
    if (pace.isDue(draft)) yield;
    const wanted = keep?.has(line) === true ? 0 : (right[line] ?? 0);
    const from = draft.terms;
    for (let i = start[line] ?? 0; i < (start[line + 1] ?? 0); i += 1) {
      const own = cell[i] ?? 0;
      if (numbers[own] === UNSEEN) numbers[own] = moves(own) ? cells.push(own) - 1 : STAYS;
      if (numbers[own] !== STAYS) addTerm(draft, numbers[own] ?? STAYS, coefficient[i] ?? 0);
    }
    if (draft.terms === from) {
      if (wanted !== 0) fixed.push(line);
      continue;
    }
    if (leave !== null && wanted !== 0) {
      slacks.push(draft.terms);
      addTerm(draft, STAYS, wanted);
    }
    posed.push(line);
    endRow(draft, wanted, numbers[total[line] ?? STAYS] ?? STAYS);
  }
  slacks.forEach((place, slack) => {
    draft.unknown[place] = cells.length + slack;
  });
  const ranges = rangesOf(system, cells, slacks.length, cost, leave ?? 0);
  return { problem: problemOf(ranges, draft), cells, lines: posed, fixed };
}

/** The ranges and costs of the cells' unknowns and of those for lines that are left, which are 0 or 1. */
function rangesOf(
  { cells: { low, high } }: System,
  cells: readonly number[],
  slacks: number,
  cost: Posing['cost'],
  leave: number,
): Pick<Problem, 'low' | 'high' | 'cost'> {
  const size = cells.length + slacks;
  const lowest = new Int32Array(size);
  const highest = new Int32Array(size).fill(1);
  const costs = new Float64Array(3 * size);
  cells.forEach((cell, unknown) => {
    const each = cost(cell);
    lowest[unknown] = low[cell] ?? 0;
    highest[unknown] = high[cell] ?? 0;
    costs[3 * unknown] = each;
    costs[3 * unknown + 2] = each;
  });
  for (let unknown = cells.length; unknown < size; unknown += 1) costs[3 * unknown + 2] = leave;
  return { low: lowest, high: highest, cost: costs };
}
