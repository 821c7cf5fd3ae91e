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

/**
 * The whole-system test: are there true amounts, each within half a unit of the last digit of what is printed,
 * for which all identities hold exactly? A blank was never rounded and is 0. Exact within `pivots` simplex steps.
 * Source: XBRL Calculations 1.1, interval arithmetic over rounded facts, taken over all identities at once.
 */
export function roundingConsistency(equations: readonly Equation[], pivots = 20_000): readonly Consistency[] {
  const system = compile(equations);
  const all = system.rows.map((_, index) => index);
  return connected(system, all).map((part) => judgePart(system, part, pivots));
}

function judgePart(system: System, part: readonly number[], pivots: number): Consistency {
  const equationsOf = (rows: readonly number[]): Equation[] => rows.flatMap((row) => system.equations[row] ?? []);
  const conflicts: number[][] = [];
  let rest = part;
  for (;;) {
    const outcome = contradiction(system, rest, pivots);
    if (outcome === 'none' || outcome === 'unknown') {
      const settled = outcome === 'none' ? 'consistent' : 'unknown';
      return {
        verdict: conflicts.length > 0 ? 'inconsistent' : settled,
        equations: equationsOf(part),
        conflicts: conflicts.map(equationsOf),
      };
    }
    const conflict = irreducible(system, outcome, pivots);
    conflicts.push(conflict);
    rest = rest.filter((row) => !conflict.includes(row));
  }
}

/** Leaves out of a contradiction every row without which it remains one. */
function irreducible(system: System, conflict: readonly number[], pivots: number): number[] {
  return conflict.reduce<number[]>((kept, row) => {
    const without = kept.filter((other) => other !== row);
    return typeof contradiction(system, without, pivots) === 'string' ? kept : without;
  }, [...conflict]);
}

function contradiction(system: System, rows: readonly number[], pivots: number): number[] | 'none' | 'unknown' {
  const columns = new Map<number, number>();
  const linear = rows.map((row): LinearRow => {
    const terms = new Map<number, number>();
    for (const [figure, coefficient] of system.rows[row]?.terms ?? []) {
      if (system.figures[figure]?.blank !== false) continue;
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
  const solution = new Simplex(errors, linear, pivots).solve();
  if (solution.status === 'feasible') return 'none';
  if (solution.status === 'unknown') return 'unknown';
  return [...solution.conflict.keys()].flatMap((index) => rows[index] ?? []).sort((a, b) => a - b);
}
