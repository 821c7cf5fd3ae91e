import { createExcelHost } from '../../src/host/excel/host';
import type { Host } from '../../src/host/host';
import { parseCell } from '../../src/workbook/address';
import { at, edit, fault, mark, paragraphSheet, WORKBOOK } from '../host/stage';
import { excel } from './excel';
import { openStage } from './stage';

const OPERATIONS: readonly (readonly [string, (host: Host) => Promise<unknown>])[] = [
  ['read', (host) => host.read()],
  ['write', (host) => host.write([edit('公开01表!B5', 40, 41)])],
  ['mark', (host) => host.mark([mark('公开01表!B5', 'error')])],
  ['reveal', (host) => host.reveal(parseCell('公开01表!B5'))],
  ['writeSheet', (host) => host.writeSheet(paragraphSheet('说明', [], ['一段']))],
];

afterEach(() => excel.setBusy(false));

test.each(OPERATIONS)('%s says that a cell is being edited, and works afterwards', async (_, operation) => {
  const { host, markedCells } = await openStage(WORKBOOK);
  await host.read();
  excel.setBusy(true);
  expect(await fault(operation(host))).toEqual({ fault: 'busy', where: '' });
  excel.setBusy(false);
  expect(at(await host.read(), '公开01表!B5').value).toBe(40);
  expect(await markedCells()).toEqual({});
  await operation(host);
});

test.each(OPERATIONS)('%s hands on what Excel says of any other trouble', async (_, operation) => {
  const { host } = await openStage(WORKBOOK);
  await host.read();
  excel.meet('refused');
  const error: unknown = await operation(host).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ fault: 'failed', where: '发生了内部错误', cause: { code: 'GeneralException' } });
});

test('a hidden sheet cannot be shown, and is named', async () => {
  const { host } = await openStage(WORKBOOK);
  expect(await fault(host.reveal(parseCell('隐藏表!A1')))).toEqual({ fault: 'hidden', where: '隐藏表' });
});

test('operations wait for one another', async () => {
  const { host } = await openStage(WORKBOOK);
  await host.read();
  const [, , workbook] = await Promise.all([
    host.write([edit('公开01表!B5', 40, 41)]),
    host.write([edit('公开01表!B5', 41, 42)]),
    host.read(),
  ]);
  expect(at(workbook, '公开01表!B5').value).toBe(42);
});

test('listening starts with the next reading if Excel was busy', async () => {
  await openStage(WORKBOOK);
  const host = createExcelHost();
  const listener = jest.fn();
  excel.setBusy(true);
  host.onChange(listener);
  await excel.idle();
  excel.setBusy(false);
  await host.read();
  await excel.userEdit('公开01表!B5', 41);
  expect(listener).toHaveBeenCalledTimes(1);
});
