import type { Network } from './network';
import type { Node } from './network-graph';
import { cheapest, costOf, type Problem, type Sliced, type Unknown } from './problem';
import { makeQueue } from './queue';

/** A flow that meets every demand at the least cost, and the potentials that prove it. */
export interface Flow {
  readonly pipes: readonly Pipe[];
  readonly values: Int8Array;
}

/** An arc with what flows through it. */
export interface Pipe {
  readonly unknown: Unknown;
  readonly tail: Junction;
  readonly head: Junction;
  value: number;
}

/** A node with what the search knows of it. */
export interface Junction {
  readonly pipes: Pipe[];
  /** What flows in beyond what flows out and what is demanded. */
  surplus: number;
  potential: number;
  /** The search that last came here; what follows is of that search. */
  search: number;
  settled: boolean;
  distance: number;
  via: Pipe | null;
}

/** Steps of a search between two yields: about two milliseconds. */
const STEPS_PER_SLICE = 40_000;

/**
 * The cheapest flow of a network whose arcs cost convexly: every arc starts at its own cheapest value, then each
 * surplus goes along the cheapest path to the nearest lack (successive shortest paths with potentials, Dijkstra).
 * Null where the demands cannot be met. Source: Ahuja, Magnanti and Orlin, Network Flows, 1993, §9.7 and §14.5.
 */
export function* cheapestFlow({ unknowns }: Problem, network: Network): Sliced<Flow | null> {
  const junctions = new Map(network.nodes.map((node) => [node, makeJunction(node)]));
  const at = (node: Node): Junction => {
    const junction = junctions.get(node);
    if (junction === undefined) throw new RangeError('an arc ends at a node that is not in the network');
    return junction;
  };
  const pipes = network.arcs.map(({ unknown, tail, head }): Pipe => {
    const pipe = { unknown, tail: at(tail), head: at(head), value: cheapest(unknown) };
    pipe.tail.pipes.push(pipe);
    pipe.head.pipes.push(pipe);
    pipe.tail.surplus -= pipe.value;
    pipe.head.surplus += pipe.value;
    return pipe;
  });
  let steps = 0;
  let search = 0;
  for (const source of junctions.values()) {
    while (source.surplus > 0) {
      search += 1;
      const taken = send(source, search);
      if (taken === 0) return null;
      steps += taken;
      if (steps < STEPS_PER_SLICE) continue;
      steps = 0;
      yield;
    }
  }
  for (const { surplus } of junctions.values()) if (surplus !== 0) return null;
  const values = Int8Array.from(unknowns, cheapest);
  for (const { unknown, value } of pipes) values[unknown.index] = value;
  return { pipes, values };
}

const makeJunction = ({ demand }: Node): Junction => ({
  pipes: [],
  surplus: -demand,
  potential: 0,
  search: 0,
  settled: false,
  distance: 0,
  via: null,
});

/** Sends one unit from a surplus to the nearest lack; gives the number of steps that took, 0 where there is no way. */
function send(source: Junction, search: number): number {
  const queue = makeQueue<Junction>();
  const settled: Junction[] = [];
  let steps = 0;
  reach(source, search, 0, null);
  queue.push(0, source);
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (here.settled) continue;
    here.settled = true;
    if (here.surplus < 0) {
      for (const junction of settled) junction.potential += junction.distance - here.distance;
      push(source, here);
      return steps + 1;
    }
    settled.push(here);
    for (const pipe of here.pipes) {
      steps += 1;
      const step = pipe.tail === here ? 1 : -1;
      const there = step > 0 ? pipe.head : pipe.tail;
      if (there.search === search && there.settled) continue;
      const value = pipe.value + step;
      const { unknown } = pipe;
      if (value > unknown.high || value < unknown.low) continue;
      const cost = costOf(unknown, value) - costOf(unknown, pipe.value);
      const distance = here.distance + cost + here.potential - there.potential;
      if (there.search === search && there.distance <= distance) continue;
      reach(there, search, distance, pipe);
      queue.push(distance, there);
    }
  }
  return 0;
}

function reach(junction: Junction, search: number, distance: number, via: Pipe | null): void {
  junction.search = search;
  junction.settled = false;
  junction.distance = distance;
  junction.via = via;
}

function push(source: Junction, sink: Junction): void {
  source.surplus -= 1;
  sink.surplus += 1;
  for (let here = sink; here.via !== null; ) {
    const pipe: Pipe = here.via;
    const forward = pipe.head === here;
    pipe.value += forward ? 1 : -1;
    here = forward ? pipe.tail : pipe.head;
  }
}

/**
 * Whether the potentials prove a flow cheapest, with costs counted in whole `unit`s: no arc could be changed at a
 * reduced cost below 0 (complementary slackness of linear programming). Exact, for all numbers are integers.
 */
export function isProvedCheapest({ pipes }: Flow, unit: number): boolean {
  const grade = (cost: number): number => Math.floor(cost / unit);
  return pipes.every(({ unknown, tail, head, value }) => {
    const rise = Math.round(tail.potential / unit) - Math.round(head.potential / unit);
    const cost = grade(costOf(unknown, value));
    return (
      (value >= unknown.high || grade(costOf(unknown, value + 1)) - cost + rise >= 0) &&
      (value <= unknown.low || grade(costOf(unknown, value - 1)) - cost - rise >= 0)
    );
  });
}
