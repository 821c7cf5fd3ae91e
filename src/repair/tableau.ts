import { cheapestValues, type Problem } from './problem';

/** A coefficient smaller than this is a rounding error of the arithmetic. */
const NEGLIGIBLE = 1e-9;
/** A value within this of an integer is that integer. */
const TOLERANCE = 1e-6;

/** An unknown that may take any value of its range, at costs that are straight between integers. */
export interface Column {
  readonly unknown: number;
  low: number;
  high: number;
  value: number;
  /** What one more of it is worth at the current prices of the rows. */
  worth: number;
  /** The line that determines its value; null while it stands at an integer. */
  line: Line | null;
  /** While a line determines it: where the unit interval begins whose cost it pays. */
  floor: number;
  readonly lines: Set<Line>;
}

/** A combination of the rows, solved for one column as soon as it has one. */
interface Line {
  readonly coefficients: Map<Column, number>;
  column: Column | null;
  /** While it has no column: by how much its sum falls short of its right side. */
  lack: number;
  waiting: boolean;
}

export interface Tableau {
  readonly problem: Problem;
  readonly columns: readonly Column[];
  /** Lines that may be out of range, first come first served; those before `next` have been served. */
  readonly queue: Line[];
  next: number;
}

interface Entering {
  readonly column: Column;
  readonly coefficient: number;
  readonly ratio: number;
}

/** Every unknown at its cheapest value, every row without a column, all prices 0: the start of the dual simplex. */
export function makeTableau(problem: Problem): Tableau {
  const columns = Array.from(cheapestValues(problem), (value, unknown): Column => {
    const [low = 0, high = 0] = [problem.low[unknown], problem.high[unknown]];
    return { unknown, low, high, value, worth: 0, line: null, floor: 0, lines: new Set() };
  });
  return { problem, columns, queue: Array.from(problem.right, (_, row) => makeLine(problem, row, columns)), next: 0 };
}

function makeLine({ start, unknown, coefficient, right }: Problem, row: number, columns: readonly Column[]): Line {
  const line: Line = { coefficients: new Map(), column: null, lack: right[row] ?? 0, waiting: true };
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const column = columns[unknown[i] ?? 0];
    const times = coefficient[i] ?? 0;
    if (column === undefined) continue;
    line.coefficients.set(column, times);
    line.lack -= times * column.value;
    column.lines.add(line);
  }
  return line;
}

/**
 * One step of the dual simplex method for piecewise linear costs; gives the number of coefficients it touched.
 * `optimal` where no line is out of range any more, `infeasible` where one cannot be brought back.
 * Source: Fourer, A Simplex Algorithm for Piecewise-Linear Programming, 1985.
 */
export function pivot(tableau: Tableau): number | 'optimal' | 'infeasible' {
  for (let line = serve(tableau); line !== undefined; line = serve(tableau)) {
    line.waiting = false;
    const excess = excessOf(line);
    if (excess === 0) continue;
    const entering = enteringInto(tableau, line, Math.sign(excess));
    if (entering === null) {
      wait(tableau, line);
      return 'infeasible';
    }
    for (const [column, coefficient] of line.coefficients) {
      column.worth += Math.sign(excess) * entering.ratio * coefficient;
    }
    return exchange(tableau, line, excess, entering);
  }
  return 'optimal';
}

function serve(tableau: Tableau): Line | undefined {
  if (tableau.next > 1000 && 2 * tableau.next > tableau.queue.length) {
    tableau.queue.splice(0, tableau.next);
    tableau.next = 0;
  }
  const line = tableau.queue[tableau.next];
  if (line !== undefined) tableau.next += 1;
  return line;
}

function wait(tableau: Tableau, line: Line): void {
  if (line.waiting) return;
  line.waiting = true;
  tableau.queue.push(line);
}

const clamp = (value: number, { low, high }: Column): number => Math.min(Math.max(value, low), high);

/** What a line's column has too much of, or (negative) too little; without a column, what the line lacks. */
function excessOf({ column, lack }: Line): number {
  if (column === null) return Math.abs(lack) > TOLERANCE ? lack : 0;
  const [low, high] = [clamp(column.floor, column), clamp(column.floor + 1, column)];
  if (column.value > high + TOLERANCE) return column.value - high;
  return column.value < low - TOLERANCE ? column.value - low : 0;
}

const costAt = ({ cost }: Problem, unknown: number, value: number): number => cost[3 * unknown + 1 + value] ?? 0;

