import { BLANK_CELL, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';

/** A sheet as typed: one array a row, null for a blank cell. */
export function sheet(name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot {
  return {
    name,
    hidden: false,
    protected: false,
    rows: rows.map((row) => row.map((value) => (value === null ? BLANK_CELL : { value, text: String(value), formula: null }))),
  };
}

export function workbook(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { name: '决算公开表.xlsx', sheets };
}
