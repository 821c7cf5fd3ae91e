import { readFileSync } from 'node:fs';
import { checkWorkbook, type CheckReport } from '../../src/app/check';
import { createExcelHost } from '../../src/host/excel/host';
import { createMemoryHost } from '../../src/host/memory';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { specOf } from './emulator/seed';
import { excel } from './excel';

/** What the user reads, without the file name, which each host knows in its own way. */
const told = ({ findings, skipped, summary, year, department }: CheckReport): object =>
  JSON.parse(JSON.stringify({ findings, skipped, summary, year, department })) as object;

async function sampleFile(name: string): Promise<WorkbookSnapshot> {
  return (await openXlsx(new Uint8Array(readFileSync(`assets/${name}`)), name)).read();
}

test.each(['sample.xlsx', 'sample-last-year.xlsx'])('%s gives the same findings through all three hosts', async (name) => {
  const file = await sampleFile(name);
  excel.open(specOf(file));
  const throughExcel = await createExcelHost().read();
  const throughMemory = await createMemoryHost(file).read();
  const expected = told(checkWorkbook(file));
  expect(told(checkWorkbook(throughMemory))).toEqual(expected);
  expect(told(checkWorkbook(throughExcel))).toEqual(expected);
});
