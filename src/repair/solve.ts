import { cheapestFlow, isProvedCheapest } from './flow';
import { networkOf } from './network';
import { addTerm, at, cheapest, emptyRows, endRow, problemOf, satisfies, type Outcome, type Problem, type Sliced } from './problem';
import { reduce } from './reduce';
import { cheapestBySearch } from './search';

export interface Solving {
  /** Which rows only say that one value repeats another. */
  readonly isCopy: (row: number) => boolean;
  /** Elementary steps that an exact search may take. */
  readonly effort: number;
  /** The cost units down to which a network flow's optimality is proved by its potentials. */
  readonly units: readonly number[];
}

/** Solves a problem exactly: what is a network as a flow, the rest by search. */
export function* solve(problem: Problem, { isCopy, effort, units }: Solving): Sliced<Outcome> {
  const reduction = reduce(problem, isCopy);
  yield;
  if (reduction === null) return { kind: 'infeasible' };
  const outcome = yield* solveReduced(reduction.problem, effort, units);
  return outcome.kind === 'solved' ? { ...outcome, values: reduction.restore(outcome.values) } : outcome;
}

function* solveReduced(problem: Problem, effort: number, units: readonly number[]): Sliced<Outcome> {
  const network = networkOf(problem);
  yield;
  if (network !== null) {
    const flow = yield* cheapestFlow(problem, network);
    if (flow === null || !satisfies(problem, flow.values)) return { kind: 'infeasible' };
    const optimal = units.every((unit) => isProvedCheapest(problem, network, flow, unit));
    return { kind: 'solved', values: flow.values, optimal };
  }
  const parts = split(problem);
  if (parts.length === 1) return yield* cheapestBySearch(problem, effort);
  const values = Int32Array.from({ length: problem.size }, (_, unknown) => cheapest(problem, unknown));
  let optimal = true;
  for (const part of parts) {
    const outcome = yield* solveReduced(part.problem, effort, units);
    if (outcome.kind !== 'solved') return outcome;
    optimal &&= outcome.optimal;
    for (const [own, unknown] of part.unknowns.entries()) values[unknown] = at(outcome.values, own);
  }
  return { kind: 'solved', values, optimal };
}

/** A part of a problem that shares no unknown with the rest. */
export interface ProblemPart {
  readonly problem: Problem;
  /** The number in the whole problem of each of its unknowns, and of each of its rows. */
  readonly unknowns: readonly number[];
  readonly rows: readonly number[];
}

/** The parts of a problem that hang together; unknowns that no row binds are in none. */
export function split(problem: Problem): ProblemPart[] {
  const { start, unknown, coefficient, right } = problem;
  const leader = Int32Array.from({ length: problem.size }, (_, i) => i);
  const find = (i: number): number => {
    let last = i;
    while (at(leader, last) !== last) last = leader[last] = at(leader, at(leader, last));
    return last;
  };
  for (let row = 0; row < problem.rows; row += 1) {
    const first = find(at(unknown, at(start, row)));
    for (let i = at(start, row) + 1; i < at(start, row + 1); i += 1) leader[find(at(unknown, i))] = first;
  }
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < problem.rows; row += 1) {
    const part = find(at(unknown, at(start, row)));
    const rows = rowsOf.get(part);
    if (rows === undefined) rowsOf.set(part, [row]);
    else rows.push(row);
  }
  return [...rowsOf.values()].map((rows) => {
    const own = new Map<number, number>();
    const list = emptyRows();
    for (const row of rows) {
      for (let i = at(start, row); i < at(start, row + 1); i += 1) {
        const of = at(unknown, i);
        const number = own.get(of) ?? own.size;
        own.set(of, number);
        addTerm(list, number, at(coefficient, i));
      }
      endRow(list, at(right, row));
    }
    const unknowns = [...own.keys()];
    const low = Int32Array.from(unknowns, (i) => at(problem.low, i));
    const high = Int32Array.from(unknowns, (i) => at(problem.high, i));
    const cost = Float64Array.from({ length: 3 * own.size }, (_, i) => problem.cost[3 * (unknowns[Math.floor(i / 3)] ?? 0) + (i % 3)] ?? 0);
    return { problem: problemOf({ low, high, cost }, list), unknowns, rows };
  });
}
