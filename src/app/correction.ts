import type Decimal from 'decimal.js';
import type { CellEdit } from '../workbook/edit';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../workbook/snapshot';
import { toCellNumber, type Figure } from '../money/figure';

/** What a figure's cell holds in the workbook. */
export function heldBy(workbook: WorkbookSnapshot, figure: Figure): CellValue {
  const sheet = findSheet(workbook, figure.cell.sheet);
  return sheet === undefined ? null : cellAt(sheet, figure.cell.row, figure.cell.column).value;
}

/** What a figure's cell holds, in plain digits where it is a number, outer white space removed; '' for a blank cell. */
export function shownBy(workbook: WorkbookSnapshot, figure: Figure): string {
  return figure.blank ? '' : String(heldBy(workbook, figure) ?? '').normalize('NFKC').trim();
}

/** The edit that gives a figure another amount, in 万元, as a number in the unit of its table. */
export function correct(workbook: WorkbookSnapshot, figure: Figure, amount: Decimal): CellEdit {
  return { cell: figure.cell, from: heldBy(workbook, figure), to: toCellNumber(amount, figure.unit) };
}