/** What the next unit up (`1`) from an integer costs, or what the unit down (`-1`) to it saves; infinite at the end. */
function slopeAt(problem: Problem, { unknown, low, high }: Column, value: number, direction: number): number {
  const here = costAt(problem, unknown, value);
  if (direction > 0) return value < high ? costAt(problem, unknown, value + 1) - here : Infinity;
  return value > low ? here - costAt(problem, unknown, value - 1) : -Infinity;
}

/** The column whose worth first reaches the cost of its next unit when the line's price moves that way. */
function enteringInto(tableau: Tableau, line: Line, direction: number): Entering | null {
  let best: Entering | null = null;
  for (const [column, coefficient] of line.coefficients) {
    const way = Math.sign(coefficient) * direction;
    const from = column === line.column ? clamp(column.floor + (way > 0 ? 1 : 0), column) : column.value;
    const missing = way * (slopeAt(tableau.problem, column, from, way) - column.worth);
    const ratio = Math.max(0, missing / Math.abs(coefficient));
    if (ratio === Infinity) continue;
    const better = best === null || ratio < best.ratio || (ratio === best.ratio && isSafer(column, coefficient, best));
    if (better) best = { column, coefficient, ratio };
  }
  return best;
}

const isSafer = (column: Column, coefficient: number, than: Entering): boolean =>
  Math.abs(coefficient) > Math.abs(than.coefficient) + NEGLIGIBLE ||
  (Math.abs(coefficient) > Math.abs(than.coefficient) - NEGLIGIBLE && column.lines.size < than.column.lines.size);

/** Lets the entering column take over the line, and what was there before leave at its bound. */
function exchange(tableau: Tableau, line: Line, excess: number, { column, coefficient }: Entering): number {
  const up = coefficient * excess > 0;
  const leaving = line.column;
  if (column === leaving) {
    column.floor = clamp(column.floor + (up ? 1 : 0), column) - (up ? 0 : 1);
    wait(tableau, line);
    return line.coefficients.size;
  }
  column.floor = column.value - (up ? 0 : 1);
  if (leaving === null) {
    line.lack = 0;
  } else {
    leaving.value = Math.round(leaving.value - excess);
    leaving.line = null;
  }
  column.line = line;
  line.column = column;
  column.lines.delete(line);
  const by = excess / coefficient;
  shift(tableau, column, by);
  for (const [other, factor] of line.coefficients) line.coefficients.set(other, factor / coefficient);
  let touched = line.coefficients.size;
  for (const other of column.lines) {
    touched += line.coefficients.size;
    subtract(line, other, column);
  }
  column.lines.clear();
  column.lines.add(line);
  wait(tableau, line);
  return touched;
}

/** Moves a column by so much, and with it all that the other lines determine. */
function shift(tableau: Tableau, column: Column, by: number): void {
  column.value += by;
  for (const line of column.lines) {
    const change = by * (line.coefficients.get(column) ?? 0);
    if (line.column === null) line.lack -= change;
    else line.column.value -= change;
    wait(tableau, line);
  }
}

/** Takes the column out of another line. */
function subtract(line: Line, from: Line, column: Column): void {
  const multiple = from.coefficients.get(column) ?? 0;
  for (const [other, coefficient] of line.coefficients) {
    const rest = (from.coefficients.get(other) ?? 0) - multiple * coefficient;
    if (other === column || Math.abs(rest) < NEGLIGIBLE) {
      from.coefficients.delete(other);
      if (other !== column) other.lines.delete(from);
    } else {
      from.coefficients.set(other, rest);
      other.lines.add(from);
    }
  }
}

/** Confines a column to another range; the tableau is then again one that {@link pivot} can go on from. */
export function confine(tableau: Tableau, column: Column, low: number, high: number): void {
  column.low = low;
  column.high = high;
  if (column.line !== null) {
    wait(tableau, column.line);
    return;
  }
  let value = clamp(column.value, column);
  while (column.worth > slopeAt(tableau.problem, column, value, 1)) value += 1;
  while (column.worth < slopeAt(tableau.problem, column, value, -1)) value -= 1;
  if (value !== column.value) shift(tableau, column, value - column.value);
}

/** The cost of the values as they stand: the least possible one once the tableau is optimal. */
export function objectiveOf({ problem, columns }: Tableau): number {
  return columns.reduce((sum, column) => {
    const { unknown, value } = column;
    if (fractionOf(column) === 0) return sum + costAt(problem, unknown, Math.round(value));
    const floor = Math.floor(value);
    const below = costAt(problem, unknown, floor);
    return sum + below + (value - floor) * (costAt(problem, unknown, floor + 1) - below);
  }, 0);
}

/** How far a column is from an integer. */
export function fractionOf({ value }: Column): number {
  const fraction = Math.abs(value - Math.round(value));
  return fraction > TOLERANCE ? fraction : 0;
}
