import { cheapestFlow, isProvedCheapest } from './flow';
import { networkOf } from './network';
import { addTerm, cheapestValues, emptyDraft, endRow, problemOf, violated } from './problem';
import type { Outcome, Problem, Sliced } from './problem';
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
  const reduction = yield* reduce(problem, isCopy);
  yield;
  if (reduction === null) return { kind: 'infeasible' };
  const outcome = yield* solveReduced(reduction.problem, effort, units);
  return outcome.kind === 'solved' ? { ...outcome, values: reduction.restore(outcome.values) } : outcome;
}

function* solveReduced(problem: Problem, effort: number, units: readonly number[]): Sliced<Outcome> {
  const network = yield* networkOf(problem);
  yield;
  if (network !== null) {
    const flow = yield* cheapestFlow(problem, network);
    yield;
    if (flow === null || violated(problem, flow.values).length > 0) return { kind: 'infeasible' };
    const optimal = units.every((unit) => isProvedCheapest(problem, network, flow, unit));
    return { kind: 'solved', values: flow.values, optimal };
  }
  const parts = split(problem);
  if (parts.length === 1) return yield* cheapestBySearch(problem, effort);
  const values = cheapestValues(problem);
  let optimal = true;
  for (const part of parts) {
    const outcome = yield* solveReduced(part.problem, effort, units);
    if (outcome.kind !== 'solved') return outcome;
    optimal &&= outcome.optimal;
    for (const [own, unknown] of part.unknowns.entries()) values[unknown] = outcome.values[own] ?? 0;
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
  const { size, rows, start, unknown } = problem;
  const leader = Array.from({ length: size }, (_, own) => own);
  const find = (own: number): number => {
    let last = own;
    while (leader[last] !== last) {
      leader[last] = leader[leader[last] ?? 0] ?? 0;
      last = leader[last] ?? 0;
    }
    return last;
  };
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const first = find(unknown[start[row] ?? 0] ?? 0);
    for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) leader[find(unknown[i] ?? 0)] = first;
  }
  for (let row = 0; row < rows; row += 1) {
    const part = find(unknown[start[row] ?? 0] ?? 0);
    const own = rowsOf.get(part);
    if (own === undefined) rowsOf.set(part, [row]);
    else own.push(row);
  }
  return [...rowsOf.values()].map((own) => partOf(problem, own));
}

function partOf(problem: Problem, rows: readonly number[]): ProblemPart {
  const { start, unknown, coefficient, right, total } = problem;
  const numbers = new Map<number, number>();
  const numberOf = (of: number): number => {
    const number = numbers.get(of) ?? numbers.size;
    numbers.set(of, number);
    return number;
  };
  const terms = rows.reduce((sum, row) => sum + (start[row + 1] ?? 0) - (start[row] ?? 0), 0);
  const draft = emptyDraft(rows.length, terms);
  for (const row of rows) {
    for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
      addTerm(draft, numberOf(unknown[i] ?? 0), coefficient[i] ?? 0);
    }
    endRow(draft, right[row] ?? 0, numbers.get(total[row] ?? -1));
  }
  const unknowns = [...numbers.keys()];
  const low = Int32Array.from(unknowns, (own) => problem.low[own] ?? 0);
  const high = Int32Array.from(unknowns, (own) => problem.high[own] ?? 0);
  const cost = Float64Array.from(unknowns.flatMap((own) => [...problem.cost.subarray(3 * own, 3 * own + 3)]));
  return { problem: problemOf({ low, high, cost }, draft), unknowns, rows };
}
