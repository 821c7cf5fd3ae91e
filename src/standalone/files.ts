import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Desk } from './desk';

/** What a file dialog offers. */
export const ACCEPTED_FILES = '.xlsx,.xlsm,.xls';

/** The sample workbook, beside the page. */
const SAMPLE = { address: 'assets/sample.xlsx', name: '示例部门决算公开表.xlsx' };

/** Opens a file of the user's. What reads and checks it is loaded when it is first needed. Throws a HostError. */
export async function openFile(file: File): Promise<Desk> {
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
}

/** Opens the sample workbook. */
export async function openSample(): Promise<Desk> {
  const response = await fetch(SAMPLE.address);
  if (!response.ok) throw new Error(`示例工作簿没有取到（${response.status}）`);
  return openBytes(new Uint8Array(await response.arrayBuffer()), SAMPLE.name);
}

/** Reads a workbook from the user's disk without opening it on the desk. Throws a HostError. */
export async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const { openXlsx } = await import('../host/xlsx/open-xlsx');
  return (await openXlsx(new Uint8Array(await file.arrayBuffer()), file.name)).read();
}

async function openBytes(bytes: Uint8Array, name: string): Promise<Desk> {
  const [{ openXlsx }, { createDesk }] = await Promise.all([import('../host/xlsx/open-xlsx'), import('./desk')]);
  return createDesk(await openXlsx(bytes, name), name);
}

/** Hands the workbook to the user as a file of a new name beside the original's. */
export function download(desk: Desk): void {
  const blob = new Blob([desk.save().slice()], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = desk.name.replace(/\.[^.]*$/, '') + '（已核对）.xlsx';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
