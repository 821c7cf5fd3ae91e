import { GRADES } from './plan-cost';
import { pose } from './plan-pose';
import { isCopy, type System } from './plan-system';
import type { Sliced } from './problem';
import { solve, split, type Solving } from './solve';

/** How lines were settled. */
export interface Settlement {
  /** By how many units of its last digit each cell shifts that does. */
  readonly shifts: ReadonlyMap<number, number>;
  /** The lines left as they are. */
  readonly left: ReadonlySet<number>;
  /** Whether it is proved that no fewer lines can be left, and no fewer cells moved for the others. */
  readonly minimal: boolean;
}

export interface Settling {
  readonly moves: (cell: number) => boolean;
  /** What shifting a cell by one unit costs. */
  readonly cost: (cell: number) => number;
  readonly effort: number;
  /** Lines that are to keep the difference they have. */
  readonly keep?: ReadonlySet<number>;
}

/** In the search for the fewest lines to leave: more than all cells, and more than all cells that are not reluctant. */
const LEAVING = 2 ** 36;
const RELUCTANT = 2 ** 18;

/**
 * Finds the cheapest shifts that make all lines hold, or, where that is impossible, leaves the fewest of them as they
 * are and makes all others hold. Parts of the workbook that share no cell are settled each by itself.
 */
export function* settle(system: System, lines: readonly number[], settling: Settling): Sliced<Settlement> {
  const { moves, cost, effort, keep } = settling;
  const posed = yield* pose(system, lines, { moves, cost, leave: null, ...(keep && { keep }) });
  yield;
  const outcome = yield* solve(posed.problem, solving(system, posed.lines, effort));
  if (outcome.kind === 'solved') {
    return { shifts: shiftsOf(posed.cells, outcome.values), left: new Set(posed.fixed), minimal: outcome.optimal };
  }
  const parts = split(posed.problem).map(({ rows }) => rows.flatMap((row) => posed.lines[row] ?? []));
  const settlements: Settlement[] = [];
  for (const part of parts) {
    settlements.push(yield* parts.length > 1 ? settle(system, part, settling) : concede(system, part, settling));
  }
  return merge(settlements, posed.fixed);
}

/** Settles lines that cannot all hold: first which to leave, then how to make the others hold. */
function* concede(system: System, lines: readonly number[], { moves, cost, effort }: Settling): Sliced<Settlement> {
  const count = (cell: number): number => (system.cells.reluctant[cell] === 1 ? RELUCTANT : 1);
  const choice = yield* pose(system, lines, { moves, cost: count, leave: LEAVING });
  const chosen = yield* solve(choice.problem, solving(system, choice.lines, effort));
  const open = choice.lines.filter((line) => system.right[line] !== 0);
  if (chosen.kind !== 'solved') return { shifts: new Map(), left: new Set(open), minimal: false };
  const left = new Set(open.filter((_, i) => chosen.values[choice.cells.length + i] !== 0));
  const posed = yield* pose(system, lines, { moves, cost, keep: left, leave: null });
  const outcome = yield* solve(posed.problem, solving(system, posed.lines, effort));
  const [values, optimal] = outcome.kind === 'solved' ? [outcome.values, outcome.optimal] : [chosen.values, false];
  return { shifts: shiftsOf(choice.cells, values), left, minimal: chosen.optimal && optimal };
}

const solving = (system: System, lines: readonly number[], effort: number): Solving => ({
  isCopy: (row) => isCopy(system, lines[row] ?? -1),
  effort,
  units: [GRADES.reluctant, GRADES.cell],
});

function shiftsOf(cells: readonly number[], values: Int32Array): Map<number, number> {
  const shifts = new Map<number, number>();
  cells.forEach((cell, unknown) => {
    const shift = values[unknown] ?? 0;
    if (shift !== 0) shifts.set(cell, shift);
  });
  return shifts;
}

function merge(settlements: readonly Settlement[], fixed: readonly number[]): Settlement {
  return {
    shifts: new Map(settlements.flatMap(({ shifts }) => [...shifts])),
    left: new Set([...fixed, ...settlements.flatMap(({ left }) => [...left])]),
    minimal: settlements.every(({ minimal }) => minimal),
  };
}
