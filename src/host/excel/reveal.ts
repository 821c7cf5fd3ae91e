import { formatA1, type CellRef } from '../../workbook/address';
import { HostError } from '../host-error';
import { blame, openSheets, sheetOf } from './sheets';

/** Brings a cell before the user's eyes and selects it, in one round trip. Throws `missing`, or `hidden`. */
export async function revealCell(context: Excel.RequestContext, cell: CellRef): Promise<void> {
  const sheets = openSheets(context, [cell.sheet]);
  const sheet = sheetOf(sheets, cell.sheet);
  sheet.activate();
  sheet.getRange(formatA1(cell.row, cell.column)).select();
  try {
    await context.sync();
  } catch (error) {
    const { name, visibility } = sheet.toJSON();
    if (name !== undefined && visibility !== 'Visible') throw new HostError('hidden', name, { cause: error });
    throw blame(error, sheets);
  }
}
