import { formatCell } from '../../src/workbook/address';
import { invert, type CellEdit } from '../../src/workbook/edit';
import type { Cell, CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import type { HostFault } from '../../src/host/host-error';
import { at, contents, edit, fault, SECOND, WORKBOOK, type Open } from './stage';

/** What the cells of these edits hold. */
function held(workbook: WorkbookSnapshot, edits: readonly CellEdit[]): Record<string, CellValue> {
  return Object.fromEntries(edits.map(({ cell }) => [formatCell(cell), at(workbook, formatCell(cell)).value]));
}

/** What the cells of these edits are to hold. */
function wanted(edits: readonly CellEdit[]): Record<string, CellValue> {
  return Object.fromEntries(edits.map(({ cell, to }) => [formatCell(cell), to]));
}

/** What each host promises about reading and writing cells. */
export function valuesContract(open: Open): void {
  describe('read', () => {
    test('gives the sheets in their order, with their names, hidden and protected', async () => {
      const { host } = await open(WORKBOOK);
      const { sheets } = await host.read();
      expect(sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.protected])).toEqual([
        ['公开01表', false, false],
        [SECOND, false, false],
        ['隐藏表', true, false],
        ['已保护', false, true],
        ['空表', false, false],
      ]);
    });

    test.each<[string, CellValue, string, string | null]>([
      ['公开01表!A1', '收入支出决算总表', '收入支出决算总表', null],
      ['公开01表!B4', 1234.5, '1,234.50', null],
      ['公开01表!B5', 40, '40.00', null],
      ['公开01表!B6', '437.83　', '437.83　', null],
      ['公开01表!B7', '　', '　', null],
      ['公开01表!B8', 0, '0.00', null],
      ['公开01表!B9', 1274.5, '1,274.50', '=B4+B5'],
      ['公开01表!C4', 0.8085, '80.85%', null],
      ['公开01表!C5', true, 'TRUE', null],
      ['公开01表!C6', '1200.', '1200.', null],
      ['公开01表!C7', '  前后有空格 ', '  前后有空格 ', null],
      ['公开01表!C8', '<&"\'>', '<&"\'>', null],
      ['公开01表!A2', null, '', null],
      ['公开01表!ZZ999', null, '', null],
      [`${SECOND}!C4`, 7.25, '7.25', null],
      [`${SECOND}!A1`, null, '', null],
      ['隐藏表!A1', 1, '1', null],
      ['空表!A1', null, '', null],
    ])('reads %s', async (cell, value, text, formula) => {
      const { host } = await open(WORKBOOK);
      expect(at(await host.read(), cell)).toEqual({ value, text, formula });
    });

    test('reads the same again when nothing changed', async () => {
      const { host } = await open(WORKBOOK);
      expect(contents(await host.read())).toEqual(contents(await host.read()));
    });

    test('leaves an earlier snapshot as it was', async () => {
      const { host } = await open(WORKBOOK);
      const before = await host.read();
      await host.write([edit('公开01表!B5', 40, 41)]);
      expect(at(before, '公开01表!B5').value).toBe(40);
    });

    test('sees what the user typed', async () => {
      const { host, userEdit } = await open(WORKBOOK);
      await userEdit('公开01表!B5', 40.5);
      await userEdit('空表!C3', '新内容');
      await userEdit('公开01表!A4', null);
      const workbook = await host.read();
      expect(at(workbook, '公开01表!B5')).toEqual({ value: 40.5, text: '40.50', formula: null });
      expect(at(workbook, '空表!C3').value).toBe('新内容');
      expect(at(workbook, '公开01表!A4').value).toBeNull();
    });
  });

  describe('write', () => {
    const edits = [
      edit('公开01表!B5', 40, 40.01),
      edit('公开01表!B6', '437.83　', 437.84),
      edit('公开01表!B7', '　', null),
      edit('公开01表!A2', null, '新的文字'),
      edit('公开01表!C6', '1200.', '1200.01'),
      edit('公开01表!A7', null, 0),
      edit('公开01表!C5', true, false),
      edit(`${SECOND}!C4`, 7.25, 7.26),
      edit('隐藏表!A1', 1, 2),
      edit('空表!D20', null, 3.5),
    ];

    test('writes every edit, and only those cells', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.write(edits);
      const after = await host.read();
      expect(held(after, edits)).toEqual(wanted(edits));
      const written = new Set([...edits.map(({ cell }) => formatCell(cell)), '公开01表!B9']);
      const others = ([cell]: [string, Cell]): boolean => !written.has(cell);
      expect(Object.entries(contents(after)).filter(others)).toEqual(Object.entries(before).filter(others));
    });

    test('shows a written number in the format of its cell', async () => {
      const { host, ownFormat } = await open(WORKBOOK);
      await host.write([edit('公开01表!B4', 1234.5, 2000)]);
      expect(at(await host.read(), '公开01表!B4').text).toBe('2,000.00');
      expect(await ownFormat('公开01表!B4')).toEqual({ bold: true, fill: 'FFFF00', numberFormat: '#,##0.00' });
    });

    test.each(['=1+1', '+5', '-5', '@A1', "'引号", '12.50', '001', '2024/1/2', 'TRUE', '　', '1,234', '50%', '#N/A 说明'])(
      'writes the text %s as text',
      async (text) => {
        const { host, reopen } = await open(WORKBOOK);
        await host.write([edit('公开01表!A1', '收入支出决算总表', text), edit('空表!A1', null, text)]);
        for (const workbook of [await host.read(), await (await reopen()).read()]) {
          expect(at(workbook, '公开01表!A1')).toEqual({ value: text, text, formula: null });
          expect(at(workbook, '空表!A1')).toEqual({ value: text, text, formula: null });
        }
      },
    );

    test('is still there in a later sitting', async () => {
      const { host, reopen } = await open(WORKBOOK);
      await host.write(edits);
      const later = await (await reopen()).read();
      expect(held(later, edits)).toEqual(wanted(edits));
    });

    test('is undone by the inverse edits, text numbers as text', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.write(edits);
      await host.write(invert(edits));
      expect(contents(await host.read())).toEqual(before);
    });

    test('of nothing does nothing', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.write([]);
      expect(contents(await host.read())).toEqual(before);
    });

    const good = edit('公开01表!B5', 40, 41);
    test.each<[string, CellEdit, HostFault, string]>([
      ['a number that changed', edit('公开01表!B4', 1234.4, 1), 'stale', '公开01表!B4'],
      ['a cell that was blank', edit('公开01表!B4', null, 1), 'stale', '公开01表!B4'],
      ['a cell that is blank now', edit('公开01表!A2', 3, 1), 'stale', '公开01表!A2'],
      ['a text that now is a number', edit('公开01表!B5', '40', 1), 'stale', '公开01表!B5'],
      ['a full-width space taken for blank', edit('公开01表!B7', null, 1), 'stale', '公开01表!B7'],
      ['0 taken for blank', edit('公开01表!B8', null, 1), 'stale', '公开01表!B8'],
      ['a stale cell far outside', edit('空表!Z99', 1, 2), 'stale', '空表!Z99'],
      ['a formula', edit('公开01表!B9', 1274.5, 1), 'formula', '公开01表!B9'],
      ['a protected sheet', edit('已保护!A1', 5, 6), 'protected', '已保护'],
      ['a sheet that is not there', edit('不存在!A1', null, 1), 'missing', '不存在'],
    ])('refuses %s, names it and writes nothing', async (_, bad, expected, where) => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      expect(await fault(host.write([good, bad]))).toEqual({ fault: expected, where });
      expect(await fault(host.write([bad, good]))).toEqual({ fault: expected, where });
      expect(contents(await host.read())).toEqual(before);
    });

    test('notices what the user typed in between', async () => {
      const { host, userEdit } = await open(WORKBOOK);
      await host.read();
      await userEdit('公开01表!B5', 44);
      const stale = { fault: 'stale', where: '公开01表!B5' };
      expect(await fault(host.write([edit('公开01表!B4', 1234.5, 1), good]))).toEqual(stale);
      expect(at(await host.read(), '公开01表!B4').value).toBe(1234.5);
    });

    test('finds a sheet whatever the case of its name', async () => {
      const { host } = await open({ sheets: [{ name: 'Table F03', cells: { A1: 1 } }] });
      await host.write([edit('TABLE f03!A1', 1, 2)]);
      expect(at(await host.read(), 'Table F03!A1').value).toBe(2);
    });
  });
}
