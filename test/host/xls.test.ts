import { utils, write as writeWorkbook, type WorkBook } from '@e965/xlsx';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { at, edit, mark, paragraphSheet } from './stage';

const NAME = '旧格式.xls';

function workbook(): WorkBook {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([['收入支出决算总表'], ['一、财政拨款', 1234.5, '437.83　', true], ['合计', 3]]);
  sheet['B2'].z = '#,##0.00';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  utils.book_append_sheet(book, sheet, '公开01表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), '隐藏表');
  utils.book_set_sheet_visibility(book, 1, 1);
  return book;
}

function bytes(): Uint8Array {
  return new Uint8Array(writeWorkbook(workbook(), { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

describe('an .xls file', () => {
  test('is read like any other', async () => {
    const host = await openXlsx(bytes(), NAME);
    const read = await host.read();
    expect(read.name).toBe(NAME);
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['公开01表', false],
      ['隐藏表', true],
    ]);
    expect(at(read, '公开01表!A1').value).toBe('收入支出决算总表');
    expect(at(read, '公开01表!B2')).toEqual({ value: 1234.5, text: '1,234.50', formula: null });
    expect(at(read, '公开01表!C2')).toEqual({ value: '437.83　', text: '437.83　', formula: null });
    expect(at(read, '公开01表!D2').value).toBe(true);
  });

  test('is shown with its merged cells, and its cells can be revealed', async () => {
    const host = await openXlsx(bytes(), NAME);
    expect(host.view().sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    await host.reveal({ sheet: '公开01表', row: 1, column: 1 });
    expect(host.marks()).toEqual([]);
  });

  test('is not changed', async () => {
    const host = await openXlsx(bytes(), NAME);
    const refused = { fault: 'read-only', where: NAME };
    expect(host.readOnly).toBe(true);
    await expect(host.write([edit('公开01表!B2', 1234.5, 1)])).rejects.toMatchObject(refused);
    await expect(host.mark([mark('公开01表!B2', 'error')])).rejects.toMatchObject(refused);
    await expect(host.writeSheet(paragraphSheet('说明', [], ['段']))).rejects.toMatchObject(refused);
    await expect(host.enter([edit('公开01表!B2', 1234.5, 1)])).rejects.toMatchObject(refused);
    expect(() => host.save()).toThrow(expect.objectContaining(refused));
  });
});
