import type { Accounts } from '../../tables/accounts';
import type { SectionId } from '../section';
import { SECTIONS } from '../sections';
import { tellingOf, type Answers } from '../telling';
import { bind, type Unbound } from './bind';
import { isNumber, type NumberClaim } from './claim';
import { missingIn, sumsIn } from './completeness';
import { countProblems, countsIn, type SaidCount } from './counts';
import { paragraphsOf, passagesOf, startsAnew, type Passage, type TextDocument } from './document';
import { undisclosed } from './disclosure';
import { foldLastYear } from './last-year';
import { accountsAgainstTable, classesAgainstTable, itemNumbers, itemTails, itemsAgainstTable } from './lists';
import { nilProblems, noteProblems } from './nil';
import { impossible, mixedUp } from './mixed-up';
import { numberingProblems } from './numbering';
import { outline, type Chapter } from './outline';
import { pairProblems } from './pairs';
import type { TextProblem } from './problem';
import { procurementShares } from './procurement-shares';
import { referenceOf, type Doubts } from './reference';
import {
  contradictions,
  projectProblems,
  projectsIn,
  spendingProblems,
  staffProblems,
  type ProjectTold,
} from './report';
import { missingSections } from './sections-missing';
import { confirmedBy, verify, type Confirmed } from './verify';
import { endingProblems, wordingProblems } from './wording';
import { dayProblems, yearProblems } from './years';

export interface ProofreadOptions {
  /** Last year's accounts, and what the user has filled in: the same as for writing. */
  readonly lastYear?: Accounts;
  readonly answers?: Answers;
  /** Digits of a percentage that is put right, at least as many as the text shows; 2 unless said otherwise. */
  readonly percentDigits?: 1 | 2;
  /** Table cells that are accused of being wrong. */
  readonly doubtful?: Doubts;
}

/** What proofreading found. */
export interface Proofreading {
  readonly problems: readonly TextProblem[];
  /** Numbers that could not be compared with anything. */
  readonly unbound: readonly Unbound[];
  /** Accused cells to which the texts give an amount that explains what they are accused of. */
  readonly confirmed: readonly Confirmed[];
  /** Headings of sections whose table is not in the workbook. */
  readonly unchecked: readonly { readonly section: SectionId; readonly passage: Passage }[];
}

/** Checks the paragraphs of texts against the tables and against themselves. */
export function proofread(
  documents: readonly TextDocument[],
  accounts: Accounts,
  { lastYear, answers = {}, doubtful = new Map(), percentDigits = 2 }: ProofreadOptions = {},
): Proofreading {
  const telling = tellingOf(accounts, lastYear ?? null, answers);
  const reference = referenceOf(accounts, doubtful);
  const problems: TextProblem[] = [];
  const unbound: Unbound[] = [];
  const unchecked: Proofreading['unchecked'][number][] = [];
  const confirmed: Confirmed[] = [];
  const projects: ProjectTold[] = [];
  const told: NumberClaim[] = [];
  documents.forEach((document, index) => {
    const passages = passagesOf(document, index);
    if (document.notesOf !== undefined) {
      problems.push(...passages.flatMap(wordingProblems), ...noteProblems(passages, document.notesOf));
      return;
    }
    const chapters = outline(document, passages);
    const counts: SaidCount[] = [];
    const others = chapters.filter(({ id }) => id === null).flatMap(({ passages: own }) => own);
    projects.push(...projectsIn(others));
    problems.push(
      ...projectProblems(others),
      ...spendingProblems(others, telling, reference),
      ...staffProblems(passages),
    );
    for (const chapter of chapters) {
      const section = SECTIONS.find(({ id }) => id === chapter.id);
      if (section === undefined) continue;
      counts.push(...countsIn(chapter.passages, section));
      const topics = section.topics(telling);
      if (topics === null) {
        if (chapter.heading !== null) unchecked.push({ section: section.id, passage: chapter.heading });
        continue;
      }
      const { claims, items, unbound: left } = bind(chapter.passages, topics);
      const judged = verify(claims, { section: section.id, topics, reference, percentDigits });
      unbound.push(...left);
      confirmed.push(...judged.flatMap((one) => confirmedBy(one, reference)));
      told.push(...claims.filter(isNumber));
      problems.push(
        ...foldLastYear(judged, section.id),
        ...missingIn(judged, section.id, percentDigits),
        ...sumsIn(judged, section.id),
        ...itemNumbers(items),
        ...itemTails(items),
        ...itemsAgainstTable(items, topics, section.id),
        ...classesAgainstTable(claims, topics, section.id),
        ...accountsAgainstTable(chapter.passages, topics, section.id),
        ...nilProblems(chapter, section, topics, claims, reference),
        ...undisclosed(chapter, section.id, topics),
        ...procurementShares(claims),
        ...mixedUp(chapter.passages, claims),
        ...impossible(left),
      );
    }
    problems.push(
      ...countProblems(counts, telling),
      ...missingSections(chapters, accounts),
      ...formProblems(passages, chapters, accounts.year),
    );
  });
  problems.push(...contradictions(projects, told));
  return { problems: withoutOverlaps(problems), unbound, unchecked, confirmed };
}

/** What is wrong with a document whatever the tables say. */
function formProblems(
  passages: readonly Passage[],
  chapters: readonly Chapter[],
  year: number | null,
): readonly TextProblem[] {
  const told = new Set(
    chapters.filter(({ id }) => id !== null).flatMap(({ heading, passages: own }) => [heading, ...own]),
  );
  return [
    ...passages.flatMap(wordingProblems),
    ...endingProblems(passages, startsAnew),
    ...paragraphsOf(passages).flatMap(pairProblems),
    ...numberingProblems(passages),
    ...(year === null ? [] : passages.flatMap((passage) => yearProblems(passage, year, told.has(passage)))),
    ...[...told].flatMap((passage) => (passage === null ? [] : dayProblems(passage))),
  ];
}

/** Two problems of one rule about the same words are one: the first, which knows the numbers. */
function withoutOverlaps(problems: readonly TextProblem[]): readonly TextProblem[] {
  return problems.filter(
    (problem, index) =>
      !problems
        .slice(0, index)
        .some(
          (earlier) =>
            earlier.rule === problem.rule &&
            earlier.document === problem.document &&
            earlier.passage === problem.passage &&
            earlier.span.start < problem.span.end &&
            problem.span.start < earlier.span.end,
        ),
  );
}
