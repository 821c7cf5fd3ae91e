import type { Accounts } from '../../tables/accounts';
import { TABLES } from '../../tables/registry';
import { keysOf } from '../../tables/layout/aliases';
import { SECTIONS } from '../sections';
import type { Passage } from './document';
import type { Chapter } from './outline';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** A text with fewer sections than this is an extract, of which nothing is missing. */
const WHOLE_NARRATIVE = 4;

/** Tables of the workbook of which a whole 情况说明 says nothing (rules.md F09). */
export function missingSections(chapters: readonly Chapter[], accounts: Accounts): readonly TextProblem[] {
  const told = chapters.filter(({ id }) => id !== null);
  const last = told.at(-1)?.heading ?? null;
  if (new Set(told.map(({ id }) => id)).size < WHOLE_NARRATIVE || last === null) return [];
  const passages: readonly Passage[] = told.flatMap(({ heading, passages: own }) => [
    ...(heading === null ? [] : [heading]),
    ...own,
  ]);
  return keysOf(TABLES).flatMap((key) => {
    const { id, name } = TABLES[key];
    const section = SECTIONS.find((candidate) => candidate.id === id);
    const isTold =
      section === undefined ||
      told.some((chapter) => chapter.id === section.id) ||
      passages.some(({ text }) => section.heading.test(text.replace(/^[^、）]{1,4}[、）]/, '')));
    if (accounts[key] === null || isTold) return [];
    return [
      passageProblem(last, 0, last.text.length, {
        rule: 'text/section',
        severity: 'warning',
        message: `情况说明没有与《${name}》相应的一节，请补写。`,
        cells: [accounts[key].titleCell],
      }),
    ];
  });
}
