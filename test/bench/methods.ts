import type { Highs, HighsSolution } from 'highs';
import type { Equation } from '../../src/check/equation';
import { cheapestFlow } from '../../src/repair/flow';
import { networkOf } from '../../src/repair/network';
import { planRepair, type RepairOptions } from '../../src/repair/plan';
import { costOf } from '../../src/repair/plan-cost';
import { pose } from '../../src/repair/plan-pose';
import { settle } from '../../src/repair/plan-settle';
import { isCopy, linesOf, readSystem } from '../../src/repair/plan-system';
import { finish } from '../../src/repair/problem';
import { reduce } from '../../src/repair/reduce';
import { random } from '../support/books';
import { oracle, programOf } from '../repair/oracle';
import { scapegoats } from './scapegoat';

/** What one way of repairing a book changes. */
export interface Repaired {
  readonly cells: number;
  /** The greatest change of a cell, in units of the last digit. */
  readonly most: number;
  readonly note: string;
}

/** Makes ready what is not measured; what it gives repairs the book once. */
export type Method = (equations: readonly Equation[]) => Promise<() => Repaired>;

const OPTIONS: RepairOptions = { isLocked: () => false, isReluctant: () => false };

const EFFORT = 1_000_000;

function planner(equations: readonly Equation[]): Repaired {
  const { changes, minimal } = planRepair(equations, OPTIONS);
  return { cells: changes.length, most: 1, note: minimal ? 'proved minimal' : 'not proved' };
}

/** The equations as the planner reads them, and what may move at which cost. */
function read(equations: readonly Equation[]) {
  const system = finish(readSystem(equations, OPTIONS));
  const { cells } = system;
  const moves = (cell: number): boolean => cells.holds[cell] === null;
  const cost = (cell: number): number => costOf(cells, cell);
  return { system, lines: linesOf(system), moves, cost };
}

/** What the planner does once the equations are read. */
function plannerSolving(equations: readonly Equation[]): () => Repaired {
  const { system, lines, moves, cost } = read(equations);
  return () => {
    const { shifts, minimal } = finish(settle(system, lines, { moves, cost, effort: EFFORT }));
    return { cells: shifts.size, most: 1, note: minimal ? 'proved minimal' : 'not proved' };
  };
}

/** What the planner does once it has found the network. */
function plannerFlow(equations: readonly Equation[]): () => Repaired {
  const { system, lines, moves, cost } = read(equations);
  const posed = finish(pose(system, lines, { moves, cost, leave: null }));
  const reduction = finish(reduce(posed.problem, (row) => isCopy(system, posed.lines[row] ?? -1)));
  const network = reduction === null ? null : finish(networkOf(reduction.problem));
  if (reduction === null || network === null) throw new RangeError('the book is no network');
  return () => {
    const flow = finish(cheapestFlow(reduction.problem, network));
    const moved = flow === null ? [] : reduction.restore(flow.values).filter((shift) => shift !== 0);
    return { cells: moved.length, most: 1, note: flow === null ? 'no flow' : 'cheapest flow' };
  };
}

function program(equations: readonly Equation[]): string {
  return programOf(equations, OPTIONS, { relaxed: true });
}

function linear(highs: Highs, text: string): Repaired {
  const { Status, Columns }: HighsSolution = highs.solve(text, { output_flag: false });
  const moved = Object.values(Columns).filter((column) => Math.round(column.Primal) !== 0);
  return { cells: moved.length, most: 1, note: Status };
}

function office(equations: readonly Equation[]): Repaired {
  const { changes } = scapegoats(equations, OPTIONS, random(1));
  return { cells: changes.size, most: Math.max(...[...changes.values()].map(Math.abs)), note: 'not minimal' };
}

/**
 * From the equations to the changes; the solvers alone, on problems that are ready for them; and the flow alone, on the
 * network that is ready for it.
 */
export const METHODS = {
  planner: (equations) => Promise.resolve(() => planner(equations)),
  'planner, solving alone': (equations) => Promise.resolve(plannerSolving(equations)),
  'planner, flow alone': (equations) => Promise.resolve(plannerFlow(equations)),
  'HiGHS LP': async (equations) => {
    const highs = await oracle();
    return () => linear(highs, program(equations));
  },
  'HiGHS LP, solving alone': async (equations) => {
    const highs = await oracle();
    const text = program(equations);
    return () => linear(highs, text);
  },
  scapegoat: (equations) => Promise.resolve(() => office(equations)),
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof METHODS;
