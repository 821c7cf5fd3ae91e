import { ECONOMIC } from '../codes';
import type { SampleAccounts } from '../figures';
import { across, type Block, type BlockBuilder } from '../grid';
import type { Layout } from '../layout';
import { codeCell, HEAD_ROWS, printed, tableHead } from './frame';

const TABLE = 'basic-expenditure';

/** Which economic classes stand below each other, by number of blocks. */
const BLOCKS: Readonly<Record<Layout['basicBlocks'], readonly (readonly string[])[]>> = {
  3: [['301', '303'], ['302'], ['307', '310', '399']],
  2: [['301', '303'], ['302', '310']],
};

/** 一般公共预算财政拨款基本支出决算明细表. */
export function basicExpenditureTable(accounts: SampleAccounts, layout: Layout): Block {
  const blocks = BLOCKS[layout.basicBlocks].map((classes) =>
    ECONOMIC.filter(([code]) => classes.includes(code.slice(0, 3))),
  );
  const codeColumns = layout.basicCodes === 'two' ? 2 : 1;
  const blockWidth = codeColumns + 2;
  const width = blocks.length * blockWidth;
  const block = tableHead(TABLE, width, accounts, layout);
  blocks.forEach((lines, index) => {
    const left = index * blockWidth;
    const name = left + codeColumns;
    if (codeColumns === 1) block.put(HEAD_ROWS, left, '科目编码', 'header');
    else block.merge(across(HEAD_ROWS, left, name - 1), '科目编码', 'header');
    block.put(HEAD_ROWS, name, '科目名称', 'header');
    block.put(HEAD_ROWS, name + 1, '决算数', 'header');
    lines.forEach(([code, text], line) => {
      const row = HEAD_ROWS + 1 + line;
      const parts = codeColumns === 1 ? [code] : [code.slice(0, 3), code.slice(3)];
      parts.forEach((part, column) => block.put(row, left + column, codeCell(part, layout), 'text'));
      block.put(row, name, `${code.length === 5 ? '  ' : ''}${text}`, 'text');
      const place = { table: TABLE, row: code, column: 'actual' };
      block.put(row, name + 1, printed(accounts.economic.get(code) ?? 0, layout), 'amount', place);
    });
  });
  const last = HEAD_ROWS + 1 + Math.max(...blocks.map((lines) => lines.length));
  const end = putTotals(block, accounts, layout, { row: last, blockWidth, width });
  block.merge(across(end, 0, width - 1), '注：本表列示部门本年度一般公共预算财政拨款基本支出的明细。', 'note');
  return block.build(blocks.flatMap(() => [...Array.from({ length: codeColumns }, () => 11), 30, 13]));
}

/** Where the totals of 06 begin, and how wide a block and the table are. */
interface TotalsPlace {
  readonly row: number;
  readonly blockWidth: number;
  readonly width: number;
}

/** Prints the two totals; answers the first row under them. */
function putTotals(
  block: BlockBuilder,
  { personnel, operating }: SampleAccounts,
  layout: Layout,
  { row, blockWidth, width }: TotalsPlace,
): number {
  const label = (at: number, left: number, right: number, text: string): void =>
    block.merge(across(at, left, right), text, 'header');
  const amount = (at: number, column: number, key: string, value: number): void =>
    block.put(at, column, printed(value, layout), 'amount', { table: TABLE, row: key, column: 'actual' });
  switch (layout.basicTotals) {
    case 'beside':
      label(row, 0, blockWidth - 2, '人员经费合计');
      amount(row, blockWidth - 1, 'personnel', personnel);
      label(row, blockWidth, width - 2, '公用经费合计');
      amount(row, width - 1, 'operating', operating);
      return row + 1;
    case 'under':
      label(row, 0, blockWidth - 1, '人员经费合计');
      label(row, blockWidth, width - 1, '公用经费合计');
      amount(row + 1, blockWidth - 1, 'personnel', personnel);
      amount(row + 1, width - 1, 'operating', operating);
      return row + 2;
    case 'rows':
      label(row, 0, width - 2, '人员经费合计');
      amount(row, width - 1, 'personnel', personnel);
      label(row + 1, 0, width - 2, '公用经费合计');
      amount(row + 1, width - 1, 'operating', operating);
      return row + 2;
  }
}
