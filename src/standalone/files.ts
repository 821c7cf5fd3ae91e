import type { NarrativeDocument } from '../app/narrative-document';
import type { ReadText } from '../pane/use-pane';
import { saveFile } from '../pane/save-file';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Desk } from './desk';

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

/** Reads a text from the user's disk: a .docx or a .txt. Throws a HostError. */
export const readText: ReadText = async (file) => {
  const { readParagraphs } = await import('../host/docx/read-docx');
  return { name: file.name, passages: readParagraphs(new Uint8Array(await file.arrayBuffer()), file.name) };
};

async function openBytes(bytes: Uint8Array, name: string): Promise<Desk> {
  const [{ openXlsx }, { createDesk }] = await Promise.all([import('../host/xlsx/open-xlsx'), import('./desk')]);
  return createDesk(await openXlsx(bytes, name), name);
}

/** Hands the narrative to the user as a Word file. */
export async function saveDocument({ name, blocks }: NarrativeDocument): Promise<void> {
  const { DOCX_TYPE, writeDocx } = await import('../host/docx/write-docx');
  saveFile(`${name}.docx`, (await writeDocx(blocks)).slice(), DOCX_TYPE);
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the workbook to the user as a file of a new name beside the original's. */
export function download(desk: Desk): void {
  saveFile(desk.name.replace(/\.[^.]*$/, '') + '（已核对）.xlsx', desk.save().slice(), XLSX_TYPE);
}
