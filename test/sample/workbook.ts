import { formatCell, type Area, type CellRef } from '../../src/workbook/address';
import type { SampleAccounts } from './figures';
import { padded, shifted, stacked, withRepeatedMerges, type Block, type CellSpec, type Place } from './grid';
import { USUAL, type Layout } from './layout';
import type { Mistake } from './mistakes';
import type { Paragraph } from './narrative';
import { amongOthers } from './other-sheets';
import { basicExpenditureTable } from './tables/basic-expenditure';
import {
  expenditureTable,
  generalBudgetTable,
  governmentFundsTable,
  revenueTable,
  stateCapitalTable,
} from './tables/by-code';
import { ORDERS, tableNumber, type TableId } from './tables/frame';
import { appropriationTable, summaryTable } from './tables/side-by-side';
import { threePublicTable } from './tables/three-public';

export interface SheetSpec {
  readonly name: string;
  readonly cells: readonly (readonly (CellSpec | undefined)[])[];
  readonly merges: readonly Area[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
}

/** A workbook as values and looks, before it becomes a snapshot or a file. */
export interface WorkbookSpec {
  readonly name: string;
  readonly sheets: readonly SheetSpec[];
  /** Where each figure stands, by {@link placeKey}. */
  readonly places: ReadonlyMap<string, CellRef>;
}

/** The row of a paragraph's cell is its id: `narrative/overall/text`. */
export function withNarrative(workbook: WorkbookSpec, paragraphs: readonly Paragraph[]): WorkbookSpec {
  const name = '情况说明';
  const sheet: SheetSpec = {
    name,
    cells: paragraphs.map(({ text, heading }) => [{ value: text, style: heading ? 'heading' : 'plain' }]),
    merges: [],
    widths: [110],
  };
  const places = paragraphs.map(
    ({ id }, row) => [placeKey({ table: 'narrative', row: id, column: 'text' }), { sheet: name, row, column: 0 }] as const,
  );
  return { ...workbook, sheets: [...workbook.sheets, sheet], places: new Map([...workbook.places, ...places]) };
}

/** The sheet 期望: what is wrong with this workbook, one row a cell. */
export function withExpectations(workbook: WorkbookSpec, mistakes: readonly Mistake[]): WorkbookSpec {
  const head = ['编号', '单元格', '现状', '应为', '规则', '说明'];
  const rows = mistakes.map(({ cell, found, right, rule, note }, index) => [
    index + 1, formatCell(cell), found, right, rule, note,
  ]);
  const sheet: SheetSpec = {
    name: '期望',
    cells: [
      head.map((value) => ({ value, style: 'header' })),
      ...rows.map((row) => row.map((value) => ({ value, style: typeof value === 'number' ? 'number' : 'text' }) as const)),
    ],
    merges: [],
    widths: [6, 16, 40, 40, 8, 40],
  };
  return { ...workbook, sheets: [...workbook.sheets, sheet] };
}

export function placeKey({ table, row, column }: Place): string {
  return `${table}/${row}/${column}`;
}

const BUILDERS: Readonly<Record<TableId, (accounts: SampleAccounts, layout: Layout) => Block>> = {
  summary: summaryTable,
  revenue: revenueTable,
  expenditure: expenditureTable,
  appropriation: appropriationTable,
  'general-budget': generalBudgetTable,
  'basic-expenditure': basicExpenditureTable,
  'government-funds': governmentFundsTable,
  'state-capital': stateCapitalTable,
  'three-public': threePublicTable,
};

/** Lays out the nine tables of a year. Amounts are rounded here, each cell on its own. */
export function buildTables(accounts: SampleAccounts, layout: Partial<Layout> = {}): WorkbookSpec {
  const chosen = { ...USUAL, ...layout };
  const blocks = ORDERS[chosen.order].map((table) => ({
    name: tableNumber(table, chosen),
    block: shifted(BUILDERS[table](accounts, chosen), chosen.leading.rows, chosen.leading.columns),
  }));
  const tables = chosen.oneSheet
    ? [{ name: '决算公开表', block: blocks.map(({ block }) => block).reduce((all, block) => stacked(all, block, 2)) }]
    : blocks;
  const dressed = tables.map(({ name, block }) => {
    const repeated = chosen.merges === 'repeated' ? withRepeatedMerges(block) : block;
    return { name, block: padded(repeated, chosen.trailing.rows, chosen.trailing.columns) };
  });
  const sheets = chosen.otherSheets ? amongOthers(dressed, chosen) : dressed;
  const places = sheets.flatMap(({ name, block }) =>
    block.places.map(({ place, row, column }) => [placeKey(place), { sheet: name, row, column }] as const),
  );
  return {
    name: `${accounts.department}${accounts.year}年度部门决算公开表.xlsx`,
    sheets: sheets.map(({ name, block: { cells, merges, widths } }) => ({ name, cells, merges, widths })),
    places: new Map(places),
  };
}
