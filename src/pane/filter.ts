import type { CheckReport } from '../app/check';
import type { Relation } from '../app/relations';
import type { Finding, Severity } from '../check/finding';
import type { CellRef } from '../workbook/address';
import { tableAt } from './finding-groups';

/** A table as the report names it. */
export type TableKey = Relation['between'][number];

/** The part of the workbook that findings are looked at for: one table, or what stands between two. */
export type Scope =
  | { readonly kind: 'table'; readonly table: TableKey }
  | { readonly kind: 'relation'; readonly relation: Relation };

/** Which findings are shown; null shows all. */
export interface FindingFilter {
  readonly severity: Severity | null;
  readonly scope: Scope | null;
}

/** Shows all findings. */
export const NO_FILTER: FindingFilter = { severity: null, scope: null };

/** The findings a filter lets through. */
export function filterFindings(report: CheckReport, { severity, scope }: FindingFilter): readonly Finding[] {
  const inScope = scope === null ? report.findings : findingsIn(report, scope);
  return inScope.filter((finding) => severity === null || finding.severity === severity);
}

/**
 * The findings about a table, or that break what stands between two. Where a bound between two tables fails because
 * of a cell that a finding already names, that finding does not list the bound: then what is as grave in either table
 * is shown.
 */
function findingsIn(report: CheckReport, scope: Scope): readonly Finding[] {
  if (scope.kind === 'table') return findingsAt(report, [scope.table]);
  const { between, broken, verdict } = scope.relation;
  const breaking = report.findings.filter(({ rule, evidence }) =>
    [rule, ...evidence.map((one) => one.rule)].some((one) => broken.includes(one)),
  );
  return breaking.length > 0 ? breaking : findingsAt(report, between).filter(({ severity }) => severity === verdict);
}

function findingsAt({ tables, findings }: CheckReport, wanted: readonly TableKey[]): readonly Finding[] {
  const isWanted = (cell: CellRef): boolean => wanted.some((table) => table === tableAt(tables, cell)?.id);
  return findings.filter(({ cells }) => cells.some(isWanted));
}

/** The same scope in another report; null where there is nothing between those tables any more. */
export function scopeIn({ relations }: CheckReport, scope: Scope | null): Scope | null {
  if (scope === null || scope.kind === 'table') return scope;
  const key = scopeKey(scope);
  return (
    relations
      .map((relation): Scope => ({ kind: 'relation', relation }))
      .find((other) => scopeKey(other) === key) ?? null
  );
}

/** Whether two scopes are the same. */
export function isSameScope(a: Scope | null, b: Scope | null): boolean {
  return a !== null && b !== null && scopeKey(a) === scopeKey(b);
}

function scopeKey(scope: Scope): string {
  return scope.kind === 'table' ? scope.table : scope.relation.between.join(' ');
}
