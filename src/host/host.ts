import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** How a highlighted cell is coloured. */
export type MarkKind = 'error' | 'warning' | 'rounding';

export interface Mark {
  readonly cell: CellRef;
  readonly kind: MarkKind;
}

/** A row of a text sheet; `heading` rows are set bold. */
export interface TextRow {
  readonly text: string;
  readonly heading: boolean;
}

/** A sheet of paragraphs that the product owns: one paragraph a row, in column A. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly TextRow[];
}

/**
 * The one door to a spreadsheet. Every method is all or nothing and throws a {@link HostError} when it cannot.
 * Implementations: Excel through Office.js, an .xlsx file, memory.
 */
export interface Host {
  /** Everything in the workbook. In Excel two round trips, whatever the number of sheets. */
  read(): Promise<WorkbookSnapshot>;
  /** Writes all edits or none: `stale` names the cell where one no longer holds `from`; `protected`; `formula` where a formula stands. */
  write(edits: readonly CellEdit[]): Promise<void>;
  /** Highlights exactly these cells; earlier marks go, also those of an earlier sitting. `mark([])` leaves no trace. */
  mark(marks: readonly Mark[]): Promise<void>;
  /** Brings the cell before the user's eyes and selects it. */
  reveal(cell: CellRef): Promise<void>;
  /** Creates or replaces a sheet of paragraphs at the end of the workbook. Text is text: a leading = is no formula. */
  writeText(sheet: TextSheet): Promise<void>;
  /** Calls back after the user changed a cell; returns the way to stop it. */
  onChange(listener: () => void): () => void;
}
