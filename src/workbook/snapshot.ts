/** What a cell holds: null is a blank cell; an Excel error value is its text (`#REF!`). */
export type CellValue = string | number | boolean | null;

/** One cell as it was read. */
export interface Cell {
  readonly value: CellValue;
  /** As Excel displays it, number format applied; '' for a blank cell. */
  readonly text: string;
  /** The formula with its `=`, or null where the value was typed. */
  readonly formula: string | null;
}

/** One worksheet. Row 0 and column 0 of `rows` are Excel's row 1 and column A; rows may differ in length. */
export interface SheetSnapshot {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet is protected: its cells cannot be written. */
  readonly protected: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

/** A workbook at one moment: all that the core ever sees of it. */
export interface WorkbookSnapshot {
  /** File name without its folder, '' while unsaved. */
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  /** What the product keeps in the workbook where no user sees it, a text of its own; left out where it keeps nothing. */
  readonly memory?: string;
}

export const BLANK_CELL: Cell = Object.freeze({ value: null, text: '', formula: null });

/** The cell at a zero-based position; a blank one outside what was read. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? BLANK_CELL;
}

/** The sheet of that name, compared as Excel does: without regard to case. */
export function findSheet(workbook: WorkbookSnapshot, name: string): SheetSnapshot | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
