import { formatCell, type CellRef } from '../workbook/address';
import { pose } from './plan-pose';
import { settle, type Settlement } from './plan-settle';
import { cellsOf, isCopy, linesOf, type System } from './plan-system';
import type { Sliced } from './problem';
import { scramble } from './scramble';
import { smallestExcluding, type Exclusion, type Smallest } from './plan-smallest';
import { contradictionsOf } from './search';

/** A locked value and every locked cell that prints it: they are released together. */
export interface LockedValue {
  readonly label: string;
  readonly cells: readonly CellRef[];
}

/**
 * Locked values that cannot all stay if the identities are to hold: the fewest there are, or, where `because` says that
 * this was not proved, such that without any one of them the others could.
 */
export interface Conflict {
  readonly locks: readonly LockedValue[];
  /** One Chinese sentence that says what to do. */
  readonly because: string;
}

/** Which locks exclude one another, and which to release. */
export interface Conflicts {
  readonly conflicts: readonly Conflict[];
  /** Locked values that settle all conflicts once they are released, those that print in the fewest cells that move. */
  readonly release: readonly LockedValue[];
}

/** The cells of a locked value. */
type Lock = readonly number[];

/**
 * Finds the locks that are to blame for what a settlement left: the smallest set that excludes itself, then the smallest
 * of the locks that are not in it, and so on. No value is in two sets.
 */
export function* conflictsOf(system: System, { left }: Settlement, effort: number): Sliced<Conflicts> {
  const { holds } = system.cells;
  if (left.size === 0 || !holds.includes('locked')) return { conflicts: [], release: [] };
  const moves = (cell: number): boolean => holds[cell] === null || holds[cell] === 'locked';
  const cost = (cell: number): number => (holds[cell] === 'locked' ? RELEASE : 0) + anyCost(cell);
  const free = yield* settle(system, linesOf(system), { moves, cost, effort });
  const conflicts = yield* excludingLocks(system, moves, free.left, effort);
  const moved = locksOf(system).filter((lock) => lock.some((cell) => free.shifts.has(cell)));
  return { conflicts, release: conflicts.length === 0 ? [] : moved.map((lock) => valueOf(system, lock)) };
}

/** Sets of locks that cannot all stay if every line but those left is to hold. */
function* excludingLocks(
  system: System,
  moves: (cell: number) => boolean,
  left: ReadonlySet<number>,
  effort: number,
): Sliced<Conflict[]> {
  const { problem, cells } = yield* pose(system, linesOf(system), { moves, cost: anyCost, keep: left, leave: null });
  const numbers = new Map(cells.map((cell, unknown) => [cell, unknown]));
  const contradiction = contradictionsOf(problem);
  const exclusion: Exclusion<Lock> = function* (locks) {
    const blocking = yield* contradiction(held(locks, numbers), effort);
    return blocking && locks.filter((lock) => lock.some((cell) => blocking.includes(numbers.get(cell) ?? -1)));
  };
  const conflicts: Conflict[] = [];
  for (let locks = locksOf(system); ; ) {
    const found = (yield* exclusion(locks)) ?? [];
    if (found.length === 0) return conflicts;
    let conflict = found;
    for (const lock of found) {
      const without = conflict.filter((other) => other !== lock);
      if (yield* exclusion(without)) conflict = without;
    }
    const smallest = yield* smallestExcluding(locks, conflict, exclusion);
    conflicts.push(describe(system, smallest));
    locks = locks.filter((lock) => !smallest.things.includes(lock));
  }
}

/** Costs do not matter here, but different ones keep the simplex method from going in circles. */
const anyCost = (cell: number): number => 1_000 + Math.abs(scramble(cell) % 1_000);

/** More than all that a chain of other cells costs. */
const RELEASE = 2 ** 24;

const held = (locks: readonly Lock[], numbers: ReadonlyMap<number, number>): Set<number> =>
  new Set(locks.flatMap((lock) => lock.flatMap((cell) => numbers.get(cell) ?? [])));

/** The locked values; locked copies of one value are one lock. */
function locksOf(system: System): Lock[] {
  const locks = new Map<number, number[]>();
  system.cells.holds.forEach((hold, cell) => {
    if (hold === 'locked') locks.set(cell, [cell]);
  });
  for (const line of linesOf(system)) {
    if (!isCopy(system, line)) continue;
    const [first, second] = [...cellsOf(system, line)].map((cell) => locks.get(cell));
    if (first === undefined || second === undefined || first === second) continue;
    first.push(...second);
    for (const cell of second) locks.set(cell, first);
  }
  return [...new Set(locks.values())];
}

const UNPROVED = '在限定的计算量内没有证明这是最小的一组冲突。';

function describe(system: System, { things: conflict, proved }: Smallest<Lock>): Conflict {
  const locks = conflict.map((lock) => valueOf(system, lock));
  const names = locks.flatMap(({ label, cells: [first, ...copies] }) => {
    if (first === undefined) return [];
    const others = copies.map((cell) => `同 ${formatCell(cell)}`);
    return [`${formatCell(first)}（${[label, ...others].join('，')}）`];
  });
  const because =
    locks.length === 1
      ? `${names.join('')}已锁定，保持它不变就不能消除有关的尾差；请放开它。`
      : `${names.join('、')}都已锁定，它们不能同时保持不变；请至少放开其中一个数。${proved ? '' : UNPROVED}`;
  return { locks, because };
}

function valueOf({ cells: { figures } }: System, lock: Lock): LockedValue {
  const own = lock.flatMap((cell) => figures[cell] ?? []);
  return { label: own[0]?.label ?? '', cells: own.map(({ cell }) => cell) };
}
