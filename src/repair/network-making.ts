import type { Graph } from './network-graph';
import { at, type Problem } from './problem';

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
  /** What a row demands, in its own direction. */
  readonly demand: Int32Array;
  /** Scratch: the row that last looked at a part, and the direction it would have to have there. */
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
    into: Int32Array.from({ length: rows }, (_, row) => row),
    relation: new Int32Array(rows).fill(1),
    demand: Int32Array.from({ length: rows + 1 }, (_, row) => at(right, row)),
    visitor: new Int32Array(rows).fill(NONE),
    wanted: new Int32Array(rows),
  };
}

/** The row that stands for a part of the graph; afterwards `relation` is with respect to it. */
function partOf(making: Making, row: number): number {
  const { into, relation } = making;
  const above = at(into, row);
  if (above === row || at(into, above) === above) return above;
  const part = partOf(making, above);
  relation[row] = at(relation, row) * at(relation, above);
  into[row] = part;
  return part;
}

/** 1 or −1: a row's direction within its part. */
function directionOf(making: Making, row: number): number {
  return partOf(making, row) === row ? 1 : at(making.relation, row);
}

/** Notes which direction a row must have with respect to a part; false where it already needs the other one. */
function agree(making: Making, row: number, part: number, direction: number): boolean {
  const { visitor, wanted } = making;
  if (at(visitor, part) === row) return at(wanted, part) === direction;
  visitor[part] = row;
  wanted[part] = direction;
  return true;
}

/** Makes a part one with the part of a row. */
function attach({ into, relation, wanted }: Making, part: number, row: number): void {
  if (part === row) return;
  into[part] = row;
  relation[part] = at(wanted, part);
}

/** Makes a row a node at which its unknowns end; false, and nothing changed, where one of them has no end free. */
export function put(making: Making, row: number): boolean {
  const { problem, first, second, sign } = making;
  const { start, unknown, coefficient } = problem;
  const [from, to] = [at(start, row), at(start, row + 1)];
  for (let i = from; i < to; i += 1) {
    const arc = at(unknown, i);
    if (at(second, arc) !== NONE || Math.abs(at(coefficient, i)) !== 1) return false;
    const other = at(first, arc);
    if (other === NONE) continue;
    const direction = -at(coefficient, i) * at(sign, arc) * directionOf(making, other);
    if (!agree(making, row, partOf(making, other), direction)) return false;
  }
  for (let i = from; i < to; i += 1) {
    const arc = at(unknown, i);
    const other = at(first, arc);
    if (other === NONE) {
      first[arc] = row;
      sign[arc] = at(coefficient, i);
    } else {
      attach(making, partOf(making, other), row);
      second[arc] = row;
    }
  }
  return true;
}

/**
 * Puts in a row some of whose unknowns have both ends bound, if these meet at one node: the row takes them over
 * there, and the parts of its other unknowns, which hung on the ground, hang on that node instead.
 */
export function rehang(making: Making, row: number): boolean {
  const node = meetingNode(making, row);
  if (node === NONE) return false;
  const { problem, first, second, sign, demand } = making;
  const { start, unknown, coefficient } = problem;
  const home = partOf(making, node);
  const [from, to] = [at(start, row), at(start, row + 1)];
  for (let i = from; i < to; i += 1) {
    const arc = at(unknown, i);
    const c = at(coefficient, i);
    const other = at(first, arc);
    if (Math.abs(c) !== 1) return false;
    if (other === NONE) continue;
    const part = partOf(making, other);
    const atNode = other === node || at(second, arc) === node;
    if (part === home ? !atNode : at(second, arc) !== NONE) return false;
    const inward = at(sign, arc) * directionOf(making, other) * (other === node || part !== home ? 1 : -1);
    if (!agree(making, row, part, part === home ? c * inward : -c * inward)) return false;
  }
  hang(making, row, node);
  const direction = at(making.wanted, home);
  for (let i = from; i < to; i += 1) {
    const arc = at(unknown, i);
    const other = at(first, arc);
    if (other === NONE || other === node) {
      if (other === NONE) second[arc] = node;
      first[arc] = row;
      sign[arc] = at(coefficient, i);
    } else {
      attach(making, partOf(making, other), row);
      second[arc] = row;
    }
  }
  attach(making, partOf(making, node), row);
  demand[node] = at(demand, node) - direction * directionOf(making, node) * at(demand, row);
  return true;
}
