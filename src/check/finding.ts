import type Decimal from 'decimal.js';
import type { CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { FigureUnit } from '../money/figure';

export type Severity = 'error' | 'warning' | 'rounding';

/** How a wrong number most likely came about. */
export type Cause =
  | 'unit'
  | 'decimal'
  | 'transposition'
  | 'digit'
  | 'missing-digit'
  | 'extra-digit'
  | 'sign'
  | 'blank'
  | 'zero'
  | 'neighbour'
  | 'last-year'
  | 'shift'
  | 'text'
  | 'rounding';

/** One thing that is wrong with the workbook, ready to be shown. */
export interface Finding {
  /** Stable within one check: rule and cells. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** One Chinese sentence: fact, expectation, gap. */
  readonly message: string;
  /** Prime suspect first; where several explain it equally well, all of them are suspects. */
  readonly cells: readonly CellRef[];
  /** Amounts in 万元; scores, rates and counts in their own unit. */
  readonly expected: Decimal | null;
  readonly actual: Decimal | null;
  readonly difference: Decimal | null;
  /** The unit the amounts are printed in. */
  readonly unit: FigureUnit;
  /** What the cell holds where that is no amount in `actual` (text, blank, a number with more digits). */
  readonly found: string | null;
  /** The words in a paragraph that the finding is about. */
  readonly quote: string | null;
  /** Where the words stand in a text beside the workbook: `cells` are then what they disagree with, not what is wrong. */
  readonly place: TextPlace | null;
  readonly cause: Cause | null;
  /** The correction, offered only where it is determined. */
  readonly fix: readonly CellEdit[] | null;
  /** The identities this breaks, each in one sentence with its arithmetic. */
  readonly evidence: readonly Evidence[];
}

/** A paragraph of a text that is in no sheet. */
export interface TextPlace {
  /** The name of the file, or what the text is called. */
  readonly document: string;
  /** From 1; blank paragraphs are not counted. */
  readonly paragraph: number;
}

export interface Evidence {
  readonly rule: string;
  readonly message: string;
  readonly cells: readonly CellRef[];
}

/** A rule that could not be applied to this workbook, and why. */
export interface Skipped {
  readonly rule: string;
  /** The 勾稽关系 in the tables' own words; left out where `rule` is such words. */
  readonly statement?: string;
  readonly because: string;
  /** A kind of tables that the workbook does without, which is normal: to be told as a remark. */
  readonly remark?: true;
}
