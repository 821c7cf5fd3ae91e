import type { CheckReport } from '../app/check';
import type { Finding, Skipped } from '../check/finding';
import { GRAVITY } from '../money/verdict';
import type { CellRef } from '../workbook/address';

/** The findings of one table, or of a sheet where they stand in no table. */
export interface FindingGroup {
  /** Title of the table, or the sheet's name. */
  readonly title: string;
  /** The sheet, null where the title already is its name. */
  readonly sheet: string | null;
  readonly findings: readonly Finding[];
}

/** The table a cell stands in. */
export function tableAt(tables: CheckReport['tables'], cell: CellRef): CheckReport['tables'][number] | undefined {
  return tables.find(
    ({ sheet, area }) =>
      sheet === cell.sheet &&
      cell.row >= area.top && cell.row <= area.bottom &&
      cell.column >= area.left && cell.column <= area.right,
  );
}

/**
 * Findings of a report by the table of their first cell: tables in the workbook's order, the gravest first in each;
 * those of a text beside the workbook last.
 */
export function groupFindings(report: CheckReport, findings: readonly Finding[]): readonly FindingGroup[] {
  const order = report.sheets.map(({ sheet }) => sheet);
  const groups = new Map<string, { group: Omit<FindingGroup, 'findings'>; at: number; findings: Finding[] }>();
  for (const finding of findings) {
    const { place } = finding;
    const [cell] = place === null ? finding.cells : [];
    const table = cell === undefined ? undefined : tableAt(report.tables, cell);
    const sheet = place?.document ?? cell?.sheet ?? '整个工作簿';
    const key = table === undefined ? `sheet ${sheet}` : `table ${table.sheet} ${table.area.top} ${table.area.left}`;
    const known = groups.get(key);
    if (known === undefined) {
      const group = table === undefined ? { title: sheet, sheet: null } : { title: table.title, sheet: table.sheet };
      groups.set(key, { group, at: place !== null ? order.length : cell === undefined ? -1 : order.indexOf(cell.sheet), findings: [finding] });
    } else {
      known.findings.push(finding);
    }
  }
  return [...groups.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ group, findings }) => ({ ...group, findings: findings.sort(byGravity) }));
}

function byGravity(a: Finding, b: Finding): number {
  return GRAVITY[b.severity] - GRAVITY[a.severity];
}

/** The rules that were not applied, each in its own words, by the reason. */
export function groupSkipped(skipped: readonly Skipped[]): readonly { because: string; rules: readonly string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, statement = rule, because } of skipped) {
    const rules = reasons.get(because);
    if (rules === undefined) reasons.set(because, [statement]);
    else rules.push(statement);
  }
  return [...reasons].map(([because, rules]) => ({ because, rules }));
}
