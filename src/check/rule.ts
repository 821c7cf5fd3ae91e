import type Decimal from 'decimal.js';
import type { Figure } from '../money/figure';
import type { Accounts } from '../tables/accounts';
import type { EvaluationKey } from '../tables/evaluation-registry';
import type { TableKey } from '../tables/registry';
import type { CellRef } from '../workbook/address';
import type { ComputationSpec } from './computation';
import type { EquationSpec, MaybeFigure } from './equation';
import type { Cause, Severity } from './finding';

/** What a rule may read. */
export type ReadKey = TableKey | EvaluationKey;

/** The tables a rule reads, there for certain while it runs. */
export type Reads<Key extends ReadKey> = { readonly [K in Key]: NonNullable<Accounts[K]> };

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
  readonly reads: readonly ReadKey[];
}

/** `total = Σ terms − Σ less`, within rounding. */
export interface IdentityRule extends RuleBase {
  readonly kind: 'identity';
  /** Both sides are one and the same number: even one unit of the last digit is a question. */
  readonly same: boolean;
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
  /** What the first cell should hold, where only that lets everything hold; left out where it is not known. */
  readonly due?: { readonly figure: Figure; readonly amount: Decimal };
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

/** A number that the form computes from others: 执行率, 得分, 总分. */
export interface ComputationRule extends RuleBase {
  readonly kind: 'computation';
  readonly computations: (accounts: Accounts) => Iterable<ComputationSpec>;
}

/** A figure that should repeat one of several others, each of them right by its own 口径. */
export interface AgreementSpec {
  readonly figure: MaybeFigure;
  readonly candidates: readonly Omit<EquationSpec, 'total'>[];
}

/** Agreement with any candidate holds; with none it is a question, never an error. */
export interface AgreementRule extends RuleBase {
  readonly kind: 'agreement';
  readonly agreements: (accounts: Accounts) => Iterable<AgreementSpec>;
}

export type Rule = IdentityRule | BoundRule | InspectionRule | ContinuityRule | ComputationRule | AgreementRule;

type Declared<Key extends ReadKey> = Omit<RuleBase, 'reads' | 'conditions'> & {
  readonly reads: readonly Key[];
  readonly conditions?: string;
};

/** Declares an identity. The engine leaves it out, and says so, where one of its tables is not in the workbook. */
export function identity<Key extends ReadKey>(
  declared: Declared<Key> & {
    readonly same?: boolean;
    readonly equations: (tables: Reads<Key>) => Iterable<EquationSpec>;
  },
): IdentityRule {
  const { equations, same = false, conditions = '', ...rest } = declared;
  return {
    ...rest, conditions, same, kind: 'identity', equations: (accounts) => equations(present(accounts, rest.reads)),
  };
}

/** Declares that parts do not exceed their wholes. */
export function bound<Key extends ReadKey>(
  declared: Declared<Key> & {
    readonly severity?: Severity;
    readonly bounds: (tables: Reads<Key>) => Iterable<BoundSpec>;
  },
): BoundRule {
  const { bounds, severity = 'error', conditions = '', ...rest } = declared;
  return { ...rest, conditions, severity, kind: 'bound', bounds: (accounts) => bounds(present(accounts, rest.reads)) };
}

/** Declares what this year takes over from last year. Left out, and said so, where last year's workbook is not given. */
export function continuity<Key extends ReadKey>(
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

/** Declares how a form computes one of its numbers. */
export function computation<Key extends ReadKey>(
  declared: Declared<Key> & { readonly computations: (tables: Reads<Key>) => Iterable<ComputationSpec> },
): ComputationRule {
  const { computations, conditions = '', ...rest } = declared;
  return {
    ...rest,
    conditions,
    kind: 'computation',
    computations: (accounts) => computations(present(accounts, rest.reads)),
  };
}

/** Declares that a figure repeats one of several others. */
export function agreement<Key extends ReadKey>(
  declared: Declared<Key> & {
    readonly agreements: (tables: Reads<Key>, accounts: Accounts) => Iterable<AgreementSpec>;
  },
): AgreementRule {
  const { agreements, conditions = '', ...rest } = declared;
  return {
    ...rest,
    conditions,
    kind: 'agreement',
    agreements: (accounts) => agreements(present(accounts, rest.reads), accounts),
  };
}

/** Declares a check that is no equation. */
export function inspection<Key extends ReadKey>(
  declared: Declared<Key> & {
    readonly severity: Severity;
    readonly inspect: (tables: Reads<Key>, accounts: Accounts) => Iterable<Problem>;
  },
): InspectionRule {
  const { inspect, conditions = '', ...rest } = declared;
  return { ...rest, conditions, kind: 'inspection', inspect: (accounts) => inspect(present(accounts, rest.reads), accounts) };
}

function present<Key extends ReadKey>(accounts: Accounts, reads: readonly Key[]): Reads<Key> {
  const missing = reads.find((key) => accounts[key] === null);
  if (missing !== undefined) throw new RangeError(`规则所需的表不存在：${missing}`);
  return accounts as Reads<Key>;
}
