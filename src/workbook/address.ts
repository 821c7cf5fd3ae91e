/** A rectangle of cells, zero-based, both corners included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One cell of a workbook; row and column are zero-based. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Column letters of a zero-based column number: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Zero-based column number of column letters, in either case. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `C11` for a zero-based row and column. */
export function formatA1(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/**
 * `公开02表!C11`. The sheet name stands as the user sees it on its tab, never in Excel's
 * quotation marks: the last `!` separates, so every name can be read back.
 */
export function formatCell(cell: CellRef): string {
  return `${cell.sheet}!${formatA1(cell.row, cell.column)}`;
}

/** `A1:F21`, or `A1` for a single cell. */
export function formatArea(area: Area): string {
  const first = formatA1(area.top, area.left);
  const last = formatA1(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** Reads `公开02表!C11` back. Throws a RangeError on anything else. */
export function parseCell(text: string): CellRef {
  const at = text.lastIndexOf('!');
  const match = /^([A-Za-z]{1,3})([1-9]\d*)$/.exec(text.slice(at + 1));
  if (at < 0 || match === null) throw new RangeError(`不是单元格地址：${text}`);
  return { sheet: text.slice(0, at), row: Number(match[2]) - 1, column: columnNumber(match[1] ?? '') };
}

export function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
