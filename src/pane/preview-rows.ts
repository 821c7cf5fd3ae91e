import type { RepairPreview, RepairRow } from '../app/assistant';
import { isSameCell } from '../workbook/address';
import type { RepairDecision } from './state';

/** So many characters fit beside a label. */
const LONGEST_AMOUNT = 14;

/** Whether a row changes the words of a paragraph, not an amount. */
export function isParagraph({ edit }: RepairRow): boolean {
  return typeof edit.to === 'string' && edit.to.length > LONGEST_AMOUNT;
}

/** The rows that are written: all but those the user unticked. */
export function writtenRows({ rows }: RepairPreview, { omitted }: RepairDecision): readonly RepairRow[] {
  return rows.filter(({ edit }) => !omitted.some((cell) => isSameCell(cell, edit.cell)));
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
