import loadHighs, { type Highs } from 'highs';
import { termsOf, type Equation } from '../../src/check/equation';
import type { Figure } from '../../src/money/figure';
import type { RepairOptions } from '../../src/repair/plan';
import { formatCell } from '../../src/workbook/address';

/** What the best plan costs, by HiGHS: differences left, reluctant cells and cells changed, the first counting most. */
export interface Optimum {
  readonly left: number;
  readonly reluctant: number;
  readonly cells: number;
}

/** A linear program in CPLEX LP format, being written. */
interface Program {
  readonly objective: string[];
  readonly rows: string[];
  readonly bounds: string[];
  readonly integers: string[];
}

const LEFT = 10_000_000;
const RELUCTANT = 10_000;

/** The mathematical programming library HiGHS, in WebAssembly. */
export function oracle(): Promise<Highs> {
  return loadHighs();
}

/**
 * The optimum that a plan has to reach, from the equations alone: a mixed integer program with two 0–1 variables for
 * every cell that may move, and one for every difference that may stay if not all can be closed.
 */
export function optimumOf(highs: Highs, equations: readonly Equation[], options: RepairOptions): Optimum {
  const strict = solve(highs, programOf(equations, options));
  const lenient = strict ?? solve(highs, programOf(equations, options, { leave: true }));
  if (lenient === null) throw new RangeError('HiGHS found no optimum');
  return lenient;
}

export interface ProgramOptions {
  /** Whether every difference may stay, at a price. */
  readonly leave?: boolean;
  /** Whether only the linear relaxation is wanted. */
  readonly relaxed?: boolean;
}

/** The program as text. */
export function programOf(
  equations: readonly Equation[],
  options: RepairOptions,
  { leave = false, relaxed = false }: ProgramOptions = {},
): string {
  const movable = movableCells(equations, options);
  const numbers = new Map([...movable.keys()].map((cell, number) => [cell, number]));
  const program: Program = { objective: [], rows: [], bounds: [], integers: [] };
  const declare = (name: string, cost: number, most = 1): void => {
    program.objective.push(`${cost} ${name}`);
    program.bounds.push(`${name} <= ${most}`);
    program.integers.push(name);
  };
  for (const [cell, figure] of movable) {
    const cost = options.isReluctant(figure) ? RELUCTANT + 1 : 1;
    const above = options.trueAmount?.(figure)?.minus(figure.shown).toNumber() ?? null;
    declare(`u${numbers.get(cell)}`, cost, above === null || above > 0 ? 1 : 0);
    declare(`d${numbers.get(cell)}`, cost, above === null || above < 0 ? 1 : 0);
  }
  equations.forEach((equation, e) => {
    if (equation.verdict === 'error') return;
    const wanted = -equation.gap.div(equation.total.quantum).toNumber();
    const terms = [...netTerms(equation)].flatMap(([cell, sign]) => {
      const number = numbers.get(cell);
      return number === undefined || sign === 0 ? [] : [`${signed(sign)} u${number} ${signed(-sign)} d${number}`];
    });
    if (wanted !== 0 && (leave || terms.length === 0)) {
      if (!leave) program.rows.push('0 impossible = 1');
      declare(`y${e}`, LEFT);
      terms.push(`${signed(wanted)} y${e}`);
    }
    if (terms.length > 0) program.rows.push(`${terms.join(' ')} = ${wanted}`);
  });
  if (program.rows.length === 0) program.rows.push('0 nothing = 0');
  return [
    'Minimize',
    ` cost: ${program.objective.join(' + ') || '0 nothing'}`,
    'Subject To',
    ...program.rows.map((row, i) => ` r${i}: ${row}`),
    'Bounds',
    ...program.bounds.map((bound) => ` ${bound}`),
    ...(relaxed ? [] : ['General', ` ${program.integers.join(' ')}`]),
    'End',
  ].join('\n');
}

const signed = (number: number): string => `${number < 0 ? '-' : '+'} ${Math.abs(number)}`;

function netTerms(equation: Equation): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { figure, sign } of termsOf(equation)) {
    const cell = formatCell(figure.cell);
    terms.set(cell, (terms.get(cell) ?? 0) + sign);
  }
  return terms;
}

function movableCells(equations: readonly Equation[], options: RepairOptions): Map<string, Figure> {
  const cells = new Map<string, Figure>();
  const held = new Set<string>();
  for (const equation of equations) {
    for (const { figure } of termsOf(equation)) {
      const cell = formatCell(figure.cell);
      cells.set(cell, figure);
      const isZero = figure.shown.isZero() && (options.trueAmount?.(figure)?.isZero() ?? true);
      const still = figure.blank || isZero || figure.formula || options.isLocked(figure);
      if (still || equation.verdict === 'error') held.add(cell);
    }
  }
  for (const cell of held) cells.delete(cell);
  return cells;
}

function solve(highs: Highs, program: string): Optimum | null {
  const { Status, ObjectiveValue } = highs.solve(program, { mip_rel_gap: 0, mip_abs_gap: 0.5, output_flag: false });
  if (Status !== 'Optimal') return null;
  const cost = Math.round(ObjectiveValue);
  return { left: Math.floor(cost / LEFT), reluctant: Math.floor((cost % LEFT) / RELUCTANT), cells: cost % RELUCTANT };
}
