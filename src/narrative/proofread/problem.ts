import type Decimal from 'decimal.js';
import type { CellRef } from '../../workbook/address';
import type { Span } from './squeeze';

/** How a wrong number in a text most likely came about. */
export type TextCause = 'unit' | 'neighbour' | 'last-year' | 'decimal' | 'rounding';

/** Words to put in the place of a part of a passage. */
export interface Replacement extends Span {
  readonly text: string;
}

/** Something that is wrong with a passage. */
export interface TextProblem {
  /** Id of a text rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** One or two Chinese sentences: fact, expectation, gap. */
  readonly message: string;
  readonly document: number;
  readonly passage: number;
  /** The words it is about. */
  readonly quote: string;
  /** Where those words stand in the passage. */
  readonly span: Span;
  /** Table cells that the words disagree with. */
  readonly cells: readonly CellRef[];
  /** Amounts in 万元, percentages in percent; null where it is about no number or the right one is not known. */
  readonly expected: Decimal | null;
  readonly actual: Decimal | null;
  readonly cause: TextCause | null;
  /** What else is wrong in consequence, or for the same cause. */
  readonly evidence: readonly Pick<TextProblem, 'rule' | 'message' | 'cells'>[];
  /** The correction; null where it is not determined. */
  readonly replacements: readonly Replacement[] | null;
}

/** The passage with the corrected words. */
export function corrected(source: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), source);
}
