import type { Accounts } from '../tables/accounts';
import type { TableKey } from '../tables/registry';
import type { CellRef } from '../workbook/address';
import type { EquationSpec, MaybeFigure } from './equation';
import type { Cause, Severity } from './finding';

/** The tables a rule reads, there for certain while it runs. */
export type Reads<Key extends TableKey> = { readonly [K in Key]: NonNullable<Accounts[K]> };

/** What every rule says of itself; the catalogue in docs/ is made from it. */
interface RuleBase {
  /** `stem/what`, e.g. summary/revenue-total; a cross-table rule lives with the later table. */
  readonly id: string;
  /** The 勾稽关系 in one line, in the tables' own words. */
  readonly statement: string;
  /** Where it comes from: the catalogue's number, a regulation, the form's own note. */
  readonly source: string;
  /** When it holds and what it does not accuse; '' where it always holds. */
  readonly conditions: string;
  readonly reads: readonly TableKey[];
}

/** `total = Σ terms − Σ less`, within rounding. */
export interface IdentityRule extends RuleBase {
  readonly kind: 'identity';
  readonly equations: (accounts: Accounts) => Iterable<EquationSpec>;
}

/** `part ≤ whole`, within rounding. */
export interface BoundSpec {
  readonly part: MaybeFigure;
  readonly whole: MaybeFigure;
}

export interface BoundRule extends RuleBase {
  readonly kind: 'bound';
  /** `error` where a part cannot exceed its whole, `warning` where it merely should not. */
  readonly severity: Severity;
  readonly bounds: (accounts: Accounts) => Iterable<BoundSpec>;
}

/** Something that is no equation. */
export interface Problem {
  readonly message: string;
  readonly cells: readonly CellRef[];
  readonly found: string | null;
  readonly cause: Cause | null;
}

export interface InspectionRule extends RuleBase {
  readonly kind: 'inspection';
  readonly severity: Severity;
  readonly inspect: (accounts: Accounts) => Iterable<Problem>;
}

/** A figure that must repeat one of last year's workbook. */
export interface ContinuitySpec {
  readonly now: MaybeFigure;
  readonly before: MaybeFigure;
}

export interface ContinuityRule extends RuleBase {
  readonly kind: 'continuity';
  readonly pairs: (now: Accounts, before: Accounts) => Iterable<ContinuitySpec>;
}

export type Rule = IdentityRule | BoundRule | InspectionRule | ContinuityRule;

type Declared<Key extends TableKey> = Omit<RuleBase, 'reads' | 'conditions'> & {
  readonly reads: readonly Key[];
  readonly conditions?: string;
};

/** Declares an identity. The engine leaves it out, and says so, where one of its tables is not in the workbook. */
export function identity<Key extends TableKey>(
  declared: Declared<Key> & { readonly equations: (tables: Reads<Key>) => Iterable<EquationSpec> },
): IdentityRule {
  const { equations, conditions = '', ...rest } = declared;
  return { ...rest, conditions, kind: 'identity', equations: (accounts) => equations(present(accounts, rest.reads)) };
}

/** Declares that parts do not exceed their wholes. */
export function bound<Key extends TableKey>(
  declared: Declared<Key> & {
    readonly severity?: Severity;
    readonly bounds: (tables: Reads<Key>) => Iterable<BoundSpec>;
  },
): BoundRule {
  const { bounds, severity = 'error', conditions = '', ...rest } = declared;
  return { ...rest, conditions, severity, kind: 'bound', bounds: (accounts) => bounds(present(accounts, rest.reads)) };
}

/** Declares what this year takes over from last year. Left out, and said so, where last year's workbook is not given. */
export function continuity<Key extends TableKey>(
  declared: Declared<Key> & {
    readonly pairs: (now: Reads<Key>, before: Reads<Key>) => Iterable<ContinuitySpec>;
  },
): ContinuityRule {
  const { pairs, conditions = '', ...rest } = declared;
  return {
    ...rest,
    conditions,
    kind: 'continuity',
    pairs: (now, before) => pairs(present(now, rest.reads), present(before, rest.reads)),
  };
}

/** Declares a check that is no equation. */
export function inspection<Key extends TableKey>(
  declared: Declared<Key> & {
    readonly severity: Severity;
    readonly inspect: (tables: Reads<Key>, accounts: Accounts) => Iterable<Problem>;
  },
): InspectionRule {
  const { inspect, conditions = '', ...rest } = declared;
  return { ...rest, conditions, kind: 'inspection', inspect: (accounts) => inspect(present(accounts, rest.reads), accounts) };
}

function present<Key extends TableKey>(accounts: Accounts, reads: readonly Key[]): Reads<Key> {
  const missing = reads.find((key) => accounts[key] === null);
  if (missing !== undefined) throw new RangeError(`规则所需的表不存在：${missing}`);
  return accounts as Reads<Key>;
}
