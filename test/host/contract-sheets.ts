import type { OwnSheet } from '../../src/host/host';
import { MARK_FILLS } from '../../src/host/marks';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { at, contents, edit, fault, mark, paragraphSheet, SECOND, WORKBOOK, type Open, type Stage } from './stage';

/** What each host promises about sheets of our own and about change events. */
export function sheetsContract(open: Open): void {
  describe('writeSheet', () => {
    const NAME = '情况说明（生成）';
    const HEADING = '一、收入支出决算总体情况说明';
    const TEXTS = ['　　2024年度收、支总计2946.25万元。', '', '=1+1', '+5', '-5', '@某人', '12.50', "'<&>\"", 'TRUE', '2024-1-1'];
    const PARAGRAPHS = paragraphSheet(NAME, [HEADING], TEXTS);
    const TABLE: OwnSheet = {
      name: '底稿',
      columns: [12, 30, 14, 10, 8],
      frozenRows: 2,
      rows: [
        [{ value: '核对底稿', style: 'heading' }],
        ['部分', '内容', '金额', '填写', '编号'].map((value) => ({ value, style: 'header' })),
        [
          { value: '=SUM(A1)', style: 'text' }, { value: '一\n二', style: 'text' }, { value: 1234.5, style: 'amount' },
          { value: null, style: 'input' }, { value: 'a/b', style: 'note' },
        ],
        [
          { value: null, style: 'text' }, { value: '短行', style: 'text' }, { value: -0.01, style: 'amount' },
          { value: 3, style: 'input' },
        ],
      ],
    };

    /** What is in the cells of a sheet by `A1`. */
    const filled = (workbook: WorkbookSnapshot, sheet: string): Record<string, CellValue> => {
      const cells = Object.entries(contents(workbook)).filter(([cell]) => cell.startsWith(`${sheet}!`));
      return Object.fromEntries(cells.map(([cell, { value }]) => [cell.slice(sheet.length + 1), value]));
    };
    const texts = (workbook: WorkbookSnapshot): CellValue[] => Object.values(filled(workbook, NAME));
    const names = (sheets: readonly { readonly name: string }[]): string[] => sheets.map((sheet) => sheet.name);

    test('makes a sheet at the end, one paragraph a row, all of it text', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeSheet(PARAGRAPHS);
      const workbook = await host.read();
      expect(names(workbook.sheets)).toEqual([...names(WORKBOOK.sheets), NAME]);
      const all = [HEADING, ...TEXTS];
      const cells = all.map((_, index) => at(workbook, `${NAME}!A${index + 1}`));
      expect(cells).toEqual(all.map((text) => ({ value: text === '' ? null : text, text, formula: null })));
    });

    test('puts texts and numbers into their columns, numbers as numbers', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeSheet(TABLE);
      const workbook = await host.read();
      expect(filled(workbook, '底稿')).toEqual({
        A1: '核对底稿',
        A2: '部分', B2: '内容', C2: '金额', D2: '填写', E2: '编号',
        A3: '=SUM(A1)', B3: '一\n二', C3: 1234.5, E3: 'a/b',
        B4: '短行', C4: -0.01, D4: 3,
      });
      expect([at(workbook, '底稿!C3').text, at(workbook, '底稿!C4').text]).toEqual(['1,234.50', '-0.01']);
    });

    test.each([
      ['A1', { bold: true, fill: null, numberFormat: 'General' }],
      ['A2', { bold: true, fill: 'E7E6E6', numberFormat: 'General' }],
      ['E2', { bold: true, fill: 'E7E6E6', numberFormat: 'General' }],
      ['A3', { bold: false, fill: null, numberFormat: 'General' }],
      ['C3', { bold: false, fill: null, numberFormat: '#,##0.00' }],
      ['D3', { bold: false, fill: 'E2EFDA', numberFormat: 'General' }],
      ['D4', { bold: false, fill: 'E2EFDA', numberFormat: 'General' }],
      ['E3', { bold: false, fill: null, numberFormat: 'General' }],
    ])('gives %s the look of its style', async (cell, look) => {
      const { host, reopen, ownFormat } = await open(WORKBOOK);
      await host.writeSheet(TABLE);
      expect(await ownFormat(`底稿!${cell}`)).toEqual(look);
      await reopen();
      expect(await ownFormat(`底稿!${cell}`)).toEqual(look);
    });

    test('replaces the sheet of the same name where it stands, nothing of it left', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.writeSheet(TABLE);
      await host.writeSheet(PARAGRAPHS);
      await host.mark([mark('底稿!D4', 'error'), mark('公开01表!B4', 'error')]);
      await host.writeSheet({ ...TABLE, columns: [12], rows: [[{ value: '新的', style: 'text' }]] });
      const workbook = await host.read();
      expect(names(workbook.sheets)).toEqual([...names(WORKBOOK.sheets), '底稿', NAME]);
      expect(filled(workbook, '底稿')).toEqual({ A1: '新的' });
      expect(texts(workbook)).toEqual([HEADING, ...TEXTS.filter((text) => text !== '')]);
      expect(Object.keys(await markedCells())).toEqual(['公开01表!B4']);
    });

    test.each([
      ['in the same sitting', async ({ host }: Stage) => host],
      ['after a reading', async ({ host }: Stage) => (await host.read(), host)],
      ['in a later sitting', async ({ reopen }: Stage) => reopen()],
      ['in a later sitting, after a reading', async ({ reopen }: Stage) => {
        const later = await reopen();
        await later.read();
        return later;
      }],
    ])('can be replaced %s', async (_, sitting) => {
      const stage = await open(WORKBOOK);
      await stage.host.read();
      await stage.host.writeSheet(PARAGRAPHS);
      const host = await sitting(stage);
      expect(texts(await host.read())).toEqual([HEADING, ...TEXTS.filter((text) => text !== '')]);
      expect((await stage.ownFormat(`${NAME}!A1`)).bold).toBe(true);
      await host.writeSheet(paragraphSheet(NAME, [], ['新的一段']));
      const workbook = await (await stage.reopen()).read();
      expect(workbook.sheets).toHaveLength(WORKBOOK.sheets.length + 1);
      expect(texts(workbook)).toEqual(['新的一段']);
      expect((await stage.ownFormat(`${NAME}!A1`)).bold).toBe(false);
    });

    test('makes a blank sheet of no rows', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeSheet({ name: '无', columns: [], rows: [], frozenRows: 0 });
      const workbook = await host.read();
      expect(names(workbook.sheets)).toContain('无');
      expect(filled(workbook, '无')).toEqual({});
    });

    test('leaves all other sheets alone', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.writeSheet(PARAGRAPHS);
      expect(contents(await host.read())).toMatchObject(before);
    });

    test('can be read, written and marked like any sheet', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.writeSheet(PARAGRAPHS);
      await host.write([edit(`${NAME}!A5`, '+5', '+6')]);
      await host.mark([mark(`${NAME}!A5`, 'warning')]);
      expect(at(await host.read(), `${NAME}!A5`)).toEqual({ value: '+6', text: '+6', formula: null });
      expect(await markedCells()).toEqual({ [`${NAME}!A5`]: MARK_FILLS.warning });
    });

    test.each([
      ['before', false],
      ['after', true],
    ])('refuses to replace a protected sheet, %s a reading', async (_, read) => {
      const { host } = await open(WORKBOOK);
      if (read) await host.read();
      const refused = fault(host.writeSheet({ ...PARAGRAPHS, name: '已保护' }));
      expect(await refused).toEqual({ fault: 'protected', where: '已保护' });
      expect(filled(await host.read(), '已保护')).toEqual({ A1: 5, A2: '不可改' });
    });
  });

  describe('onChange', () => {
    test('calls back after the user changed a cell, on any sheet, until unsubscribed', async () => {
      const { host, userEdit } = await open(WORKBOOK);
      const listener = jest.fn();
      const other = jest.fn();
      const stop = host.onChange(listener);
      host.onChange(other);
      await userEdit('公开01表!B5', 41);
      expect(listener).toHaveBeenCalledTimes(1);
      await userEdit(`${SECOND}!C4`, 8);
      expect(listener).toHaveBeenCalledTimes(2);
      stop();
      await userEdit('公开01表!B5', 42);
      expect(listener).toHaveBeenCalledTimes(2);
      expect(other).toHaveBeenCalledTimes(3);
    });

    test('says nothing of what the host itself wrote', async () => {
      const { host, userEdit } = await open(WORKBOOK);
      const listener = jest.fn();
      host.onChange(listener);
      await host.write([edit('公开01表!B5', 40, 41)]);
      await host.mark([mark('公开01表!B5', 'error')]);
      await host.writeSheet(paragraphSheet('说明', [], ['一段', '两段']));
      await host.writeSheet(paragraphSheet('说明', [], ['一段']));
      await userEdit('公开01表!A2', 1);
      expect(listener).toHaveBeenCalledTimes(1);
      await userEdit('说明!A2', '三段');
      expect(listener).toHaveBeenCalledTimes(2);
    });
  });
}
