import { formatCell, parseCell } from '../../src/workbook/address';
import type { CellEdit } from '../../src/workbook/edit';
import { cellAt, findSheet, type Cell, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import type { Host, Mark, MarkKind, OwnSheet } from '../../src/host/host';
import { HostError, type HostFault } from '../../src/host/host-error';

/** A cell to be set up: a value, or a formula with the value Excel would have cached for it. */
export interface CellSpec {
  readonly value: CellValue;
  /** With its `=`. */
  readonly formula?: string;
  /** A number format, `General` where left out. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  /** Fill colour RRGGBB. */
  readonly fill?: string;
}

/** A conditional format that the user set, so one of ours must not touch it. */
export interface UserRule {
  /** `B2:B9`. */
  readonly area: string;
  /** Without `=`. */
  readonly formula: string;
  /** Fill colour RRGGBB. */
  readonly fill: string;
}

/** A worksheet to be set up; cells by their A1 address. */
export interface SheetSpec {
  readonly name: string;
  readonly hidden?: boolean;
  readonly protected?: boolean;
  readonly cells: Readonly<Record<string, CellSpec | CellValue>>;
  readonly userRules?: readonly UserRule[];
}

/** A workbook to be set up, in no file format. */
export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
}

/** What of a cell's own format the contract looks at; a highlight by a conditional format is no part of it. */
export interface OwnFormat {
  readonly bold: boolean;
  /** RRGGBB, null where the cell has no fill. */
  readonly fill: string | null;
  readonly numberFormat: string;
}

/** A host over a workbook, with what a person at the screen can do and see. Cells are written `sheet!A1`. */
export interface Stage {
  readonly host: Host;
  /** A person types into a cell; resolves once listeners that were subscribed before have heard of it. */
  userEdit(cell: string, value: CellValue): Promise<void>;
  /** Save, close, open again: a later sitting. The stage's other members go on to speak of the reopened workbook. */
  reopen(): Promise<Host>;
  /** Every cell that one of our conditional formats covers, with its fill RRGGBB. */
  markedCells(): Promise<Readonly<Record<string, string>>>;
  /** All conditional formats of a sheet that are not ours, in their order. */
  userRules(sheet: string): Promise<readonly UserRule[]>;
  /** How many conditional formats a sheet has, ours included. */
  ruleCount(sheet: string): Promise<number>;
  ownFormat(cell: string): Promise<OwnFormat>;
  /** The cell that is selected on the active sheet after `reveal`. */
  selection(): Promise<string>;
}

/** Sets a workbook up and opens it in a host. */
export type Open = (workbook: WorkbookSpec) => Promise<Stage>;

/** The specification of a cell in full. */
export function cellSpec(cell: CellSpec | CellValue): CellSpec {
  return typeof cell === 'object' && cell !== null ? cell : { value: cell };
}

/** A sheet name with a space, a quote and an exclamation mark. */
export const SECOND = "公开 02'表!改";

/** The workbook that the contract plays on. */
export const WORKBOOK: WorkbookSpec = {
  sheets: [
    {
      name: '公开01表',
      cells: {
        A1: '收入支出决算总表',
        A4: '一、一般公共预算财政拨款收入',
        B4: { value: 1234.5, numberFormat: '#,##0.00', bold: true, fill: 'FFFF00' },
        B5: { value: 40, numberFormat: '0.00' },
        B6: '437.83　',
        B7: '　',
        B8: { value: 0, numberFormat: '0.00' },
        B9: { value: 1274.5, formula: '=B4+B5', numberFormat: '#,##0.00' },
        C4: { value: 0.8085, numberFormat: '0.00%' },
        C5: true,
        C6: '1200.',
        C7: '  前后有空格 ',
        C8: '<&"\'>',
      },
      userRules: [{ area: 'B4:B9', formula: '$B4>1000', fill: '00FF00' }],
    },
    { name: SECOND, cells: { C4: 7.25, D5: '文字' } },
    { name: '隐藏表', hidden: true, cells: { A1: 1 } },
    { name: '已保护', protected: true, cells: { A1: 5, A2: '不可改' } },
    { name: '空表', cells: {} },
  ],
};

/** The cell at `sheet!A1`; throws where the sheet is not there. */
export function at(workbook: WorkbookSnapshot, cell: string): Cell {
  const ref = parseCell(cell);
  const sheet = findSheet(workbook, ref.sheet);
  if (sheet === undefined) throw new Error(`no sheet ${ref.sheet}`);
  return cellAt(sheet, ref.row, ref.column);
}

/** An edit of the cell `sheet!A1`. */
export function edit(cell: string, from: CellValue, to: CellValue): CellEdit {
  return { cell: parseCell(cell), from, to };
}

/** A mark of the cell `sheet!A1`. */
export function mark(cell: string, kind: MarkKind): Mark {
  return { cell: parseCell(cell), kind };
}

/** A sheet of our own with a paragraph a row, headings before running text. */
export function paragraphSheet(name: string, headings: readonly string[], texts: readonly string[]): OwnSheet {
  const rows = [
    ...headings.map((value) => [{ value, style: 'heading' }] as const),
    ...texts.map((value) => [{ value, style: 'text' }] as const),
  ];
  return { name, columns: [72], rows, frozenRows: 0 };
}

/** What is in the cells by `sheet!A1`, whatever the number of blank cells that a host reads beyond them. */
export function contents(workbook: WorkbookSnapshot): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const { name, rows } of workbook.sheets) {
    rows.forEach((line, row) =>
      line.forEach((cell, column) => {
        if (cell.value !== null || cell.formula !== null) cells[formatCell({ sheet: name, row, column })] = cell;
      }),
    );
  }
  return cells;
}

/** The fault that an action ends in, and where; throws what is no fault of a host. */
export async function fault(action: Promise<unknown>): Promise<{ fault: HostFault; where: string }> {
  const error: unknown = await action.then(
    () => new Error('the host did not object'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error;
  return { fault: error.fault, where: error.where };
}
