import type { DocumentBlock, DocumentParagraph, DocumentRun } from '../host/document';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Accounts } from '../tables/accounts';
import { documentTables } from './document-tables';
import { spanText, type Paragraph, type Section } from '../narrative/paragraph';

/** An official document, ready to be written: what to call the file and what is in it. */
export interface NarrativeDocument {
  /** Without its extension. */
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
}

/** The narrative as an official document, gaps highlighted, with the published tables behind it. */
export function narrativeDocument(
  workbook: WorkbookSnapshot,
  accounts: Accounts,
  sections: readonly Section[],
): NarrativeDocument {
  const kind = accounts.tables.length === 0 ? '绩效自评报告' : '部门决算情况说明';
  const name = `${accounts.year === null ? '' : `${accounts.year}年度`}${kind}`;
  return { name, blocks: [...toDocument(name, sections), ...documentTables(workbook, accounts)] };
}

/** The paragraphs of the document: its title, the sections, gaps highlighted. */
export function toDocument(title: string, sections: readonly Section[]): readonly DocumentParagraph[] {
  return [
    { role: 'title', runs: [plain(title)] },
    ...sections.flatMap(({ heading, inner, paragraphs }): readonly DocumentParagraph[] => [
      { role: inner === true ? 'subheading' : 'heading', runs: [plain(heading)] },
      ...paragraphs.map(blockOf),
    ]),
  ];
}

function blockOf({ spans, heading }: Paragraph): DocumentParagraph {
  return {
    role: heading === true ? 'subheading' : 'body',
    runs: spans.map((span) => ({ text: spanText(span), highlighted: span.kind === 'gap' })),
  };
}

function plain(text: string): DocumentRun {
  return { text, highlighted: false };
}
