import { formatArea, formatCell, parseCell } from '../../src/workbook/address';
import { createExcelHost } from '../../src/host/excel/host';
import type { Host } from '../../src/host/host';
import { isMarkFormula } from '../../src/host/marks';
import type { Stage, WorkbookSpec } from '../host/stage';
import { cellName, cellOf, sheetNamed, type RuleState, type SheetState } from './emulator/model';
import { excel } from './excel';

const isOurs = ({ formula }: RuleState): boolean => isMarkFormula(formula);

/** The cells that our rules cover, the rule of highest priority first to speak. */
function marksOn(sheet: SheetState): readonly (readonly [cell: string, fill: string])[] {
  const fills = new Map<string, string>();
  for (const { areas, fill } of sheet.rules.filter(isOurs)) {
    for (const { top, left, bottom, right } of areas) {
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          const cell = formatCell({ sheet: sheet.name, row, column });
          if (!fills.has(cell)) fills.set(cell, fill ?? '');
        }
      }
    }
  }
  return [...fills];
}

/** Opens a workbook in the emulated Excel, and a host over it through the page's Office.js. */
export async function openStage(spec: WorkbookSpec): Promise<Stage> {
  excel.open(spec);
  const rulesOf = (sheet: string): readonly RuleState[] => sheetNamed(excel.book, sheet).rules;
  return {
    host: createExcelHost(),
    userEdit: excel.userEdit,
    reopen: async (): Promise<Host> => {
      excel.reopen();
      return createExcelHost();
    },
    markedCells: async () => Object.fromEntries(excel.book.sheets.flatMap(marksOn)),
    userRules: async (sheet) =>
      rulesOf(sheet)
        .filter((rule) => !isOurs(rule))
        .map(({ areas, formula, fill }) => ({
          area: areas.map(formatArea).join(','),
          formula: formula.slice(1),
          fill: fill ?? '',
        })),
    ruleCount: async (sheet) => rulesOf(sheet).length,
    ownFormat: async (cell) => {
      const { sheet, row, column } = parseCell(cell);
      const { bold, fill, numberFormat } = cellOf(sheetNamed(excel.book, sheet), row, column);
      return { bold, fill, numberFormat };
    },
    selection: async () => cellName(excel.book.active, excel.book.selection),
  };
}
