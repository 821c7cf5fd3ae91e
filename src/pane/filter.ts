import type { CheckReport } from '../app/check';
import type { Relation } from '../app/relations';
import type { Finding, Severity } from '../check/finding';
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

export const NO_FILTER: FindingFilter = { severity: null, scope: null };

/** The findings a filter lets through. */
export function filterFindings(report: CheckReport, { severity, scope }: FindingFilter): readonly Finding[] {
  return report.findings.filter(
    (finding) =>
      (severity === null || finding.severity === severity) && (scope === null || isAbout(report, finding, scope)),
  );
}

/** Whether a finding is about the table, or breaks what stands between the two tables. */
function isAbout({ tables }: CheckReport, { rule, cells, evidence }: Finding, scope: Scope): boolean {
  const touched = [...cells, ...evidence.flatMap((one) => one.cells)].map((cell) => tableAt(tables, cell)?.id);
  if (scope.kind === 'table') return touched.slice(0, cells.length).includes(scope.table);
  const { between, broken } = scope.relation;
  const breaks = [rule, ...evidence.map((one) => one.rule)].some((one) => broken.includes(one));
  return breaks && between.some((table) => touched.includes(table));
}

/** Whether two scopes are the same. */
export function isSameScope(a: Scope | null, b: Scope | null): boolean {
  return a !== null && b !== null && scopeKey(a) === scopeKey(b);
}

function scopeKey(scope: Scope): string {
  return scope.kind === 'table' ? scope.table : scope.relation.between.join(' ');
}
