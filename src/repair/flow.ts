import type { Network } from './network';
import { incidenceOf } from './network-graph';
import { cheapestValues, type Problem, type Sliced } from './problem';
import { Queue } from './queue';

/** A flow that meets every demand, and the potentials of the nodes that prove it the cheapest. */
export interface Flow {
  readonly values: Int32Array;
  readonly potential: Float64Array;
}

/** Arcs looked at between two yields: about a millisecond, ten or twenty while the code is not compiled yet. */
const ARCS_PER_SLICE = 10_000;

/** Searches may see each arc so often before it pays to look again where the nearest lacks are. */
const GUIDE_AFTER = 8;

/**
 * The cheapest flow of a network whose arcs cost convexly: every arc starts at its own cheapest value, then each
 * surplus goes along the cheapest path to the nearest lack (successive shortest paths with potentials, Dijkstra).
 * Null where the demands cannot be met. Source: Ahuja, Magnanti and Orlin, Network Flows, 1993, §9.7 and §14.5.
 */
export function* cheapestFlow(problem: Problem, network: Network): Sliced<Flow | null> {
  const { nodes, tail, head, demand } = network;
  const values = cheapestValues(problem);
  const surplus = demand.map((wanted) => -wanted);
  for (let arc = 0; arc < problem.size; arc += 1) {
    const from = tail[arc] ?? 0;
    const to = head[arc] ?? 0;
    const value = values[arc] ?? 0;
    surplus[to] = (surplus[to] ?? 0) + value;
    surplus[from] = (surplus[from] ?? 0) - value;
  }
  const flow: Flow = { values, potential: new Float64Array(nodes) };
  const router = new Router(problem, network, flow, surplus);
  yield;
  let sinceSlice = router.guide();
  let sinceGuide = 0;
  for (let source = 0; source < nodes; source += 1) {
    while ((surplus[source] ?? 0) > 0) {
      const seen = router.send(source);
      if (seen === 0) return null;
      sinceSlice += seen;
      sinceGuide += seen;
      if (sinceGuide > GUIDE_AFTER * problem.size) {
        sinceSlice += router.guide();
        sinceGuide = 0;
      }
      if (sinceSlice < ARCS_PER_SLICE) continue;
      sinceSlice = 0;
      yield;
    }
  }
  return surplus.every((left) => left === 0) ? flow : null;
}

/** Searches the cheapest paths for a flow, and changes it along them. */
class Router {
  private readonly prices: Float64Array;
  private readonly steps: Steps;
  private readonly queue = new Queue();
  private readonly reached: Int32Array;
  private readonly settled: Int32Array;
  private readonly distance: Float64Array;
  private readonly via: Int32Array;
  private readonly passed: Int32Array;
  /** The number of the search: what an earlier one reached or settled is not reached or settled yet. */
  private search = 0;

  constructor(
    private readonly problem: Problem,
    private readonly network: Network,
    private readonly flow: Flow,
    private readonly surplus: Int32Array,
  ) {
    const { nodes } = network;
    this.prices = pricesOf(problem, flow.values);
    this.steps = stepsOf(network);
    this.reached = new Int32Array(nodes);
    this.settled = new Int32Array(nodes);
    this.distance = new Float64Array(nodes);
    this.via = new Int32Array(nodes);
    this.passed = new Int32Array(nodes);
  }

