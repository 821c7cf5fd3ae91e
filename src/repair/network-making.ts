import type { Graph } from './network-graph';
import type { Problem } from './problem';

/**
 * A network in the making. Nodes are numbered like the rows that made them; node `rows` is the ground, where every
 * unknown ends that no second row has bound. Each row has a direction within its part of the graph.
 */
export interface Making {
  readonly problem: Problem;
  /** The two ends of each unknown; −1 where no row has bound it. The second is bound after the first. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The coefficient with which an unknown stands in the row of its first end. */
  readonly sign: Int32Array;
  /** Union-find: another row of the same part, and whether its direction is the same (1) or the opposite (−1). */
  readonly into: Int32Array;
  readonly relation: Int32Array;
  /** What a row that was put in demands, in its own direction; 0 of one that was not. */
  readonly demand: Int32Array;
  /** Scratch: the attempt that last looked at a part, and the direction its row would have to have there. */
  readonly visitor: Int32Array;
  readonly wanted: Int32Array;
}

const NONE = -1;

export function begin(problem: Problem): Making {
  const { size, rows, right } = problem;
  return {
    problem,
    first: new Int32Array(size).fill(NONE),
    second: new Int32Array(size).fill(NONE),
    sign: new Int32Array(size),
    into: right.map((_, row) => row),
    relation: new Int32Array(rows).fill(1),
    demand: new Int32Array(rows + 1),
    visitor: new Int32Array(rows).fill(NONE),
    wanted: new Int32Array(rows),
  };
}

/** The row that stands for a part of the graph; afterwards `relation` is with respect to it. */
function partOf(making: Making, row: number): number {
  const { into, relation } = making;
  const above = into[row] ?? 0;
  if (above === row || into[above] === above) return above;
  const part = partOf(making, above);
  relation[row] = (relation[row] ?? 0) * (relation[above] ?? 0);
  into[row] = part;
  return part;
}

/** 1 or −1: a row's direction within its part. */
function directionOf(making: Making, row: number): number {
  return partOf(making, row) === row ? 1 : (making.relation[row] ?? 1);
}

/** Notes which direction a row must have with respect to a part; false where it already needs the other one. */
function agree({ visitor, wanted }: Making, attempt: number, part: number, direction: number): boolean {
  if (visitor[part] === attempt) return wanted[part] === direction;
  visitor[part] = attempt;
  wanted[part] = direction;
  return true;
}

/** Makes a part one with the part of a row, in the direction that was agreed. */
function attach({ into, relation, wanted }: Making, part: number, row: number): void {
  if (part === row) return;
  into[part] = row;
  relation[part] = wanted[part] ?? 1;
}

/** Makes a row a node at which its unknowns end; false, and nothing changed, where one of them has no end free. */
export function put(making: Making, row: number): boolean {
  const { problem, first, second, sign, demand } = making;
  const { start, unknown, coefficient, right } = problem;
  const from = start[row] ?? 0;
  const to = start[row + 1] ?? 0;
  for (let i = from; i < to; i += 1) {
    const arc = unknown[i] ?? 0;
    const times = coefficient[i] ?? 0;
    if (second[arc] !== NONE || Math.abs(times) !== 1) return false;
    const other = first[arc] ?? NONE;
    if (other === NONE) continue;
    const direction = -times * (sign[arc] ?? 0) * directionOf(making, other);
    if (!agree(making, row, partOf(making, other), direction)) return false;
  }
  for (let i = from; i < to; i += 1) {
    const arc = unknown[i] ?? 0;
    const other = first[arc] ?? NONE;
    if (other === NONE) {
      first[arc] = row;
      sign[arc] = coefficient[i] ?? 0;
    } else {
      attach(making, partOf(making, other), row);
      second[arc] = row;
    }
  }
  demand[row] = right[row] ?? 0;
  return true;
}

/**
 * Puts in a row some of whose unknowns have both ends bound, if these meet at one node: the row takes them over
 * there, and the parts that its other unknowns are in hang on that node from now on, no longer on the ground.
 * False, and nothing changed, where they do not meet.
 */
