import type { Area } from '../../workbook/address';
import { cellAt, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { Mark } from '../host';
import { formatOf, styleAt, type Book, type BookSheet } from './book';
import type { SheetContent } from './sheet-part';
import { PLAIN_FORMAT, type CellStyle } from './styles';
import { columnPixels, digitPixels, LINE_HEIGHT, lineCount, PIXELS_PER_POINT } from './text-layout';

/** A cell as a grid shows it. */
export interface CellView {
  /** As Excel displays it; '' for a blank cell. */
  readonly text: string;
  readonly value: CellValue;
  /** With its leading =; null where the cell holds none. */
  readonly formula: string | null;
  readonly style: CellStyle;
}

/** A worksheet as a grid shows it, as far as anything is in it. */
export interface SheetView {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** In pixels, one a column; 0 for a hidden one. */
  readonly columnWidths: readonly number[];
  /** In pixels, one a row; 0 for a hidden one. */
  readonly rowHeights: readonly number[];
  /** Cells shown as one, with the content and style of the top left one. */
  readonly merges: readonly Area[];
  /** The cell at a zero-based place, also outside what is used. */
  cellAt(row: number, column: number): CellView;
}

/** A workbook as a grid shows it, with what was written to it since it was opened. */
export interface WorkbookView {
  readonly name: string;
  readonly sheets: readonly SheetView[];
  readonly marks: readonly Mark[];
}

const DEFAULT_ROW_POINTS = 15;
const DEFAULT_COLUMN_CHARACTERS = 8;
const MAX_ROW_PIXELS = 546;

/** How a book looks with a snapshot's contents. */
export function viewOf(book: Book, snapshot: WorkbookSnapshot, marks: readonly Mark[]): WorkbookView {
  const digit = digitPixels(book.styles.normalFontSize);
  const sheets = snapshot.sheets.flatMap((sheet, index) => {
    const stored = book.sheets[index];
    return stored === undefined ? [] : [sheetView(book, stored, sheet, digit)];
  });
  return { name: snapshot.name, sheets, marks };
}

function sheetView(book: Book, { content }: BookSheet, sheet: SheetSnapshot, digit: number): SheetView {
  const styleOf = (row: number, column: number): CellStyle => formatOf(book, styleAt(content, row, column)).style;
  const merges = content.merges.filter(({ top, left }) => cellAt(sheet, top, left).text !== '');
  const rowCount = Math.max(sheet.rows.length, ...merges.map(({ bottom }) => bottom + 1));
  const widest = sheet.rows.reduce((width, { length }) => Math.max(width, length), 0);
  const columnCount = Math.max(widest, ...merges.map(({ right }) => right + 1));
  const columnWidths = Array.from({ length: columnCount }, (_, column) => widthOf(content, column, digit));
  const tall = keysOf(merges.filter(({ top, bottom }) => bottom > top));
  const wide = keysOf(merges.filter(({ top, bottom }) => bottom === top));
  const fitted = (row: number): number => {
    const lines = (sheet.rows[row] ?? []).map(({ text }, column) => {
      const key = `${row} ${column}`;
      const style = text === '' || tall.has(key) ? PLAIN_FORMAT.style : styleOf(row, column);
      const count = style.wrap && !wide.has(key) ? lineCount(text, columnWidths[column] ?? 0, style.fontSize) : 1;
      return count * style.fontSize * PIXELS_PER_POINT * LINE_HEIGHT;
    });
    return Math.min(MAX_ROW_PIXELS, Math.round(Math.max(...lines, defaultRowPixels(content))));
  };
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount,
    columnCount,
    columnWidths,
    rowHeights: Array.from({ length: rowCount }, (_, row) => {
      const format = content.rows.get(row);
      if (format?.hidden === true) return 0;
      const height = format?.height ?? null;
      return height === null ? fitted(row) : Math.round(height * PIXELS_PER_POINT);
    }),
    merges,
    cellAt: (row, column) => {
      const { text, value, formula } = cellAt(sheet, row, column);
      return { text, value, formula, style: styleOf(row, column) };
    },
  };
}

function keysOf(merges: readonly Area[]): Set<string> {
  return new Set(merges.map(({ top, left }) => `${top} ${left}`));
}

function defaultRowPixels({ defaultRowHeight }: SheetContent): number {
  return (defaultRowHeight ?? DEFAULT_ROW_POINTS) * PIXELS_PER_POINT;
}

function widthOf({ columns, defaultColumnWidth }: SheetContent, column: number, digit: number): number {
  const run = columns.find(({ first, last }) => column >= first && column <= last);
  if (run?.hidden === true) return 0;
  const width = run?.width ?? defaultColumnWidth;
  if (width === null) return Math.ceil((DEFAULT_COLUMN_CHARACTERS * digit + 5) / 8) * 8;
  return columnPixels(width, digit);
}
