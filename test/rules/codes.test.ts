import { formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import { readAccounts } from '../../src/tables/read-accounts';
import { sheet, workbook } from '../tables/sheet';

type Row = readonly [code: string, name: string, total: CellValue];

function expenditure(title: string, rows: readonly Row[]) {
  return sheet(title, [
    [title],
    ['公开0表', null, null, '部门：青禾县水文站', '单位：万元'],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['合计', null, 10, 10, null],
    ...rows.map(([code, name, total]) => [code, name, total, total, null]),
  ]);
}

const ROWS: readonly Row[] = [
  ['213', '农林水支出', 10], ['21303', '水利', 10], ['2130301', '行政运行', 6], ['2130310', '水土保持', 4],
];

function cellsReported(id: string, ...tables: readonly (readonly [string, readonly Row[]])[]): (string | undefined)[][] {
  const accounts = readAccounts(workbook(...tables.map(([title, rows]) => expenditure(title, rows))));
  const rule = RULES.filter((candidate) => candidate.id === id);
  return run(accounts, rule).inspected.map(({ problem }) => problem.cells.map(formatCell));
}

const OTHER = '一般公共预算财政拨款支出决算表';

test.each([
  ['codes/duplicate', [...ROWS, ROWS[3]], [['支出决算表!C8', '支出决算表!C9']]],
  ['codes/orphan', [ROWS[0], ROWS[2], ROWS[3]], [['支出决算表!C6'], ['支出决算表!C7']]],
  ['codes/order', [ROWS[0], ROWS[1], ROWS[3], ROWS[2]], [['支出决算表!C8']]],
  ['codes/empty-row', [...ROWS, ['21305', '巩固脱贫攻坚成果衔接乡村振兴', null]], [['支出决算表!C9']]],
  ['codes/name-in-list', [['201', '教育支出', 10]], [['支出决算表!C5']]],
])('%s', (id, rows, cells) => {
  expect(cellsReported(id, ['支出决算表', ROWS])).toEqual([]);
  expect(cellsReported(id, ['支出决算表', rows as readonly Row[]])).toEqual(cells);
});

test('a blank row that its parent waits for is no template row', () => {
  const rows: readonly Row[] = [['213', '农林水支出', 10], ['21303', '水利', null], ['2130301', '行政运行', 10]];
  expect(cellsReported('codes/empty-row', ['支出决算表', rows])).toEqual([]);
});

test('a code that is not in the list is not accused', () => {
  expect(cellsReported('codes/name-in-list', ['支出决算表', [['29999', '本地自设科目', 10]]])).toEqual([]);
});

test('names that differ between tables are told once, brackets and 项 apart', () => {
  const renamed = ROWS.map(([code, name, total]): Row => [code, code === '2130310' ? '水利工程' : `${name}（项）`, total]);
  expect(cellsReported('codes/name-between-tables', ['支出决算表', ROWS], [OTHER, renamed])).toEqual([[`${OTHER}!C8`, '支出决算表!C8']]);
});

test('ten thousand times the amount of another table is 元 for 万元', () => {
  const inYuan = ROWS.map(([code, name, total]): Row => [code, name, code === '2130310' ? 40_000 : total]);
  expect(cellsReported('codes/magnitude', ['支出决算表', ROWS], [OTHER, inYuan])).toEqual([[`${OTHER}!C8`, '支出决算表!C8']]);
  expect(cellsReported('codes/magnitude', ['支出决算表', ROWS], [OTHER, ROWS])).toEqual([]);
});
