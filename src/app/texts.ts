import type { TextPlace } from '../check/finding';
import type { TextDocument } from '../narrative/proofread/document';

/** A paragraph of a text beside the workbook as a reader finds it. */
export function placeText({ document, paragraph }: TextPlace): string {
  return `“${document}”第 ${paragraph} 段`;
}

/** Pasted words as a text: a paragraph a line; blank ones and rows of tables, which hold tabs, left out. */
export function textOf(name: string, words: string): TextDocument {
  return { name, passages: words.split(/\r\n?|\n/).filter((line) => !/^\s*$|\S\s*\t/.test(line)) };
}
