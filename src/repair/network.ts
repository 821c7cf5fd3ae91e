import { randomFlow, type Graph } from './network-graph';
import { begin, graphOf, put, rehang, type Making } from './network-making';
import { crowding, redundantSums, release, usesOf } from './network-sums';
import type { Problem, Sliced } from './problem';

/** A network whose arcs are the unknowns: an unknown's value flows from its tail to its head. */
export interface Network extends Graph {
  /** What must flow into each node beyond what flows out of it. */
  readonly demand: Int32Array;
}

/**
 * Finds a network whose flows are the solutions of the rows. Of rows that follow from one another, as the sums of a
 * table across and down do, the right ones must be left out, for an arc has two ends only. Rows are therefore put in
 * by how much they crowd their unknowns, and those that follow from the ones already in are dropped before the next;
 * last come rows whose unknowns have no end free, for which parts of the graph that only the ground connects are hung
 * elsewhere. It is the incremental realisation of a graphic matroid with 1-sums for its only moves (H. Whitney,
 * 2-Isomorphic Graphs, 1933): it may miss a network, and then gives null, but it never invents one.
 */
export function* networkOf(problem: Problem): Sliced<Network | null> {
  const making = begin(problem);
  const uses = usesOf(problem);
  const redundant = redundantSums(problem, uses);
  yield;
  let open: number[] = [];
  for (let row = 0; row < problem.rows; row += 1) if (redundant[row] === 0) open.push(row);
  let stuck: number[] = [];
  while (open.length > 0) {
    const crowds = open.map((row) => crowding(problem, row, uses));
    const least = Math.max(1, crowds.reduce((a, b) => Math.min(a, b), Infinity));
    const later: number[] = [];
    open.forEach((row, i) => {
      if ((crowds[i] ?? 0) > least) later.push(row);
      else if (!put(making, row)) stuck.push(row);
    });
    yield;
    const independent = independentOf(making, [...stuck, ...later]);
    for (const row of [...stuck, ...later]) if (!independent.has(row)) release(problem, row, uses);
    stuck = stuck.filter((row) => independent.has(row));
    open = later.filter((row) => independent.has(row));
    yield;
  }
  const left = stuck.filter((row) => !rehang(making, row));
  return independentOf(making, left).size === 0 ? graphOf(making) : null;
}

/** The rows that do not follow from those put in: they fail in a random flow. */
function independentOf(making: Making, rows: readonly number[]): ReadonlySet<number> {
  if (rows.length === 0) return new Set();
  const flow = randomFlow(graphOf(making));
  const { start, unknown, coefficient } = making.problem;
  return new Set(
    rows.filter((row) => {
      let sum = 0;
      for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
        sum = (sum + (coefficient[i] ?? 0) * (flow[unknown[i] ?? 0] ?? 0)) | 0;
      }
      return sum !== 0;
    }),
  );
}
