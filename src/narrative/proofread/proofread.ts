import type { Accounts } from '../../tables/accounts';
import type { InitialBudget } from '../../tables/initial-budget';
import type { SectionId } from '../section';
import { SECTIONS } from '../sections';
import { tellingOf, type Answers, type Telling } from '../telling';
import { judgeAverages } from './averages';
import { bind, type Unbound } from './bind';
import { bodiesIn, bodyProblems, type SaidBodies } from './bodies';
import { changesAddUp } from './changes-sum';
import { isNumber, type NumberClaim } from './claim';
import { missingIn, sumsIn } from './completeness';
import { departmentProblems } from './department';
import { countProblems, countsIn, type SaidCount } from './counts';
import { paragraphsOf, passagesOf, startsAnew, type Passage, type TextDocument } from './document';
import { countsWithoutAmounts, undisclosed } from './disclosure';
import { foldLastYear } from './last-year';
import {
  accountsAgainstTable,
  classesAgainstTable,
  classesNowhere,
  itemNumbers,
  itemTails,
  itemsAgainstTable,
} from './lists';
import { nilProblems, noteProblems } from './nil';
import { impossible, mixedUp } from './mixed-up';
import { numberingProblems } from './numbering';
import { outline, type Chapter } from './outline';
import { pairProblems } from './pairs';
import type { TextProblem } from './problem';
import { procurementShares } from './procurement-shares';
import { referenceOf, type Doubts, type Reference } from './reference';
import { contradictions, projectProblems, projectsIn, type ProjectTold } from './projects';
import { numeralsOf } from './numeral';
import { fundProblems, spendingProblems } from './report';
import { dataContradictions, dataProblems } from './report-data';
import { sumProblems } from './report-sums';
import { tableProblems } from './report-tables';
import { missingSections } from './sections-missing';
import { staffProblems } from './staff';
import { unitSlips } from './units';
import { confirmedBy, verify, type Confirmed } from './verify';
import { endingProblems, wordingProblems } from './wording';
import { dayProblems, yearProblems } from './years';

