import { areaOf, type GridSheet, type MergeIndex, type Place } from './grid-sheet';

/** A key that moves the active cell, as the browser names it. */
export interface Move {
  readonly key: string;
  readonly ctrl: boolean;
  /** Rows in sight, for a page up or down. */
  readonly page: number;
}

/**
 * Where a key leads from a cell, null where it is no key that moves. A merged area is passed in one step and entered
 * at its first cell; hidden rows and columns are passed over; the sheet's edge holds.
 */
export function moveFrom(sheet: GridSheet, merges: MergeIndex, at: Place, { key, ctrl, page }: Move): Place | null {
  const { top, left, bottom, right } = areaOf(merges, at);
  const lastRow = sheet.heights.length - 1;
  const lastColumn = sheet.widths.length - 1;
  const to = (row: number, column: number): Place => {
    const area = areaOf(merges, { row: clamp(row, lastRow), column: clamp(column, lastColumn) });
    return { row: area.top, column: area.left };
  };
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : nextShown(sheet.heights, top, -1), left);
    case 'ArrowDown':
      return to(ctrl ? lastRow : nextShown(sheet.heights, bottom, 1), left);
    case 'ArrowLeft':
      return to(top, ctrl ? 0 : nextShown(sheet.widths, left, -1));
    case 'ArrowRight':
      return to(top, ctrl ? lastColumn : nextShown(sheet.widths, right, 1));
    case 'Home':
      return to(ctrl ? 0 : top, 0);
    case 'End':
      return to(ctrl ? lastRow : top, lastColumn);
    case 'PageUp':
      return ctrl ? null : to(top - page, left);
    case 'PageDown':
      return ctrl ? null : to(bottom + page, left);
    default:
      return null;
  }
}

/** The next index in a direction that is not hidden; the one given where there is none. */
function nextShown(sizes: readonly number[], from: number, step: 1 | -1): number {
  for (let index = from + step; index >= 0 && index < sizes.length; index += step) {
    if ((sizes[index] ?? 0) > 0) return index;
  }
  return from;
}

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last);
