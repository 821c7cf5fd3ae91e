import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { MARK_FILLS } from '../../src/host/marks';
import { at, contents, edit, fault, mark, SECOND, WORKBOOK, type Open } from './stage';

/** What each host promises about sheets of paragraphs and about change events. */
export function textContract(open: Open): void {
  describe('writeText', () => {
    const rows = [
      { text: '一、收入支出决算总体情况说明', heading: true },
      { text: '　　2024年度收、支总计2946.25万元。', heading: false },
      { text: '', heading: false },
      { text: '=1+1', heading: false },
      { text: '+5', heading: false },
      { text: '-5', heading: false },
      { text: '@某人', heading: false },
      { text: '12.50', heading: false },
      { text: "'<&>\"", heading: false },
    ];
    const texts = (workbook: WorkbookSnapshot, sheet: string): string[] =>
      rows.map((_, index) => at(workbook, `${sheet}!A${index + 1}`).text);

    test('makes a sheet at the end, one paragraph a row, all of it text', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeText({ name: '情况说明（生成）', rows });
      const workbook = await host.read();
      const names = (sheets: readonly { readonly name: string }[]): string[] => sheets.map((sheet) => sheet.name);
      expect(names(workbook.sheets)).toEqual([...names(WORKBOOK.sheets), '情况说明（生成）']);
      const cells = rows.map((_, index) => at(workbook, `情况说明（生成）!A${index + 1}`));
      expect(cells).toEqual(rows.map(({ text }) => ({ value: text === '' ? null : text, text, formula: null })));
    });

    test('sets headings bold and paragraphs not', async () => {
      const { host, ownFormat } = await open(WORKBOOK);
      await host.writeText({ name: '情况说明（生成）', rows });
      expect((await ownFormat('情况说明（生成）!A1')).bold).toBe(true);
      expect((await ownFormat('情况说明（生成）!A2')).bold).toBe(false);
    });

    test('replaces the sheet of the same name, nothing of the old text left', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeText({ name: '情况说明（生成）', rows });
      await host.writeText({ name: '情况说明（生成）', rows: [{ text: '新的一段', heading: false }] });
      const workbook = await host.read();
      expect(workbook.sheets).toHaveLength(WORKBOOK.sheets.length + 1);
      expect(texts(workbook, '情况说明（生成）')).toEqual(['新的一段', ...rows.slice(1).map(() => '')]);
    });

    test('is still there in a later sitting, and can be replaced then', async () => {
      const { host, reopen, ownFormat } = await open(WORKBOOK);
      await host.writeText({ name: '情况说明（生成）', rows });
      const later = await reopen();
      expect(texts(await later.read(), '情况说明（生成）')).toEqual(rows.map(({ text }) => text));
      expect((await ownFormat('情况说明（生成）!A1')).bold).toBe(true);
      await later.writeText({ name: '情况说明（生成）', rows: rows.slice(0, 2) });
      const workbook = await (await reopen()).read();
      expect(workbook.sheets).toHaveLength(WORKBOOK.sheets.length + 1);
      const left = texts(workbook, '情况说明（生成）').filter((text) => text !== '');
      expect(left).toEqual(rows.slice(0, 2).map(({ text }) => text));
    });

    test('leaves all other sheets alone', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.writeText({ name: '情况说明（生成）', rows });
      expect(contents(await host.read())).toMatchObject(before);
    });

    test('can be read, written and marked like any sheet', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.writeText({ name: '情况说明（生成）', rows });
      await host.write([edit('情况说明（生成）!A5', '+5', '+6')]);
      await host.mark([mark('情况说明（生成）!A5', 'warning')]);
      expect(at(await host.read(), '情况说明（生成）!A5')).toEqual({ value: '+6', text: '+6', formula: null });
      expect(await markedCells()).toEqual({ '情况说明（生成）!A5': MARK_FILLS.warning });
    });

    test('refuses to replace a protected sheet', async () => {
      const { host } = await open(WORKBOOK);
      const before = contents(await host.read());
      expect(await fault(host.writeText({ name: '已保护', rows }))).toEqual({ fault: 'protected', where: '已保护' });
      expect(contents(await host.read())).toEqual(before);
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
      await host.writeText({ name: '情况说明（生成）', rows: [{ text: '一段', heading: false }] });
      await userEdit('公开01表!A2', 1);
      expect(listener).toHaveBeenCalledTimes(1);
    });
  });
}
