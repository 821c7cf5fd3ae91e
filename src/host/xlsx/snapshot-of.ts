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

/** What a cell of a file shows as long as nobody changes it: written once, a large sheet is quick after every edit. */
const STORED = new WeakMap<object, Cell>();

/** A book as it stands with these values in the place of those in the file. */
export function snapshotOf(book: Book, name: string, values: Values): WorkbookSnapshot {
  return { name, sheets: book.sheets.map((sheet) => sheetSnapshot(book, sheet, values.get(sheet.name) ?? new Map())) };
}

function sheetSnapshot(book: Book, sheet: BookSheet, values: ReadonlyMap<number, CellValue>): SheetSnapshot {
  const { content } = sheet;
  const rows: Cell[][] = [];
  const shown = (key: number, value: CellValue, formula: string | null): Cell => {
    const { row, column } = keyPosition(key);
    const pattern = formatOf(book, styleAt(content, row, column)).numberFormat;
    return { value, text: displayText(pattern, value, book.date1904), formula };
  };
  const put = (key: number, cell: Cell): void => {
    if (cell.value === null && cell.formula === null) return;
    const { row, column } = keyPosition(key);
    const line = (rows[row] ??= []);
    while (line.length < column) line.push(BLANK_CELL);
    line[column] = cell;
  };
  for (const [key, stored] of content.cells) {
    const value = values.get(key);
    if (value !== undefined) {
      put(key, shown(key, value, stored.formula));
      continue;
    }
    const cell = STORED.get(stored) ?? shown(key, stored.value, stored.formula);
    STORED.set(stored, cell);
    put(key, cell);
  }
  for (const [key, value] of values) if (!content.cells.has(key)) put(key, shown(key, value, null));
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    protected: content.protected,
    rows: Array.from({ length: rows.length }, (_, row) => rows[row] ?? NO_CELLS),
  };
}
