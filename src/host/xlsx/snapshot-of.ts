import { BLANK_CELL, type Cell, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { formatOf, styleAt, type Book, type BookSheet } from './book';
import { displayText } from './number-format';
import { cellKey, keyPosition } from './position';
import type { Values } from './recalculate';

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

/** Values of two maps in one, the later ones in the place of the earlier. */
export function mergeValues(earlier: Values, later: Values): Values {
  const merged = new Map(earlier);
  for (const [sheet, values] of later) merged.set(sheet, new Map([...(merged.get(sheet) ?? []), ...values]));
  return merged;
}

/** Values with one more; it goes where it is what the file holds anyway. */
export function withValue(book: Book, values: Values, sheet: string, key: number, value: CellValue): Values {
  const stored = book.sheets.find(({ name }) => name === sheet)?.content.cells.get(key)?.value ?? null;
  const onSheet = new Map(values.get(sheet) ?? []);
  if (value === stored) onSheet.delete(key);
  else onSheet.set(key, value);
  return new Map(values).set(sheet, onSheet);
}

/** The key of a cell in {@link Values}. */
export function keyOf(cell: { readonly row: number; readonly column: number }): number {
  return cellKey(cell.row, cell.column);
}
