import { jointNeighbours, smallestFixes, type Fixes, type Limits } from './localise-search';
import { connected, touchedRows, type System } from './localise-system';

/** Joint fixes of separate parts are rare; looking for them may cost only a part of the effort. */
const JOINT_SHARE = 0.1;

/** Broken rows that are explained together, and what explains them. */
export interface Part {
  readonly rows: readonly number[];
  readonly fixes: Fixes;
}

/**
 * The broken rows of a system in parts that nothing ties together, each with its smallest fixes: one fix of each
 * part together make a smallest fix of the system, and every smallest fix is made so. Rows that share a figure are
 * one part; so are rows that only a common fix explains, as long as the effort suffices to find it.
 */
export function solveParts(system: System, limits: Limits): readonly Part[] {
  const solve = (rows: readonly number[]): Part => ({ rows, fixes: smallestFixes(system, rows, limits) });
  return tieJoint(system, solve, tieReached(system, solve), limits);
}

/** Solves the largest parts first, each with the parts that its fixes reach, which are then not solved alone. */
function tieReached(system: System, solve: (rows: readonly number[]) => Part): readonly Part[] {
  let waiting: readonly (readonly number[])[] = connected(system, system.broken).sort((a, b) => b.length - a.length);
  let solved: readonly Part[] = [];
  for (let [rows] = waiting; rows !== undefined; [rows] = waiting) {
    const first = rows;
    waiting = waiting.filter((other) => other !== first);
    let part = solve(first);
    for (;;) {
      const met = metBy(system, part);
      const isMet = (row: number): boolean => met.has(row);
      const newcomers = waiting.filter((other) => other.some(isMet));
      const partners = solved.filter((other) => [...metBy(system, other)].some(isMet));
      if (newcomers.length + partners.length === 0) break;
      const union = solve([...part.rows, ...newcomers.flat(), ...partners.flatMap((other) => other.rows)]);
      if (!union.fixes.complete) break;
      waiting = waiting.filter((other) => !newcomers.includes(other));
      solved = solved.filter((other) => !partners.includes(other));
      part = union;
    }
    solved = [...solved, part];
  }
  return solved;
}

/** The rows of a part, and all that its fixes meet. */
function metBy(system: System, { rows, fixes }: Part): ReadonlySet<number> {
  return new Set([...rows, ...touchedRows(system, fixes.sets.flat())]);
}

/** Ties parts that could be explained together by no more cells than apart. */
function tieJoint(
  system: System,
  solve: (rows: readonly number[]) => Part,
  parts: readonly Part[],
  limits: Limits,
): readonly Part[] {
  const effort = { ...limits, nodes: Math.round(limits.nodes * JOINT_SHARE) };
  const sizeOf = ({ fixes }: Part): number => fixes.sets[0]?.length ?? 0;
  for (const part of parts) {
    const others = parts.filter((other) => other !== part && other.fixes.complete);
    if (!part.fixes.complete || others.length === 0) continue;
    const neighbours = others.map((other) => ({ ...other, size: sizeOf(other) }));
    const found = jointNeighbours(system, part.rows, sizeOf(part), neighbours, effort);
    const partners = others.filter((other) => found.some(({ rows }) => rows === other.rows));
    if (partners.length === 0) continue;
    const union = solve([part, ...partners].flatMap(({ rows }) => rows));
    const rest = parts.filter((other) => other !== part && !partners.includes(other));
    if (union.fixes.complete) return tieJoint(system, solve, [...rest, union], limits);
  }
  return parts;
}
