import type { OwnSheet, OwnStyle } from '../host/host';
import { paragraphText, type Section } from '../narrative/paragraph';

/** The sheet that holds the paragraphs the product writes. */
export const NARRATIVE_SHEET = '情况说明（助手生成）';

/** In digits: what fits the width of an A4 page, 36 Chinese characters. */
const PARAGRAPH_WIDTH = 72;

/** The sections as a sheet of paragraphs: one paragraph a row, headings set off. */
export function toSheet(sections: readonly Section[]): OwnSheet {
  const row = (value: string, style: OwnStyle) => [{ value, style }];
  return {
    name: NARRATIVE_SHEET,
    columns: [PARAGRAPH_WIDTH],
    frozenRows: 0,
    rows: sections.flatMap(({ heading, paragraphs }) => [
      row(heading, 'heading'),
      ...paragraphs.map((paragraph) => row(paragraphText(paragraph), paragraph.heading === true ? 'heading' : 'text')),
    ]),
  };
}
