import type { MarkKind } from '../../host/host';
import type { SheetView, WorkbookView } from '../../host/xlsx/view';
import type { GridCell, GridSheet } from './grid-sheet';

const SPARE_ROWS = 20;
const SPARE_COLUMNS = 4;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
const ROW_HEIGHT = 20;
const COLUMN_WIDTH = 72;

/** A sheet of a workbook as the grid draws it, with its marks and some blank cells around what is used. */
export function gridSheetOf({ marks }: WorkbookView, sheet: SheetView): GridSheet {
  const kinds = new Map<string, MarkKind>();
  for (const { cell, kind } of marks) if (cell.sheet === sheet.name) kinds.set(`${cell.row} ${cell.column}`, kind);
  const known = new Map<string, GridCell>();
  return {
    name: sheet.name,
    widths: padded(sheet.columnWidths, Math.max(LEAST_COLUMNS, sheet.columnCount + SPARE_COLUMNS), COLUMN_WIDTH),
    heights: padded(sheet.rowHeights, Math.max(LEAST_ROWS, sheet.rowCount + SPARE_ROWS), ROW_HEIGHT),
    merges: sheet.merges,
    cellAt(row, column) {
      const key = `${row} ${column}`;
      const drawn = known.get(key);
      if (drawn !== undefined) return drawn;
      const { text, value, style } = sheet.cellAt(row, column);
      const cell = { text, numeric: typeof value === 'number', style, mark: kinds.get(key) ?? null };
      known.set(key, cell);
      return cell;
    },
  };
}

function padded(sizes: readonly number[], length: number, size: number): readonly number[] {
  return Array.from({ length }, (_, index) => sizes[index] ?? size);
}
