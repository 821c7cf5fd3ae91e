import { formatA1, formatArea } from '../../workbook/address';
import { HostError } from '../host-error';
import type { OwnCell, OwnSheet, OwnStyle } from '../host';
import { AMOUNT_FORMAT, OWN_LOOKS } from '../own-styles';
import { addressOf, columnRuns, joinAddresses } from './areas';
import { toInput } from './cells';
import { queueMemory } from './memory';
import { codeOf } from './run';
import { knownSheet, type Sitting } from './sitting';

/** Characters written in one round trip; even at three bytes each far below the 5 MB of Excel on the web. */
const CHARACTERS_AT_ONCE = 500_000;
const CHARACTERS_A_NUMBER = 10;

/** Larger arrays Office.js cuts into pieces itself, and tells of changes in those pieces. */
const CELLS_AT_ONCE = 1500;

const ADDRESS_LIMIT = 4096;

/** A digit of 宋体 11, the normal font of a Chinese Excel. */
const POINTS_A_DIGIT = 6;

/** What Excel answers to the first action where the workbook is not as it was when it was last read. */
const OUT_OF_DATE: ReadonlySet<string> = new Set(['ItemNotFound', 'ItemAlreadyExists', 'AccessDenied']);

/**
 * Makes a sheet at the end of the workbook, or empties the one of that name and fills it anew. After a reading it is
 * known which, and all goes in one round trip whose first action fails, with nothing done, where that is no longer
 * true. Text is marked as such by an apostrophe: its cells stay General, where the effect of that is documented.
 * @throws HostError `protected`
 */
export async function writeOwnSheet(
  context: Excel.RequestContext,
  sitting: Sitting,
  content: OwnSheet,
  memory?: string | null,
): Promise<void> {
  if (sitting.snapshot !== null) {
    try {
      await fill(context, sitting, openAsKnown(context, sitting, content.name), content, memory);
      return;
    } catch (error) {
      if (!OUT_OF_DATE.has(codeOf(error))) throw error;
    }
  }
  await fill(context, sitting, await open(context, content.name), content, memory);
}

function openAsKnown({ workbook }: Excel.RequestContext, sitting: Sitting, name: string): Excel.Worksheet {
  const { worksheets } = workbook;
  if (knownSheet(sitting, name) === undefined) return worksheets.add(name);
  const sheet = worksheets.getItem(name);
  sheet.getRange().clear();
  return sheet;
}

async function open({ workbook }: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const { ExcelUtilities } = await import('@microsoft/office-js-helpers');
  try {
    return await ExcelUtilities.forceCreateSheet(workbook, name, true);
  } catch (error) {
    throw codeOf(error) === 'AccessDenied' ? new HostError('protected', name, { cause: error }) : error;
  }
}

async function fill(
  context: Excel.RequestContext,
  sitting: Sitting,
  sheet: Excel.Worksheet,
  { columns, rows, frozenRows }: OwnSheet,
  memory: string | null | undefined,
): Promise<void> {
  const { own } = sitting;
  const width = Math.max(columns.length, 1);
  const confirm = memory === undefined ? null : await queueMemory(context, sitting, memory);
  sheet.load('id');
  layOut(sheet, columns, rows);
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  let first = 0;
  for (const part of partsOf(rows.length === 0 ? [[]] : rows)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const addresses = piecesOf(part, Math.max(1, Math.floor(CELLS_AT_ONCE / width))).map((rowsOfPiece) => {
      const address = writeRows(sheet, width, rowsOfPiece, first);
      first += rowsOfPiece.length;
      return address;
    });
    await context.sync();
    own.sheets.add(sheet.id);
    for (const address of addresses) own.areas.add(`${sheet.id}!${address}`);
  }
  confirm?.();
}

function layOut(sheet: Excel.Worksheet, columns: readonly number[], rows: OwnSheet['rows']): void {
  const { format } = sheet.getRange(areaOf(0, rows.length, Math.max(columns.length, 1)));
  format.wrapText = true;
  format.verticalAlignment = 'Top';
  columns.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * POINTS_A_DIGIT;
  });
  for (const [style, addresses] of addressesByStyle(rows)) {
    const { bold, fill: tint, line, color, fontSize, wrap } = OWN_LOOKS[style];
    for (const some of joinAddresses(addresses, ADDRESS_LIMIT)) {
      const { format: look } = sheet.getRanges(some);
      if (bold) look.font.bold = true;
      if (color !== null) look.font.color = `#${color}`;
      if (fontSize !== null) look.font.size = fontSize;
      if (tint !== null) look.fill.color = `#${tint}`;
      if (line !== null) drawLine(look.borders.getItem('EdgeBottom'), `#${line}`);
      if (!wrap) look.wrapText = false;
    }
  }
}

function drawLine(border: Excel.RangeBorder, color: string): void {
  border.style = 'Continuous';
  border.color = color;
}

/** Where the cells of each style are that does not look like all others; each for itself where it is underlined. */
function addressesByStyle(rows: OwnSheet['rows']): Map<OwnStyle, string[]> {
  const cells = rows.flatMap((line, row) =>
    line.map(({ style }, column) => ({ style, cell: { sheet: '', row, column } })),
  );
  const styles = new Set(cells.map(({ style }) => style));
  styles.delete('text');
  return new Map(
    [...styles].map((wanted) => {
      const own = cells.filter(({ style }) => style === wanted);
      const isLined = OWN_LOOKS[wanted].line !== null;
      const each = ({ cell: { row, column } }: (typeof own)[number]): string => formatA1(row, column);
      return [wanted, isLined ? own.map(each) : columnRuns(own).map(addressOf)];
    }),
  );
}

/** Gives the address of what is written. */
function writeRows(sheet: Excel.Worksheet, width: number, rows: OwnSheet['rows'], first: number): string {
  const address = areaOf(first, rows.length, width);
  const range = sheet.getRange(address);
  const grid = <T>(what: (cell: OwnCell | undefined) => T): T[][] =>
    rows.map((line) => Array.from({ length: width }, (_, column) => what(line[column])));
  if (rows.some((line) => line.some(({ style }) => style === 'amount'))) {
    range.numberFormat = grid((cell) => (cell?.style === 'amount' ? AMOUNT_FORMAT : 'General'));
  }
  range.values = grid((cell) => toInput(cell === undefined || cell.value === '' ? null : cell.value, 'General'));
  range.format.autofitRows();
  return address;
}

function areaOf(top: number, height: number, width: number): string {
  return formatArea({ top, left: 0, bottom: top + Math.max(height, 1) - 1, right: width - 1 });
}

function piecesOf<T>(items: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let first = 0; first < items.length; first += size) pieces.push(items.slice(first, first + size));
  return pieces;
}

function partsOf(rows: OwnSheet['rows']): OwnSheet['rows'][number][][] {
  const parts: OwnSheet['rows'][number][][] = [[]];
  let characters = 0;
  for (const row of rows) {
    const size = row.reduce((sum, { value }) => {
      return sum + (typeof value === 'string' ? value.length : CHARACTERS_A_NUMBER);
    }, 0);
    if (characters + size > CHARACTERS_AT_ONCE) {
      parts.push([]);
      characters = 0;
    }
    characters += size;
    parts.at(-1)?.push(row);
  }
  return parts;
}
