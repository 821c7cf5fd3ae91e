import type { NarrativeDocument } from '../../../src/app/narrative-document';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';

/** A workbook of that file's name with one sheet, or none where the file is empty. */
export async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const sheets = file.size === 0 ? [] : [{ name: 'Sheet1', hidden: false, protected: false, rows: [] }];
  return { name: file.name, sheets };
}

/** The names of the documents that were saved. */
export const savedDocuments: string[] = [];

export async function saveDocument({ name }: NarrativeDocument): Promise<void> {
  savedDocuments.push(name);
}
