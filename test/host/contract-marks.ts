import { formatCell, parseCell } from '../../src/workbook/address';
import type { Mark, MarkKind } from '../../src/host/host';
import type { HostFault } from '../../src/host/host-error';
import { MARK_FILLS } from '../../src/host/marks';
import { contents, edit, fault, mark, SECOND, WORKBOOK, type Open, type Stage } from './stage';

/** What each host promises about highlights and about showing a cell. */
export function marksContract(open: Open): void {
  describe('mark', () => {
    const first = [
      mark('公开01表!B4', 'error'),
      mark('公开01表!B5', 'error'),
      mark('公开01表!D20', 'warning'),
      mark(`${SECOND}!C4`, 'rounding'),
      mark('隐藏表!A1', 'error'),
    ];
    const firstFills = {
      '公开01表!B4': MARK_FILLS.error,
      '公开01表!B5': MARK_FILLS.error,
      '公开01表!D20': MARK_FILLS.warning,
      [`${SECOND}!C4`]: MARK_FILLS.rounding,
      '隐藏表!A1': MARK_FILLS.error,
    };

    test('highlights exactly these cells', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      expect(await markedCells()).toEqual(firstFills);
    });

    test('is still there in a later sitting', async () => {
      const { host, reopen, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      await reopen();
      expect(await markedCells()).toEqual(firstFills);
    });

    test('replaces the earlier marks', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      await host.mark([mark('公开01表!B5', 'rounding'), mark('空表!A1', 'warning')]);
      expect(await markedCells()).toEqual({ '公开01表!B5': MARK_FILLS.rounding, '空表!A1': MARK_FILLS.warning });
    });

    test('replaces the marks of an earlier sitting', async () => {
      const { host, reopen, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      const later = await reopen();
      await later.mark([mark('公开01表!B5', 'rounding')]);
      expect(await markedCells()).toEqual({ '公开01表!B5': MARK_FILLS.rounding });
    });

    test('shows the graver kind where a cell is marked twice', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.mark([mark('公开01表!B4', 'rounding'), mark('公开01表!B4', 'error'), mark('公开01表!B4', 'warning')]);
      expect(await markedCells()).toEqual({ '公开01表!B4': MARK_FILLS.error });
    });

    test('of many cells highlights each of them and no other', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      const kinds: readonly MarkKind[] = ['error', 'warning', 'rounding'];
      const marks = Array.from({ length: 300 }, (_, index): Mark => {
        const row = (index * 7) % 50;
        const column = Math.floor(index / 50);
        return { cell: { sheet: '公开01表', row, column }, kind: kinds[(index * 5) % 3] ?? 'error' };
      });
      await host.mark(marks);
      const expected = Object.fromEntries(marks.map(({ cell, kind }) => [formatCell(cell), MARK_FILLS[kind]]));
      expect(await markedCells()).toEqual(expected);
    });

    test('leaves values, own formats and the rules of the user alone', async () => {
      const { host, ownFormat, userRules } = await open(WORKBOOK);
      const before = contents(await host.read());
      await host.mark(first);
      expect(contents(await host.read())).toEqual(before);
      expect(await ownFormat('公开01表!B4')).toEqual({ bold: true, fill: 'FFFF00', numberFormat: '#,##0.00' });
      expect(await ownFormat('公开01表!D20')).toEqual({ bold: false, fill: null, numberFormat: 'General' });
      expect(await userRules('公开01表')).toEqual([{ area: 'B4:B9', formula: '$B4>1000', fill: '00FF00' }]);
    });

    test.each([
      ['in the same sitting', async ({ host }: Stage) => host],
      ['in a later sitting', async ({ reopen }: Stage) => reopen()],
    ])('of nothing leaves no trace, %s', async (_, sitting) => {
      const stage = await open(WORKBOOK);
      await stage.host.mark(first);
      const host = await sitting(stage);
      await host.mark([]);
      expect(await stage.markedCells()).toEqual({});
      const counts = await Promise.all(WORKBOOK.sheets.map(({ name: sheet }) => stage.ruleCount(sheet)));
      expect(counts).toEqual([1, 0, 0, 0, 0]);
      expect(await stage.userRules('公开01表')).toEqual([{ area: 'B4:B9', formula: '$B4>1000', fill: '00FF00' }]);
      expect(await stage.ownFormat('公开01表!B4')).toEqual({ bold: true, fill: 'FFFF00', numberFormat: '#,##0.00' });
      await stage.reopen();
      expect(await stage.markedCells()).toEqual({});
      expect(await stage.ruleCount('公开01表')).toBe(1);
    });

    test('survives a write to the marked cell', async () => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      await host.write([edit('公开01表!B5', 40, 41)]);
      expect(await markedCells()).toEqual(firstFills);
    });

    test.each<[string, Mark, HostFault, string]>([
      ['a sheet that is not there', mark('不存在!A1', 'error'), 'missing', '不存在'],
      ['a protected sheet', mark('已保护!A1', 'error'), 'protected', '已保护'],
    ])('refuses %s and leaves the earlier marks', async (_, bad, expected, where) => {
      const { host, markedCells } = await open(WORKBOOK);
      await host.mark(first);
      expect(await fault(host.mark([mark('公开01表!B5', 'rounding'), bad]))).toEqual({ fault: expected, where });
      expect(await markedCells()).toEqual(firstFills);
    });
  });

  describe('reveal', () => {
    test.each(['公开01表!B4', `${SECOND}!AB1234`, '空表!A1'])('selects %s', async (cell) => {
      const { host, selection } = await open(WORKBOOK);
      await host.reveal(parseCell(cell));
      expect(await selection()).toBe(cell);
      expect(formatCell(await host.selection())).toBe(cell);
    });

    test('a workbook that was just opened has a cell selected', async () => {
      const { host } = await open(WORKBOOK);
      expect(formatCell(await host.selection())).toBe('公开01表!A1');
    });

    test('names a sheet that is not there', async () => {
      const { host } = await open(WORKBOOK);
      expect(await fault(host.reveal(parseCell('不存在!A1')))).toEqual({ fault: 'missing', where: '不存在' });
    });
  });
}
