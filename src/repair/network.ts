import type { Problem, Row, Unknown } from './problem';
import { scramble } from './scramble';

/** A node: what its arcs bring in, less what they take away, is its demand. */
export interface Node {
  readonly arcs: Arc[];
  readonly demand: number;
}

/** An unknown as an arc: its value goes from the tail to the head. */
export interface Arc {
  readonly unknown: Unknown;
  readonly tail: Node;
  readonly head: Node;
}

export interface Network {
  readonly nodes: readonly Node[];
  /** Every unknown that some row binds. */
  readonly arcs: readonly Arc[];
  /** Whether the network says all that the rows say; otherwise it is a relaxation of them. */
  readonly complete: boolean;
}

/** A connected part of the graph. Joined parts form a tree towards the part they were joined to. */
interface Part {
  into: Part | null;
  /** Whether its directions are to be reversed to agree with the part it was joined to. */
  reversed: boolean;
}

/** Vertices found to be one form a tree likewise. The demand is in the directions of `part`. */
interface Vertex {
  readonly part: Part;
  into: Vertex | null;
  demand: number;
  readonly row: boolean;
}

/** An unknown between two vertices, in the directions of `part`; a loop while no row has bound it. */
interface Edge {
  readonly unknown: Unknown;
  readonly part: Part;
  tail: Vertex;
  head: Vertex;
}

interface Incidence {
  readonly edge: Edge;
  readonly coefficient: number;
}

/** Where the edges that a row has in one part meet, and the sign with which they enter there. */
interface Meeting {
  readonly part: Part;
  readonly vertex: Vertex;
  readonly sign: number;
}

/**
 * Finds a network whose flows are exactly the solutions of the rows, whichever rows follow from others. Rows are
 * put in one at a time: where all edges of a row meet at one vertex, the row splits the vertex in two, its edges on
 * one side. Parts that nothing connects yet may be joined at any of their vertices, which is the freedom that makes
 * room for a row. It is the incremental realisation of a graphic matroid, with 1-sums for its only moves
 * (H. Whitney, 2-Isomorphic Graphs, 1933); rows it finds no room for are left out and tested on a random flow.
 */
export function networkOf({ unknowns, rows }: Problem): Network {
  const edges = unknowns.map(loop);
  const uses = new Int32Array(unknowns.length);
  for (const { terms } of rows) for (const { unknown } of terms) uses[unknown.index]!++;
  const drop = (row: Row) => { for (const { unknown } of row.terms) uses[unknown.index]!--; };
  const excess = (row: Row) => { let n = 0; for (const { unknown } of row.terms) n += Math.max(0, uses[unknown.index]! - 2); return n; };
  let pending: Row[] = [...rows]; const blocked: Row[] = [];
  const stat = (globalThis as any).STAT ??= { rounds: 0, nets: 0, blocked: 0, phase2: 0 };
  stat.nets++;
  const lv = levelsOf(rows); const levels=[1];
  const all = pending;
  for (const level of levels) {
  pending = all;
  while (pending.length > 0) {
    stat.rounds++;
    const ex = new Map(pending.map(r => [r, excess(r)]));
    let m = Infinity; for (const x of ex.values()) m = Math.min(m, x);
    const limit = m;
    const rest: Row[] = [];
    for (const row of pending) { if (ex.get(row)! > limit) { rest.push(row); continue; } if (!insert(row, edges, true)) rest.push(row), blocked.push(row); }
    const g = graphOf(edges);
    const f = randomFlow(unknowns.length, g.nodes, g.arcs);
    const bl = new Set(blocked);
    pending = rest.filter(row => { if (!holdIn(f, [row])) return !bl.has(row); drop(row); bl.delete(row); return false; });
    for (const row of [...bl]) if (holdIn(f, [row])) { drop(row); bl.delete(row); }
    blocked.length = 0; blocked.push(...bl);
  }
  }
  stat.blocked += blocked.length;
  let left = blocked;
  for (let before = left.length + 1; left.length < before && before > 0; ) {
      before = left.length;
      left = left.filter((row) => !insert(row, edges, false));
  }
  stat.phase2 += left.length;
  const { nodes, arcs } = graphOf(edges);
  if ((globalThis as any).DBG) { console.log("LEFT"); (globalThis as any).DBG(left.filter((row)=>!holdIn(randomFlow(unknowns.length,nodes,arcs),[row]))); (globalThis as any).DBG2({nodes}); }
  return { nodes, arcs, complete: left.length === 0 || holdIn(randomFlow(unknowns.length, nodes, arcs), left) };
}

function levelsOf(rows: readonly Row[]): Map<Row, number> {
  const by = new Map<Unknown, Row[]>();
  for (const row of rows) if (row.total) { const l = by.get(row.total); if (l) l.push(row); else by.set(row.total, [row]); }
  const h = new Map<Unknown, number>(); const lv = new Map<Row, number>();
  const height = (u: Unknown): number => { const k = h.get(u); if (k !== undefined) return k; h.set(u, 0); let m = 0; for (const r of by.get(u) ?? []) m = Math.max(m, level(r)); h.set(u, m); return m; };
  const level = (r: Row): number => { const k = lv.get(r); if (k !== undefined) return k; let m = 0; for (const { unknown } of r.terms) if (unknown !== r.total) m = Math.max(m, height(unknown)); lv.set(r, m + 1); return m + 1; };
  rows.forEach(level);
  return lv;
}
function loop(unknown: Unknown): Edge {
  const part: Part = { into: null, reversed: false };
  const vertex: Vertex = { part, into: null, demand: 0, row: false };
  return { unknown, part, tail: vertex, head: vertex };
}

