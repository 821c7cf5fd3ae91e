import { at, contents, edit, fault, paragraphSheet, WORKBOOK, type Open } from './stage';

/** What each host promises about what we keep in the workbook where no user sees it. */
export function memoryContract(open: Open): void {
  describe('memory', () => {
    const FIRST = '{"lines":["<一> & “二”\\n"]}';
    const SECOND = JSON.stringify({ lines: ['=1+1', ']]>', '&amp;', '\u0007', '𠮷'], placed: ['x'.repeat(40_000)] });
    const SHEET = paragraphSheet('情况说明', ['一、总体'], ['甲']);

    test('a workbook has none of its own', async () => {
      const { host } = await open(WORKBOOK);
      expect(await host.read()).not.toHaveProperty('memory');
    });

    test('is there after a write, also in a later sitting, and no cell shows it', async () => {
      const stage = await open(WORKBOOK);
      const before = await stage.host.read();
      await stage.host.write([], FIRST);
      expect(await stage.host.read()).toEqual({ ...before, memory: FIRST });
      expect((await (await stage.reopen()).read()).memory).toBe(FIRST);
    });

    test('comes with cells and with sheets, gives way to a new one, and stays where none is given', async () => {
      const { host, reopen } = await open(WORKBOOK);
      await host.writeSheet(SHEET, FIRST);
      expect(await host.read()).toMatchObject({ memory: FIRST });
      await host.writeSheet(SHEET);
      await host.write([edit('情况说明!A2', '甲', '乙')]);
      expect(await host.read()).toMatchObject({ memory: FIRST });
      await host.write([edit('情况说明!A2', '乙', '丙')], SECOND);
      const workbook = await (await reopen()).read();
      expect(workbook.memory).toBe(SECOND);
      expect(at(workbook, '情况说明!A2').value).toBe('丙');
    });

    test('is taken out without trace', async () => {
      const { host, reopen } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.write([], FIRST);
      await host.write([], null);
      await host.write([], null);
      const workbook = await (await reopen()).read();
      expect(workbook).not.toHaveProperty('memory');
      expect(contents(workbook)).toEqual(before);
    });

    test('stays as it was where the edits cannot be written', async () => {
      const { host } = await open(WORKBOOK);
      await host.writeSheet(SHEET, FIRST);
      expect(await fault(host.write([edit('情况说明!A2', '别的', '乙')], SECOND))).toMatchObject({ fault: 'stale' });
      expect(await host.read()).toMatchObject({ memory: FIRST });
    });

    test('can be written before anything was read', async () => {
      const { host, reopen } = await open(WORKBOOK);
      await host.write([], FIRST);
      const again = await reopen();
      await again.writeSheet(SHEET, SECOND);
      expect(await again.read()).toMatchObject({ memory: SECOND });
    });
  });
}
