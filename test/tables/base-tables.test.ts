import { formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { convertedPairs } from '../../src/tables/base-tables';
import { readAccounts } from '../../src/tables/read-accounts';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import { sheet, workbook } from './sheet';

type Rows = readonly (readonly CellValue[])[];

const PUBLISHED: Rows = [
  ['支出决算表'], ['公开03表', null, null, null, '单位：万元'],
  ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['合计', null, 12.35, 8.12, 4.22],
  ['213', '农林水支出', 12.35, 8.12, 4.22],
];

const Z04: Rows = [
  ['支出决算表', null, null, null, null, null, null], [null, null, null, null, null, null, '财决04表'],
  ['编制单位：青禾县水文站', null, null, null, null, null, '单位：元'],
  ['项目', null, null, null, '本年支出合计', '基本支出', '项目支出'],
  ['支出功能分类科目编码', null, null, '科目名称', null, null, null],
  ['类', '款', '项', '栏次', 1, 2, 3],
  ['合计', null, null, null, 123450.5, 81234.56, 42215.94],
  ['213', null, null, '农林水支出', 123450.5, 81234.56, 42215.94],
];

const Z01: Rows = [
  ['收入支出决算总表'], [null, null, null, null, null, null, null, null, null, null, null, null, '财决01表'], ['编制单位：青禾县水文站', null, '单位：元'],
  ['收入', null, null, null, '支出', null, null, null, '支出', null, null, null],
  ['项目', '行次', '全年预算数', '决算数', '项目（按功能分类）', '行次', '全年预算数', '决算数', '项目（按支出性质和经济分类）', '行次', '全年预算数', '决算数'],
  ['一、一般公共预算财政拨款收入', 1, 9, 123450.5, '一、农林水支出', 32, 9, 123450.5, '一、基本支出', 58, 9, 81234.56],
  ['本年收入合计', 27, 9, 123450.5, '本年支出合计', 57, 9, 123450.5, '支出合计', 80, 9, 123450.5],
  ['总计', 31, 9, 123450.5, '总计', 62, 9, 123450.5, null, null, null, null],
];

const Z08_1: Rows = [
  ['一般公共预算财政拨款基本支出决算明细表'], [null, null, null, null, '财决08-1表'], ['单位：元'],
  ['项目', null, '合计', '工资福利支出', null, '商品和服务支出', null],
  ['科目编码', '科目名称', null, '小计', '基本工资', '小计', '办公费'],
  ['合计', null, 81234.56, 70000.06, 70000.06, 11234.5, 11234.5],
  ['213', '农林水支出', 81234.56, 70000.06, 70000.06, 11234.5, 11234.5],
];

const F03: Rows = [
  ['机构运行信息表'], [null, null, null, '财决附03表'], ['单位：元'],
  ['项目', '行次', '全年预算数', '统计数'],
  ['一、“三公”经费支出', 1, null, null],
  ['（一）支出合计', 2, 9000, 8000],
  ['1. 因公出国（境）费', 3, 0, 0],
  ['2. 公务用车购置及运行维护费', 4, 6000, 5500],
  ['（1）公务用车购置费', 5, 0, 0],
  ['（2）公务用车运行维护费', 6, 6000, 5500],
  ['3. 公务接待费', 7, 3000, 2500],
];

const book = (published: Rows) =>
  workbook(
    sheet('公开03表', published), sheet('Z04 支出决算表(财决04表)', Z04), sheet('Z01 收入支出决算总表(财决01表)', Z01),
    sheet('Z08_1 基本支出', Z08_1), sheet('F03 机构运行信息表', F03),
  );

test('the base tables are told apart from the published ones, and read in 元', () => {
  const accounts = readAccounts(book(PUBLISHED));
  expect(accounts.tables.map(({ id, unit }) => [id, unit])).toEqual([['expenditure', '万元']]);
  expect(accounts.problems).toEqual([]);
  expect(accounts.base?.expenditure?.total?.figures.basic?.exact.toString()).toBe('8.123456');
  expect(accounts.base?.summary?.expenditure.currentYear?.exact.toString()).toBe('12.34505');
  expect(accounts.base?.summary?.classes.map(({ name }) => name)).toEqual(['农林水支出']);
  expect(accounts.base?.basicExpenditure?.map(({ code, amount }) => [code, amount.exact.toString()])).toEqual([
    ['301', '7.000006'], ['30101', '7.000006'], ['302', '1.12345'], ['30201', '1.12345'],
  ]);
  expect(accounts.base?.threePublic?.actual.vehicles?.exact.toString()).toBe('0.55');
  expect(accounts.base?.threePublic?.budget.total?.exact.toString()).toBe('0.9');
  expect(accounts.sheets.map(({ taken }) => taken.startsWith('财决底表：'))).toEqual([false, true, true, true, true]);
});

test('published amounts are paired with the base amounts they come from', () => {
  const accounts = readAccounts(book(PUBLISHED));
  const pairs = accounts.base === null ? [] : [...convertedPairs(accounts, accounts.base)];
  expect(pairs.map(({ published, base }) => [formatCell(published.cell), formatCell(base.cell)])).toContainEqual([
    '公开03表!D5', 'Z04 支出决算表(财决04表)!F8',
  ]);
  expect(pairs).toHaveLength(6);
});

test('a published amount that does not come from its base amount is an error; a 尾差 moved by 0.01 is none', () => {
  const conversion = RULES.filter(({ id }) => id === 'base/conversion');
  const problems = (rows: Rows) => run(readAccounts(book(rows)), conversion).inspected.map(({ problem: { cells: [first] } }) => (first ? formatCell(first) : ''));
  expect(problems(PUBLISHED)).toEqual([]);
  const moved = PUBLISHED.map((row, index) => (index === 4 ? ['213', '农林水支出', 12.34, 8.13, 4.22] : row));
  expect(problems(moved)).toEqual([]);
  const wrong = PUBLISHED.map((row, index) => (index === 4 ? ['213', '农林水支出', 12.35, 8.21, 4.22] : row));
  expect(problems(wrong)).toEqual(['公开03表!D5']);
});

test('a workbook without base tables has none', () => {
  expect(readAccounts(workbook(sheet('公开03表', PUBLISHED))).base).toBeNull();
});
