import { formatCell } from './address';
import type { CellEdit } from './edit';
import type { WorkbookSnapshot } from './snapshot';

/** The workbook as it will be once these edits are written; what a cell displays is then its plain value. */
export function withEdits(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): WorkbookSnapshot {
  const values = new Map(edits.map(({ cell, to }) => [formatCell(cell), to]));
  const edited = new Set(edits.map(({ cell }) => cell.sheet));
  const sheets = workbook.sheets.map((sheet) =>
    !edited.has(sheet.name)
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, row) =>
            cells.map((cell, column) => {
              const value = values.get(formatCell({ sheet: sheet.name, row, column }));
              return value === undefined ? cell : { ...cell, value, text: value === null ? '' : String(value) };
            }),
          ),
        },
  );
  return { ...workbook, sheets };
}
