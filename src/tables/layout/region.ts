import type { Area } from '../../workbook/address';
import { isBlankValue, normaliseText } from '../../workbook/label';
import { cellAt, type Cell, type SheetSnapshot } from '../../workbook/snapshot';
import { figureOf, type Figure, type Unit } from '../../money/figure';

/** The rows of a sheet that may belong to one table: from its title to the row before the next title. */
export interface Region {
  readonly sheet: SheetSnapshot;
  /** Row and column of the title cell. */
  readonly titleRow: number;
  readonly titleColumn: number;
  /** First row that may hold the table's labels: some forms print them above the title. */
  readonly labelRow: number;
  /** Last row of the region. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The normalised text of a cell, '' when blank. */
export function textAt(region: Region, row: number, column: number): string {
  const { value } = cellAt(region.sheet, row, column);
  return value === null ? '' : normaliseText(String(value));
}

export function isBlankAt(region: Region, row: number, column: number): boolean {
  return isBlankValue(cellAt(region.sheet, row, column).value);
}

/** The words of a cell as printed, outer white space removed. */
export function printedAt(region: Region, row: number, column: number): string {
  const { value } = cellAt(region.sheet, row, column);
  return value === null ? '' : String(value).trim();
}

/** The columns of the region in which a row holds something. */
export function filledColumns(region: Region, row: number): number[] {
  const columns: number[] = [];
  for (let column = 0; column <= region.lastColumn; column += 1) {
    if (!isBlankAt(region, row, column)) columns.push(column);
  }
  return columns;
}

/** How many rows below the title hold something in at least so many columns. */
export function countRows(region: Region, leastColumns: number): number {
  let rows = 0;
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    if (filledColumns(region, row).length >= leastColumns) rows += 1;
  }
  return rows;
}

const NUMERIC = /^[+-]?\d+(?:,\d{3})*(?:\.\d*)?$/;

export function isNumericAt(region: Region, row: number, column: number): boolean {
  return NUMERIC.test(textAt(region, row, column));
}

/** A row that numbers the columns (栏次): the word, or nothing but 1, 2, 3 … in order. */
export function isColumnNumberRow(region: Region, row: number): boolean {
  const columns = filledColumns(region, row);
  if (columns.some((column) => textAt(region, row, column) === '栏次')) return true;
  const numbers = columns.map((column) => textAt(region, row, column));
  return numbers.length >= 3 && numbers.every((text, index) => text === String(index + 1));
}

const LABEL = /^(?:公开\d+表|财决.*表|(?:金额)?单位[:(]|\(?(?:金额)?单位:|部门:|编制(?:单位|部门):|单位名称:|部门名称:|填报单位:)/;

/** A row above the header that only carries the table's number, department or unit. */
export function isLabelRow(region: Region, row: number): boolean {
  const columns = filledColumns(region, row);
  return columns.length > 0 && columns.some((column) => LABEL.test(textAt(region, row, column)));
}

const NOTE = /^(?:注|备注|说明)\d*[:.、]|^注\d|^本(?:表|套|单位|部门|年度)|^我(?:单位|部门|局)|无数据/;

/**
 * A row under the table that holds one note, which may be repeated in every cell of a merged range, and no figures.
 * An item without amounts (3.公务接待费) is no sentence.
 */
export function isNoteRow(region: Region, row: number): boolean {
  const [text, another] = new Set(filledColumns(region, row).map((column) => textAt(region, row, column)));
  if (text === undefined || another !== undefined) return false;
  return NOTE.test(text) || (text.length > 24 && !NUMERIC.test(text)) || /^\d\.[^\d].*[。;]$/.test(text);
}

/** The notes under the table, from the given row on. */
export function notesFrom(region: Region, row: number): string[] {
  const notes: string[] = [];
  for (let at = row; at <= region.lastRow; at += 1) {
    const [first] = filledColumns(region, at);
    if (first !== undefined && isNoteRow(region, at)) notes.push(printedAt(region, at, first));
  }
  return notes;
}

/**
 * The headings above a column, outermost first. A heading over several columns is printed in the first of them
 * only, so a column takes the nearest heading to its left for every blank row above its own first heading, but
 * never one from beyond the start of the group it already stands in. Column numbers are no headings, and a heading
 * repeated in every row of a merged range is one.
 */
export function headingPath(region: Region, rows: readonly number[], column: number, firstColumn: number): string[] {
  const topOwn = rows.find((row) => isHeading(region, row, column));
  const path: string[] = [];
  let groupStart = firstColumn;
  for (const row of topOwn === undefined ? [] : rows) {
    let at = column;
    if (row < (topOwn ?? row)) while (at >= groupStart && !isHeading(region, row, at)) at -= 1;
    if (at < groupStart || !isHeading(region, row, at)) continue;
    const heading = textAt(region, row, at);
    if (path[path.length - 1] !== heading) path.push(heading);
    groupStart = at;
  }
  return path;
}

function isHeading(region: Region, row: number, column: number): boolean {
  return !isBlankAt(region, row, column) && !isNumericAt(region, row, column);
}

/** The figure of a cell of the region. */
export function figureAt(region: Region, row: number, column: number, label: string, unit: Unit): Figure {
  const cell: Cell = cellAt(region.sheet, row, column);
  return figureOf(label, { sheet: region.sheet.name, row, column }, cell, unit);
}

/** The smallest area from the title down to the last row that holds the given figures. */
export function areaOf(region: Region, figures: readonly Figure[]): Area {
  const columns = figures.map(({ cell }) => cell.column);
  return {
    top: region.titleRow,
    left: Math.min(region.titleColumn, ...columns),
    bottom: Math.max(region.titleRow, ...figures.map(({ cell }) => cell.row)),
    right: Math.max(region.titleColumn, ...columns),
  };
}
