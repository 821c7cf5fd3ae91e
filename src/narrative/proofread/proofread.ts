import type { Accounts } from '../../tables/accounts';
import { SECTIONS } from '../sections';
import { tellingOf, type Answers } from '../telling';
import { bind, type Unbound } from './bind';
import { passagesOf, type TextDocument } from './document';
import { outline } from './outline';
import type { TextProblem } from './problem';
import { referenceOf } from './reference';
import { verify } from './verify';

export interface ProofreadOptions {
  /** Last year's accounts, and what the user has filled in: the same as for writing. */
  readonly lastYear?: Accounts;
  readonly answers?: Answers;
  /** Table cells that are accused of being wrong, as `formatCell` prints them. */
  readonly doubtful?: ReadonlySet<string>;
}

/** What proofreading found. */
export interface Proofreading {
  readonly problems: readonly TextProblem[];
  /** Numbers that could not be compared with anything. */
  readonly unbound: readonly Unbound[];
}

/** Checks the paragraphs of texts against the tables and against themselves. */
export function proofread(
  documents: readonly TextDocument[],
  accounts: Accounts,
  { lastYear, answers = {}, doubtful = new Set() }: ProofreadOptions = {},
): Proofreading {
  const telling = tellingOf(accounts, lastYear ?? null, answers);
  const reference = referenceOf(accounts, doubtful);
  const problems: TextProblem[] = [];
  const unbound: Unbound[] = [];
  documents.forEach((document, index) => {
    for (const chapter of outline(document, passagesOf(document, index))) {
      const section = SECTIONS.find(({ id }) => id === chapter.id);
      const topics = section?.topics(telling) ?? null;
      if (section === undefined || topics === null) continue;
      const binding = bind(chapter.passages, topics);
      unbound.push(...binding.unbound);
      problems.push(...verify(binding.claims, { section: section.id, topics, reference, percentDigits: 2 }));
    }
  });
  return { problems, unbound };
}