/** The part at the end of the chain; afterwards `reversed` is with respect to it. */
function wholeOf(part: Part): Part {
  const { into } = part;
  if (into === null) return part;
  if (into.into === null) return into;
  const whole = wholeOf(into);
  part.reversed = part.reversed !== into.reversed;
  part.into = whole;
  return whole;
}

/** 1, or −1 where the part's directions are opposite to those of the whole. */
function directionOf(part: Part): 1 | -1 {
  wholeOf(part);
  return part.into !== null && part.reversed ? -1 : 1;
}

function find(vertex: Vertex): Vertex {
  let last = vertex;
  while (last.into !== null) last = last.into;
  for (let next = vertex; next.into !== null && next.into !== last; ) {
    const { into } = next;
    next.into = last;
    next = into;
  }
  return last;
}

function insert(row: Row, edges: readonly Edge[], ground: boolean): boolean {
  const byPart = new Map<Part, Incidence[]>();
  for (const { unknown, coefficient } of row.terms) {
    const edge = edges[unknown.index];
    if (edge === undefined || Math.abs(coefficient) !== 1) return false;
    const part = wholeOf(edge.part);
    const incidences = byPart.get(part);
    if (incidences === undefined) byPart.set(part, [{ edge, coefficient }]);
    else incidences.push({ edge, coefficient });
  }
  const meetings: Meeting[] = [];
  for (const [part, incidences] of byPart) {
    const meeting = meet(part, incidences, ground);
    if (meeting === null) return false;
    meetings.push(meeting);
  }
  const [first, ...others] = meetings;
  if (first === undefined) return row.right === 0;
  for (const other of others) join(first, other);
  split(first, row, edges);
  return true;
}

/** The sign with which an edge enters a vertex, in the directions of the whole; 0 where it does not touch it. */
function signAt(edge: Edge, vertex: Vertex): number {
  if (find(edge.head) === vertex) return directionOf(edge.part);
  return find(edge.tail) === vertex ? -directionOf(edge.part) : 0;
}

function meet(part: Part, incidences: readonly Incidence[], ground: boolean): Meeting | null {
  const [first] = incidences;
  if (first === undefined) return null;
  const [tail, head] = [find(first.edge.tail), find(first.edge.head)];
  for (const vertex of tail === head ? [tail] : tail.row ? [head, tail] : [tail, head]) {
    if (ground && vertex.row) continue;
    const sign = signAt(first.edge, vertex) * first.coefficient;
    if (incidences.every(({ edge, coefficient }) => signAt(edge, vertex) * coefficient === sign)) return { part, vertex, sign };
  }
  return null;
}

/** Makes the two meeting points one. */
function join(first: Meeting, other: Meeting): void {
  other.part.into = first.part;
  other.part.reversed = first.sign !== other.sign;
  first.vertex.demand += directionOf(first.vertex.part) * directionOf(other.vertex.part) * other.vertex.demand;
  other.vertex.into = first.vertex;
}

/** Splits the vertex where the row's edges meet. */
function split({ part, vertex, sign }: Meeting, row: Row, edges: readonly Edge[]): void {
  const side: Vertex = { part, into: null, demand: sign * row.right, row: true };
  vertex.demand -= directionOf(vertex.part) * side.demand;
  for (const { unknown, coefficient } of row.terms) {
    const edge = edges[unknown.index];
    if (edge === undefined) continue;
    if (sign * coefficient * directionOf(edge.part) > 0) edge.head = side;
    else edge.tail = side;
  }
}

function graphOf(edges: readonly Edge[]): { nodes: Node[]; arcs: Arc[] } {
  const nodes = new Map<Vertex, Node>();
  const nodeOf = (end: Vertex): Node => {
    const vertex = find(end);
    const known = nodes.get(vertex);
    if (known !== undefined) return known;
    const node = { arcs: [], demand: directionOf(vertex.part) * vertex.demand };
    nodes.set(vertex, node);
    return node;
  };
  const arcs: Arc[] = [];
  for (const { unknown, part, tail, head } of edges) {
    const [from, to] = [nodeOf(tail), nodeOf(head)];
    if (from === to) continue;
    const arc = directionOf(part) > 0 ? { unknown, tail: from, head: to } : { unknown, tail: to, head: from };
    from.arcs.push(arc);
    to.arcs.push(arc);
    arcs.push(arc);
  }
  return { nodes: [...nodes.values()], arcs };
}

/**
 * A flow that meets no demand at all and is random but for that, modulo 2³². A row that follows from the network's
 * rows holds in it; one that does not fails, but for one case in 2³².
 */
function randomFlow(size: number, nodes: readonly Node[], arcs: readonly Arc[]): Int32Array {
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

/** The arcs over which a search reaches each node for the first time, parents before children. */
function spanningForest(nodes: readonly Node[]): { node: Node; arc: Arc }[] {
  const reached = new Set<Node>();
  const branches: { node: Node; arc: Arc }[] = [];
  for (const root of nodes) {
    if (reached.has(root)) continue;
    reached.add(root);
    for (const pending = [root]; ; ) {
      const from = pending.pop();
      if (from === undefined) break;
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

function holdIn(flow: Int32Array, rows: readonly Row[]): boolean {
  return rows.every(({ terms }) => {
    let sum = 0;
    for (const { unknown, coefficient } of terms) sum = (sum + Math.imul(coefficient, flow[unknown.index] ?? 0)) | 0;
    return sum === 0;
  });
}
