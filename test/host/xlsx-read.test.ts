import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { displayText } from '../../src/host/xlsx/number-format';
import { cellAt, type CellValue } from '../../src/workbook/snapshot';
import { PREFIXED, RICH, richXlsx } from './rich-workbook';
import { at, edit } from './stage';
import { buildParts, zipParts } from './xlsx-fixture';

const SHEET_PART = 'xl/worksheets/sheet1.xml';

/** A workbook with one sheet 表, whose `sheetData` holds these rows. */
function withRows(rows: string, replacements: Readonly<Record<string, (xml: string) => string>> = {}): Uint8Array {
  const parts = buildParts({ sheets: [{ name: '表', cells: {} }] });
  const sheet = (parts[SHEET_PART] ?? '').replace('<sheetData/>', `<sheetData>${rows}</sheetData>`);
  const all: Record<string, string> = { ...parts, [SHEET_PART]: sheet };
  for (const [part, replace] of Object.entries(replacements)) all[part] = replace(all[part] ?? '');
  return zipParts(all);
}

describe('cells as other programs write them', () => {
  test.each<[string, CellValue, string, string | null]>([
    [`${RICH}!A3`, '一、财政 拨款', '一、财政 拨款', null],
    [`${RICH}!A2`, '项目', '项目', null],
    [`${RICH}!A4`, 'a\rb_x0041_', 'a\rb_x0041_', null],
    [`${RICH}!B2`, '决算数', '决算数', null],
    [`${RICH}!B3`, 1234.5, '1,234.50 ', null],
    [`${RICH}!C3`, '437.83　', '437.83　', null],
    [`${RICH}!D4`, true, 'TRUE', null],
    [`${RICH}!D5`, 11, '11.00 ', '=B5+C5'],
    [`${RICH}!D6`, 22, '22.00 ', '=B6+C6'],
    [`${RICH}!C9`, 169.585, '169.59 ', '=SUM(B3:B6)*税率'],
    [`${RICH}!D9`, '#N/A', '#N/A', null],
    [`${PREFIXED}!A1`, '项目', '项目', null],
    [`${PREFIXED}!B1`, 12.5, '12.5', null],
    [`${PREFIXED}!B5`, 25, '25.00 ', '=B1*2'],
  ])('%s', async (cell, value, text, formula) => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    expect(at(await host.read(), cell)).toEqual({ value, text, formula });
  });

  test('very hidden sheets are hidden, sheets of charts are none', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    const { sheets } = await host.read();
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      [RICH, false],
      [PREFIXED, false],
      ['透视', false],
      ['隐', true],
    ]);
    const chart = withRows('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': (xml) => xml.replace('</sheets>', '<sheet name="图" sheetId="9" r:id="rId9"/></sheets>'),
      'xl/_rels/workbook.xml.rels': (xml) =>
        xml.replace('</Relationships>', '<Relationship Id="rId9" Type="x/chartsheet" Target="c.xml"/></Relationships>'),
    });
    const read = await (await openXlsx(chart, '图.xlsx')).read();
    expect(read.sheets.map(({ name }) => name)).toEqual(['表']);
  });

  test.each<[string, CellValue]>([
    ['<c r="A1"><v>-1.5E-3</v></c>', -0.0015],
    ['<c r="A1"><v> 7 </v></c>', 7],
    ['<c r="A1"><v></v></c>', null],
    ['<c r="A1" s="0"/>', null],
    ['<c r="A1" t="s"><v>0</v></c>', null],
    ['<c r="A1" t="str"><v>x&amp;&#x4e00;</v></c>', 'x&一'],
    ['<c r="A1" t="str"><v><![CDATA[<a>]]></v></c>', '<a>'],
    ['<c r="A1" t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>', '甲'],
    ['<c r="A1" t="inlineStr"><is><t/></is></c>', null],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['<c r="A1" t="d"><v>2024-03-15</v></c>', 45366],
    ['<c r="A1" t="d"><v>2024-03-15T12:00:00</v></c>', 45366.5],
    ['<c r="A1"><f>1+1</f></c>', '#待计算'],
    ['<c r="A1"><f>1+1</f><v/></c>', '#待计算'],
    ['<c r="A1" t="str"><f>""</f><v></v></c>', null],
  ])('%s', async (cell, value) => {
    const host = await openXlsx(withRows(`<row r="1">${cell}</row>`), '单元格.xlsx');
    expect(at(await host.read(), '表!A1').value).toBe(value);
  });

  test('a sheet formatted to its last row and column is as large as what is in it', async () => {
    const blank = (row: number): string => `<row r="${row}" s="1" customFormat="1"><c r="A${row}" s="1"/></row>`;
    const rows = Array.from({ length: 101_000 }, (_, index) => blank(index + 2)).join('');
    const last = '<row r="1048576"><c r="XFD1048576" s="1"/></row>';
    const host = await openXlsx(withRows(`<row r="1"><c r="B1"><v>1</v></c></row>${rows}${last}`), '很大.xlsx');
    const [sheet] = (await host.read()).sheets;
    expect(sheet?.rows.map(({ length }) => length)).toEqual([2]);
    expect(host.view().sheets.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[1, 2]]);
    await host.write([edit('表!A100500', null, 5)]);
    expect(at(await (await openXlsx(host.save(), '很大.xlsx')).read(), '表!A100500').value).toBe(5);
  });

  test('one cell at the far end does not fill the memory', async () => {
    const host = await openXlsx(withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), '远.xlsx');
    const [sheet] = (await host.read()).sheets;
    expect(sheet?.rows).toHaveLength(1_048_576);
    expect(sheet === undefined ? null : cellAt(sheet, 1_048_575, 16_383).value).toBe(1);
    expect(host.view().sheets[0]?.rowHeights).toHaveLength(1_048_576);
  });

  test('dates count from 1904 where the workbook says so', async () => {
    const from1904 = (xml: string): string => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const plain = 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"';
    const dated = (xml: string): string => xml.replace(plain, 'numFmtId="14"');
    const bytes = withRows('<row r="1"><c r="A1" s="0"><v>43904</v></c></row>', {
      'xl/workbook.xml': from1904,
      'xl/styles.xml': dated,
    });
    expect(at(await (await openXlsx(bytes, '日期.xlsx')).read(), '表!A1').text).toBe('2024/3/15');
  });
});

describe('numbers as Excel displays them', () => {
  test.each<[string, CellValue, string]>([
    ['General', 1234.5, '1234.5'],
    ['General', 0.1 + 0.2, '0.3'],
    ['0.00', 1.005, '1.01'],
    ['0.00', 2.675, '2.68'],
    ['0.00', 8692.845, '8692.85'],
    ['0.00', -8692.845, '-8692.85'],
    ['0.00', 80296.634999, '80296.63'],
    ['#,##0.00', 1234567.891, '1,234,567.89'],
    ['0.00%', 0.8085, '80.85%'],
    ['0.00%', 0.80855, '80.86%'],
    ['#,##0.00_ ;[Red]-#,##0.00 ', -5, '-5.00 '],
    ['yyyy"年"m"月"d"日"', 45366, '2024年3月15日'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, ' -   '],
    ['@', '437.83　', '437.83　'],
    ['0.00', '文字', '文字'],
    ['0.00', true, 'TRUE'],
    ['0.00', null, ''],
  ])('%s of %p is %p', (pattern, value, text) => {
    expect(displayText(pattern, value)).toBe(text);
  });
});
