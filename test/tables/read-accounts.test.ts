import { formatArea, formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { readAccounts } from '../../src/tables/read-accounts';
import { cleanSample, edited } from '../sample/clean';
import { sheet, workbook } from './sheet';

const HEAD: readonly (readonly CellValue[])[] = [
  ['一般公共预算财政拨款支出决算表'],
  [null, null, null, null, '公开05表'],
  ['部门：青禾县水文站', null, null, null, '单位：万元'],
  ['项目', null, '本年支出', null, null],
  ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出'],
  ['栏次', null, 1, 2, 3],
];

const BODY: readonly (readonly CellValue[])[] = [
  ['合计', null, 12.5, 8.5, 4],
  ['213', '农林水支出', 12.5, 8.5, 4],
  ['21303', '水利', 12.5, '8.50　', '4.'],
  ['2130301', '  行政运行', 8.5, 8.5, '　'],
  ['2130310', '  水土保持', 4, null, 4],
  ['2130399', '  其他水利支出', null, null, null],
  ['注：本表反映一般公共预算财政拨款支出情况。'],
];

const read = (rows: readonly (readonly CellValue[])[], name = 'Sheet1') => readAccounts(workbook(sheet(name, rows)));

test('a coded table knows its rows, their levels and its labels', () => {
  const table = read([...HEAD, ...BODY]).generalBudget;
  expect(table).toMatchObject({ title: '一般公共预算财政拨款支出决算表', number: '公开05表', department: '青禾县水文站', unit: '万元' });
  expect(table?.rows.map(({ code, name, level, empty }) => [code, name, level, empty])).toEqual([
    ['213', '农林水支出', 'class', false],
    ['21303', '水利', 'section', false],
    ['2130301', '行政运行', 'item', false],
    ['2130310', '水土保持', 'item', false],
    ['2130399', '其他水利支出', 'item', true],
  ]);
  expect(table?.notes).toEqual(['注：本表反映一般公共预算财政拨款支出情况。']);
  expect(table === null || table === undefined ? '' : formatArea(table.area)).toBe('A1:E12');
});

test('text numbers are amounts, blanks are blank, and each knows its cell', () => {
  const section = read([...HEAD, ...BODY]).generalBudget?.rows[1]?.figures;
  expect(section?.basic?.shown.toNumber()).toBe(8.5);
  expect(section?.project?.shown.toNumber()).toBe(4);
  expect(section?.basic === null || section?.basic === undefined ? '' : formatCell(section.basic.cell)).toBe('Sheet1!D9');
  const item = read([...HEAD, ...BODY]).generalBudget?.rows[2]?.figures;
  expect([item?.basic?.blank, item?.project?.blank, item?.project?.shown.toNumber()]).toEqual([false, true, 0]);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['小计', ['功能分类科目编码', '科目名称', '小计', '基本支出', '项目支出']],
  ['合计', ['支出功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出']],
  ['本年支出合计', ['科目代码', '科目名称', '本年支出合计', '基本支出', '项目支出']],
  ['一般公共预算财政拨款支出决算数', ['科目编码', '科目名称', '一般公共预算财政拨款支出决算数', '基本支出', '项目支出']],
])('the total column of 05 headed %s', (_, header) => {
  const rows = [HEAD[0], HEAD[2], ['项目', null, null, null, null], header, ...BODY] as readonly (readonly CellValue[])[];
  expect(read(rows).generalBudget?.total?.figures.total?.shown.toNumber()).toBe(12.5);
});

test.each([
  ['一般公共预算财政拨款支出决算表', 'general-budget'],
  ['表五：2024年度一般公共预算财政拨款支出决算表', 'general-budget'],
  ['一般公共预算财政拨款收入支出决算表', 'general-budget'],
  ['国有资本经营预算财政拨款支出决算表', 'state-capital'],
  ['国有资产经营预算财政拨款支出决算表', 'state-capital'],
  ['国有资本经营预算财政拨款收入支出决算表', 'state-capital'],
  ['政府性基金预算财政拨款收入支出决算表', 'government-funds'],
  ['支出决算表', 'expenditure'],
  ['支出决算总表', 'expenditure'],
  ['青禾县水文站 2024 年度支出决算表', 'expenditure'],
])('%s is taken for %s', (title, id) => {
  expect(read([[title], ...HEAD.slice(1), ...BODY]).tables.map((table) => table.id)).toEqual([id]);
});

test.each([
  '项目支出决算表', '项目支出绩效自评表', '国有资产使用情况表', '政府采购情况表', '部门整体支出绩效评价基础数据表',
  '一、收入支出决算总体情况说明',
])('%s is none of the nine', (title) => {
  expect(read([[title], ...HEAD.slice(1), ...BODY]).tables).toEqual([]);
});

test('titles in a list of contents are no tables', () => {
  const contents = [['目录'], ['一、收入支出决算总表'], ['二、收入决算表'], ['三、支出决算表']];
  const accounts = readAccounts(workbook(sheet('目录', contents), sheet('5', [...HEAD, ...BODY])));
  expect(accounts.tables.map(({ id }) => id)).toEqual(['general-budget']);
  expect(accounts.problems).toEqual([]);
});

test('what looks like a published table and cannot be read is a problem', () => {
  const accounts = read([['收入决算表'], ['编号', '内容', '数额'], ['1', '财政拨款', 12], ['2', '其他', 3]]);
  expect(accounts.tables).toEqual([]);
  expect(accounts.problems.map(({ kind, table }) => [kind, table])).toEqual([['unreadable-table', 'revenue']]);
});

test('text where a number belongs is a problem that names the cell', () => {
  const rows = BODY.map((row) => (row[0] === '2130310' ? ['2130310', '水土保持', 4, '见附表', 4] : row));
  expect(read([...HEAD, ...rows]).problems.map(({ kind, found, cells }) => [kind, found, cells.map(formatCell)])).toEqual([
    ['text-in-number', '见附表', ['Sheet1!D11']],
  ]);
});

test('a table that prints no unit is read in 万元, and known not to say so', () => {
  const { generalBudget } = read([[HEAD[0]?.[0] ?? null], ...HEAD.slice(3), ...BODY]);
  expect([generalBudget?.unit, generalBudget?.unitLabel, generalBudget?.department]).toEqual(['万元', null, null]);
});

test('the same table twice is read once, and that is said', () => {
  const accounts = readAccounts(workbook(sheet('一', [...HEAD, ...BODY]), sheet('二', [...HEAD, ...BODY])));
  expect(accounts.tables.map(({ sheet: name }) => name)).toEqual(['一']);
  expect(accounts.problems.map(({ kind, cells }) => [kind, cells.map(formatCell)])).toEqual([['duplicate-table', ['二!A1', '一!A1']]]);
});

test('an empty table with its nil note is a table without amounts', () => {
  const rows = [...HEAD, ['合计', null, '　', null, null], ['本单位没有相关收入和支出，故本表无数据。']];
  const table = read(rows).generalBudget;
  expect(table?.figures.every(({ blank }) => blank)).toBe(true);
  expect(table?.notes).toEqual(['本单位没有相关收入和支出，故本表无数据。']);
});

test('headings repeated in every cell of a merged range are read once', () => {
  const head = HEAD.map((row, index) => (index === 3 ? ['项目', '项目', '本年支出', '本年支出', '本年支出'] : row));
  expect(read([...head, ...BODY]).generalBudget?.total?.figures.basic?.shown.toNumber()).toBe(8.5);
});

test('the fiscal year is the one the workbook names most often', () => {
  const text = sheet('情况说明', [['2024年度决算情况说明'], ['2024 年度收支总计 12.5 万元，2023年度为 11 万元。']]);
  expect(readAccounts(workbook(sheet('5', [...HEAD, ...BODY]), text)).year).toBe(2024);
  expect(read([...HEAD, ...BODY]).year).toBeNull();
});

test('every sheet is told what it was taken for', () => {
  const text = sheet('情况说明', [['一、总体情况'], ['收支平衡。']]);
  const accounts = readAccounts(workbook(sheet('5', [...HEAD, ...BODY]), text, sheet('空', [])));
  expect(accounts.sheets.map(({ taken }) => taken)).toEqual(['一般公共预算财政拨款支出决算表', '文字说明', '空表']);
});

test.each([
  ['beside their labels', [['人员经费合计', null, 9, '公用经费合计', null, 3]], ['6!C6=9', '6!F6=3']],
  ['under their labels', [['人员经费合计', null, null, '公用经费合计', null, null], [null, null, 9, null, null, 3]], ['6!C7=9', '6!F7=3']],
  ['one below the other', [['人员经费合计', null, 9], ['公用经费合计', null, 3]], ['6!C6=9', '6!C7=3']],
  ['beside their labels, all blank', [['人员经费合计', null, null, '公用经费合计', null, null]], ['6!C6=', '6!F6=']],
  ['beside their labels, the first blank', [['人员经费合计', null, null, '公用经费合计', null, 3]], ['6!C6=', '6!F6=3']],
  ['under their labels, the first blank',
    [['人员经费合计', '人员经费合计', '人员经费合计', '公用经费合计', '公用经费合计', '公用经费合计'], [null, null, null, null, null, 3]],
    ['6!C7=', '6!F7=3']],
  ['under their labels, the second blank', [['人员经费合计', null, null, '公用经费合计', null, null], [null, null, 9]], ['6!C7=9', '6!F7=']],
  ['one below the other, the first blank', [['人员经费合计'], ['公用经费合计', null, 3]], ['6!C6=', '6!C7=3']],
  ['beside an item, the first blank', [['人员经费合计', null, null, '310', '资本性支出', 2], ['公用经费合计', null, 3]], ['6!C6=', '6!C7=3']],
])('the totals of 06 are where they belong: %s', (_, totals, found) => {
  const head = [['一般公共预算财政拨款基本支出决算明细表'], ['单位：万元'], ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数']];
  const body = [['301', '工资福利支出', 9, '302', '商品和服务支出', 3], ['30101', '基本工资', 9, '30201', '办公费', 3]];
  const { basicExpenditure } = readAccounts(workbook(sheet('6', [...head, ...body, ...totals])));
  const read = [basicExpenditure?.personnel, basicExpenditure?.operating].map((figure) =>
    figure ? `${formatCell(figure.cell)}=${figure.blank ? '' : figure.shown.toString()}` : null,
  );
  expect(read).toEqual(found);
});

test('reading changes nothing in the snapshot', () => {
  const { snapshot, cellOf } = cleanSample();
  const before = JSON.stringify(snapshot);
  readAccounts(edited(snapshot, cellOf('revenue', 'total', 'total'), null));
  expect(JSON.stringify(snapshot)).toBe(before);
});
