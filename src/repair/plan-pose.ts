import type { Line, PrintedCell, System } from './plan-system';
import { addTerm, at, emptyRows, endRow, problemOf, type Problem, type RowList } from './problem';

/** A problem and what its unknowns and rows stand for. */
export interface Posed {
  readonly problem: Problem;
  /** The cells that may move, one an unknown; unknowns behind them stand for lines left as they are. */
  readonly cells: readonly PrintedCell[];
  /** The lines with cells that may move, one a row. */
  readonly lines: readonly Line[];
  /** The lines that have to change but have no cell that may move. */
  readonly fixed: readonly Line[];
}

export interface Posing {
  /** Whether a cell may move within its range. */
  readonly moves: (cell: PrintedCell) => boolean;
  /** What shifting a cell by one unit costs. */
  readonly cost: (cell: PrintedCell) => number;
  /** What the cells of a line must shift together. */
  readonly right: (line: Line) => number;
  /** What it costs to leave a line as it is; null where every line has to change. */
  readonly leave: number | null;
}

const STAYS = -1;

/** Writes lines as equations between the shifts of their cells. */
export function pose(system: System, lines: readonly Line[], { moves, cost, right, leave }: Posing): Posed {
  const { numbers, cells } = numberCells(system, lines, moves);
  const list = emptyRows();
  const posed: Line[] = [];
  const fixed: Line[] = [];
  let slacks = 0;
  for (const line of lines) {
    const wanted = right(line);
    const moving = addTerms(list, line, numbers);
    if (moving) {
      if (leave !== null && wanted !== 0) {
        addTerm(list, cells.length + slacks, wanted);
        slacks += 1;
      }
      posed.push(line);
      endRow(list, wanted);
    } else if (wanted !== 0) {
      fixed.push(line);
    }
  }
  const size = cells.length + slacks;
  const low = new Int32Array(size);
  const high = new Int32Array(size).fill(1);
  const costs = new Float64Array(3 * size).fill(leave ?? 0);
  cells.forEach((cell, i) => {
    low[i] = cell.low;
    high[i] = cell.high;
    costs[3 * i] = cost(cell);
    costs[3 * i + 2] = cost(cell);
  });
  for (let i = 0; i < size; i += 1) costs[3 * i + 1] = 0;
  return { problem: problemOf({ low, high, cost: costs }, list), cells, lines: posed, fixed };
}

function numberCells(system: System, lines: readonly Line[], moves: Posing['moves']) {
  const numbers = new Int32Array(system.cells.length).fill(STAYS);
  const seen = new Uint8Array(system.cells.length);
  const cells: PrintedCell[] = [];
  for (const line of lines) {
    for (const cell of line.cells) {
      if (seen[cell.index] === 1) continue;
      seen[cell.index] = 1;
      if (moves(cell)) numbers[cell.index] = cells.push(cell) - 1;
    }
  }
  return { numbers, cells };
}

/** Adds what may move in a line to the row being written; whether there is anything. */
function addTerms(list: RowList, { cells, coefficients }: Line, numbers: Int32Array): boolean {
  const from = list.unknown.length;
  cells.forEach((cell, place) => {
    const number = at(numbers, cell.index);
    if (number !== STAYS) addTerm(list, number, coefficients[place] ?? 0);
  });
  return list.unknown.length > from;
}
