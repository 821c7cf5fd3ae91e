import { createExcelHost } from '../../src/host/excel/host';
import type { Host } from '../../src/host/host';
import { parseCell } from '../../src/workbook/address';
import { invert } from '../../src/workbook/edit';
import type { CellValue } from '../../src/workbook/snapshot';
import { at, edit, fault, type WorkbookSpec } from '../host/stage';
import { cellOf, changeCell, sheetNamed, type CellState } from './emulator/model';
import { excel } from './excel';

const BOOK: WorkbookSpec = {
  sheets: [
    { name: '甲', cells: { A1: 1, A2: 2, A3: 3, B1: '文字', C1: { value: 6, formula: '=SUM(A1:A3)' } } },
    { name: '乙', cells: { A1: 10, A2: 20 } },
    { name: '文本', cells: { A1: { value: '437.83　', numberFormat: '@' }, A2: { value: '12', numberFormat: '@' } } },
  ],
};

const EDITS = [edit('甲!A1', 1, 1.01), edit('甲!A2', 2, 2.01), edit('乙!A1', 10, 10.01)];

async function opened(): Promise<Host> {
  excel.open(BOOK);
  excel.configure({ apostrophe: 'dropped', payloadLimit: Infinity });
  const host = createExcelHost();
  await host.read();
  await excel.idle();
  return host;
}

function stateOf(cell: string): CellState {
  const { sheet, row, column } = parseCell(cell);
  return cellOf(sheetNamed(excel.book, sheet), row, column);
}

/** A change that Excel does not tell of in time, as from another person at the same workbook. */
function changeUnnoticed(cell: string, change: Partial<CellState>): void {
  const { sheet, row, column } = parseCell(cell);
  changeCell(sheetNamed(excel.book, sheet), row, column, change);
}

function everything(): readonly (readonly [string, CellValue, string | null])[] {
  return ['甲!A1', '甲!A2', '甲!A3', '甲!B1', '甲!C1', '乙!A1', '乙!A2', '文本!A1', '文本!A2'].map((cell) => {
    const { value, formula } = stateOf(cell);
    return [cell, value, formula];
  });
}

describe('a change that Excel told of', () => {
  test('is found before anything is written', async () => {
    const host = await opened();
    await excel.userEdit('甲!A2', 99);
    const before = everything();
    const { requests } = await excel.measure(async () => {
      expect(await fault(host.write(EDITS))).toEqual({ fault: 'stale', where: '甲!A2' });
    });
    expect(requests).toBe(1);
    expect(everything()).toEqual(before);
  });

  test('elsewhere costs one look more', async () => {
    const host = await opened();
    await excel.userEdit('甲!A3', 99);
    expect(await excel.measure(() => host.write(EDITS))).toMatchObject({ requests: 2 });
    expect(stateOf('甲!A1').value).toBe(1.01);
  });

  test('is forgotten after the next reading', async () => {
    const host = await opened();
    await excel.userEdit('甲!A3', 99);
    await host.read();
    expect(await excel.measure(() => host.write(EDITS))).toMatchObject({ requests: 1 });
  });
});

describe('a change that nobody told of', () => {
  test.each<[string, string, Partial<CellState>, { fault: string; where: string }]>([
    ['another number', '甲!A2', { value: 99 }, { fault: 'stale', where: '甲!A2' }],
    ['a blank cell', '乙!A1', { value: null }, { fault: 'stale', where: '乙!A1' }],
    ['a text', '甲!A1', { value: '=文字' }, { fault: 'stale', where: '甲!A1' }],
    ['a formula', '甲!A2', { value: 2, formula: '=A1*2' }, { fault: 'formula', where: '甲!A2' }],
  ])('%s is put back', async (_, cell, change, expected) => {
    const host = await opened();
    changeUnnoticed(cell, change);
    const before = everything();
    expect(await fault(host.write(EDITS))).toEqual(expected);
    expect(everything()).toEqual(before);
    expect(excel.gaps).toEqual([]);
  });

  test('a sheet protected since is named, and the sheets before it are put back', async () => {
    const host = await opened();
    excel.protectSheet('乙', true);
    const before = everything();
    expect(await fault(host.write(EDITS))).toEqual({ fault: 'protected', where: '乙' });
    expect(everything()).toEqual(before);
  });

  test('a sheet unprotected since can be written', async () => {
    excel.open(BOOK);
    excel.protectSheet('乙', true);
    const host = createExcelHost();
    await host.read();
    expect(await fault(host.write(EDITS))).toEqual({ fault: 'protected', where: '乙' });
    excel.protectSheet('乙', false);
    await host.write(EDITS);
    expect(stateOf('乙!A1').value).toBe(10.01);
  });

  test('a sheet deleted since is named, and nothing is written', async () => {
    const host = await opened();
    excel.book.sheets.splice(1, 1);
    expect(await fault(host.write(EDITS))).toEqual({ fault: 'missing', where: '乙' });
    expect([stateOf('甲!A1').value, stateOf('甲!A2').value]).toEqual([1, 2]);
  });
});

