import {
  BLANK_CELL,
  type Cell,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import { formatOf, styleAt, type Book, type BookSheet } from './book';
import { displayText } from './number-format';
import { keyPosition } from './position';
import type { Values } from './values';

const NO_CELLS: readonly Cell[] = Object.freeze([]);

/** A book as it stands with these values in the place of those in the file. */
export function snapshotOf(book: Book, name: string, values: Values): WorkbookSnapshot {
  return { name, sheets: book.sheets.map((sheet) => sheetSnapshot(book, sheet, values.get(sheet.name) ?? new Map())) };
}

function sheetSnapshot(book: Book, sheet: BookSheet, values: ReadonlyMap<number, CellValue>): SheetSnapshot {
  const { content } = sheet;
  const rows: Cell[][] = [];
  const put = (key: number, value: CellValue, formula: string | null): void => {
    if (value === null && formula === null) return;
    const { row, column } = keyPosition(key);
    const line = (rows[row] ??= []);
    while (line.length < column) line.push(BLANK_CELL);
    const pattern = formatOf(book, styleAt(content, row, column)).numberFormat;
    line[column] = { value, text: displayText(pattern, value, book.date1904), formula };
  };
  for (const [key, cell] of content.cells) {
    const value = values.get(key);
    put(key, value === undefined ? cell.value : value, cell.formula);
  }
  for (const [key, value] of values) if (!content.cells.has(key)) put(key, value, null);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    protected: content.protected,
    rows: Array.from({ length: rows.length }, (_, row) => rows[row] ?? NO_CELLS),
  };
}
