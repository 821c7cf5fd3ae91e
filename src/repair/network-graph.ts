import { at } from './problem';
import { scramble } from './scramble';

/** A directed graph with unknowns for arcs. An arc with both ends at one node goes nowhere: nothing binds it. */
export interface Graph {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
}

/** The arcs at each node: arc[i] for start[node] ≤ i < start[node + 1]. */
export interface Incidence {
  readonly start: Int32Array;
  readonly arc: Int32Array;
}

export function incidenceOf({ nodes, tail, head }: Graph): Incidence {
  const start = new Int32Array(nodes + 1);
  for (let arc = 0; arc < tail.length; arc += 1) {
    const [from, to] = [at(tail, arc), at(head, arc)];
    if (from === to) continue;
    start[from + 1] = at(start, from + 1) + 1;
    start[to + 1] = at(start, to + 1) + 1;
  }
  for (let node = 0; node < nodes; node += 1) start[node + 1] = at(start, node + 1) + at(start, node);
  const next = start.slice();
  const list = new Int32Array(at(start, nodes));
  const add = (node: number, arc: number): void => {
    const place = at(next, node);
    list[place] = arc;
    next[node] = place + 1;
  };
  for (let arc = 0; arc < tail.length; arc += 1) {
    const [from, to] = [at(tail, arc), at(head, arc)];
    if (from === to) continue;
    add(from, arc);
    add(to, arc);
  }
  return { start, arc: list };
}

/**
 * A flow that leaves nothing anywhere, random but for that, modulo 2³²: what follows from the graph holds in it, and
 * what does not fails in it, but for one case in 2³².
 */
export function randomFlow(graph: Graph): Int32Array {
  const { nodes, tail, head } = graph;
  const { order, branch } = spanningForest(graph);
  const flow = Int32Array.from({ length: tail.length }, (_, arc) => scramble(arc));
  const left = new Int32Array(nodes);
  for (const arc of branch) if (arc >= 0) flow[arc] = 0;
  for (let arc = 0; arc < tail.length; arc += 1) {
    left[at(head, arc)] = at(left, at(head, arc)) + at(flow, arc);
    left[at(tail, arc)] = at(left, at(tail, arc)) - at(flow, arc);
  }
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const node = at(order, i);
    const arc = at(branch, node);
    if (arc < 0) continue;
    const inward = at(head, arc) === node;
    const other = inward ? at(tail, arc) : at(head, arc);
    flow[arc] = inward ? -at(left, node) : at(left, node);
    left[other] = at(left, other) + at(left, node);
  }
  return flow;
}

/** The nodes in an order in which each is reached from an earlier one, and the arc that reaches it; −1 at a root. */
function spanningForest(graph: Graph): { order: Int32Array; branch: Int32Array } {
  const { nodes, tail, head } = graph;
  const { start, arc: arcs } = incidenceOf(graph);
  const order = new Int32Array(nodes);
  const branch = new Int32Array(nodes).fill(-2);
  let reached = 0;
  for (let root = nodes - 1; root >= 0; root -= 1) {
    if (at(branch, root) !== -2) continue;
    branch[root] = -1;
    let next = reached;
    order[reached] = root;
    reached += 1;
    for (; next < reached; next += 1) {
      const node = at(order, next);
      for (let i = at(start, node); i < at(start, node + 1); i += 1) {
        const arc = at(arcs, i);
        const other = at(tail, arc) === node ? at(head, arc) : at(tail, arc);
        if (at(branch, other) !== -2) continue;
        branch[other] = arc;
        order[reached] = other;
        reached += 1;
      }
    }
  }
  return { order, branch };
}
