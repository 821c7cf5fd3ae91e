import { formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { cellAt, findSheet, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { Mark, MarkKind } from './host';
import { HostError } from './host-error';

/** The sheet of that name. Throws `missing`, or `protected` where its cells cannot be changed. */
export function changeableSheet(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new HostError('missing', name);
  if (sheet.protected) throw new HostError('protected', sheet.name);
  return sheet;
}

/**
 * Throws unless every edit can be written to this workbook: `missing`, `protected`, `formula`, or `stale` where a
 * cell no longer holds `from`. Of several edits of one cell each starts from what the one before left.
 */
export function assertWritable(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): void {
  const written = new Map<string, CellValue>();
  for (const { cell, from, to } of edits) {
    const sheet = changeableSheet(workbook, cell.sheet);
    const name = formatCell({ ...cell, sheet: sheet.name });
    const held = cellAt(sheet, cell.row, cell.column);
    if (held.formula !== null) throw new HostError('formula', name);
    if ((written.has(name) ? written.get(name) : held.value) !== from) throw new HostError('stale', name);
    written.set(name, to);
  }
}

const GRAVITY: Readonly<Record<MarkKind, number>> = { rounding: 0, warning: 1, error: 2 };

/**
 * One mark a cell, the graver kind where it is marked twice, its sheet spelt as in the workbook. Throws `missing`
 * or `protected` where a cell cannot be highlighted.
 */
export function settleMarks(workbook: WorkbookSnapshot, marks: readonly Mark[]): Mark[] {
  const settled = new Map<string, Mark>();
  for (const mark of marks) {
    const cell = { ...mark.cell, sheet: changeableSheet(workbook, mark.cell.sheet).name };
    const name = formatCell(cell);
    const { kind } = mark;
    const earlier = settled.get(name);
    if (earlier === undefined || GRAVITY[earlier.kind] < GRAVITY[kind]) settled.set(name, { cell, kind });
  }
  return [...settled.values()];
}
