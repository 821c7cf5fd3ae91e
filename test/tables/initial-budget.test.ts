import { initialBudgetOf, readInitialBudget } from '../../src/tables/initial-budget';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';

function workbook(rows: readonly (readonly CellValue[])[], name = '表'): WorkbookSnapshot {
  const cells = rows.map((line) => line.map((value) => ({ value, text: String(value ?? ''), formula: null })));
  return { name: '部门预算.xlsx', sheets: [{ name, hidden: false, protected: false, rows: cells }] };
}

const HEAD: readonly (readonly CellValue[])[] = [
  ['2030年一般公共预算支出表'],
  ['部门：示例局', null, null, '单位：万元'],
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
];
const ROWS: readonly (readonly CellValue[])[] = [
  [null, '合计', 300, 180, 120],
  ['201', '一般公共服务支出', 300, 180, 120],
  ['20126', '档案事务', 300, 180, 120],
  ['2012604', '档案馆', 200, 180, 20],
  ['2012699', '其他档案事务支出', 100, null, 100],
];

const amounts = (book: WorkbookSnapshot): readonly (readonly [string, string])[] =>
  [...(readInitialBudget(book)?.items ?? [])].map(([code, amount]) => [code, amount.toFixed()]);

test('the table is read by its codes, with its total and its year', () => {
  const budget = readInitialBudget(workbook([...HEAD, ...ROWS]));
  expect(budget?.year).toBe(2030);
  expect(budget?.total?.toFixed()).toBe('300');
  expect(amounts(workbook([...HEAD, ...ROWS]))).toEqual([
    ['201', '300'], ['20126', '300'], ['2012604', '200'], ['2012699', '100'],
  ]);
});

test('元 are converted, and a table that does not print its unit is refused', () => {
  const printed = (unit: string | null): WorkbookSnapshot => workbook([HEAD[0] ?? [], [unit], HEAD[2] ?? [], ...ROWS]);
  expect(readInitialBudget(printed('单位：元'))?.total?.toFixed()).toBe('0.03');
  expect(() => readInitialBudget(printed(null))).toThrow(RangeError);
});

test('of two years beside each other the budget’s own is read', () => {
  const book = workbook([
    ['2030年部门预算 一般公共预算支出表'],
    ['单位：万元'],
    ['科目编码', '科目名称', '2029年预算数', null, '2030年预算数', null, null],
    [null, null, '小计', '基本支出', '小计', '基本支出', '项目支出'],
    ['2012604', '档案馆', 1, 1, 200, 180, 20],
  ]);
  expect(amounts(book)).toEqual([['2012604', '200']]);
});

test.each([
  ['其他表', [['2030年收支总表'], ['单位：万元'], ['项目', '预算数'], ['一、财政拨款', 1]]],
  ['基本支出表', [['2030年一般公共预算基本支出表'], ...HEAD.slice(1), ...ROWS]],
])('%s is not taken for it', (_, rows) => {
  expect(readInitialBudget(workbook(rows))).toBeNull();
});

test('words where an amount belongs are refused with their cell', () => {
  const rows = [...HEAD, ['2012604', '档案馆', '见附表', 1, 1], ['2012699', '其他', 2, 1, 1]];
  expect(() => readInitialBudget(workbook(rows))).toThrow(/表!C4/);
});

describe('an item that the table does not have', () => {
  const budgetOf = (rows: readonly (readonly CellValue[])[], code: string): string | null => {
    const budget = readInitialBudget(workbook([...HEAD, ...rows]));
    return budget === null ? null : (initialBudgetOf(budget, code)?.toFixed() ?? null);
  };

  test.each([
    ['was given nothing', ROWS, '2080505', '0'],
    ['beside others of its section was given nothing', ROWS, '2012602', '0'],
    ['is not known where the table stops at the section', ROWS.slice(0, 3), '2012604', null],
    ['is not known where the table stops at the class', ROWS.slice(0, 2), '2012604', null],
    ['under a section that was given nothing was given nothing', [['20126', '档案事务', 0, 0, 0]], '2012604', '0'],
  ])('%s', (_, rows, code, amount) => {
    expect(budgetOf(rows, code)).toBe(amount);
  });
});
