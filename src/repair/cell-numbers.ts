import type { CellRef } from '../workbook/address';

/** Numbers of cells, by their places: far faster to look up than by their names. */
export interface CellNumbers {
  /** The number of a cell; the next one, from 0 on, where it has none yet. */
  readonly numberOf: (cell: CellRef) => number;
  /** The number of a cell; undefined where it has none. */
  readonly find: (cell: CellRef) => number | undefined;
}

export function cellNumbers(): CellNumbers {
  const sheets = new Map<string, number[][]>();
  let given = 0;
  let name: string | null = null;
  let rows: number[][] = [];
  /** The rows of a sheet; one cell after the other is mostly of the same. */
  const rowsOf = (sheet: string): number[][] => {
    if (sheet === name) return rows;
    name = sheet;
    rows = sheets.get(sheet) ?? [];
    sheets.set(sheet, rows);
    return rows;
  };
  return {
    numberOf: ({ sheet, row, column }) => {
      const columns = (rowsOf(sheet)[row] ??= []);
      const known = columns[column];
      if (known !== undefined) return known;
      columns[column] = given;
      given += 1;
      return given - 1;
    },
    find: ({ sheet, row, column }) => rowsOf(sheet)[row]?.[column],
  };
}
