import type { CellValue } from '../../workbook/snapshot';
import type { Book } from './book';

/** Values of cells by sheet and `cellKey`. */
export type Values = ReadonlyMap<string, ReadonlyMap<number, CellValue>>;

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
