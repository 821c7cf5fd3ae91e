import type { Area } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';

/** How a cell of the sample looks. */
export type CellStyle = 'title' | 'corner' | 'caption' | 'header' | 'text' | 'amount' | 'number' | 'note' | 'heading' | 'plain';

export interface CellSpec {
  readonly value: CellValue;
  readonly style: CellStyle;
}

/** A cell by what it means: 'revenue', '2070104', 'total'. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** A rectangle of cells, wherever it will stand; `cells[row][column]` may be missing. */
export interface Block {
  readonly cells: readonly (readonly (CellSpec | undefined)[])[];
  readonly merges: readonly Area[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly places: readonly { readonly place: Place; readonly row: number; readonly column: number }[];
}

/** Puts cells into a block, one by one. */
export interface BlockBuilder {
  put(row: number, column: number, value: CellValue, style: CellStyle, place?: Place): void;
  /** Merges a rectangle; value and style stand in its first cell. */
  merge(area: Area, value: CellValue, style: CellStyle): void;
  build(widths: readonly number[]): Block;
}

export function newBlock(): BlockBuilder {
  const cells: CellSpec[][] = [];
  const merges: Area[] = [];
  const places: { place: Place; row: number; column: number }[] = [];
  const rowAt = (row: number): CellSpec[] => {
    while (cells.length <= row) cells.push([]);
    return cells[row] ?? [];
  };
  const put: BlockBuilder['put'] = (row, column, value, style, place) => {
    rowAt(row)[column] = { value, style };
    if (place) places.push({ place, row, column });
  };
  return {
    put,
    merge(area, value, style) {
      put(area.top, area.left, value, style);
      for (let row = area.top; row <= area.bottom; row += 1) rowAt(row);
      if (area.top !== area.bottom || area.left !== area.right) merges.push(area);
    },
    build: (widths) => ({ cells, merges, widths, places }),
  };
}

/** A merged rectangle on one row. */
export function across(row: number, left: number, right: number): Area {
  return { top: row, left, bottom: row, right };
}

/** A merged rectangle in one column. */
export function down(top: number, bottom: number, column: number): Area {
  return { top, left: column, bottom, right: column };
}

/** The same block further down and to the right. */
export function shifted(block: Block, rows: number, columns: number): Block {
  return {
    cells: [
      ...Array.from({ length: rows }, () => []),
      ...block.cells.map((line) => [...Array.from({ length: columns }, () => undefined), ...line]),
    ],
    merges: block.merges.map(({ top, left, bottom, right }) => ({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    })),
    widths: [...Array.from({ length: columns }, () => 4), ...block.widths],
    places: block.places.map(({ place, row, column }) => ({ place, row: row + rows, column: column + columns })),
  };
}

/** One block below the other. */
export function stacked(above: Block, below: Block, gap: number): Block {
  const moved = shifted(below, above.cells.length + gap, 0);
  return {
    cells: [...above.cells, ...moved.cells.slice(above.cells.length)],
    merges: [...above.merges, ...moved.merges],
    widths: Array.from({ length: Math.max(above.widths.length, below.widths.length) }, (_, column) =>
      Math.max(above.widths[column] ?? 0, below.widths[column] ?? 0),
    ),
    places: [...above.places, ...moved.places],
  };
}

/** The same block with the value of every merged rectangle in each of its cells. */
export function withRepeatedMerges(block: Block): Block {
  const cells = block.cells.map((line) => [...line]);
  for (const { top, left, bottom, right } of block.merges) {
    const spec = cells[top]?.[left];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) if (spec !== undefined) (cells[row] ??= [])[column] = spec;
    }
  }
  return { ...block, cells };
}

/** The same block with blank cells to the right of it and under it. */
export function padded(block: Block, rows: number, columns: number): Block {
  if (rows + columns === 0) return block;
  const blank: CellSpec = { value: null, style: 'plain' };
  const width = columns + Math.max(0, ...block.cells.map((line) => line.length));
  const filled = (line: readonly (CellSpec | undefined)[]): CellSpec[] =>
    Array.from({ length: width }, (_, column) => line[column] ?? blank);
  return { ...block, cells: [...block.cells, ...Array.from({ length: rows }, () => [])].map(filled) };
}
