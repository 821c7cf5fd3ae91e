import type { Row, Unknown } from './problem';

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

export interface Graph {
  readonly nodes: readonly Node[];
  /** Every unknown that some row binds. */
  readonly arcs: readonly Arc[];
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
  /** It is no row's own: what is left of the part's first vertex. */
  readonly ground: boolean;
  into: Vertex | null;
  demand: number;
}

/** An unknown between two vertices, in the directions of `part`; a loop while no row has bound it. */
export interface Edge {
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

/** An unknown that no row has bound yet. */
export function loop(unknown: Unknown): Edge {
  const part: Part = { into: null, reversed: false };
  const vertex: Vertex = { part, ground: true, into: null, demand: 0 };
  return { unknown, part, tail: vertex, head: vertex };
}

/**
 * Makes a row hold in the graph's flows, if its edges meet at one vertex of each part they are in: those vertices are
 * made one, which is then split in two with the row's edges on one side. At `grounds` only the vertices that are no
 * row's own are considered. False, and nothing changed, where the edges do not meet.
 */
export function insert(row: Row, edges: readonly Edge[], where: 'grounds' | 'anywhere'): boolean {
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
    const meeting = meet(part, incidences, where);
    if (meeting === null) return false;
    meetings.push(meeting);
  }
  const [first, ...others] = meetings;
  if (first === undefined) return row.right === 0;
  for (const other of others) join(first, other);
  split(first, row, edges);
  return true;
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

/** The sign with which an edge enters a vertex, in the directions of the whole; 0 where it does not touch it. */
function signAt(edge: Edge, vertex: Vertex): number {
  if (find(edge.head) === vertex) return directionOf(edge.part);
  return find(edge.tail) === vertex ? -directionOf(edge.part) : 0;
}

function meet(part: Part, incidences: readonly Incidence[], where: 'grounds' | 'anywhere'): Meeting | null {
  const [first] = incidences;
  if (first === undefined) return null;
  const ends = [find(first.edge.tail), find(first.edge.head)];
  const [grounds, others] = [ends.filter(({ ground }) => ground), ends.filter(({ ground }) => !ground)];
  for (const vertex of where === 'grounds' ? grounds : [...grounds, ...others]) {
    const sign = signAt(first.edge, vertex) * first.coefficient;
    if (incidences.every(({ edge, coefficient }) => signAt(edge, vertex) * coefficient === sign)) {
      return { part, vertex, sign };
    }
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
  const side: Vertex = { part, ground: false, into: null, demand: sign * row.right };
  vertex.demand -= directionOf(vertex.part) * side.demand;
  for (const { unknown, coefficient } of row.terms) {
    const edge = edges[unknown.index];
    if (edge === undefined) continue;
    if (sign * coefficient * directionOf(edge.part) > 0) edge.head = side;
    else edge.tail = side;
  }
}

/** The graph as it stands; unknowns that no row binds are not in it. */
export function graphOf(edges: readonly Edge[]): Graph {
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
