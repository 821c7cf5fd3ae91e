import { columnNumber, formatA1, type CellRef } from './address';

const REFERENCE = /(?:('(?:[^']|'')+'|[^\s'!+\-*/^&=<>(),;:{}"]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])/gi;
const STRINGS = /"(?:[^"]|"")*"/g;
const LARGEST_AREA = 20_000;

/**
 * The cells a formula of a sheet reads directly: single cells and areas, on this or another sheet. Names, tables
 * and whole columns are not resolved; an area beyond any published table is left out.
 */
export function precedentsOf(formula: string, sheet: string): CellRef[] {
  const cells = new Map<string, CellRef>();
  for (const match of formula.replace(STRINGS, '""').matchAll(REFERENCE)) {
    const [, quoted, left = '', top = '', right = left, bottom = top] = match;
    const name = quoted === undefined ? sheet : quoted.replace(/^'|'$/g, '').replace(/''/g, "'");
    const [firstColumn, lastColumn] = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b) as [number, number];
    const [firstRow, lastRow] = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b) as [number, number];
    if ((lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > LARGEST_AREA) continue;
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        cells.set(`${name}!${formatA1(row, column)}`, { sheet: name, row, column });
      }
    }
  }
  return [...cells.values()];
}
