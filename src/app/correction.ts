import type Decimal from 'decimal.js';
import type { CellEdit } from '../workbook/edit';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../workbook/snapshot';
import { readAmount } from '../money/amount';
import { formatAmount, isMoney, toCellNumber, type Figure } from '../money/figure';
import { toRateValue, withNumeral } from '../money/measure';

/** What a figure's cell holds in the workbook. */
export function heldBy(workbook: WorkbookSnapshot, figure: Figure): CellValue {
  const sheet = findSheet(workbook, figure.cell.sheet);
  return sheet === undefined ? null : cellAt(sheet, figure.cell.row, figure.cell.column).value;
}

/** What a figure's cell holds, in plain digits where it is a number, outer white space removed; '' for a blank cell. */
export function shownBy(workbook: WorkbookSnapshot, figure: Figure): string {
  if (figure.unit === '%' && typeof heldBy(workbook, figure) === 'number') return formatAmount(figure.exact, '%');
  return figure.blank ? '' : String(heldBy(workbook, figure) ?? '').normalize('NFKC').trim();
}

/**
 * The edit that gives a figure another amount, in 万元: a number in the unit of its table, or the words that the number
 * stands in with another number in them.
 */
export function correct(workbook: WorkbookSnapshot, figure: Figure, amount: Decimal): CellEdit {
  const from = heldBy(workbook, figure);
  return { cell: figure.cell, from, to: toHold(figure, amount, from) };
}

function toHold(figure: Figure, amount: Decimal, held: CellValue): CellValue {
  const { unit } = figure;
  if (typeof held === 'string' && readAmount(held).kind === 'unreadable') {
    return withNumeral(held, isMoney(unit) ? formatAmount(amount, unit) : String(toCellNumber(amount, unit)));
  }
  return unit === '%' ? toRateValue(amount, held) : toCellNumber(amount, unit);
}
