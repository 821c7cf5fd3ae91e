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
    const from = tail[arc] ?? 0;
    const to = head[arc] ?? 0;
    if (from === to) continue;
    start[from] = (start[from] ?? 0) + 1;
    start[to] = (start[to] ?? 0) + 1;
  }
  for (let node = 0, sum = 0; node <= nodes; node += 1) {
    sum += start[node] ?? 0;
    start[node] = sum;
  }
  const list = new Int32Array(start[nodes] ?? 0);
  for (let arc = tail.length - 1; arc >= 0; arc -= 1) {
    const from = tail[arc] ?? 0;
    const to = head[arc] ?? 0;
    if (from === to) continue;
    const place = (start[from] ?? 0) - 1;
    start[from] = place;
    const other = (start[to] ?? 0) - 1;
    start[to] = other;
    list[place] = arc;
    list[other] = arc;
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
  const flow = tail.map((_, arc) => scramble(arc));
  const left = new Int32Array(nodes);
  for (const arc of branch) if (arc >= 0) flow[arc] = 0;
  for (let arc = 0; arc < tail.length; arc += 1) {
    const from = tail[arc] ?? 0;
    const to = head[arc] ?? 0;
    left[to] = (left[to] ?? 0) + (flow[arc] ?? 0);
    left[from] = (left[from] ?? 0) - (flow[arc] ?? 0);
  }
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const node = order[i] ?? 0;
    const arc = branch[node] ?? -1;
    if (arc < 0) continue;
    const rest = left[node] ?? 0;
    const inward = head[arc] === node;
    const other = (inward ? tail[arc] : head[arc]) ?? 0;
    flow[arc] = inward ? -rest : rest;
    left[other] = (left[other] ?? 0) + rest;
  }
  return flow;
}

const UNREACHED = -2;
const ROOT = -1;

/** The nodes in an order in which each is reached from an earlier one, and the arc that reaches it. */
function spanningForest(graph: Graph): { order: Int32Array; branch: Int32Array } {
  const { nodes, tail, head } = graph;
  const { start, arc: arcs } = incidenceOf(graph);
  const order = new Int32Array(nodes);
  const branch = new Int32Array(nodes).fill(UNREACHED);
  let reached = 0;
  for (let root = nodes - 1; root >= 0; root -= 1) {
    if (branch[root] !== UNREACHED) continue;
    branch[root] = ROOT;
    let next = reached;
    order[reached] = root;
    reached += 1;
    for (; next < reached; next += 1) {
      const node = order[next] ?? 0;
      for (let i = start[node] ?? 0; i < (start[node + 1] ?? 0); i += 1) {
        const arc = arcs[i] ?? 0;
        const other = (tail[arc] === node ? head[arc] : tail[arc]) ?? 0;
        if (branch[other] !== UNREACHED) continue;
        branch[other] = arc;
        order[reached] = other;
        reached += 1;
      }
    }
  }
  return { order, branch };
}