export function rehang(making: Making, row: number): boolean {
  const node = meetingNode(making, row);
  if (node === NONE || !agreeAt(making, row, node)) return false;
  const { problem, first, second, sign, demand, wanted } = making;
  const { start, unknown, coefficient, rows, right } = problem;
  const home = partOf(making, node);
  const own = right[row] ?? 0;
  const grounded = hang(making, rows + row, home, node);
  demand[node] = (demand[node] ?? 0) - directionOf(making, node) * (wanted[home] ?? 1) * (own + grounded);
  demand[row] = own;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const arc = unknown[i] ?? 0;
    const other = first[arc] ?? NONE;
    if (other === NONE || other === node) {
      if (other === NONE) second[arc] = node;
      first[arc] = row;
      sign[arc] = coefficient[i] ?? 0;
    } else {
      attach(making, partOf(making, other), row);
      second[arc] = row;
    }
  }
  attach(making, partOf(making, node), row);
  return true;
}

/** The node at which all unknowns of the row meet that have both ends bound; −1 if there is none. */
function meetingNode({ problem: { start, unknown }, first, second }: Making, row: number): number {
  let candidates: readonly number[] | null = null;
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const arc = unknown[i] ?? 0;
    if (second[arc] === NONE) continue;
    const ends = [first[arc] ?? NONE, second[arc] ?? NONE];
    candidates = candidates === null ? ends : candidates.filter((node) => ends.includes(node));
  }
  return candidates?.[0] ?? NONE;
}

/** Notes the direction a row would have in each part if it were put in at a node of one; false where that cannot be. */
function agreeAt(making: Making, row: number, node: number): boolean {
  const { problem, first, second, sign } = making;
  const { start, unknown, coefficient, rows } = problem;
  const home = partOf(making, node);
  for (let i = start[row] ?? 0; i < (start[row + 1] ?? 0); i += 1) {
    const arc = unknown[i] ?? 0;
    const times = coefficient[i] ?? 0;
    if (Math.abs(times) !== 1) return false;
    const other = first[arc] ?? NONE;
    if (other === NONE) continue;
    const part = partOf(making, other);
    const isHere = part === home && (other === node || second[arc] === node);
    if (!isHere && (part === home || second[arc] !== NONE)) return false;
    const enters = (sign[arc] ?? 0) * directionOf(making, other) * (other === node ? 1 : -1);
    if (!agree(making, rows + row, part, times * enters)) return false;
  }
  return true;
}

/**
 * Hangs the parts an attempt has looked at, but for its home, on a node instead of the ground; gives what their rows
 * demand together, in the direction of the attempt's row.
 */
function hang(making: Making, attempt: number, home: number, node: number): number {
  const { problem, first, second, visitor, wanted, demand } = making;
  const isGuest = (row: number): boolean => {
    const part = partOf(making, row);
    return part !== home && visitor[part] === attempt;
  };
  for (let arc = 0; arc < problem.size; arc += 1) {
    const other = first[arc] ?? NONE;
    if (other !== NONE && second[arc] === NONE && isGuest(other)) second[arc] = node;
  }
  let total = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    if (isGuest(row)) total += (wanted[partOf(making, row)] ?? 1) * directionOf(making, row) * (demand[row] ?? 0);
  }
  return total;
}

/** The graph as it stands, and what must flow into each node beyond what flows out of it. */
export function graphOf(making: Making): Graph & { readonly demand: Int32Array } {
  const { problem, first, second, sign, demand } = making;
  const ground = problem.rows;
  const tail = new Int32Array(problem.size).fill(ground);
  const head = new Int32Array(problem.size).fill(ground);
  for (let arc = 0; arc < problem.size; arc += 1) {
    const node = first[arc] ?? NONE;
    if (node === NONE) continue;
    const other = second[arc] === NONE ? ground : (second[arc] ?? ground);
    const inward = (sign[arc] ?? 0) * directionOf(making, node) > 0;
    tail[arc] = inward ? other : node;
    head[arc] = inward ? node : other;
  }
  const directed = new Int32Array(ground + 1);
  let sum = 0;
  for (let row = 0; row < ground; row += 1) {
    directed[row] = directionOf(making, row) * (demand[row] ?? 0);
    sum += directed[row] ?? 0;
  }
  directed[ground] = -sum;
  return { nodes: ground + 1, tail, head, demand: directed };
}
