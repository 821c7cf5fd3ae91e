import type { Highs, HighsSolution } from 'highs';
import type { Equation } from '../../src/check/equation';
import { planRepair, type RepairOptions } from '../../src/repair/plan';
import { costOf } from '../../src/repair/plan-cost';
import { settle, type Settling } from '../../src/repair/plan-settle';
import { linesOf, readSystem } from '../../src/repair/plan-system';
import type { Sliced } from '../../src/repair/problem';
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

/** What the planner does once the equations are read. */
function plannerSolving(equations: readonly Equation[]): () => Repaired {
  const system = readSystem(equations, OPTIONS);
  const { cells } = system;
  const lines = linesOf(system);
  const settling: Settling = {
    moves: (cell) => cells.holds[cell] === null,
    cost: (cell) => costOf(cells, cell),
    effort: EFFORT,
  };
  return () => {
    const { shifts, minimal } = finish(settle(system, lines, settling));
    return { cells: shifts.size, most: 1, note: minimal ? 'proved minimal' : 'not proved' };
  };
}

function finish<T>(slices: Sliced<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
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

/** From the equations to the changes, and the two solvers alone, on problems that are ready for them. */
export const METHODS = {
  planner: (equations) => Promise.resolve(() => planner(equations)),
  'planner, solving alone': (equations) => Promise.resolve(plannerSolving(equations)),
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
