import { BLANK_CELL, type Cell, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import type { CellSpec, CellStyle } from './grid';
import type { WorkbookSpec } from './workbook';

/** A value as Excel displays it in a cell of that style: amounts with two digits. */
export function displayed(value: CellValue, style: CellStyle): string {
  if (value === null) return '';
  return typeof value === 'number' && style === 'amount' ? value.toFixed(2) : String(value);
}

function toCell(spec: CellSpec | undefined): Cell {
  if (spec === undefined || spec.value === null) return BLANK_CELL;
  return Object.freeze({ value: spec.value, text: displayed(spec.value, spec.style), formula: null });
}

/** The workbook as a host would read it. */
export function toSnapshot(workbook: WorkbookSpec): WorkbookSnapshot {
  return {
    name: workbook.name,
    sheets: workbook.sheets.map(({ name, cells }) => ({
      name,
      hidden: false,
      protected: false,
      rows: cells.map((line) => Array.from(line, toCell)),
    })),
  };
}
