import { formatArea, type CellRef } from '../../workbook/address';

/** Cells of one column that follow one another downwards, so that Excel can be addressed once for all of them. */
export interface Run<T> {
  readonly sheet: string;
  readonly column: number;
  /** Zero-based row of the first item; the others follow. */
  readonly top: number;
  readonly items: readonly T[];
}

/** Groups things that stand in cells, at most one a cell, into runs, sheet by sheet in the order of first appearance. */
export function columnRuns<T extends { readonly cell: CellRef }>(things: readonly T[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const onSheet of bySheet(things).values()) {
    const sorted = [...onSheet].sort((a, b) => a.cell.column - b.cell.column || a.cell.row - b.cell.row);
    for (const thing of sorted) {
      const last = runs.at(-1);
      const { sheet, row, column } = thing.cell;
      const continues = last?.sheet === sheet && last.column === column && last.top + last.items.length === row;
      if (last !== undefined && continues) runs[runs.length - 1] = { ...last, items: [...last.items, thing] };
      else runs.push({ sheet, column, top: row, items: [thing] });
    }
  }
  return runs;
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
    if (last !== undefined && last.length + 1 + address.length <= limit) joined[joined.length - 1] = `${last},${address}`;
    else joined.push(address);
  }
  return joined;
}
