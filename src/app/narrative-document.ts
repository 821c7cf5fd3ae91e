import type { DocumentBlock, DocumentRun } from '../host/document';
import { spanText, type Paragraph, type Section } from '../narrative/paragraph';

/** The narrative as an official document: its title, the sections, gaps highlighted. */
export function toDocument(title: string, sections: readonly Section[]): readonly DocumentBlock[] {
  return [
    { role: 'title', runs: [plain(title)] },
    ...sections.flatMap(({ heading, paragraphs }): readonly DocumentBlock[] => [
      { role: 'heading', runs: [plain(heading)] },
      ...paragraphs.map(blockOf),
    ]),
  ];
}

function blockOf({ spans, heading }: Paragraph): DocumentBlock {
  return {
    role: heading === true ? 'subheading' : 'body',
    runs: spans.map((span) => ({ text: spanText(span), highlighted: span.kind === 'gap' })),
  };
}

function plain(text: string): DocumentRun {
  return { text, highlighted: false };
}
