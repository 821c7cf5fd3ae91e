import { ECONOMIC } from '../codes';
import type { SampleAccounts } from '../figures';
import { across, type Block } from '../grid';
import type { Layout } from '../layout';
import { HEAD_ROWS, printed, tableHead } from './frame';

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
  const width = blocks.length * 3;
  const block = tableHead(TABLE, '一般公共预算财政拨款基本支出决算明细表', width, accounts, layout);
  blocks.forEach((lines, index) => {
    const left = index * 3;
    ['科目编码', '科目名称', '决算数'].forEach((header, column) => block.put(HEAD_ROWS, left + column, header, 'header'));
    lines.forEach(([code, name], line) => {
      const row = HEAD_ROWS + 1 + line;
      block.put(row, left, code, 'text');
      block.put(row, left + 1, `${code.length === 5 ? '  ' : ''}${name}`, 'text');
      const place = { table: TABLE, row: code, column: 'actual' };
      block.put(row, left + 2, printed(accounts.economic.get(code) ?? 0, layout), 'amount', place);
    });
  });
  const last = HEAD_ROWS + 1 + Math.max(...blocks.map((lines) => lines.length));
  const total = (row: string, label: string, amount: number, left: number, right: number): void => {
    block.merge(across(last, left, right - 1), label, 'header');
    block.put(last, right, printed(amount, layout), 'amount', { table: TABLE, row, column: 'actual' });
  };
  total('personnel', '人员经费合计', accounts.personnel, 0, 2);
  total('operating', '公用经费合计', accounts.operating, 3, width - 1);
  block.merge(across(last + 1, 0, width - 1), '注：本表列示部门本年度一般公共预算财政拨款基本支出的明细。', 'note');
  return block.build(blocks.flatMap(() => [11, 30, 13]));
}
