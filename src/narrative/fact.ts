import type Decimal from 'decimal.js';
import type { CellRef } from '../workbook/address';

/** An amount in 万元, as the narrative prints it: two digits. */
export interface Quantity {
  readonly kind: 'amount';
  /** What it is, for a formula: 「合计 · 项目支出」. */
  readonly label: string;
  readonly value: Decimal;
  /** The cells it was computed from, the quoted one first; none where it comes from last year or from an answer. */
  readonly cells: readonly CellRef[];
  /** How it was computed, with the numbers; null for a quoted amount. */
  readonly formula: string | null;
}

/** How an amount differs from another one, in 万元, with its sign; printed without, since words say the direction. */
export interface Change {
  readonly kind: 'change';
  readonly value: Decimal;
  readonly cells: readonly CellRef[];
  readonly formula: string;
}

/** A ratio, not yet rounded: 1 is 100 %. */
export interface Percentage {
  readonly kind: 'percent';
  readonly value: Decimal;
  readonly cells: readonly CellRef[];
  readonly formula: string;
}

/** Words or a count that are no amount of a table. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

/** What has to be filled in. */
export interface Gap {
  readonly kind: 'gap';
  readonly need: string;
  /** The name under which an answer fills it; null where only mending a table helps. */
  readonly key: string | null;
}

/** Sentences within a sentence: a phrase that depends on the numbers, or the items of a list. */
export interface Parts {
  readonly kind: 'parts';
  readonly sentences: readonly Sentence[];
}

/** What a slot of a sentence holds. */
export type Fact = Quantity | Change | Percentage | Words | Gap | Parts;

export type KnownOrGap = Quantity | Gap;

/**
 * One thing to be said: the name of a sentence and the facts for its slots, without any wording. A house style has
 * the words. Null is a fact that does not exist here, such as a rate on a zero base.
 */
export interface Sentence {
  readonly name: string;
  readonly facts: Readonly<Record<string, Fact | null>>;
}

export function words(text: string): Words {
  return { kind: 'words', text };
}

export function parts(...sentences: readonly Sentence[]): Parts {
  return { kind: 'parts', sentences };
}

export function gap(need: string, key: string | null = null): Gap {
  return { kind: 'gap', need, key };
}

/** Slots of each sentence; a trailing ? marks one whose fact may not exist. */
export type Slots = Readonly<Record<string, readonly string[]>>;

type Required<Names extends string> = Names extends `${string}?` ? never : Names;
type Optional<Names extends string> = Names extends `${infer Name}?` ? Name : never;
type FactsFor<Names extends string> = Readonly<
  Record<Required<Names>, Fact> & Record<Optional<Names>, Fact | null>
>;

/** Makes sentences of one section: `say('total', { … })`, checked against the slots that it declares. */
export function speaker<const Declared extends Slots>(section: string, _slots: Declared) {
  return <Name extends keyof Declared & string>(name: Name, facts: FactsFor<Declared[Name][number]>): Sentence => ({
    name: `${section}/${name}`,
    facts,
  });
}
