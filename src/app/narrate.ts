import type { TextSheet } from '../host/host';
import { paragraphText, type Section } from '../narrative/paragraph';

/** The sheet that holds the paragraphs the product writes. */
export const NARRATIVE_SHEET = '情况说明（助手生成）';

/** The sections as a sheet of paragraphs: one paragraph a row, headings set off. */
export function toTextSheet(sections: readonly Section[]): TextSheet {
  return {
    name: NARRATIVE_SHEET,
    rows: sections.flatMap(({ heading, paragraphs }) => [
      { text: heading, heading: true },
      ...paragraphs.map((paragraph) => ({ text: paragraphText(paragraph), heading: paragraph.heading === true })),
    ]),
  };
}
