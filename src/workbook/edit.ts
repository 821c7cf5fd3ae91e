import { formatCell, type CellRef } from './address';
import type { CellValue } from './snapshot';

/** One change of one cell, as data: what it holds now and what it shall hold. */
export interface CellEdit {
  readonly cell: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** The edits that undo these, last one first. */
export function invert(edits: readonly CellEdit[]): CellEdit[] {
  return edits.map(({ cell, from, to }) => ({ cell, from: to, to: from })).reverse();
}

/** One edit per cell: a later edit of the same cell takes over the earlier one's `from`; edits that change nothing go. */
export function compose(edits: readonly CellEdit[]): CellEdit[] {
  const byCell = new Map<string, CellEdit>();
  for (const edit of edits) {
    const key = formatCell(edit.cell);
    const earlier = byCell.get(key);
    byCell.set(key, earlier === undefined ? edit : { ...edit, from: earlier.from });
  }
  return [...byCell.values()].filter(({ from, to }) => from !== to);
}
