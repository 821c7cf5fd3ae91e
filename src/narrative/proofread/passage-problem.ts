import type Decimal from 'decimal.js';
import type { CellRef } from '../../workbook/address';
import type { Passage } from './document';
import type { Replacement, TextCause, TextProblem } from './problem';
import { spanOf } from './squeeze';

/** What is said of a part of a passage; what is left out does not apply. */
export interface Said {
  readonly rule: string;
  readonly severity: TextProblem['severity'];
  readonly message: string;
  readonly cells?: readonly CellRef[];
  readonly expected?: Decimal;
  readonly actual?: Decimal;
  readonly cause?: TextCause | null;
  /** Words in the place of a part of the searched text, or of several. */
  readonly replacement?: Replacement | null;
  readonly replacements?: readonly Replacement[] | undefined;
}

const LONGEST_QUOTE = 60;
const SHORTEST_QUOTE = 5;
const AROUND = 8;

/** A problem of what a pattern found in the searched text of a passage. */
export function matchProblem(passage: Passage, { 0: words, index }: RegExpExecArray, said: Said): TextProblem {
  return passageProblem(passage, index, index + words.length, said);
}

/** A problem of a part of a passage, from `start` to `end` of its searched text. */
export function passageProblem(
  passage: Passage,
  start: number,
  end: number,
  { replacement, replacements, ...said }: Said,
): TextProblem {
  const { document, index, source } = passage;
  const span = spanOf(passage, start, end);
  const isShort = span.end - span.start < SHORTEST_QUOTE;
  const context = isShort ? { start: Math.max(0, span.start - AROUND), end: span.end + AROUND } : span;
  const words = source.slice(context.start, context.end).trim();
  const all = replacements ?? (replacement ? [replacement] : []);
  return {
    document,
    passage: index,
    quote: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words,
    span,
    cells: [],
    expected: null,
    actual: null,
    cause: null,
    evidence: [],
    ...said,
    replacements:
      all.length === 0 ? null : all.map(({ text, ...part }) => ({ ...spanOf(passage, part.start, part.end), text })),
  };
}
