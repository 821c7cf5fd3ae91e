import type { Equation } from '../check/equation';
import { compile, connected, type System } from './localise-system';
import { Simplex, type LinearRow } from './feasible-simplex';

/** Whether one connected part of a workbook can be correct roundings of some true amounts. */
export interface Consistency {
  /** `unknown` where the bounded effort did not decide. */
  readonly verdict: 'consistent' | 'inconsistent' | 'unknown';
  /** All equations of the part, connected through shared cells. */
  readonly equations: readonly Equation[];
  /**
   * Sets of equations that cannot all be correct at once; leaving out any one of a set would do. A set of one is an
   * error by itself; a larger one is what no single identity shows. No equation is in two sets.
   */
  readonly conflicts: readonly (readonly Equation[])[];
}

/** So many conflicts of one part are enough to be told. */
const MOST_CONFLICTS = 12;
const EFFORT = 50_000;

/**
 * The whole-system test: are there true amounts, each within half a unit of the last digit of what is printed,
 * for which all identities hold exactly? A blank may stand for an amount too small to be printed, as a printed 0.00
 * may. Exact within the effort allowed for one search, see `Simplex`.
 * Source: XBRL Calculations 1.1, interval arithmetic over rounded facts, taken over all identities at once.
 */
export function roundingConsistency(equations: readonly Equation[], effort = EFFORT): readonly Consistency[] {
  const system = compile(equations);
  const all = system.rows.map((_, index) => index);
  return connected(system, all).map((part) => judgePart(system, part, effort));
}

function judgePart(system: System, part: readonly number[], effort: number): Consistency {
  const equationsOf = (rows: readonly number[]): Equation[] => rows.flatMap((row) => system.equations[row] ?? []);
  const conflicts: number[][] = [];
  let rest = part;
  let outcome = contradiction(system, rest, effort);
  while (typeof outcome !== 'string' && conflicts.length < MOST_CONFLICTS) {
    const conflict = irreducible(system, outcome, effort);
    conflicts.push(conflict);
    rest = rest.filter((row) => !conflict.includes(row));
    outcome = contradiction(system, rest, effort);
  }
  return {
    verdict: conflicts.length > 0 ? 'inconsistent' : outcome === 'unknown' ? 'unknown' : 'consistent',
    equations: equationsOf(part),
    conflicts: conflicts.map(equationsOf),
  };
}

/** Leaves out of a contradiction every row without which it remains one, the longest first. */
function irreducible(system: System, conflict: readonly number[], effort: number): number[] {
  const length = (row: number): number => system.rows[row]?.terms.size ?? 0;
  const kept = [...conflict].sort((a, b) => length(b) - length(a)).reduce((left, row) => {
    const without = left.filter((other) => other !== row);
    return typeof contradiction(system, without, effort) === 'string' ? left : without;
  }, conflict);
  return [...kept].sort((a, b) => a - b);
}

function contradiction(system: System, rows: readonly number[], effort: number): readonly number[] | 'none' | 'unknown' {
  if (rows.every((row) => system.rows[row]?.residual === 0)) return 'none';
  const columns = new Map<number, number>();
  const linear = rows.map((row): LinearRow => {
    const terms = new Map<number, number>();
    for (const [figure, coefficient] of system.rows[row]?.terms ?? []) {
      const column = columns.get(figure) ?? columns.size;
      columns.set(figure, column);
      terms.set(column, coefficient);
    }
    const missing = -(system.rows[row]?.residual ?? 0);
    return { terms, low: missing, high: missing };
  });
  const errors = [...columns.keys()].map((figure) => {
    const half = system.halves[figure] ?? 0;
    return { low: -half, high: half };
  });
  const solution = new Simplex(errors, linear, effort).solve();
  if (solution.status === 'feasible') return 'none';
  if (solution.status === 'unknown') return 'unknown';
  return [...solution.conflict.keys()].flatMap((index) => rows[index] ?? []);
}
