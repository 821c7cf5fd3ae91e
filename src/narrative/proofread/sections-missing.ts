import type { Accounts } from '../../tables/accounts';
import { TABLES } from '../../tables/registry';
import { keysOf } from '../../tables/layout/aliases';
import type { NarrativeSection } from '../section';
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
  if (new Set(told.map(({ id }) => id)).size < WHOLE_NARRATIVE) return [];
  const passages: readonly Passage[] = told.flatMap(({ heading, passages: own }) => [
    ...(heading === null ? [] : [heading]),
    ...own,
  ]);
  return keysOf(TABLES).flatMap((key) => {
    const { id, name } = TABLES[key];
    const section = SECTIONS.find((candidate) => candidate.id === id);
    if (section === undefined || accounts[key] === null) return [];
    const isTold =
      told.some((chapter) => chapter.id === section.id) ||
      passages.some(({ text }) => section.heading.test(text.replace(/^[^、）]{1,4}[、）]/, '')));
    const place = placeOf(section, told);
    if (isTold || place === null) return [];
    return [
      passageProblem(place.heading, 0, place.heading.text.length, {
        rule: 'text/section',
        severity: 'warning',
        message: `情况说明没有与《${name}》相应的一节，请在“${place.heading.source.trim()}”一节${place.side}补写。`,
        cells: [accounts[key].titleCell],
      }),
    ];
  });
}

/** Where a section belongs: behind the nearest of those that usually come before it, or else before all others. */
function placeOf(
  section: NarrativeSection,
  told: readonly Chapter[],
): { readonly heading: Passage; readonly side: '之后' | '之前' } | null {
  const headings = told.flatMap(({ id, heading }) => (heading === null ? [] : [{ id, heading }]));
  const before = SECTIONS.slice(0, SECTIONS.indexOf(section)).reverse();
  const [nearest] = before.flatMap(({ id }) => headings.filter((one) => one.id === id));
  const [first] = headings;
  if (nearest !== undefined) return { heading: nearest.heading, side: '之后' };
  return first === undefined ? null : { heading: first.heading, side: '之前' };
}
