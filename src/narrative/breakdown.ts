import { parts, speaker, words, type KnownOrGap, type Parts } from './fact';
import { ratio } from './measure';
import { qualified } from './section';

const SENTENCES = { item: ['name', 'amount', 'share?'] } as const;
const say = speaker('breakdown', SENTENCES);

/** The sentence of one item of a 其中 list. */
export const breakdownSentences = qualified('breakdown', SENTENCES);

type Item = readonly [name: string, amount: KnownOrGap | null];

/**
 * 其中: the items that are not 0, each with its share of the whole (rules.md C03, C05) where one is given. An item that
 * the form does not have is null and falls out.
 */
export function breakdown(items: readonly Item[], whole: KnownOrGap | null): Parts {
  return parts(
    ...items.flatMap(([name, amount]) => {
      if (amount === null || (amount.kind === 'amount' && amount.value.isZero())) return [];
      return [say('item', { name: words(name), amount, share: whole && ratio(amount, whole) })];
    }),
  );
}
