import type { Outcome, Problem, Sliced } from './problem';
import { confine, fractionOf, makeTableau, objectiveOf, pivot, type Column, type Tableau } from './tableau';

/** Coefficients touched between two yields: about two milliseconds. */
const TOUCHES_PER_SLICE = 20_000;

interface Search {
  readonly tableau: Tableau;
  values: Int32Array | null;
  cost: number;
  /** Coefficients that may still be touched. */
  effort: number;
  untilYield: number;
}

/**
 * The cheapest solution of any rows, network or not: branch and bound over the linear relaxation, whose dual simplex
 * tableau stays valid under every change of the unknowns' ranges. Exact, as costs are integers; `optimal` is false
 * where the effort (in coefficients touched) ran out before the proof was complete.
 */
export function* cheapestBySearch(problem: Problem, effort: number): Sliced<Outcome> {
  const search = begin(makeTableau(problem), effort);
  yield* explore(search);
  const complete = search.effort > 0;
  if (search.values !== null) return { kind: 'solved', values: search.values, optimal: complete };
  return { kind: complete ? 'infeasible' : 'exhausted' };
}

const begin = (tableau: Tableau, effort: number): Search => ({
  tableau,
  values: null,
  cost: Infinity,
  effort,
  untilYield: TOUCHES_PER_SLICE,
});

function* explore(search: Search): Sliced<void> {
  const { tableau } = search;
  if (!(yield* relax(search))) return;
  const cost = objectiveOf(tableau);
  if (cost > search.cost - 0.5) return;
  const column = mostFractional(tableau.columns);
  if (column === null) {
    search.values = Int32Array.from(tableau.columns, ({ value }) => Math.round(value));
    search.cost = cost;
    return;
  }
  const { low, high, value } = column;
  const below: readonly [number, number] = [low, Math.floor(value)];
  const above: readonly [number, number] = [Math.ceil(value), high];
  for (const [from, to] of value - Math.floor(value) < 0.5 ? [below, above] : [above, below]) {
    confine(tableau, column, from, to);
    yield* explore(search);
    if (search.effort <= 0) return;
  }
  confine(tableau, column, low, high);
}

/** Solves the linear relaxation; false where it has no solution or the effort is spent. */
function* relax(search: Search): Sliced<boolean> {
  for (;;) {
    const touched = pivot(search.tableau);
    if (touched === 'infeasible') return false;
    if (touched === 'optimal') return true;
    search.effort -= touched;
    search.untilYield -= touched;
    if (search.effort <= 0) return false;
    if (search.untilYield > 0) continue;
    search.untilYield = TOUCHES_PER_SLICE;
    yield;
  }
}

function mostFractional(columns: readonly Column[]): Column | null {
  let best: Column | null = null;
  for (const column of columns) {
    const fraction = fractionOf(column);
    if (fraction > (best === null ? 0 : fractionOf(best))) best = column;
  }
  return best;
}

/**
 * Which of the held unknowns stand in a contradiction between the rows; null where there is none, undefined where the
 * effort ran out before that was known.
 */
export type Contradiction = (held: ReadonlySet<number>, effort: number) => Sliced<number[] | null | undefined>;

/**
 * Asks again and again what happens if some unknowns are held at 0. An infeasible line of the tableau is a
 * contradiction: it cannot hold whatever its other unknowns do. Each answer starts from the tableau of the last one.
 */
export function contradictionsOf(problem: Problem): Contradiction {
  const tableau = makeTableau(problem);
  return function* (held, effort) {
    for (const column of tableau.columns) {
      const free = !held.has(column.unknown);
      const [low, high] = free ? [problem.low[column.unknown] ?? 0, problem.high[column.unknown] ?? 0] : [0, 0];
      if (column.low !== low || column.high !== high) confine(tableau, column, low, high);
    }
    const search = begin(tableau, effort);
    if (yield* relax(search)) return null;
    if (search.effort <= 0) return undefined;
    const columns = tableau.queue.at(-1)?.coefficients.keys() ?? [];
    return [...columns].map(({ unknown }) => unknown).filter((unknown) => held.has(unknown));
  };
}
