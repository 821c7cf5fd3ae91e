import { formatCell, type CellRef } from '../workbook/address';
import { pose, type Posed } from './plan-pose';
import { settle, type Settlement } from './plan-settle';
import type { Line, PrintedCell, System } from './plan-system';
import type { Sliced } from './problem';
import { blockedBy } from './search';

/** Locked cells that cannot all stay if the identities are to hold: without any one of them, the others could. */
export interface Conflict {
  readonly cells: readonly CellRef[];
  /** One Chinese sentence that says what to do. */
  readonly because: string;
}

/**
 * Finds the locks that are to blame for what a settlement left. Each set is as small as it can be: were one of its
 * cells released, the others would no longer exclude one another.
 */
export function* conflictsOf(system: System, { left }: Settlement, effort: number): Sliced<Conflict[]> {
  if (left.size === 0 || !system.cells.some(isLocked)) return [];
  const movable = ({ hold }: PrintedCell): boolean => hold === null || hold === 'locked';
  const free = yield* settle(system, system.lines, { moves: movable, effort });
  const right = (line: Line): number => (free.left.has(line) ? 0 : line.right);
  const posed = pose(system, system.lines, { moves: movable, cost: () => 0, right, leave: null });
  const conflicts: Conflict[] = [];
  let locks = posed.cells.filter(isLocked);
  for (;;) {
    const found = yield* contradiction(posed, new Set(locks), effort);
    if (found === null || found.length === 0) return conflicts;
    let conflict = found;
    for (const lock of found) {
      const without = conflict.filter((other) => other !== lock);
      const still = yield* contradiction(posed, new Set(without), effort);
      if (still !== null) conflict = without;
    }
    conflicts.push(describe(conflict));
    locks = locks.filter((lock) => !conflict.includes(lock));
  }
}

const isLocked = ({ hold }: PrintedCell): boolean => hold === 'locked';

/** Some of the locks that keep the lines from holding; null where nothing does. */
function* contradiction({ problem, cells }: Posed, locks: ReadonlySet<PrintedCell>, effort: number): Sliced<PrintedCell[] | null> {
  const isHeld = (unknown: number): boolean => {
    const cell = cells[unknown];
    return cell !== undefined && locks.has(cell);
  };
  const blocking = yield* blockedBy(problem, isHeld, effort);
  return blocking === null ? null : blocking.flatMap((unknown) => cells[unknown] ?? []);
}

function describe(cells: readonly PrintedCell[]): Conflict {
  const names = cells.map(({ figure }) => `${formatCell(figure.cell)}（${figure.label}）`).join('、');
  const because =
    cells.length === 1
      ? `${names}已锁定，保持它不变就不能消除有关的尾差；请放开它。`
      : `${names}都已锁定，它们不能同时保持不变；请至少放开其中一个。`;
  return { cells: cells.map(({ figure }) => figure.cell), because };
}
