import { openXlsx, type XlsxHost } from '../../src/host/xlsx/open-xlsx';
import type { CellValue } from '../../src/workbook/snapshot';
import { at, edit, type CellSpec, type WorkbookSpec } from './stage';
import { buildParts, buildXlsx, zipParts } from './xlsx-fixture';
import { all, inspectXlsx } from './xlsx-inspect';

const PENDING = '#待计算';

function formula(source: string, value: CellValue, numberFormat?: string): CellSpec {
  return { formula: source, value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

const INPUT = { A1: 10, A2: 20.5, A3: '30', A4: null, A5: '甲', A6: 1.005, B1: '甲', B2: '乙', C1: 100, C2: 200 };

async function openWith(
  source: string,
  value: CellValue,
  more: Readonly<Record<string, CellSpec>> = {},
): Promise<XlsxHost> {
  const cells = { ...INPUT, ...more, E1: formula(source, value) };
  const other = { A1: 5, B1: formula("='表 一'!E1", value) };
  return openXlsx(buildXlsx({ sheets: [{ name: '表 一', cells }, { name: '表二', cells: other }] }), '公式.xlsx');
}

async function result(host: XlsxHost, cell = '表 一!E1'): Promise<CellValue> {
  return at(await host.read(), cell).value;
}

describe('the results of formulas after a write', () => {
  test.each<[string, CellValue, CellValue]>([
    ['=A1+A2', 30.5, 31.5],
    ['=SUM(A1:A4)', 30.5, 31.5],
    ['=SUM($A$1,A2,A3)', 30.5, 31.5],
    ['=SUM(A:A)', 31.505, 32.505],
    ['=A1-A2*2^2/4', -10.5, -9.5],
    ['=-A1%', -0.1, -0.11],
    ['=-A1^2', 100, 121],
    ['=A1&"万元"&A5', '10万元甲', '11万元甲'],
    ['=IF(A1>10,"超","未超")', '未超', '超'],
    ['=IF(A1=A1,A1,1/0)', 10, 11],
    ['=IFERROR(A1/A4,A1)', 10, 11],
    ['=A1/A4', '#DIV/0!', '#DIV/0!'],
    ['=ROUND(A1*A6,2)', 10.05, 11.06],
    ['=ROUND(A6+A1,2)', 11.01, 12.01],
    ['=MAX(A1:A3)-MIN(A1:A3)', 10.5, 9.5],
    ['=AVERAGE(A1:A2)', 15.25, 15.75],
    ['=COUNT(A1:A6)', 3, 3],
    ['=SUMIF(B1:B2,"甲",C1:C2)+A1', 110, 111],
    ['=VLOOKUP("乙",B1:C2,2,FALSE)+A1', 210, 211],
    ['=INDEX(C1:C2,MATCH("乙",B1:B2,0))*A1', 2000, 2200],
    ['=ABS(-A1)+INT(A2)', 30, 31],
    ['=AND(A1>10,A2>10)', false, true],
    ['=表二!A1+A1', 15, 16],
    ["='表 一'!A1*2", 20, 22],
    ['=A1=10', true, false],
    ['=IF(A1>10,"","空")', '空', null],
    ['=A1-A2-A1+A2', 0, 0],
  ])('%s is worked out again', async (source, before, after) => {
    const host = await openWith(source, before);
    await host.write([edit('表 一!A1', 10, 11)]);
    expect(await result(host)).toEqual(after);
    const later = await openXlsx(host.save(), '公式.xlsx');
    expect(await result(later)).toEqual(after);
    expect(at(await later.read(), '表 一!E1').formula).toBe(source);
  });

  test('follow one another through cells, sheets and names, in the format of their cells', async () => {
    const host = await openWith('=A1*2', 20, {
      F1: formula('=E1+1', 21, '#,##0.00'),
      F2: formula('=F1+表二!B1', 41),
    });
    await host.write([edit('表 一!A1', 10, 1000)]);
    expect(at(await host.read(), '表 一!F1')).toEqual({ value: 2001, text: '2,001.00', formula: '=E1+1' });
    expect(await result(host, '表二!B1')).toBe(2000);
    expect(await result(host, '表 一!F2')).toBe(4001);
  });

  test.each<[string, string, CellValue]>([
    ['a function that is not known', '=MYSTERY(A1)', 1],
    ['a result that is not what the file says', '=A1+A2', 99],
    ['an address that is calculated', '=INDIRECT("A"&1)', 10],
    ['a name that is not defined', '=税率*A1', 1],
    ['a table', '=SUM(表1[金额])', 10],
    ['another workbook beside a cell of this one', '=[1]表!A1+A1', 15],
    ['an array', '=SUM(A1:A2*C1:C2)', 5100],
    ['a formula that hangs on itself', '=E1+A1', 10],
    ['what cannot be parsed', '=A1+', 10],
  ])('with %s are to be calculated, never out of date', async (_, source, before) => {
    const host = await openWith(source, before);
    await host.write([edit('表 一!A1', 10, 11)]);
    expect(await result(host)).toBe(PENDING);
    expect(await result(host, '表二!B1')).toBe(PENDING);
    const saved = inspectXlsx(host.save());
    const cells = all(saved.document('xl/worksheets/sheet1.xml'), 'c');
    const cell = cells.find(({ attributes }) => attributes['r'] === 'E1');
    expect(cell?.children.map(({ name }) => name)).toEqual(['f']);
    const settings = all(saved.document('xl/workbook.xml'), 'calcPr');
    expect(settings.map(({ attributes }) => attributes['fullCalcOnLoad'])).toEqual(['1']);
    expect(await result(await openXlsx(host.save(), '公式.xlsx'))).toBe(PENDING);
  });

  test('that do not hang on the write keep theirs, also where they cannot be worked out', async () => {
    const host = await openWith('=MYSTERY(A2)', 7);
    await host.write([edit('表 一!A1', 10, 11)]);
    expect(await result(host)).toBe(7);
    expect(all(inspectXlsx(host.save()).document('xl/workbook.xml'), 'calcPr')).toEqual([]);
  });

  test('come back with the cells they hang on', async () => {
    const workbook: WorkbookSpec = { sheets: [{ name: '表', cells: { A1: 1, B1: formula('=MYSTERY(A1)', 7) } }] };
    const bytes = buildXlsx(workbook);
    const host = await openXlsx(bytes, '公式.xlsx');
    await host.write([edit('表!A1', 1, 2)]);
    await host.write([edit('表!A1', 2, 1)]);
    expect(at(await host.read(), '表!B1').value).toBe(7);
    expect(host.save()).toBe(bytes);
  });

  test('through a defined name are worked out again', async () => {
    const parts = buildParts({ sheets: [{ name: '表', cells: { A1: 2, B1: formula('=单价*3', 6) } }] });
    const names = '</sheets><definedNames><definedName name="单价">表!$A$1</definedName></definedNames>';
    const workbook = (parts['xl/workbook.xml'] ?? '').replace('</sheets>', names);
    const host = await openXlsx(zipParts({ ...parts, 'xl/workbook.xml': workbook }), '公式.xlsx');
    await host.write([edit('表!A1', 2, 4)]);
    expect(await result(host, '表!B1')).toBe(12);
  });

  test('no cell of an array formula can be written', async () => {
    const parts = buildParts({ sheets: [{ name: '表', cells: { A1: 2, A2: 3, B1: 4, B2: 6 } }] });
    const part = 'xl/worksheets/sheet1.xml';
    const array = '<c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>4</v></c>';
    const sheet = (parts[part] ?? '').replace('<c r="B1"><v>4</v></c>', array);
    const host = await openXlsx(zipParts({ ...parts, [part]: sheet }), '公式.xlsx');
    await expect(host.write([edit('表!B2', 6, 7)])).rejects.toMatchObject({ fault: 'formula', where: '表!B2' });
    await host.write([edit('表!A2', 3, 5)]);
    expect([await result(host, '表!B1'), await result(host, '表!B2')]).toEqual([PENDING, PENDING]);
  });
});