describe('a broken line', () => {
  test('before the request leaves everything as it was', async () => {
    const host = await opened();
    const before = everything();
    excel.meet('refused');
    expect((await fault(host.write(EDITS))).fault).toBe('failed');
    expect(everything()).toEqual(before);
  });

  test('before the answer is noticed, and what was written is put back', async () => {
    const host = await opened();
    const before = everything();
    excel.meet('answer-lost');
    expect((await fault(host.write(EDITS))).fault).toBe('failed');
    expect(everything()).toEqual(before);
    await host.write(EDITS);
    expect(stateOf('甲!A2').value).toBe(2.01);
  });

  test('that stays broken is admitted', async () => {
    const host = await opened();
    excel.meet('answer-lost', 'refused');
    expect(await fault(host.write(EDITS))).toEqual({ fault: 'interrupted', where: '甲!A1' });
  });
});

describe.each(['dropped', 'kept'] as const)('where Excel has the apostrophe of a text cell %s', (apostrophe) => {
  test('text stays as it is', async () => {
    const host = await opened();
    excel.configure({ apostrophe });
    await host.write([edit('文本!A1', '437.83　', '=1+1'), edit('文本!A2', '12', '013'), edit('甲!B1', '文字', '2024')]);
    const workbook = await host.read();
    expect(['文本!A1', '文本!A2', '甲!B1'].map((cell) => at(workbook, cell).value)).toEqual(['=1+1', '013', '2024']);
    expect(stateOf('文本!A1').numberFormat).toBe('@');
  });

  test.each([
    ['at once', async () => undefined],
    ['after a second check', async (host: Host) => host.read()],
  ])('a number in a text cell can be undone %s', async (_, between) => {
    const host = await opened();
    excel.configure({ apostrophe });
    const before = everything();
    const edits = [edit('文本!A1', '437.83　', 437.84), edit('文本!A2', '12', 13)];
    await host.write(edits);
    expect(stateOf('文本!A1').value).toBe('437.84');
    await between(host);
    await host.write(invert(edits));
    expect(everything()).toEqual(before);
  });
});

test('of two edits of one cell the second starts from what the first left', async () => {
  const host = await opened();
  await host.write([edit('甲!A1', 1, 5), edit('甲!A1', 5, 7)]);
  expect(stateOf('甲!A1').value).toBe(7);
});

test('a repair too large for one message goes in parts, all or none', async () => {
  const COUNT = 1100;
  const amounts = Array.from({ length: COUNT }, (_, row): [string, number] => [`A${row * 2 + 1}`, row]);
  excel.open({ sheets: [{ name: '表', cells: Object.fromEntries(amounts) }] });
  excel.configure({ payloadLimit: 1024 * 1024 });
  const host = createExcelHost();
  await host.read();
  const edits = Array.from({ length: COUNT }, (_, row) => edit(`表!A${row * 2 + 1}`, row, row + 0.5));
  changeUnnoticed('表!A2199', { value: 1 });
  expect(await fault(host.write(edits))).toEqual({ fault: 'stale', where: '表!A2199' });
  expect([stateOf('表!A1').value, stateOf('表!A3').value]).toEqual([0, 1]);
  changeUnnoticed('表!A2199', { value: COUNT - 1 });
  await host.write(edits);
  expect([stateOf('表!A1').value, stateOf('表!A2199').value]).toEqual([0.5, COUNT - 0.5]);
});
