import type { NarrativeDocument } from '../../../src/app/narrative-document';
import { HostError } from '../../../src/host/host-error';
import type { TextDocument } from '../../../src/narrative/proofread/document';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';

/** A workbook of that file's name with one sheet, or none where the file is empty. */
export async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const sheets = file.size === 0 ? [] : [{ name: 'Sheet1', hidden: false, protected: false, rows: [] }];
  return { name: file.name, sheets };
}

/** A text of that file's name; a file that is empty cannot be read. */
export async function readText(file: File): Promise<TextDocument> {
  if (file.size === 0) throw new HostError('not-word', file.name);
  return { name: file.name, passages: ['一、总体情况'] };
}

/** The names of the documents that were saved. */
export const savedDocuments: string[] = [];

export async function saveDocument({ name }: NarrativeDocument): Promise<void> {
  savedDocuments.push(name);
}
