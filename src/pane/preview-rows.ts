import type { RepairRow } from '../app/assistant';

/** So many characters fit beside a label. */
const LONGEST_AMOUNT = 14;

/** Whether a row changes the words of a paragraph, not an amount. */
export function isParagraph({ edit }: RepairRow): boolean {
  return typeof edit.to === 'string' && edit.to.length > LONGEST_AMOUNT;
}

/** The rows under the titles of their tables. */
export function groupRows(rows: readonly RepairRow[]): readonly { table: string; rows: readonly RepairRow[] }[] {
  const groups = new Map<string, RepairRow[]>();
  for (const row of rows) {
    const members = groups.get(row.table);
    if (members === undefined) groups.set(row.table, [row]);
    else members.push(row);
  }
  return [...groups].map(([table, members]) => ({ table, rows: members }));
}
