import type { CellStyle } from '../../host/xlsx/styles';
import type { MarkKind } from '../../host/host';
import { formatA1, type Area } from '../../workbook/address';

/** A zero-based place in a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell as the grid draws it. */
export interface GridCell {
  readonly text: string;
  /** What the cell holds is a number: it stands to the right. */
  readonly numeric: boolean;
  readonly style: CellStyle;
  readonly mark: MarkKind | null;
}

/** A sheet as the grid draws it: sizes in CSS pixels, 0 for a hidden row or column. */
export interface GridSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly merges: readonly Area[];
  cellAt(row: number, column: number): GridCell;
}

/** Which merged area each cell of a sheet belongs to. */
export interface MergeIndex {
  areaAt(row: number, column: number): Area | null;
}

/** Looks merged areas up by cell. */
export function indexMerges(merges: readonly Area[]): MergeIndex {
  const byRow = new Map<number, Area[]>();
  for (const area of merges) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const areas = byRow.get(row);
      if (areas === undefined) byRow.set(row, [area]);
      else areas.push(area);
    }
  }
  return {
    areaAt: (row, column) => byRow.get(row)?.find(({ left, right }) => column >= left && column <= right) ?? null,
  };
}

/** The area a cell is drawn in: the merged one that it begins, or itself. */
export function areaOf(merges: MergeIndex, { row, column }: Place): Area {
  return merges.areaAt(row, column) ?? { top: row, left: column, bottom: row, right: column };
}

/** The sum of the sizes from one index to another, both included. */
export function sizeBetween(sizes: readonly number[], first: number, last: number): number {
  let sum = 0;
  for (let index = first; index <= last; index += 1) sum += sizes[index] ?? 0;
  return sum;
}

/** Halves of an em: what a text is about as wide as, without measuring it. A Chinese character is two. */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text) units += character.charCodeAt(0) > 0xff ? 2 : 1.1;
  return units;
}

/** Columns, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The columns a cell's text is drawn over: text that is longer than its cell runs over blank cells beside it, away
 * from the side it is aligned to, as in every spreadsheet; numbers, wrapped text and merged cells keep to their own.
 */
export function textSpan(sheet: GridSheet, merges: MergeIndex, place: Place): Span {
  const { row } = place;
  const { text, numeric, style } = sheet.cellAt(row, place.column);
  const area = areaOf(merges, place);
  let { left: first, right: last } = area;
  if (text === '' || numeric || style.wrap || first < last || area.top < area.bottom) return { first, last };
  const isFree = (column: number): boolean =>
    column >= 0 && column < sheet.widths.length &&
    sheet.cellAt(row, column).text === '' && merges.areaAt(row, column) === null;
  const needed = (textUnits(text) * style.fontSize * PIXELS_PER_POINT) / 2 + 2 * CELL_PADDING;
  let missing = needed - (sheet.widths[first] ?? 0);
  if (style.horizontal === 'center') missing /= 2;
  if (style.horizontal !== 'right') {
    for (let room = missing; room > 0 && isFree(last + 1); room -= sheet.widths[last] ?? 0) last += 1;
  }
  if (style.horizontal === 'right' || style.horizontal === 'center') {
    for (let room = missing; room > 0 && isFree(first - 1); room -= sheet.widths[first] ?? 0) first -= 1;
  }
  return { first, last };
}

export const PIXELS_PER_POINT = 4 / 3;
export const CELL_PADDING = 3;

/** The id of a cell's element, for `aria-activedescendant`. */
export function cellId({ row, column }: Place): string {
  return `cell-${formatA1(row, column)}`;
}
