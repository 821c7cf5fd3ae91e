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
  const apart = connected(system, system.broken).map(solve);
  const reached = mergeParts(apart, (part, others) => partsReached(system, part, others), solve);
  const joint = { ...limits, nodes: Math.round(limits.nodes * JOINT_SHARE) };
  return mergeParts(reached, (part, others) => jointParts(system, part, others, joint), solve);
}

/** Merges parts that belong together as long as the union can be solved; otherwise they stay apart. */
function mergeParts(
  parts: readonly Part[],
  partners: (part: Part, others: readonly Part[]) => readonly Part[],
  solve: (rows: readonly number[]) => Part,
): readonly Part[] {
  let merged = parts;
  for (const part of parts) {
    for (let current: Part | undefined = part; current !== undefined && merged.includes(current); ) {
      const others: readonly Part[] = merged.filter((other) => other !== current);
      const found = partners(current, others);
      if (found.length === 0) break;
      const together: readonly Part[] = [current, ...found];
      const union = solve(together.flatMap(({ rows }) => rows));
      if (!union.fixes.complete) break;
      merged = [...merged.filter((other) => !together.includes(other)), union];
      current = union;
    }
  }
  return merged;
}

/** The parts whose own rows, or rows that their fixes meet as well, the fixes of a part meet. */
function partsReached(system: System, { fixes }: Part, others: readonly Part[]): readonly Part[] {
  const met = new Set(fixes.sets.flatMap((set) => touchedRows(system, set)));
  return others.filter((other) =>
    [...other.rows, ...touchedRows(system, other.fixes.sets.flat())].some((row) => met.has(row)),
  );
}

function jointParts(system: System, part: Part, others: readonly Part[], limits: Limits): readonly Part[] {
  const sizeOf = ({ fixes }: Part): number => fixes.sets[0]?.length ?? 0;
  if (!part.fixes.complete) return [];
  const neighbours = others.filter(({ fixes }) => fixes.complete).map((other) => ({ ...other, size: sizeOf(other) }));
  const taken = new Set(jointNeighbours(system, part.rows, sizeOf(part), neighbours, limits).map(({ rows }) => rows));
  return others.filter(({ rows }) => taken.has(rows));
}
