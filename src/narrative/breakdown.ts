import type { Figure } from '../money/figure';
import { parts, speaker, words, type KnownOrGap, type Parts } from './fact';
import { amountOf, isMentioned, ratio } from './measure';
import { qualified } from './section';

const SENTENCES = { item: ['name', 'amount', 'share?'] } as const;
const say = speaker('breakdown', SENTENCES);

/** The sentence of one item of a 其中 list. */
export const breakdownSentences = qualified('breakdown', SENTENCES);

/** 其中: the items that are not 0, each with its share of the whole (rules.md C03, C05). */
export function breakdown(items: readonly (readonly [name: string, figure: Figure | null])[], whole: KnownOrGap): Parts {
  return parts(
    ...items
      .filter(([, figure]) => isMentioned(figure))
      .map(([name, figure]) => {
        const amount = amountOf(figure, name);
        return say('item', { name: words(name), amount, share: ratio(amount, whole) });
      }),
  );
}
