import type { Line, PrintedCell, System } from './plan-system';
import { addTerm, emptyDraft, endRow, problemOf, type Draft, type Problem } from './problem';

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
const UNSEEN = -2;

/** Writes lines as equations between the shifts of their cells. */
export function pose(system: System, lines: readonly Line[], { moves, cost, right, leave }: Posing): Posed {
  const { numbers, cells, terms } = numberCells(system, lines, moves);
  const draft = emptyDraft(lines.length, terms + lines.length);
  const posed: Line[] = [];
  const fixed: Line[] = [];
  let slacks = 0;
  for (const line of lines) {
    const wanted = right(line);
    const from = draft.terms;
    addTerms(draft, line, numbers);
    if (draft.terms === from) {
      if (wanted !== 0) fixed.push(line);
      continue;
    }
    const [first] = line.cells;
    const total = first === undefined || line.cells.length < 3 ? STAYS : Math.max(STAYS, numbers[first.index] ?? STAYS);
    if (leave !== null && wanted !== 0) {
      addTerm(draft, cells.length + slacks, wanted);
      slacks += 1;
    }
    posed.push(line);
    endRow(draft, wanted, total);
  }
  const size = cells.length + slacks;
  const low = new Int32Array(size);
  const high = new Int32Array(size).fill(1);
  const costs = new Float64Array(3 * size);
  cells.forEach((cell, i) => {
    low[i] = cell.low;
    high[i] = cell.high;
    costs[3 * i] = cost(cell);
    costs[3 * i + 2] = costs[3 * i] ?? 0;
  });
  for (let i = cells.length; i < size; i += 1) costs[3 * i + 2] = leave ?? 0;
  return { problem: problemOf({ low, high, cost: costs }, draft), cells, lines: posed, fixed };
}

/** Numbers the cells that may move, and counts how often any of them stands in a line. */
function numberCells(system: System, lines: readonly Line[], moves: Posing['moves']) {
  const numbers = new Int32Array(system.cells.length).fill(UNSEEN);
  const cells: PrintedCell[] = [];
  let terms = 0;
  for (const line of lines) {
    for (const cell of line.cells) {
      if (numbers[cell.index] === UNSEEN) numbers[cell.index] = moves(cell) ? cells.push(cell) - 1 : STAYS;
      if (numbers[cell.index] !== STAYS) terms += 1;
    }
  }
  return { numbers, cells, terms };
}

/** Adds what may move in a line to the row being written. */
function addTerms(draft: Draft, { cells, coefficients }: Line, numbers: Int32Array): void {
  for (let place = 0; place < cells.length; place += 1) {
    const number = numbers[cells[place]?.index ?? 0] ?? STAYS;
    if (number >= 0) addTerm(draft, number, coefficients[place] ?? 0);
  }
}
