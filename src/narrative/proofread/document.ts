import type { TableId } from '../../tables/accounts';
import { isHeading, numberingOf } from './heading';
import { squeeze, type Squeezed } from './squeeze';

/** A text to be proofread: a sheet of paragraphs, a pasted text, a Word file. One passage a paragraph. */
export interface TextDocument {
  /** The name of the sheet or file. */
  readonly name: string;
  readonly passages: readonly string[];
  /** Set where the passages are no text but the titles and notes of a sheet of tables: the table, if it is only one. */
  readonly notesOf?: TableId | null;
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

const FINISHED = /[。！？；：…]$|[。！？；：…][）]$/;

/** Whether a passage begins something of its own: a heading, or a numbered paragraph. */
export function startsAnew({ text }: Passage): boolean {
  return numberingOf(text) !== null || isHeading(text);
}

/** Passages put together that were one paragraph before a converter broke it into several cells. */
export function paragraphsOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const paragraphs: Passage[][] = [];
  let isOpen = false;
  for (const passage of passages) {
    const current = paragraphs.at(-1);
    if (isOpen && current !== undefined && !startsAnew(passage)) current.push(passage);
    else paragraphs.push([passage]);
    isOpen = !FINISHED.test(passage.text) && !isHeading(passage.text);
  }
  return paragraphs;
}