/** What proofreading may know besides the tables. */
export interface ProofreadOptions {
  /** Last year's accounts, 年初预算, and what the user has filled in: the same as for writing. */
  readonly lastYear?: Accounts;
  readonly budget?: InitialBudget;
  readonly answers?: Answers;
  /** Digits of a percentage that is put right, at least as many as the text shows; 2 unless said otherwise. */
  readonly percentDigits?: 1 | 2;
  /** Table cells that are accused of being wrong. */
  readonly doubtful?: Doubts;
  /**
   * Judges amounts that need not be those of a table as if they quoted it: what agrees before the table changes, and
   * not after, did. False where left out.
   */
  readonly quoting?: boolean;
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

/** What all documents are judged by. */
interface Context {
  readonly accounts: Accounts;
  readonly telling: Telling;
  readonly reference: Reference;
  readonly percentDigits: number;
  readonly quoting: boolean;
}

/** What one part of the texts yields. */
interface Part extends Proofreading {
  readonly counts: readonly SaidCount[];
  readonly numbers: readonly NumberClaim[];
  readonly projects: readonly ProjectTold[];
  readonly bodies: readonly SaidBodies[];
}

/** Checks the paragraphs of texts against the tables and against themselves. */
export function proofread(
  documents: readonly TextDocument[],
  accounts: Accounts,
  { lastYear, budget, answers = {}, doubtful = new Map(), percentDigits = 2, quoting = false }: ProofreadOptions = {},
): Proofreading {
  const telling = tellingOf(accounts, lastYear ?? null, answers, budget ?? null);
  const context = { accounts, telling, reference: referenceOf(accounts, doubtful), percentDigits, quoting };
  const all = together(documents.map((document, index) => readDocument(document, index, context)));
  const { unbound, unchecked, confirmed } = all;
  const problems = [
    ...all.problems,
    ...contradictions(all.projects, all.numbers),
    ...bodyProblems(all.bodies),
    ...dataContradictions(accounts, all.numbers),
  ];
  return { problems: withoutOverlaps(problems), unbound, unchecked, confirmed };
}

function part(found: Partial<Part>): Part {
  return { problems: [], unbound: [], unchecked: [], confirmed: [], counts: [], numbers: [], projects: [], bodies: [], ...found };
}

function together(parts: readonly Part[]): Part {
  return {
    problems: parts.flatMap(({ problems }) => problems),
    unbound: parts.flatMap(({ unbound }) => unbound),
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
    confirmed: parts.flatMap(({ confirmed }) => confirmed),
    counts: parts.flatMap(({ counts }) => counts),
    numbers: parts.flatMap(({ numbers }) => numbers),
    projects: parts.flatMap(({ projects }) => projects),
    bodies: parts.flatMap(({ bodies }) => bodies),
  };
}

function readDocument(document: TextDocument, index: number, context: Context): Part {
  const passages = passagesOf(document, index);
  if (document.notesOf !== undefined) {
    return part({ problems: [...passages.flatMap(wordingProblems), ...noteProblems(passages, document.notesOf)] });
  }
  const chapters = outline(document, passages);
  const told = together(chapters.map((chapter) => readChapter(chapter, context)));
  const { accounts, telling } = context;
  return {
    ...told,
    bodies: bodiesIn(passages),
    problems: [
      ...told.problems,
      ...countProblems(told.counts, telling),
      ...staffProblems(passages),
      ...missingSections(chapters, accounts),
      ...formProblems(passages, chapters, accounts),
    ],
  };
}

function readChapter(chapter: Chapter, context: Context): Part {
  const { id, heading, passages } = chapter;
  const { telling, reference, percentDigits, quoting } = context;
  const section = SECTIONS.find((candidate) => candidate.id === id);
  if (section === undefined) return readReport(passages, context);
  const counts = countsIn(passages, section);
  const topics = section.topics(telling);
  if (topics === null) {
    return part({
      counts,
      unchecked: heading === null ? [] : [{ section: section.id, passage: heading }],
      problems: sumProblems(passages),
    });
  }
  const { claims, items, unbound } = bind(passages, topics);
  const judged = verify(claims, { section: section.id, topics, reference, percentDigits, quoting });
  const averages = judgeAverages(claims, counts, telling, { section: section.id, reference });
  return part({
    counts,
    unbound: [...unbound, ...averages.unjudged],
    confirmed: judged.flatMap((one) => confirmedBy(one, reference)),
    numbers: claims.filter(isNumber),
    problems: [
      ...foldLastYear(judged, section.id),
      ...missingIn(judged, section.id, percentDigits),
      ...sumsIn(judged, section.id),
      ...(section.id === 'three-public' ? changesAddUp(judged) : []),
      ...itemNumbers(items),
      ...itemTails(items),
      ...itemsAgainstTable(items, topics, section.id),
      ...classesAgainstTable(passages, claims, topics, section.id),
      ...classesNowhere(claims, topics, section.id),
      ...accountsAgainstTable(passages, topics, section.id),
      ...nilProblems(chapter, section, topics, claims, reference),
      ...undisclosed(chapter, section.id, topics, claims),
      ...procurementShares(claims),
      ...averages.problems,
      ...mixedUp(passages, claims),
      ...impossible(unbound),
      ...unbound.flatMap(({ passage, numeral }) => unitSlips(passage, [numeral])),
      ...countsWithoutAmounts(counts, topics),
    ],
  });
}

/** What is no section of 第三部分: most often a 绩效自评报告. */
function readReport(passages: readonly Passage[], { accounts, telling, reference }: Context): Part {
  return part({
    projects: projectsIn(passages),
    problems: [
      ...projectProblems(passages),
      ...spendingProblems(passages, telling, reference),
      ...fundProblems(passages, telling, reference),
      ...tableProblems(passages, accounts, reference),
      ...dataProblems(passages, accounts),
      ...sumProblems(passages),
      ...passages.flatMap((passage) => unitSlips(passage, numeralsOf(passage.text))),
    ],
  });
}

/** What is wrong with a document whatever the tables say. */
function formProblems(
  passages: readonly Passage[],
  chapters: readonly Chapter[],
  { year, department }: Accounts,
): readonly TextProblem[] {
  const told = new Set(
    chapters
      .filter(({ id }) => id !== null)
      .flatMap(({ heading, passages: own }) => (heading === null ? own : [heading, ...own])),
  );
  return [
    ...passages.flatMap(wordingProblems),
    ...endingProblems(passages, startsAnew),
    ...paragraphsOf(passages).flatMap(pairProblems),
    ...numberingProblems(passages),
    ...(year === null ? [] : passages.flatMap((passage) => yearProblems(passage, year, told.has(passage)))),
    ...[...told].flatMap(dayProblems),
    ...departmentProblems(passages, department, told),
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
