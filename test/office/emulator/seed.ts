import { formatA1, parseCell } from '../../../src/workbook/address';
import type { Cell, CellValue, WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../host/stage';
import { displayed } from './input';
import { addSheet, changeCell, newId, newSheet, parseArea, WHOLE_SHEET, type BookState } from './model';

/** Number formats that the amounts, counts, percentages and dates of 公开 tables are shown in. */
const USUAL_FORMATS = 'General|0.00|#,##0.00|0|#,##0|0.0|0%|0.00%|0.0%|yyyy/m/d|yyyy-mm-dd'.split('|');

/** Opens a workbook in the emulated Excel. */
export function openBook(spec: WorkbookSpec, name = '决算公开.xlsx'): BookState {
  const first = newSheet(spec.sheets[0]?.name ?? 'Sheet1');
  const book: BookState = { name, sheets: [], xmlParts: [], active: first, selection: { ...WHOLE_SHEET, bottom: 0, right: 0 } };
  spec.sheets.forEach((source, index) => {
    const sheet = addSheet(book, index === 0 ? first : newSheet(source.name));
    for (const [address, content] of Object.entries(source.cells)) {
      const { row, column } = parseCell(`!${address}`);
      const { value, formula = null, numberFormat = 'General', bold = false, fill = null } = fullSpec(content);
      changeCell(sheet, row, column, { value, formula, numberFormat, bold, fill });
    }
    sheet.rules = (source.userRules ?? []).map(({ area, formula, fill }) => ({
      id: newId(),
      type: 'Custom',
      areas: [parseArea(area)],
      formula: `=${formula}`,
      fill,
    }));
    sheet.visibility = source.hidden === true ? 'Hidden' : 'Visible';
    sheet.protected = source.protected === true;
  });
  return book;
}

function fullSpec(content: CellSpec | CellValue): CellSpec {
  return typeof content === 'object' && content !== null ? content : { value: content };
}

/** The specification of a workbook that reads as this snapshot. */
export function specOf(snapshot: WorkbookSnapshot): WorkbookSpec {
  return {
    sheets: snapshot.sheets.map((sheet): SheetSpec => {
      const cells: Record<string, CellSpec> = {};
      sheet.rows.forEach((line, row) =>
        line.forEach((cell, column) => {
          if (cell.value !== null || cell.formula !== null) cells[formatA1(row, column)] = specOfCell(cell);
        }),
      );
      return { name: sheet.name, hidden: sheet.hidden, protected: sheet.protected, cells };
    }),
  };
}

function specOfCell({ value, text, formula }: Cell): CellSpec {
  const numberFormat = formatShowing(value, text);
  return formula === null ? { value, numberFormat } : { value, formula, numberFormat };
}

/** A usual number format that shows this value as this text; where there is none, one that prints just this text. */
function formatShowing(value: CellValue, text: string): string {
  if (typeof value !== 'number') return 'General';
  const usual = USUAL_FORMATS.find((numberFormat) => displayed(value, numberFormat) === text);
  return usual ?? `"${text.replace(/"/g, '""')}"`;
}
