import { createExcelHost } from '../../src/host/excel/host';
import { at } from '../host/stage';
import { sheetNamed } from './emulator/model';
import { excel } from './excel';

afterEach(() => excel.configure({ payloadLimit: Infinity }));

test('error values are read as their text, a blank result of a formula as blank', async () => {
  excel.open({
    sheets: [{ name: '表', cells: { B3: '#REF!', C3: { value: null, formula: '=IF(B3>0,"","")' }, D4: '=不是公式' } }],
  });
  const workbook = await createExcelHost().read();
  expect(workbook.sheets[0]?.rows.map((row) => row.length)).toEqual([0, 0, 4, 4]);
  expect(at(workbook, '表!B3')).toEqual({ value: '#REF!', text: '#REF!', formula: null });
  expect(at(workbook, '表!C3')).toEqual({ value: null, text: '', formula: '=IF(B3>0,"","")' });
  expect(at(workbook, '表!D4')).toEqual({ value: '=不是公式', text: '=不是公式', formula: null });
});

test('a number in a column that is too narrow is not read as ####', async () => {
  excel.open({ sheets: [{ name: '表', cells: { A1: { value: 2946.25, numberFormat: '#,##0.00' }, A2: '####' } }] });
  sheetNamed(excel.book, '表').columnWidths.set(0, 20);
  const workbook = await createExcelHost().read();
  expect(at(workbook, '表!A1')).toEqual({ value: 2946.25, text: '2946.25', formula: null });
  expect(at(workbook, '表!A2').text).toBe('####');
});

test('a sheet that is hidden for good is hidden', async () => {
  excel.open({ sheets: [{ name: '表', cells: { A1: 1 } }, { name: '底稿', cells: {} }] });
  sheetNamed(excel.book, '底稿').visibility = 'VeryHidden';
  const { sheets } = await createExcelHost().read();
  expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
});

test('the workbook has the name of its file', async () => {
  excel.open({ sheets: [{ name: '表', cells: {} }] });
  expect((await createExcelHost().read()).name).toBe('决算公开.xlsx');
});

test('a workbook above the limit of Excel on the web is read in pieces, the same as in one', async () => {
  const amounts = Array.from({ length: 30_000 }, (_, index): [string, number] => [`C${index + 5}`, index / 4]);
  const notes = Array.from({ length: 10 }, (_, index): [string, string] => [`B${index + 2}`, '说明'.repeat(500)]);
  excel.open({
    sheets: [
      { name: '大表', cells: Object.fromEntries(amounts) },
      { name: '空表', cells: {} },
      { name: '说明', cells: Object.fromEntries(notes) },
    ],
  });
  const whole = await createExcelHost().read();
  excel.configure({ payloadLimit: 600_000 });
  const host = createExcelHost();
  const { requests } = await excel.measure(async () => {
    expect(await host.read()).toEqual(whole);
  });
  expect(requests).toBeGreaterThan(2);
  expect(at(whole, '大表!C30004').value).toBe(29_999 / 4);
});

test('a chart sheet is a sheet without cells', async () => {
  excel.open({ sheets: [{ name: '表', cells: { A1: 1 } }] });
  excel.addChartSheet('图表');
  const { sheets } = await createExcelHost().read();
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['表', 1], ['图表', 0]]);
});
