import { paragraphText, type Section } from './paragraph';

/** The narrative as lines of text, one a heading or paragraph. */
export function toPlainText(sections: readonly Section[]): string {
  return sections
    .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(paragraphText)])
    .map((line) => `${line}\n`)
    .join('');
}
