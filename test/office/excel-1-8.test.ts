/** @jest-environment-options {"excelApi": "1.8"} */
import { whenOfficeReady } from '../../src/host/excel/office';
import { parseCell } from '../../src/workbook/address';
import type { Host } from '../../src/host/host';
import { edit, fault, mark, paragraphSheet, WORKBOOK } from '../host/stage';
import { excel, refuseUnsupportedCalls } from './excel';
import { openStage } from './stage';

beforeAll(refuseUnsupportedCalls);

test.each<[string, (host: Host) => Promise<unknown>]>([
  ['read', (host) => host.read()],
  ['write', (host) => host.write([edit('公开01表!B5', 40, 41)])],
  ['mark', (host) => host.mark([mark('公开01表!B5', 'error')])],
  ['reveal', (host) => host.reveal(parseCell('公开01表!B5'))],
  ['writeSheet', (host) => host.writeSheet(paragraphSheet('说明', [], ['一段']))],
])('an Excel before ExcelApi 1.9 is told to be too old: %s', async (_, action) => {
  const { host } = await openStage(WORKBOOK);
  const { requests } = await excel.measure(async () => {
    expect(await fault(action(host))).toEqual({ fault: 'unsupported', where: '' });
  });
  expect(requests).toBe(0);
});

test('it is known before anything is tried', async () => {
  expect(await whenOfficeReady()).toEqual({ application: 'Excel', platform: 'PC', supported: false });
});
