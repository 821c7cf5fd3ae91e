import type { CellRef } from '../workbook/address';

/** Numbers of cells, by their places: far faster to look up than by their names. */
export class CellNumbers {
  private readonly sheets = new Map<string, number[][]>();
  private given = 0;
  private sheet: string | null = null;
  private rows: number[][] = [];

  /** The number of a cell; the next one, from 0 on, where it has none yet. */
  numberOf({ sheet, row, column }: CellRef): number {
    const columns = (this.rowsOf(sheet)[row] ??= []);
    const known = columns[column];
    if (known !== undefined) return known;
    const number = this.given;
    columns[column] = number;
    this.given += 1;
    return number;
  }

  /** The number of a cell; undefined where it has none. */
  find({ sheet, row, column }: CellRef): number | undefined {
    return this.rowsOf(sheet)[row]?.[column];
  }

  /** The rows of a sheet; one cell after the other is mostly of the same. */
  private rowsOf(sheet: string): number[][] {
    if (sheet === this.sheet) return this.rows;
    this.sheet = sheet;
    this.rows = this.sheets.get(sheet) ?? [];
    this.sheets.set(sheet, this.rows);
    return this.rows;
  }
}
