import { squeeze, type Squeezed } from './squeeze';

/** A text to be proofread: a sheet of paragraphs, a pasted text, a Word file. One passage a paragraph. */
export interface TextDocument {
  /** The name of the sheet or file. */
  readonly name: string;
  readonly passages: readonly string[];
}

/** A passage and where it is. */
export interface Passage extends Squeezed {
  readonly document: number;
  readonly index: number;
  /** As it stands in the document. */
  readonly source: string;
}

/** The passages of a document that hold something, ready to be searched. */
export function passagesOf({ passages }: TextDocument, document: number): readonly Passage[] {
  return passages
    .map((source, index) => ({ ...squeeze(source), document, index, source }))
    .filter(({ text }) => text !== '');
}
