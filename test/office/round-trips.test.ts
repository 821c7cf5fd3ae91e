import { createExcelHost } from '../../src/host/excel/host';
import type { Host, Mark, OwnSheet } from '../../src/host/host';
import { invert, type CellEdit } from '../../src/workbook/edit';
import { paragraphSheet, type SheetSpec, type WorkbookSpec } from '../host/stage';
import { cellOf, sheetNamed } from './emulator/model';
import { excel } from './excel';

const ROWS = 40;

/** A workbook of so many tables, each with forty amounts in column B. */
function tables(count: number): WorkbookSpec {
  const sheets = Array.from({ length: count }, (_, index): SheetSpec => {
    const cells = Array.from({ length: ROWS }, (__, row): [string, number] => [`B${row + 1}`, row + 0.25]);
    return { name: `公开${String(index + 1).padStart(2, '0')}表`, cells: Object.fromEntries(cells) };
  });
  return { sheets };
}

/** One rounding repair in each of the forty rows, spread over so many sheets. */
function repair(sheets: number): CellEdit[] {
  return Array.from({ length: ROWS }, (_, row) => ({
    cell: { sheet: `公开${String((row % sheets) + 1).padStart(2, '0')}表`, row, column: 1 },
    from: row + 0.25,
    to: row + 0.26,
  }));
}

const marksOf = (edits: readonly CellEdit[]): Mark[] => edits.map(({ cell }) => ({ cell, kind: 'rounding' }));

async function opened(count: number): Promise<Host> {
  excel.open(tables(count));
  const host = createExcelHost();
  await host.read();
  await excel.idle();
  return host;
}

describe.each([1, 9, 25])('in a workbook of %i sheets', (count) => {
  test('the first reading takes two round trips, the next ones too', async () => {
    excel.open(tables(count));
    const host = createExcelHost();
    expect(await excel.measure(() => host.read())).toMatchObject({ requests: 2 });
    expect(await excel.measure(() => host.read())).toMatchObject({ requests: 2 });
  });

  test('marking takes one, changing the marks one, clearing them one', async () => {
    const host = await opened(count);
    const marks = marksOf(repair(count));
    expect(await excel.measure(() => host.mark(marks))).toMatchObject({ requests: 1 });
    expect(await excel.measure(() => host.mark(marks.slice(5)))).toMatchObject({ requests: 1 });
    await host.read();
    expect(await excel.measure(() => host.mark([]))).toMatchObject({ requests: 1 });
    expect(excel.book.sheets.flatMap(({ rules }) => rules)).toEqual([]);
  });

  test('a repair of forty cells takes one, undoing it one', async () => {
    const host = await opened(count);
    const edits = repair(count);
    expect(await excel.measure(() => host.write(edits))).toMatchObject({ requests: 1 });
    expect(await excel.measure(() => host.write(invert(edits)))).toMatchObject({ requests: 1 });
  });

  test('check, mark, repair, check again: six', async () => {
    excel.open(tables(count));
    const host = createExcelHost();
    const edits = repair(count);
    const traffic = await excel.measure(async () => {
      await host.read();
      await host.mark(marksOf(edits));
      await host.write(edits);
      await host.read();
    });
    expect(traffic.requests).toBe(6);
  });
});

test('a sheet takes one round trip with what is remembered of it, cells one more; reading it takes none', async () => {
  const host = await opened(2);
  expect(await excel.measure(() => host.writeSheet(paragraphSheet('说明', ['一'], ['甲']), '{}'))).toMatchObject({ requests: 1 });
  expect(await excel.measure(() => host.read())).toMatchObject({ requests: 2 });
  expect(await excel.measure(() => host.writeSheet(paragraphSheet('说明', ['一'], ['乙']), '{"a":1}'))).toMatchObject({ requests: 1 });
  expect(await excel.measure(() => host.read())).toMatchObject({ requests: 2 });
  expect(await excel.measure(() => host.write(repair(2), '{}'))).toMatchObject({ requests: 2 });
  expect(excel.book.xmlParts).toHaveLength(1);
});

test('showing a cell takes one round trip', async () => {
  const host = await opened(2);
  expect(await excel.measure(() => host.reveal({ sheet: '公开02表', row: 3, column: 1 }))).toMatchObject({ requests: 1 });
});

