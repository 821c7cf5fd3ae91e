import { paragraphText, type Section, type Span } from '../../src/narrative/paragraph';
import { writeNarrative, type NarrativeOptions } from '../../src/narrative/write-narrative';
import { accountsOf, BOOK, type Book } from './accounts';

/** The narrative of the small department with some tables put in the place of its own. */
export function narrate(book: Book = {}, options: NarrativeOptions = {}): readonly Section[] {
  return writeNarrative(accountsOf({ ...BOOK, ...book }), options);
}

/** The narrative of the small department whose workbook lacks one table. */
export function narrateWithout(table: keyof Book): readonly Section[] {
  const rest = Object.fromEntries(Object.entries(BOOK).filter(([key]) => key !== table));
  return writeNarrative(accountsOf(rest));
}

/** The spans of one section. */
export function spansOf(sections: readonly Section[], id: string): readonly Span[] {
  const section = sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`no section ${id}`);
  return section.paragraphs.flatMap(({ spans }) => spans);
}

/** The words of one section, one paragraph a line. */
export function textOf(sections: readonly Section[], id: string): readonly string[] {
  return sections.filter((section) => section.id === id).flatMap(({ paragraphs }) => paragraphs.map(paragraphText));
}

/** The printed numbers of one section, in order. */
export function numbersOf(sections: readonly Section[], id: string): readonly string[] {
  return spansOf(sections, id).flatMap((span) => (span.kind === 'figure' ? [span.text] : []));
}

/** What one section leaves to be filled in, by key where an answer can fill it. */
export function gapsOf(sections: readonly Section[], id: string): readonly string[] {
  return spansOf(sections, id).flatMap((span) => (span.kind === 'gap' ? [span.key ?? span.need] : []));
}
