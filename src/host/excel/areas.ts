import { formatArea, type CellRef } from '../../workbook/address';

/** Cells of one column that follow one another downwards, so that Excel can be addressed once for all of them. */
export interface Run<T> {
  readonly sheet: string;
  readonly column: number;
  /** Zero-based row of the first item; the others follow. */
  readonly top: number;
  readonly items: readonly T[];
}

/** Groups things that stand in cells, at most one a cell, into runs; sheets in the order of their first appearance. */
export function columnRuns<T extends { readonly cell: CellRef }>(things: readonly T[]): Run<T>[] {
  return [...bySheet(things).values()].flatMap(runsOnSheet);
}

function runsOnSheet<T extends { readonly cell: CellRef }>(things: readonly T[]): Run<T>[] {
  const sorted = [...things].sort((a, b) => a.cell.column - b.cell.column || a.cell.row - b.cell.row);
  const starts = sorted.flatMap(({ cell: { row, column } }, index) => {
    const above = sorted[index - 1]?.cell;
    return above?.column === column && above.row + 1 === row ? [] : [index];
  });
  return starts.flatMap((start, index): Run<T>[] => {
    const items = sorted.slice(start, starts[index + 1]);
    const first = items[0]?.cell;
    return first === undefined ? [] : [{ sheet: first.sheet, column: first.column, top: first.row, items }];
  });
}

/** `B4:B7` */
export function addressOf({ top, column, items }: Run<unknown>): string {
  return formatArea({ top, left: column, bottom: top + items.length - 1, right: column });
}

/** Things by the sheet they stand on; names that differ only in case are one sheet, as in Excel. */
export function bySheet<T extends { readonly cell: CellRef }>(things: readonly T[]): Map<string, T[]> {
  const sheets = new Map<string, T[]>();
  for (const thing of things) {
    const key = thing.cell.sheet.toLowerCase();
    const known = sheets.get(key);
    if (known === undefined) sheets.set(key, [thing]);
    else known.push(thing);
  }
  return sheets;
}

/** Joins addresses with commas into as few texts as possible, none of them longer than the limit. */
export function joinAddresses(addresses: readonly string[], limit: number): string[] {
  const joined: string[] = [];
  for (const address of addresses) {
    const last = joined.at(-1);
    const fits = last !== undefined && last.length + 1 + address.length <= limit;
    if (fits) joined[joined.length - 1] = `${last},${address}`;
    else joined.push(address);
  }
  return joined;
}
