import type Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import type { Cause } from '../check/finding';
import type { Figure } from '../money/figure';
import type { MistakeContext } from './explain';
import { chooseCorrections, gapCost, type Correction } from './localise-fit';
import { solveParts, type Part } from './localise-parts';
import type { Limits } from './localise-search';
import { compile, gapOf, isHeld, toAmount, touchedRows, type System } from './localise-system';

export interface LocaliseContext extends MistakeContext {
  readonly limits?: Partial<Limits>;
}

/** One cell that an explanation takes for wrong. */
export interface Suspect {
  readonly figure: Figure;
  /** What it should hold, in 万元; null where nothing determines it. */
  readonly value: Decimal | null;
  /** All values, in 万元, that the identities allow within their rounding; absent where unbounded. */
  readonly interval?: readonly [Decimal, Decimal];
  /** How it most likely came about; null where no known kind of mistake fits. */
  readonly cause: Cause | null;
  /** See `explainMistake`. */
  readonly cost: number;
}

/** A set of cells whose correction makes every identity of a group hold, and breaks none. */
export interface Explanation {
  readonly suspects: readonly Suspect[];
  /** Minus the decimal logarithm of its likelihood, up to a constant: compare within one group only. */
  readonly cost: number;
}

/** Violated identities that belong together, and what explains them. */
export interface Group {
  readonly broken: readonly Equation[];
  /** All explanations with the fewest cells, the likeliest first. */
  readonly explanations: readonly Explanation[];
  /**
   * `unique`: the first explanation is the only smallest one, or by far the likeliest; `several`: others are about
   * as plausible, so that none may be imposed; `unknown`: the bounded effort did not narrow it down.
   */
  readonly verdict: 'unique' | 'several' | 'unknown';
}

const LIMITS: Limits = { cells: 30, nodes: 20_000, explanations: 300 };
/** A correction is taken for the right one where it is at least this much likelier than all others together. */
export const MARGIN = 20;

/**
 * Names the cells that are wrong: for each group of violated identities the smallest set of cells whose correction
 * explains all of them while every identity that holds goes on holding, with all equally small sets. Which of them
 * is likeliest is judged by how numbers go wrong, and one is singled out only by a clear margin.
 * Violated identities that share a cell are one group, and so are those that only a common set of cells explains;
 * where some cells are certain and others not, what the certain ones explain is told as a group of its own.
 */
export function localise(equations: readonly Equation[], context: LocaliseContext = {}): readonly Group[] {
  if (equations.every(({ verdict }) => verdict !== 'error')) return [];
  const limits = { ...LIMITS, ...context.limits };
  const system = compile(equations);
  return solveParts(system, limits).flatMap((part) => groupsOf(system, part, context));
}

/** An explanation before it is told: its corrections and its cost. */
interface Account {
  readonly corrections: readonly Correction[];
  readonly cost: number;
}

/** One group, or two where some cells are clearly wrong whichever explanation is right, and others are not. */
function groupsOf(system: System, { rows, fixes }: Part, context: MistakeContext): readonly Group[] {
  const accounts = fixes.sets
    .map((set) => accountOf(system, chooseCorrections(system, set, context)))
    .sort((a, b) => a.cost - b.cost);
  const groupOf = (broken: readonly number[], all: readonly Account[]): Group => ({
    broken: broken.flatMap((row) => system.equations[row] ?? []),
    explanations: all.map(({ corrections, cost }) => ({
      suspects: corrections.flatMap((correction) => suspectOf(system, correction)),
      cost,
    })),
    verdict: !fixes.complete ? 'unknown' : isClear(all) ? 'unique' : 'several',
  });
  const certain = certainCorrections(accounts);
  const changes = changesOf(certain);
  const closed = rows.filter((row) => isHeld(system, row, changes));
  const open = rows.filter((row) => !isHeld(system, row, changes));
  if (closed.length === 0 || open.length === 0) return [groupOf(rows, accounts)];
  const rest = accounts
    .filter(({ corrections }) => certain.every((correction) => includesCorrection(corrections, correction)))
    .map(({ corrections }) => accountOf(system, corrections.filter((each) => !includesCorrection(certain, each))));
  return [groupOf(closed, [accountOf(system, certain)]), groupOf(open, rest)];
}

/**
 * The corrections of the likeliest explanation that are certain: every explanation has them, or a known mistake makes
 * them, and the explanations that have them are by the margin likelier than all others together.
 */
function certainCorrections(accounts: readonly Account[]): readonly Correction[] {
  const [first] = accounts;
  if (first === undefined) return [];
  return first.corrections.filter((correction) => {
    const having = accounts.filter(({ corrections }) => includesCorrection(corrections, correction));
    if (having.length === accounts.length) return true;
    const others = accounts.filter((account) => !having.includes(account));
    return correction.mistake.cause !== null && weightOf(others, first) * MARGIN <= weightOf(having, first);
  });
}

function includesCorrection(corrections: readonly Correction[], { figure, change }: Correction): boolean {
  return corrections.some((other) => other.figure === figure && other.change === change);
}

/** Whether the first explanation may be singled out: each of its corrections is certain. */
function isClear(accounts: readonly Account[]): boolean {
  return accounts.length > 0 && certainCorrections(accounts).length === accounts[0]?.corrections.length;
}

/** How likely these explanations are together, in terms of another one. */
function weightOf(accounts: readonly Account[], unit: Account): number {
  return accounts.reduce((sum, { cost }) => sum + 10 ** (unit.cost - cost), 0);
}

function changesOf(corrections: readonly Correction[]): ReadonlyMap<number, number> {
  return new Map(corrections.map(({ figure, change }) => [figure, change ?? 0]));
}

/** The cost of an explanation: of its mistakes, and of the rounding differences that it leaves for those it meets. */
function accountOf(system: System, corrections: readonly Correction[]): Account {
  const changes = changesOf(corrections);
  const gaps = touchedRows(system, [...changes.keys()]).reduce((sum, row) => {
    const before = system.rows[row]?.residual ?? 0;
    const held = isHeld(system, row, new Map()) ? gapCost(system, row, before) : 0;
    return sum + gapCost(system, row, gapOf(system, row, changes)) - held;
  }, 0);
  return { corrections, cost: corrections.reduce((sum, { mistake }) => sum + mistake.cost, gaps) };
}

function suspectOf(system: System, { figure: index, change, range, mistake }: Correction): Suspect[] {
  const figure = system.figures[index];
  if (figure === undefined) return [];
  const amount = (units: number): Decimal => figure.shown.plus(toAmount(system, units));
  return [
    {
      figure,
      value: change === null ? null : amount(change),
      ...(Number.isFinite(range.low) && Number.isFinite(range.high)
        ? { interval: [amount(range.low), amount(range.high)] as const }
        : {}),
      ...mistake,
    },
  ];
}
