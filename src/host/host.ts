import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** How a highlighted cell is coloured. */
export type MarkKind = 'error' | 'warning' | 'rounding';

export interface Mark {
  readonly cell: CellRef;
  readonly kind: MarkKind;
}

/**
 * How a cell of a sheet of our own looks: running `text` that wraps, a bold `heading` that runs on over blank cells to
 * its right, the bold and tinted `header` of a column, an `amount` with two digits, an `input` that the user is meant
 * to fill in, a `note` that stands back, small and grey, and runs on like a heading.
 */
export type OwnStyle = 'text' | 'heading' | 'header' | 'amount' | 'input' | 'note';

/** A cell of a sheet of our own. Text is text: a leading = is no formula. */
export interface OwnCell {
  readonly value: string | number | null;
  readonly style: OwnStyle;
}

/** A sheet that the product makes, from its first cell on. */
export interface OwnSheet {
  readonly name: string;
  /** The width of each column in digits; a Chinese character takes two. */
  readonly columns: readonly number[];
  /** Rows may be shorter than there are columns, never longer. */
  readonly rows: readonly (readonly OwnCell[])[];
  /** How many rows stay in view at the top. */
  readonly frozenRows: number;
}

/**
 * The one door to a spreadsheet. Every method is all or nothing and throws a {@link HostError} when it cannot.
 * Implementations: Excel through Office.js, an .xlsx file, memory.
 */
export interface Host {
  /** Everything in the workbook. In Excel two round trips, whatever the number of sheets. */
  read(): Promise<WorkbookSnapshot>;
  /**
   * Writes all edits or none: `stale` names the cell where one no longer holds `from`; `protected`; `formula` where a
   * formula stands. With them it puts a memory in the place of the workbook's, null takes it out; left out, it stays.
   */
  write(edits: readonly CellEdit[], memory?: string | null): Promise<void>;
  /** Highlights exactly these cells; earlier marks go, also those of an earlier sitting. `mark([])` leaves no trace. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** Brings the cell before the user's eyes and selects it. */
  reveal(cell: CellRef): Promise<void>;
  /** The cell that the user has selected; of several the active one. */
  selection(): Promise<CellRef>;
  /**
   * Makes a sheet at the end of the workbook, or replaces all that is on the one of that name, where it stands; and
   * the memory, as `write` does.
   */
  writeSheet(sheet: OwnSheet, memory?: string | null): Promise<void>;
  /** Calls back after the user changed a cell; returns the way to stop it. */
  onChange(listener: () => void): () => void;
}
