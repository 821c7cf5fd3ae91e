import type { PrintedCell, System } from './plan-system';
import { addTerm, emptyDraft, endRow, problemOf, type Problem } from './problem';

/** A problem and what its unknowns and rows stand for. */
export interface Posed {
  readonly problem: Problem;
  /** The cells that may move, one an unknown; unknowns behind them stand for lines left as they are. */
  readonly cells: readonly PrintedCell[];
  /** The lines with cells that may move, one a row. */
  readonly lines: readonly number[];
  /** The lines that have to change but have no cell that may move. */
  readonly fixed: readonly number[];
}

export interface Posing {
  /** Whether a cell may move within its range. */
  readonly moves: (cell: PrintedCell) => boolean;
  /** What shifting a cell by one unit costs. */
  readonly cost: (cell: PrintedCell) => number;
  /** Lines that are to keep the difference they have. */
  readonly keep?: ReadonlySet<number>;
  /** What it costs to leave a line as it is; null where every line has to change. */
  readonly leave: number | null;
}

const STAYS = -1;
const UNSEEN = -2;

/** Writes lines as equations between the shifts of their cells. */
export function pose(system: System, lines: readonly number[], { moves, cost, keep, leave }: Posing): Posed {
  const { start, cell, coefficient, right, total } = system;
  const { numbers, cells, terms } = numberCells(system, lines, moves);
  const draft = emptyDraft(lines.length, terms + lines.length);
  const posed: number[] = [];
  const fixed: number[] = [];
  let slacks = 0;
  for (const line of lines) {
    const wanted = keep?.has(line) === true ? 0 : (right[line] ?? 0);
    const from = draft.terms;
    for (let i = start[line] ?? 0; i < (start[line + 1] ?? 0); i += 1) {
      const number = numbers[cell[i] ?? 0] ?? STAYS;
      if (number !== STAYS) addTerm(draft, number, coefficient[i] ?? 0);
    }
    if (draft.terms === from) {
      if (wanted !== 0) fixed.push(line);
      continue;
    }
    if (leave !== null && wanted !== 0) {
      addTerm(draft, cells.length + slacks, wanted);
      slacks += 1;
    }
    posed.push(line);
    endRow(draft, wanted, numbers[total[line] ?? STAYS] ?? STAYS);
  }
  const size = cells.length + slacks;
  const low = new Int32Array(size);
  const high = new Int32Array(size).fill(1);
  const costs = new Float64Array(3 * size);
  cells.forEach((own, i) => {
    low[i] = own.low;
    high[i] = own.high;
    costs[3 * i] = cost(own);
    costs[3 * i + 2] = costs[3 * i] ?? 0;
  });
  for (let i = cells.length; i < size; i += 1) costs[3 * i + 2] = leave ?? 0;
  return { problem: problemOf({ low, high, cost: costs }, draft), cells, lines: posed, fixed };
}

/** Numbers the cells that may move, and counts how often any of them stands in a line. */
function numberCells({ cells, start, cell }: System, lines: readonly number[], moves: Posing['moves']) {
  const numbers = new Int32Array(cells.length).fill(UNSEEN);
  const moving: PrintedCell[] = [];
  let terms = 0;
  for (const line of lines) {
    for (let i = start[line] ?? 0; i < (start[line + 1] ?? 0); i += 1) {
      const index = cell[i] ?? 0;
      const own = cells[index];
      if (numbers[index] === UNSEEN) numbers[index] = own !== undefined && moves(own) ? moving.push(own) - 1 : STAYS;
      if (numbers[index] !== STAYS) terms += 1;
    }
  }
  return { numbers, cells: moving, terms };
}
