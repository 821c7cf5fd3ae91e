import type Decimal from 'decimal.js';
import type { CellRef } from '../../workbook/address';
import type { Passage } from './document';
import type { TextCause, TextProblem } from './problem';
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
  /** Words in the place of a part of the searched text. */
  readonly replacement?: { readonly start: number; readonly end: number; readonly text: string } | null;
}

const LONGEST_QUOTE = 60;

/** A problem of a part of a passage, from `start` to `end` of its searched text. */
export function passageProblem(passage: Passage, start: number, end: number, { replacement, ...said }: Said): TextProblem {
  const { document, index, source } = passage;
  const span = spanOf(passage, start, end);
  const words = source.slice(span.start, span.end).trim();
  return {
    document,
    passage: index,
    quote: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words,
    span,
    cells: [],
    expected: null,
    actual: null,
    cause: null,
    ...said,
    replacements: replacement ? [{ ...spanOf(passage, replacement.start, replacement.end), text: replacement.text }] : null,
  };
}
