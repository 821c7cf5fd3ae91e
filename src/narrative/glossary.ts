import type { Accounts } from '../tables/accounts';
import { toChinese } from '../workbook/chinese-number';
import { isMentioned } from './measure';
import { paragraphText, type Paragraph, type Section } from './paragraph';
import type { Term } from './style';

/** The id of 名词解释 among the sections of a narrative. */
export const GLOSSARY = 'glossary';

/**
 * 名词解释: the terms that occur in the paragraphs, or name an amount of the tables that is not 0, in the order of the
 * house style; none where no term occurs.
 */
export function glossaryOf(terms: readonly Term[], sections: readonly Section[], accounts: Accounts): readonly Section[] {
  const figures = accounts.tables.flatMap((table) => table.figures.filter(isMentioned));
  const said = [
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(paragraphText)]),
    ...figures.map(({ label }) => label),
  ].join('\n');
  const occurring = terms.filter(({ name, also = [] }) => [name, ...also].some((words) => said.includes(words)));
  if (occurring.length === 0) return [];
  const paragraphs = occurring.map(({ name, text }, index): Paragraph => ({
    key: name,
    spans: [{ kind: 'text', text: `${toChinese(index + 1)}、${name}：${text}` }],
  }));
  return [{ id: GLOSSARY, heading: '名词解释', paragraphs }];
}