  /**
   * Sets the potentials by the distance to the nearest lack, so that searches go straight there; nodes farther off than
   * every surplus are all set as if they were as far. Gives the arcs it saw.
   */
  guide(): number {
    const { network: { nodes }, flow: { potential }, surplus, prices, queue, settled } = this;
    const { start, step, toward } = this.steps;
    const search = this.begin();
    const away = new Float64Array(nodes).fill(Infinity);
    let seen = 0;
    let farthest = 0;
    let wanting = 0;
    for (let node = 0; node < nodes; node += 1) {
      const rest = surplus[node] ?? 0;
      if (rest > 0) wanting += 1;
      if (rest >= 0) continue;
      away[node] = 0;
      queue.push(0, node);
    }
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      if (settled[node] === search) continue;
      settled[node] = search;
      farthest = away[node] ?? 0;
      if ((surplus[node] ?? 0) > 0) wanting -= 1;
      if (wanting === 0) break;
      const level = farthest - (potential[node] ?? 0);
      const end = start[node + 1] ?? 0;
      for (let i = start[node] ?? 0; i < end; i += 1) {
        seen += 1;
        const other = toward[i] ?? 0;
        const length = level + (prices[(step[i] ?? 0) ^ 1] ?? 0) + (potential[other] ?? 0);
        if (length >= (away[other] ?? 0)) continue;
        away[other] = length;
        queue.push(length, other);
      }
    }
    for (let node = 0; node < nodes; node += 1) {
      potential[node] = (potential[node] ?? 0) - Math.min(farthest, away[node] ?? 0);
    }
    return seen;
  }

  /** Sends one unit from a node to the nearest lack; gives the arcs it saw, 0 if there is no way. */
  send(source: number): number {
    const { flow: { potential }, surplus, prices, queue, reached, settled, distance, via, passed } = this;
    const { start, step, toward } = this.steps;
    const search = this.begin();
    let passing = 0;
    let seen = 0;
    let nearest = Infinity;
    queue.push(0, source);
    reached[source] = search;
    distance[source] = 0;
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      if (settled[node] === search) continue;
      settled[node] = search;
      const here = distance[node] ?? 0;
      if ((surplus[node] ?? 0) < 0) {
        for (let i = 0; i < passing; i += 1) {
          const nearer = passed[i] ?? 0;
          potential[nearer] = (potential[nearer] ?? 0) + (distance[nearer] ?? 0) - here;
        }
        this.push(source, node);
        return seen + 1;
      }
      passed[passing] = node;
      passing += 1;
      const level = here + (potential[node] ?? 0);
      const end = start[node + 1] ?? 0;
      for (let i = start[node] ?? 0; i < end; i += 1) {
        seen += 1;
        const other = toward[i] ?? 0;
        const length = level + (prices[step[i] ?? 0] ?? 0) - (potential[other] ?? 0);
        if (length >= nearest) continue;
        if (reached[other] === search && (distance[other] ?? 0) <= length) continue;
        reached[other] = search;
        distance[other] = length;
        via[other] = step[i] ?? 0;
        if ((surplus[other] ?? 0) < 0) nearest = length;
        queue.push(length, other);
      }
    }
    return 0;
  }

  private begin(): number {
    this.search += 1;
    this.queue.clear();
    return this.search;
  }

  /** Sends one unit along the path that was found. */
  private push(source: number, sink: number): void {
    const { problem, network: { tail, head }, flow: { values }, surplus, prices, via } = this;
    surplus[source] = (surplus[source] ?? 0) - 1;
    surplus[sink] = (surplus[sink] ?? 0) + 1;
    for (let node = sink; node !== source; ) {
      const taken = via[node] ?? 0;
      const arc = taken >> 1;
      const raises = (taken & 1) === 0;
      values[arc] = (values[arc] ?? 0) + (raises ? 1 : -1);
      setPrices(problem, values, prices, arc);
      node = (raises ? tail[arc] : head[arc]) ?? source;
    }
  }
}

/** What can be done at each node, and where it leads: step 2 · arc raises the arc's value by 1, the next lowers it. */
interface Steps {
  readonly start: Int32Array;
  readonly step: Int32Array;
  readonly toward: Int32Array;
}

function stepsOf(network: Network): Steps {
  const { start, arc: arcs } = incidenceOf(network);
  const step = new Int32Array(arcs.length);
  const toward = new Int32Array(arcs.length);
  for (let node = 0; node < network.nodes; node += 1) {
    for (let i = start[node] ?? 0; i < (start[node + 1] ?? 0); i += 1) {
      const arc = arcs[i] ?? 0;
      const raises = network.tail[arc] === node;
      step[i] = 2 * arc + (raises ? 0 : 1);
      toward[i] = (raises ? network.head[arc] : network.tail[arc]) ?? 0;
    }
  }
  return { start, step, toward };
}

/** What each step costs as the values stand; infinite where the arc's range ends. */
function pricesOf(problem: Problem, values: Int32Array): Float64Array {
  const prices = new Float64Array(2 * problem.size);
  for (let arc = 0; arc < problem.size; arc += 1) setPrices(problem, values, prices, arc);
  return prices;
}

function setPrices({ low, high, cost }: Problem, values: Int32Array, prices: Float64Array, arc: number): void {
  const value = values[arc] ?? 0;
  const place = 3 * arc + 1 + value;
  const own = cost[place] ?? 0;
  prices[2 * arc] = value < (high[arc] ?? 0) ? (cost[place + 1] ?? 0) - own : Infinity;
  prices[2 * arc + 1] = value > (low[arc] ?? 0) ? (cost[place - 1] ?? 0) - own : Infinity;
}

/**
 * Whether the potentials prove a flow cheapest, with costs counted in whole `unit`s: no arc could be changed at a
 * reduced cost below 0 (complementary slackness of linear programming). Exact, for all numbers are integers.
 */
export function isProvedCheapest(problem: Problem, { tail, head }: Network, flow: Flow, unit: number): boolean {
  const { low, high, cost } = problem;
  const { values, potential } = flow;
  const levels = potential.map((height) => Math.round(height / unit));
  for (let arc = 0; arc < problem.size; arc += 1) {
    const from = tail[arc] ?? 0;
    const to = head[arc] ?? 0;
    const value = values[arc] ?? 0;
    if (from === to) continue;
    const fall = (levels[from] ?? 0) - (levels[to] ?? 0);
    const place = 3 * arc + 1 + value;
    const own = Math.floor((cost[place] ?? 0) / unit);
    if (value < (high[arc] ?? 0) && Math.floor((cost[place + 1] ?? 0) / unit) - own + fall < 0) return false;
    if (value > (low[arc] ?? 0) && Math.floor((cost[place - 1] ?? 0) / unit) - own - fall < 0) return false;
  }
  return true;
}
