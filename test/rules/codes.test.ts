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
  expect(cellsReported('codes/magnitude', ['支出决算表', ROWS], [OTHER, inYuan])).toEqual([
    [`${OTHER}!C8`, '支出决算表!C8'],
    [`${OTHER}!D8`, '支出决算表!D8'],
  ]);
  expect(cellsReported('codes/magnitude', ['支出决算表', ROWS], [OTHER, ROWS])).toEqual([]);
});

describe('codes/missing', () => {
  /** 01 without balances, so that a code stands in all three tables. */
  const summary = sheet('01', [
    ['收入支出决算总表'], ['单位：万元'], ['项目', '决算数', '项目', '决算数'],
    ['一、一般公共预算财政拨款收入', 10, '一、农林水支出', 10], ['本年收入合计', 10, '本年支出合计', 10], ['总计', 10, '总计', 10],
  ]);
  const revenue = (rows: readonly Row[]) => sheet('收入决算表', [
    ['收入决算表'], ['单位：万元'], ['科目编码', '科目名称', '本年收入合计', '财政拨款收入'], ['合计', null, 10, 10],
    ...rows.map(([code, name, total]) => [code, name, total, total]),
  ]);
  const lacking = (inRevenue: readonly Row[], spent: readonly Row[], general: readonly Row[]): (string | undefined)[][] => {
    const accounts = readAccounts(
      workbook(summary, revenue(inRevenue), expenditure('支出决算表', spent), expenditure(OTHER, general)),
    );
    const rule = RULES.filter(({ id }) => id === 'codes/missing');
    return run(accounts, rule).inspected.map(({ problem }) => problem.cells.map(formatCell));
  };
  const short = ROWS.slice(0, 3);
  const blank = ROWS.map(([code, name, total]): Row => [code, name, code === '2130310' ? null : total]);

  test.each([
    ['all three tables agree', ROWS, ROWS, ROWS, []],
    ['the item is missing where it came in', short, ROWS, ROWS, [[`${OTHER}!C8`]]],
    ['the item is missing in two tables: told once', short, short, ROWS, [[`${OTHER}!C8`]]],
    ['the row of 03 is there but blank, that of 02 is not', short, blank, ROWS, [[`${OTHER}!C8`]]],
    ['the item came in but was not spent', ROWS, short, short, [['收入决算表!C8']]],
    ['02 prints no items at all', ROWS.slice(0, 2), ROWS, ROWS, []],
  ])('%s', (_, inRevenue, spent, general, cells) => {
    expect(lacking(inRevenue, spent, general)).toEqual(cells);
  });
});

test('the actual amount of “三公” ten thousand times its budget is 元 for 万元', () => {
  const threePublic = (actual: number) => sheet('9', [
    ['财政拨款“三公”经费支出决算表'], ['单位：万元'], ['项目', '预算数', '决算数'],
    ['合计', 2.5, 2.5], ['1.因公出国（境）费', null, null], ['3.公务接待费', 2.5, actual],
  ]);
  const reported = (actual: number): (string | undefined)[][] => {
    const rule = RULES.filter(({ id }) => id === 'codes/magnitude');
    const { inspected } = run(readAccounts(workbook(threePublic(actual))), rule);
    return inspected.map(({ problem }) => problem.cells.map(formatCell));
  };
  expect(reported(25_000)).toEqual([['9!C6', '9!B6']]);
  expect(reported(2.5)).toEqual([]);
});
