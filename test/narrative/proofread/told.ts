import type { Section } from '../../../src/narrative/paragraph';
import { paragraphText } from '../../../src/narrative/paragraph';
import type { TextDocument } from '../../../src/narrative/proofread/document';
import type { TextProblem } from '../../../src/narrative/proofread/problem';
import { proofread, type ProofreadOptions } from '../../../src/narrative/proofread/proofread';
import type { Answers } from '../../../src/narrative/telling';
import { writeNarrative, type NarrativeOptions } from '../../../src/narrative/write-narrative';
import type { Accounts } from '../../../src/tables/accounts';

/** The lines of a narrative as a document. */
export function documentOf(sections: readonly Section[]): TextDocument {
  return {
    name: '情况说明',
    passages: sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(paragraphText)]),
  };
}

/** Answers to every gap of a narrative that an answer can fill, also to those that the answers open. */
export function answered(
  accounts: Accounts,
  known: Answers,
  answer: (key: string, need: string) => string,
  options: NarrativeOptions = {},
): Answers {
  let answers = known;
  for (;;) {
    const spans = writeNarrative(accounts, { ...options, answers }).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ spans: own }) => own),
    );
    const gaps = spans.flatMap((span) =>
      span.kind === 'gap' && span.key !== undefined ? [[span.key, span.need] as const] : [],
    );
    if (gaps.length === 0) return answers;
    answers = { ...answers, ...Object.fromEntries(gaps.map(([key, need]) => [key, answer(key, need)])) };
  }
}

/** The problems of one text of a few lines. */
export function problemsOf(
  lines: readonly string[],
  accounts: Accounts,
  options: ProofreadOptions = {},
): readonly TextProblem[] {
  return proofread([{ name: '情况说明', passages: lines }], accounts, options).problems;
}
