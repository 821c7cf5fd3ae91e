import type { CellValue } from '../../../src/workbook/snapshot';
import type { SampleAccounts } from '../figures';
import { across, newBlock, type BlockBuilder } from '../grid';
import type { Layout } from '../layout';
import { TITLES } from '../titles';

/** A table of the sample by the stem of its file in the product. */
export type TableId =
  | 'summary'
  | 'revenue'
  | 'expenditure'
  | 'appropriation'
  | 'general-budget'
  | 'basic-expenditure'
  | 'government-funds'
  | 'state-capital'
  | 'three-public';

export const ORDERS: Readonly<Record<Layout['order'], readonly TableId[]>> = {
  new: [
    'summary', 'revenue', 'expenditure', 'appropriation', 'general-budget', 'basic-expenditure',
    'government-funds', 'state-capital', 'three-public',
  ],
  old: [
    'summary', 'revenue', 'expenditure', 'appropriation', 'general-budget', 'basic-expenditure',
    'three-public', 'government-funds', 'state-capital',
  ],
};

/** Name of a table's sheet and of the table itself: 公开07表. */
export function tableNumber(table: TableId, layout: Layout): string {
  return `公开0${ORDERS[layout.order].indexOf(table) + 1}表`;
}

/** First row below title, 公开0N表, department and unit. */
export const HEAD_ROWS = 3;

/** A new block with title, table number, department and unit over its `columns` columns. */
export function tableHead(
  table: TableId,
  columns: number,
  accounts: SampleAccounts,
  layout: Layout,
): BlockBuilder {
  const block = newBlock();
  const last = columns - 1;
  block.merge(across(0, 0, last), TITLES[layout.titles][table], 'title');
  if (layout.tableNumbers) block.put(1, last, tableNumber(table, layout), 'corner');
  block.put(2, 0, `${layout.departmentLabel}：${accounts.department}`, 'caption');
  block.put(2, last, `${layout.unitLabel}：${layout.unit}`, 'corner');
  return block;
}

/** A whole number of 元 as it is printed: in 万元 rounded half up to two digits. A zero is null where zeros are blank. */
export function printed(amount: number, layout: Pick<Layout, 'unit' | 'zeros'>): number | null {
  const shown = layout.unit === '元' ? amount : Math.round(amount / 100) / 100;
  return shown === 0 && layout.zeros === 'blank' ? null : shown;
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 二十三 for 23, up to 99. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${NUMERALS[number % 10]}`;
}

/** The 栏次 row: its label over the first columns, then 1, 2, 3 … */
export function columnNumberRow(block: BlockBuilder, row: number, label: CellValue, labelColumns: number, count: number): void {
  block.merge(across(row, 0, labelColumns - 1), label, 'header');
  for (let index = 0; index < count; index += 1) block.put(row, labelColumns + index, index + 1, 'number');
}

/** A code, or a part of one, as the layout types it; null where there is none. */
export function codeCell(code: string, { codeCells }: Pick<Layout, 'codeCells'>): CellValue {
  if (code === '') return null;
  return { text: code, number: Number(code), spaced: ` ${code}　` }[codeCells];
}
