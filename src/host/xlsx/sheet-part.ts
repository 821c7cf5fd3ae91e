import { columnNumber, type Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import type { Mark, MarkKind } from '../host';
import { isMarkFormula, markFormula } from '../marks';
import { readCellValue } from './cell-value';
import { shiftFormula } from './formula';
import { isTrue, scanXml, type Tag } from './xml';

/** A cell as the file holds it. */
export interface StoredCell {
  readonly value: CellValue;
  /** With its `=`, null where the value was typed. */
  readonly formula: string | null;
  /** Number of its cell format. */
  readonly style: number;
}

/** Columns that share a width and a format; zero-based, both included. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** In characters, null for the sheet's default. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** A row that is not like the others; its height in points, null for the default. */
export interface RowFormat {
  readonly height: number | null;
  readonly hidden: boolean;
  /** The format of its cells that are not in the file, null where the columns give it. */
  readonly style: number | null;
}

/** What a worksheet's part says. */
export interface SheetContent {
  /** By {@link cellKey}, row by row; blank cells only where they are formatted, and of those not endlessly many. */
  readonly cells: ReadonlyMap<number, StoredCell>;
  readonly rows: ReadonlyMap<number, RowFormat>;
  readonly columns: readonly ColumnRun[];
  readonly merges: readonly Area[];
  readonly protected: boolean;
  /** In points, null where the part does not say. */
  readonly defaultRowHeight: number | null;
  /** In characters, null where the part does not say. */
  readonly defaultColumnWidth: number | null;
  /** Cells that our conditional formats cover. */
  readonly marks: readonly Pick<Mark, 'kind'>[] & readonly MarkedArea[];
}

/** An area that one of our conditional formats covers. */
export interface MarkedArea {
  readonly area: Area;
  readonly kind: MarkKind;
}

const COLUMNS = 16384;
const MAX_FORMATTED_BLANKS = 200_000;

/** One number for a position in a sheet; keys are ordered row by row. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** The zero-based row of a key. */
export function rowOf(key: number): number {
  return Math.floor(key / COLUMNS);
}

/** The zero-based column of a key. */
export function columnOf(key: number): number {
  return key % COLUMNS;
}

/** Zero-based position of `C11`, undefined where it is none. */
export function parsePosition(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference);
  return match === null ? undefined : { row: Number(match[2]) - 1, column: columnNumber(match[1] ?? '') };
}

/** The areas of an `sqref`: `A1:B2 D4`. */
export function parseAreas(references: string): Area[] {
  return references.split(/\s+/).flatMap((reference) => {
    const [from = '', to = from] = reference.split(':');
    const first = parsePosition(from);
    const last = parsePosition(to);
    if (first === undefined || last === undefined) return [];
    return [{ top: first.row, left: first.column, bottom: last.row, right: last.column }];
  });
}
