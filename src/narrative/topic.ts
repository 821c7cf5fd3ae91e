import type { CellRef } from '../workbook/address';
import type { KnownOrGap } from './fact';

/**
 * Something a section gives figures of. The writer computes its sentences from such figures; the proofreader finds
 * the figures in a text that a person wrote, by the names a text may call them, and compares.
 */
export interface Topic {
  /** As in the keys of answers: `three-public/hospitality`. */
  readonly key: string;
  /** How texts call it, without quotation marks and spaces, brackets full-width; the usual name first. */
  readonly names: readonly string[];
  /** 决算数. A gap, or left out, where no table has it. */
  readonly actual?: KnownOrGap | null;
  /** 预算数, or 年初预算数 as the user gave it. */
  readonly budget?: KnownOrGap | null;
  /** 上年决算数, from last year's workbook or as the user gave it. */
  readonly previous?: KnownOrGap | null;
  /** What 占 is of, unless the text says otherwise. */
  readonly whole?: KnownOrGap | null;
  /** How the text's amount relates to `actual`: equal unless said otherwise. */
  readonly relation?: 'equal' | 'usually-equal' | 'at-least';
  /** The other amounts that add up to this one in the text alone, by key. */
  readonly sumOf?: readonly string[];
  /** What 主要包括 lists: every account that is not 0, in the table's order. */
  readonly accounts?: readonly { readonly name: string; readonly cell: CellRef }[];
  /** Whether it is one of a list that has to be complete. */
  readonly listed?: 'class' | 'item';
  /** The names of class, section and item, for an item that a text names by all three. */
  readonly path?: readonly string[];
}

/** A number of persons, groups or things that no table has, as the user gives it. */
export interface Count {
  /** The key of its answer. */
  readonly key: string;
  readonly name: string;
  /** 辆, 人次; the words around it give it in a sentence. */
  readonly unit: string;
  /** How a text gives it: digits in the first group. Texts are searched without quotation marks and spaces. */
  readonly pattern: RegExp;
}
