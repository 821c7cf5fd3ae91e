import { formatArea } from '../../workbook/address';
import { HostError } from '../host-error';
import type { TextRow, TextSheet } from '../host';
import { joinAddresses } from './areas';
import { toInput } from './cells';
import type { Sitting } from './sitting';

/** Characters written in one round trip; even at three bytes each far below the 5 MB of Excel on the web. */
const CHARACTERS_AT_ONCE = 500_000;

const ADDRESS_LIMIT = 4096;

/** A line of about 50 Chinese characters, in points. */
const COLUMN_WIDTH = 600;

/**
 * Creates the sheet at the end of the workbook or empties the one of that name, and writes one paragraph a row.
 * Every paragraph is marked as text by an apostrophe: the cells stay General, where its effect is documented.
 */
export async function writeTextSheet(
  context: Excel.RequestContext,
  sitting: Sitting,
  { name, rows }: TextSheet,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/protection/protected');
  await context.sync();
  const known = worksheets.items.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (known?.protection.protected === true) throw new HostError('protected', known.name);
  if (known !== undefined) sitting.own.sheets.add(known.id);
  const last = worksheets.items.length - (known === undefined ? 0 : 1);

  const { ExcelUtilities } = await import('@microsoft/office-js-helpers');
  const sheet = await ExcelUtilities.forceCreateSheet(context.workbook, name, true);
  sheet.load('id');
  sheet.position = last;
  layOut(sheet, rows);
  let first = 0;
  for (const part of partsOf(rows)) {
    await writeRows(context, sheet, part, first);
    sitting.own.sheets.add(sheet.id);
    first += part.length;
  }
}

function layOut(sheet: Excel.Worksheet, rows: readonly TextRow[]): void {
  const { format } = sheet.getRange(rowsAddress(0, rows.length));
  format.columnWidth = COLUMN_WIDTH;
  format.wrapText = true;
  format.verticalAlignment = 'Top';
  const headings = rows.flatMap(({ heading }, row) => (heading ? [rowsAddress(row, 1)] : []));
  for (const addresses of joinAddresses(headings, ADDRESS_LIMIT)) sheet.getRanges(addresses).format.font.bold = true;
}

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly TextRow[],
  first: number,
): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const range = sheet.getRange(rowsAddress(first, rows.length));
  range.values = rows.map(({ text }) => [toInput(text === '' ? null : text, 'General')]);
  range.format.autofitRows();
  await context.sync();
}

function rowsAddress(first: number, count: number): string {
  return formatArea({ top: first, left: 0, bottom: first + Math.max(count, 1) - 1, right: 0 });
}

function partsOf(rows: readonly TextRow[]): TextRow[][] {
  const parts: TextRow[][] = [];
  let characters = CHARACTERS_AT_ONCE;
  for (const row of rows) {
    characters += row.text.length;
    if (characters > CHARACTERS_AT_ONCE) {
      parts.push([]);
      characters = row.text.length;
    }
    parts.at(-1)?.push(row);
  }
  return parts;
}
