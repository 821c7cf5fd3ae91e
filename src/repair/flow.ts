import type { Network } from './network';
import { incidenceOf } from './network-graph';
import { at, cheapest, costAt, type Problem, type Sliced } from './problem';
import { makeQueue } from './queue';

/** A flow that meets every demand, and the potentials of the nodes that prove it the cheapest. */
export interface Flow {
  readonly values: Int32Array;
  readonly potential: Float64Array;
}

/** Arcs looked at between two yields: about two milliseconds. */
const ARCS_PER_SLICE = 40_000;

/**
 * The cheapest flow of a network whose arcs cost convexly: every arc starts at its own cheapest value, then each
 * surplus goes along the cheapest path to the nearest lack (successive shortest paths with potentials, Dijkstra).
 * Null where the demands cannot be met. Source: Ahuja, Magnanti and Orlin, Network Flows, 1993, §9.7 and §14.5.
 */
export function* cheapestFlow(problem: Problem, network: Network): Sliced<Flow | null> {
  const { nodes, tail, head, demand } = network;
  const values = Int32Array.from({ length: problem.size }, (_, arc) => cheapest(problem, arc));
  const surplus = demand.map((wanted) => -wanted);
  for (let arc = 0; arc < problem.size; arc += 1) {
    surplus[at(head, arc)] = at(surplus, at(head, arc)) + at(values, arc);
    surplus[at(tail, arc)] = at(surplus, at(tail, arc)) - at(values, arc);
  }
  const flow: Flow = { values, potential: new Float64Array(nodes) };
  const send = makeSender(problem, network, flow, surplus);
  let arcs = 0;
  for (let source = 0; source < nodes; source += 1) {
    while (at(surplus, source) > 0) {
      const seen = send(source);
      if (seen === 0) return null;
      arcs += seen;
      if (arcs < ARCS_PER_SLICE) continue;
      arcs = 0;
      yield;
    }
  }
  return surplus.every((left) => left === 0) ? flow : null;
}

/** A function that sends one unit from a node to the nearest lack; it gives the arcs it saw, 0 if there is no way. */
function makeSender(problem: Problem, network: Network, { values, potential }: Flow, surplus: Int32Array) {
  const { nodes, tail, head } = network;
  const { start, arc: arcs } = incidenceOf(network);
  const queue = makeQueue();
  const reached = new Int32Array(nodes);
  const settled = new Int32Array(nodes);
  const distance = new Float64Array(nodes);
  const via = new Int32Array(nodes);
  let search = 0;

  const push = (source: number, sink: number): void => {
    surplus[source] = at(surplus, source) - 1;
    surplus[sink] = at(surplus, sink) + 1;
    for (let node = sink; node !== source; ) {
      const arc = at(via, node);
      const forward = at(head, arc) === node;
      values[arc] = at(values, arc) + (forward ? 1 : -1);
      node = forward ? at(tail, arc) : at(head, arc);
    }
  };

  return (source: number): number => {
    const order: number[] = [];
    let seen = 0;
    search += 1;
    queue.clear();
    queue.push(0, source);
    reached[source] = search;
    distance[source] = 0;
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      if (at(settled, node) === search) continue;
      settled[node] = search;
      const here = distance[node] ?? 0;
      if (at(surplus, node) < 0) {
        for (const passed of order) potential[passed] = (potential[passed] ?? 0) + (distance[passed] ?? 0) - here;
        push(source, node);
        return seen + 1;
      }
      order.push(node);
      const level = here + (potential[node] ?? 0);
      for (let i = at(start, node); i < at(start, node + 1); i += 1) {
        seen += 1;
        const arc = at(arcs, i);
        const step = at(tail, arc) === node ? 1 : -1;
        const other = step > 0 ? at(head, arc) : at(tail, arc);
        const value = at(values, arc) + step;
        if (at(settled, other) === search || value > at(problem.high, arc) || value < at(problem.low, arc)) continue;
        const cost = costAt(problem, arc, value) - costAt(problem, arc, value - step);
        const length = level + cost - (potential[other] ?? 0);
        if (at(reached, other) === search && (distance[other] ?? 0) <= length) continue;
        reached[other] = search;
        distance[other] = length;
        via[other] = arc;
        queue.push(length, other);
      }
    }
    return 0;
  };
}

/**
 * Whether the potentials prove a flow cheapest, with costs counted in whole `unit`s: no arc could be changed at a
 * reduced cost below 0 (complementary slackness of linear programming). Exact, for all numbers are integers.
 */
export function isProvedCheapest(problem: Problem, { tail, head }: Network, flow: Flow, unit: number): boolean {
  const level = (node: number): number => Math.round((flow.potential[node] ?? 0) / unit);
  const grade = (arc: number, value: number): number => Math.floor(costAt(problem, arc, value) / unit);
  return flow.values.every((value, arc) => {
    if (at(tail, arc) === at(head, arc)) return true;
    const fall = level(at(tail, arc)) - level(at(head, arc));
    return (
      (value >= at(problem.high, arc) || grade(arc, value + 1) - grade(arc, value) + fall >= 0) &&
      (value <= at(problem.low, arc) || grade(arc, value - 1) - grade(arc, value) - fall >= 0)
    );
  });
}
