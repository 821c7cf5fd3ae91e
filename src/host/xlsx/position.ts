import { columnNumber, type Area } from '../../workbook/address';
import type { Tag } from './xml';

/** A zero-based place in a sheet. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

const COLUMNS = 16384;

/** One number for a place in a sheet; keys are ordered row by row. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** The place of a {@link cellKey}. */
export function keyPosition(key: number): Position {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}

/** The place of `C11`, undefined where it is none. */
function parsePosition(reference: string): Position | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference);
  return match === null ? undefined : { row: Number(match[2]) - 1, column: columnNumber(match[1] ?? '') };
}

/** The areas of a `sqref` as `A1:B2 D4`. */
export function parseAreas(references: string): Area[] {
  return references.split(/\s+/).flatMap((reference) => {
    const [from = '', to = from] = reference.split(':');
    const first = parsePosition(from);
    const last = parsePosition(to);
    if (first === undefined || last === undefined) return [];
    return [{ top: first.row, left: first.column, bottom: last.row, right: last.column }];
  });
}

/** Where the rows and cells of a sheet stand, also where their tags leave it to their order. */
export interface Cursor {
  /** To be told of each row's tag; its zero-based number. */
  enterRow(tag: Tag): number;
  /** To be told of each cell's tag; its zero-based column. */
  enterCell(tag: Tag): number;
}

/** A cursor before the first row. */
export function createCursor(): Cursor {
  let row = -1;
  let column = -1;
  return {
    enterRow: ({ attributes }) => {
      row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
      column = -1;
      return row;
    },
    enterCell: ({ attributes }) => {
      column = parsePosition(attributes['r'] ?? '')?.column ?? column + 1;
      return column;
    },
  };
}
