import { graphOf, insert, loop, type Arc, type Graph, type Node } from './network-graph';
import type { Problem, Row } from './problem';
import { scramble } from './scramble';

export interface Network extends Graph {
  /** Whether the network says all that the rows say; otherwise it is a relaxation of them. */
  readonly complete: boolean;
}

/**
 * Finds a network whose flows are the solutions of the rows: a directed graph with the unknowns for arcs. Of rows that
 * follow from one another, as the sums of a table across and down do, it has to leave out the right ones, for an arc
 * has two ends only. Rows are therefore put in by how much they would crowd their unknowns, and rows that follow from
 * those already in are dropped before the next, until only rows are left that find no free ends; for these, parts of
 * the graph that only a ground connects are hung elsewhere. It is the incremental realisation of a graphic matroid
 * with 1-sums for its only moves (Whitney, 2-Isomorphic Graphs, 1933), so it may miss a network, but never invents one.
 */
export function networkOf({ unknowns, rows }: Problem): Network {
  const edges = unknowns.map(loop);
  const uses = new Uint32Array(unknowns.length);
  const count = (row: Row, by: number): void => {
    for (const { unknown } of row.terms) uses[unknown.index] = (uses[unknown.index] ?? 0) + by;
  };
  const crowding = (row: Row): number =>
    row.terms.reduce((sum, { unknown }) => sum + Math.max(0, (uses[unknown.index] ?? 0) - 2), 0);
  for (const row of rows) count(row, 1);
  let stuck: Row[] = [];
  for (let open = rows; open.length > 0; ) {
    const crowds = open.map(crowding);
    const least = Math.max(1, crowds.reduce((a, b) => Math.min(a, b), Infinity));
    const later: Row[] = [];
    open.forEach((row, i) => {
      if ((crowds[i] ?? 0) > least) later.push(row);
      else if (!insert(row, edges, 'grounds')) stuck.push(row);
    });
    const independent = independentOf(graphOf(edges), unknowns.length, [...stuck, ...later]);
    for (const row of [...stuck, ...later]) if (!independent.has(row)) count(row, -1);
    stuck = stuck.filter((row) => independent.has(row));
    open = later.filter((row) => independent.has(row));
  }
  const left = stuck.filter((row) => !insert(row, edges, 'anywhere'));
  const graph = graphOf(edges);
  return { ...graph, complete: independentOf(graph, unknowns.length, left).size === 0 };
}

/** The rows that do not follow from the graph, tested on a random flow: wrong in one case of 2³². */
function independentOf(graph: Graph, size: number, rows: readonly Row[]): ReadonlySet<Row> {
  if (rows.length === 0) return new Set();
  const flow = randomFlow(graph, size);
  return new Set(
    rows.filter(({ terms }) => {
      let sum = 0;
      for (const { unknown, coefficient } of terms) sum += coefficient * (flow[unknown.index] ?? 0);
      return sum % MODULUS !== 0;
    }),
  );
}

const MODULUS = 2 ** 32;

/** A flow that meets no demand, random but for that, modulo 2³². */
function randomFlow({ nodes, arcs }: Graph, size: number): Int32Array {
  const flow = Int32Array.from({ length: size }, (_, index) => scramble(index));
  const surplus = new Map<Node, number>();
  const bring = (node: Node, amount: number): void => {
    surplus.set(node, ((surplus.get(node) ?? 0) + amount) | 0);
  };
  const branches = spanningForest(nodes);
  const trunk = new Set(branches.map(({ arc }) => arc));
  for (const arc of arcs) {
    if (trunk.has(arc)) continue;
    bring(arc.head, flow[arc.unknown.index] ?? 0);
    bring(arc.tail, -(flow[arc.unknown.index] ?? 0));
  }
  for (const { node, arc } of branches.reverse()) {
    const missing = -(surplus.get(node) ?? 0);
    flow[arc.unknown.index] = arc.head === node ? missing : -missing;
    bring(arc.head === node ? arc.tail : arc.head, -missing);
  }
  return flow;
}

/** The arcs over which a search first reaches each node, parents before children. */
function spanningForest(nodes: readonly Node[]): { node: Node; arc: Arc }[] {
  const reached = new Set<Node>();
  const branches: { node: Node; arc: Arc }[] = [];
  for (const root of nodes) {
    if (reached.has(root)) continue;
    reached.add(root);
    const pending = [root];
    for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
      for (const arc of from.arcs) {
        const node = arc.tail === from ? arc.head : arc.tail;
        if (reached.has(node)) continue;
        reached.add(node);
        branches.push({ node, arc });
        pending.push(node);
      }
    }
  }
  return branches;
}
