import { roundingProbability } from '../money/verdict';
import { explainMistake, type Mistake, type MistakeContext } from './explain';
import { Simplex, type LinearRow, type Range } from './feasible-simplex';
import { filling, gapOf, toAmount, touchedRows, type System } from './localise-system';

/** What the changes of the chosen figures must satisfy: column `i` is the change of `chosen[i]`. */
export function linearRows(
  system: System,
  chosen: readonly number[],
): { readonly rows: readonly number[]; readonly linear: readonly LinearRow[] } {
  const columns = new Map(chosen.map((figure, column) => [figure, column]));
  const rows = touchedRows(system, chosen);
  const linear = rows.map((index): LinearRow => {
    const row = system.rows[index];
    const terms = new Map<number, number>();
    let slack = row?.slack ?? 0;
    for (const [figure, coefficient] of row?.terms ?? []) {
      const column = columns.get(figure);
      if (column === undefined) continue;
      terms.set(column, coefficient);
      slack += Math.abs(coefficient) * filling(system, figure);
    }
    const residual = row?.residual ?? 0;
    return { terms, low: -slack - residual, high: slack - residual };
  });
  return { rows, linear };
}

/** What one figure of an explanation should hold; changes in the system's unit. */
export interface Correction {
  readonly figure: number;
  /** The change that fits best; null where nothing determines it. */
  readonly change: number | null;
  /** All changes that some values of the other figures allow. */
  readonly range: Range;
  readonly mistake: Mistake;
}

/** How many values of an interval are tried for one that a known kind of mistake would explain. */
const MOST_TRIED = 64;
/** A gap that rounding can hardly leave costs no more than this, or a single odd gap would decide. */
const ODD_GAP = 2;

/**
 * Chooses the values of an explanation's figures one after the other, the best determined first: of the values
 * that the identities allow, the one with the likeliest mistake and the likeliest rounding differences left.
 */
export function chooseCorrections(
  system: System,
  chosen: readonly number[],
  context: MistakeContext,
): readonly Correction[] {
  const changes = new Map<number, number | null>();
  const ranges = new Map<number, Range>();
  const mistakes = new Map<number, Mistake>();
  while (changes.size < chosen.length) {
    const left = chosen.filter((figure) => !changes.has(figure));
    const now = new Map(left.map((figure) => [figure, rangeOf(system, chosen, changes, figure)]));
    for (const [figure, range] of now) if (!ranges.has(figure)) ranges.set(figure, range);
    const settledRows = (figure: number): number[] =>
      (system.rowsOf[figure] ?? []).filter((row) =>
        left.every((other) => other === figure || system.rows[row]?.terms.has(other) !== true),
      );
    const next = left.reduce((best, figure) =>
      settledRows(figure).length > settledRows(best).length ? figure : best,
    );
    const range = now.get(next) ?? { low: -Infinity, high: Infinity };
    const { change, mistake } = bestChange(system, next, range, settledRows(next), changes, context);
    changes.set(next, change);
    mistakes.set(next, mistake);
  }
  return chosen.map((figure) => ({
    figure,
    change: changes.get(figure) ?? null,
    range: ranges.get(figure) ?? { low: -Infinity, high: Infinity },
    mistake: mistakes.get(figure) ?? { cause: null, cost: 0 },
  }));
}

function rangeOf(
  system: System,
  chosen: readonly number[],
  changes: ReadonlyMap<number, number | null>,
  figure: number,
): Range {
  const columns = chosen.map((other) => {
    const change = changes.get(other) ?? null;
    return change === null ? { low: -Infinity, high: Infinity } : { low: change, high: change };
  });
  const simplex = new Simplex(columns, linearRows(system, chosen).linear);
  if (simplex.solve().status !== 'feasible') return { low: -Infinity, high: Infinity };
  const column = chosen.indexOf(figure);
  return { low: simplex.extreme(column, -1), high: simplex.extreme(column, 1) };
}

function bestChange(
  system: System,
  index: number,
  range: Range,
  rows: readonly number[],
  changes: ReadonlyMap<number, number | null>,
  context: MistakeContext,
): { change: number | null; mistake: Mistake } {
  const figure = system.figures[index];
  if (figure === undefined || !Number.isFinite(range.low) || !Number.isFinite(range.high)) {
    return { change: null, mistake: { cause: null, cost: 0 } };
  }
  const quantum = 2 * (system.halves[index] ?? 1);
  const settled = [...changes].map(([other, change]) => [other, change ?? 0] as const);
  const gapWith = (row: number, change: number): number => gapOf(system, row, new Map([...settled, [index, change]]));
  const exact = rows.map((row) => -gapWith(row, 0) / (system.rows[row]?.terms.get(index) ?? 1));
  const middle = (range.low + range.high) / 2;
  const tried = candidates(range, quantum, exact.length > 0 ? exact : [middle]);
  let best: { change: number; mistake: Mistake; total: number } | undefined;
  for (const change of tried) {
    const mistake = explainMistake(figure, figure.shown.plus(toAmount(system, change)), context);
    const total = rows.reduce((sum, row) => sum + gapCost(system, row, gapWith(row, change)), mistake.cost);
    const closer = best !== undefined && Math.abs(change - middle) < Math.abs(best.change - middle);
    if (best === undefined || total < best.total - 1e-9 || (total < best.total + 1e-9 && closer)) {
      best = { change, mistake, total };
    }
  }
  return best ?? { change: Math.round(middle / quantum) * quantum, mistake: { cause: null, cost: 0 } };
}

/** Values printed with the cell's own digits inside a range: all, or those next to the exact ones if too many. */
function candidates(range: Range, quantum: number, exact: readonly number[]): ReadonlySet<number> {
  const first = Math.ceil(range.low / quantum - 1e-6);
  const last = Math.floor(range.high / quantum + 1e-6);
  const near = exact.map((change) => Math.min(Math.max(Math.round(change / quantum), first), last));
  const all = last - first < MOST_TRIED ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : near;
  return new Set(all.map((steps) => steps * quantum));
}

/** How unlikely a gap is as a rounding difference of its row; a gap in the system's unit. */
export function gapCost(system: System, row: number, gap: number): number {
  if (Math.abs(gap) < 0.5) return 0;
  let coarsest = 1;
  let printed = 0;
  for (const figure of system.rows[row]?.terms.keys() ?? []) {
    coarsest = Math.max(coarsest, system.halves[figure] ?? 1);
    if (system.figures[figure]?.shown.isZero() === false) printed += 1;
  }
  const probability = roundingProbability(Math.abs(gap) / (2 * coarsest), Math.max(1, printed - 1));
  return probability <= 0 ? ODD_GAP : Math.min(ODD_GAP, -Math.log10(probability));
}
