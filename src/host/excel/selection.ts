import type { CellRef } from '../../workbook/address';

/** The active cell, in one round trip. */
export async function readSelection({ workbook }: Excel.RequestContext): Promise<CellRef> {
  const cell = workbook.getActiveCell();
  cell.load('rowIndex,columnIndex,worksheet/name');
  await workbook.context.sync();
  const { worksheet, rowIndex: row, columnIndex: column } = cell;
  return { sheet: worksheet.name, row, column };
}