describe('making a sheet', () => {
  const sheet = paragraphSheet('核对底稿', ['标题'], ['一段', '两段']);

  test('takes one round trip after a reading, replacing it one', async () => {
    const host = await opened(2);
    expect(await excel.measure(() => host.writeSheet(sheet))).toMatchObject({ requests: 1 });
    await host.read();
    expect(await excel.measure(() => host.writeSheet(sheet))).toMatchObject({ requests: 1 });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['公开01表', '公开02表', '核对底稿']);
  });

  test('freezes its first rows and gives columns their widths', async () => {
    const host = await opened(1);
    await host.writeSheet({ ...sheet, columns: [72, 10], frozenRows: 2 });
    const { frozenRows, columnWidths } = sheetNamed(excel.book, '核对底稿');
    expect(frozenRows).toBe(2);
    expect([...columnWidths.keys()]).toEqual([0, 1]);
    expect((columnWidths.get(0) ?? 0) / (columnWidths.get(1) ?? 1)).toBeCloseTo(7.2);
  });

  test('draws a line under every cell to fill in', async () => {
    const host = await opened(1);
    const rows = Array.from({ length: 4 }, (_, row) => [
      { value: null, style: row === 2 ? ('text' as const) : ('input' as const) },
      { value: null, style: 'input' as const },
    ]);
    await host.writeSheet({ name: '补充资料', columns: [9, 9], rows, frozenRows: 0 });
    const made = sheetNamed(excel.book, '补充资料');
    const lines = rows.map((line, row) => line.map((_, column) => cellOf(made, row, column).line !== null));
    expect(lines).toEqual(rows.map((line) => line.map(({ style }) => style === 'input')));
  });

  test('of a thousand rows is one message', async () => {
    const host = await opened(1);
    const rows = Array.from({ length: 1000 }, (_, row): OwnSheet['rows'][number] => [
      { value: `第${row + 1}行`, style: 'text' },
      { value: row / 100, style: 'amount' },
      { value: null, style: row % 2 === 0 ? 'input' : 'text' },
      { value: 'a/b', style: 'note' },
    ]);
    const large: OwnSheet = { ...sheet, columns: [9, 9, 9, 9], rows };
    const { requests, bytesSent } = await excel.measure(() => host.writeSheet(large));
    expect(requests).toBe(1);
    expect(bytesSent).toBeLessThan(300_000);
  });

  test('finds out by itself that the sheet was removed, or made, since the reading', async () => {
    const host = await opened(2);
    excel.addChartSheet('图');
    await host.writeSheet({ ...sheet, name: '公开03表' });
    await host.read();
    excel.book.sheets.splice(1, 1);
    await host.writeSheet({ ...sheet, name: '公开02表' });
    await host.writeSheet({ ...sheet, name: '公开02表' });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['公开01表', '图', '公开03表', '公开02表']);
    expect(cellOf(sheetNamed(excel.book, '公开02表'), 1, 0).value).toBe('一段');
  });
});

test('marking nothing where nothing is marked asks nothing', async () => {
  const host = await opened(2);
  expect(await excel.measure(() => host.mark([]))).toMatchObject({ requests: 0 });
});

test('a thousand marks are one short message', async () => {
  const host = await opened(1);
  const marks = Array.from({ length: 1000 }, (_, index): Mark => {
    return { cell: { sheet: '公开01表', row: (index * 2) % 1000, column: Math.floor(index / 500) }, kind: 'error' };
  });
  const { requests, bytesSent } = await excel.measure(() => host.mark(marks));
  expect(requests).toBe(1);
  expect(bytesSent).toBeLessThan(20_000);
});

test('a repair of a thousand scattered cells fits into one message of Excel on the web', async () => {
  const amounts = Array.from({ length: 1000 }, (_, row): [string, number] => [`A${row * 2 + 1}`, row]);
  excel.open({ sheets: [{ name: '表', cells: Object.fromEntries(amounts) }] });
  const host = createExcelHost();
  await host.read();
  const edits = Array.from({ length: 1000 }, (_, row): CellEdit => {
    return { cell: { sheet: '表', row: row * 2, column: 0 }, from: row, to: row + 0.01 };
  });
  const { requests, bytesSent, bytesReceived } = await excel.measure(() => host.write(edits));
  expect(requests).toBe(1);
  expect(Math.max(bytesSent, bytesReceived)).toBeLessThan(5 * 1024 * 1024);
});
