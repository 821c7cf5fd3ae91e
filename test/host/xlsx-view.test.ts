import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import type { SheetView } from '../../src/host/xlsx/view';
import { parseCell } from '../../src/workbook/address';
import { PREFIXED, RICH, richXlsx } from './rich-workbook';
import { edit, mark, paragraphSheet } from './stage';

async function view(): Promise<SheetView> {
  const [sheet] = (await openXlsx(richXlsx(), '丰富.xlsx')).view().sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function cell(sheet: SheetView, address: string): ReturnType<SheetView['cellAt']> {
  const { row, column } = parseCell(`${sheet.name}!${address}`);
  return sheet.cellAt(row, column);
}

describe('a workbook as a grid shows it', () => {
  test('has the size of what is in it, merged cells in full', async () => {
    const sheet = await view();
    expect([sheet.rowCount, sheet.columnCount]).toEqual([9, 4]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
  });

  test('has widths and heights in pixels, nothing of what is hidden', async () => {
    const sheet = await view();
    expect(sheet.columnWidths).toEqual([214, 64, 84, 64]);
    expect(sheet.rowHeights).toEqual([53, 24, 19, 0, 19, 19, 19, 19, 19]);
  });

  test('has fonts, fills and alignment', async () => {
    expect(cell(await view(), 'A1')).toMatchObject({
      text: '收入支出决算总表',
      style: {
        bold: true,
        italic: true,
        underline: true,
        fontSize: 16,
        fontName: '黑体',
        color: 'C00000',
        fill: 'A7C0DE',
        horizontal: 'center',
        vertical: 'center',
        wrap: true,
      },
    });
    const indented = { horizontal: 'left', indent: 2, bold: false, color: '000000' };
    expect(cell(await view(), 'A3').style).toMatchObject(indented);
  });

  test('has borders with their weight, line and colour', async () => {
    expect(cell(await view(), 'B3').style.borders).toEqual({
      left: { weight: 'thin', line: 'solid', color: '000000' },
      right: { weight: 'medium', line: 'solid', color: '00FF00' },
      top: { weight: 'thin', line: 'double', color: '000000' },
      bottom: { weight: 'thin', line: 'dashed', color: '000000' },
    });
  });

  test('gives cells that are not in the file the format of their column', async () => {
    const sheet = await view();
    expect(cell(sheet, 'C7').style.borders.right).toEqual({ weight: 'medium', line: 'solid', color: '00FF00' });
    expect(cell(sheet, 'D7').style.borders.right).toBeNull();
  });

  test('shows what was written and marked since', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    await host.write([edit(`${RICH}!B3`, 1234.5, 9876.543), edit(`${RICH}!C7`, null, 2)]);
    await host.mark([mark(`${RICH}!B3`, 'warning')]);
    const shown = host.view();
    const [sheet] = shown.sheets;
    expect(sheet === undefined ? null : cell(sheet, 'B3').text).toBe('9,876.54 ');
    expect(sheet === undefined ? null : cell(sheet, 'C7').text).toBe('2.00 ');
    expect(shown.marks).toEqual([mark(`${RICH}!B3`, 'warning')]);
    expect(shown.name).toBe('丰富.xlsx');
    expect(shown.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      [RICH, false],
      [PREFIXED, false],
      ['透视', false],
      ['隐', true],
    ]);
  });

  test('gives paragraphs the room that they need', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    await host.writeSheet(paragraphSheet('说明', ['标题'], ['本年收入合计。'.repeat(40)]));
    const [title = 0, paragraph = 0] = host.view().sheets.at(-1)?.rowHeights ?? [];
    expect(paragraph).toBeGreaterThan(5 * title);
  });

  test('shows a sheet of our own as its styles say', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    const styles = ['text', 'heading', 'header', 'amount', 'input', 'note'] as const;
    const cells = styles.map((style) => ({ value: style === 'amount' ? -1234.5 : '字', style }));
    await host.writeSheet({ name: '底稿', columns: [8, 8, 8, 16, 24, 8], rows: [cells], frozenRows: 1 });
    const shown = (await openXlsx(host.save(), '丰富.xlsx')).view().sheets.at(-1);
    expect(styles.map((_, column) => shown?.cellAt(0, column))).toMatchObject([
      { text: '字', style: { bold: false, wrap: true, fill: null, fontSize: 11, fontName: '宋体' } },
      { text: '字', style: { bold: true, wrap: false, fill: null, fontSize: 11, fontName: '宋体' } },
      { text: '字', style: { bold: true, wrap: true, fill: 'E7E6E6' } },
      { text: '-1,234.50', style: { bold: false, fill: null } },
      { text: '字', style: { fill: 'E2EFDA', borders: { bottom: { line: 'solid', color: 'A9D08E' }, top: null } } },
      { text: '字', style: { bold: false, fill: null, fontSize: 9, color: '808080' } },
    ]);
    const widths = shown?.columnWidths ?? [];
    expect((widths[4] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(3, 0);
  });

  test('tells a page which cell to show', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    const listener = jest.fn();
    const stop = host.onReveal(listener);
    await host.reveal(parseCell(`${RICH}!B3`));
    stop();
    await host.reveal(parseCell(`${RICH}!B4`));
    expect(listener.mock.calls).toEqual([[parseCell(`${RICH}!B3`)]]);
  });

  test('lets a person type where writing is possible', async () => {
    const host = await openXlsx(richXlsx(), '丰富.xlsx');
    const enter = (where: string, from: number | null): Promise<void> => host.enter([edit(where, from, 1)]);
    await expect(enter(`${RICH}!D5`, null)).rejects.toMatchObject({ fault: 'formula', where: `${RICH}!D5` });
    await expect(enter('不存在!A1', null)).rejects.toMatchObject({ fault: 'missing', where: '不存在' });
    await enter(`${RICH}!B3`, 1234.5);
    expect(host.view().sheets[0]?.cellAt(2, 1).text).toBe('1.00 ');
  });
});
