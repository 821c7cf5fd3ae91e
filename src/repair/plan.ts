import type Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import type { Figure } from '../money/figure';
import type { CellRef } from '../workbook/address';
import { conflictsOf, type Conflict, type LockedValue } from './plan-conflict';
import { costOf } from './plan-cost';
import { explainLeft, MIXED_UNITS } from './plan-reason';
import { settle } from './plan-settle';
import type { RepairOptions } from './plan-cells';
import { cellsOf, linesOf, readSystem, type System } from './plan-system';
import { finish, type Sliced } from './problem';

export type { Conflict, LockedValue } from './plan-conflict';
export type { RepairOptions } from './plan-cells';

/** One printed cell and what it shall show, in 万元. Every copy of a value is a change of its own. */
export interface FigureChange {
  readonly figure: Figure;
  readonly from: Decimal;
  readonly to: Decimal;
}

/** A rounding difference that stays, and why, in one Chinese sentence. */
export interface Unresolved {
  readonly equation: Equation;
  readonly cells: readonly CellRef[];
  readonly because: string;
}

export interface RepairPlan {
  readonly changes: readonly FigureChange[];
  /** The differences a change helps to close; none where it only keeps another equation exact. */
  readonly closes: ReadonlyMap<FigureChange, readonly Equation[]>;
  /** Whether it is proved that no plan leaves fewer differences, nor one as few with fewer cells changed. */
  readonly minimal: boolean;
  readonly resolved: readonly Equation[];
  readonly unresolved: readonly Unresolved[];
  /**
   * Locks that exclude one another. Empty where the locks leave every difference closable that could be closed without
   * them; otherwise `changes` is only what can be repaired under the locks, and the user has to release some first.
   */
  readonly conflicts: readonly Conflict[];
  /** The fewest locks that settle all conflicts once they are released. */
  readonly release: readonly LockedValue[];
  /** Cells of the identities whose amounts before rounding are known. */
  readonly known: number;
}

/** Steps of an exact search before it gives up: a few seconds. */
const EFFORT = 20_000_000;

/**
 * Plans the repair of all rounding differences: the fewest printed cells, each moved by one unit of its last digit,
 * such that every identity that is off by rounding only holds exactly and none that holds is opened. Among those plans
 * it moves single items rather than totals, and large amounts rather than small. Blanks, zeros, formulas, constant and
 * locked cells and the figures of an `error` stay. Writes nothing.
 */
export function planRepair(equations: readonly Equation[], options: RepairOptions): RepairPlan {
  return finish(planRepairInSlices(equations, options));
}

/** {@link planRepair} in slices of a few milliseconds, so that a user interface can draw, and cancel, in between. */
export function* planRepairInSlices(equations: readonly Equation[], options: RepairOptions): Sliced<RepairPlan> {
  const system = yield* readSystem(equations, options);
  yield;
  const effort = options.effort ?? EFFORT;
  const { cells } = system;
  const moves = (cell: number): boolean => cells.holds[cell] === null;
  const cost = (cell: number): number => costOf(cells, cell);
  const settlement = yield* settle(system, linesOf(system), { moves, cost, effort });
  const { conflicts, release } = yield* conflictsOf(system, settlement, effort);
  const closed: number[] = [];
  system.right.forEach((right, line) => {
    if (right !== 0 && !settlement.left.has(line)) closed.push(line);
  });
  const changes = new Map<number, FigureChange>();
  for (const [cell, shift] of settlement.shifts) {
    const figure = cells.figures[cell];
    if (figure !== undefined) changes.set(cell, changeOf(figure, shift));
  }
  return {
    changes: [...changes.values()],
    closes: closesOf(system, changes, closed),
    minimal: settlement.minimal,
    resolved: closed.flatMap((line) => system.equations[line] ?? []),
    unresolved: [
      ...[...settlement.left].flatMap((line) => {
        const equation = system.equations[line];
        const holds = Array.from(cellsOf(system, line), (cell) => cells.holds[cell] ?? null);
        return equation === undefined ? [] : [unresolved(equation, explainLeft(holds, settlement))];
      }),
      ...system.mixed.map((equation) => unresolved(equation, MIXED_UNITS)),
    ],
    conflicts,
    release,
    known: system.known,
  };
}

function changeOf(figure: Figure, shift: number): FigureChange {
  const { shown, quantum } = figure;
  return { figure, from: shown, to: shift > 0 ? shown.plus(quantum) : shown.minus(quantum) };
}

function unresolved(equation: Equation, because: string): Unresolved {
  const { total, terms, less } = equation;
  return { equation, cells: [total, ...terms, ...less].map(({ cell }) => cell), because };
}

function closesOf(
  { equations, start, cell }: System,
  changes: ReadonlyMap<number, FigureChange>,
  closed: readonly number[],
): Map<FigureChange, Equation[]> {
  const closes = new Map<FigureChange, Equation[]>([...changes.values()].map((change) => [change, []]));
  for (const line of closed) {
    const equation = equations[line];
    for (let i = start[line] ?? 0; i < (start[line + 1] ?? 0) && equation !== undefined; i += 1) {
      const change = changes.get(cell[i] ?? -1);
      if (change !== undefined) closes.get(change)?.push(equation);
    }
  }
  return closes;
}
