import type { Accounts } from '../tables/accounts';
import { gap, parts, speaker, words, type KnownOrGap, type Parts, type Quantity } from './fact';
import { changeOf, growthOf } from './measure';
import { qualified } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  differs: ['subject?', 'change', 'rate?', 'reason'],
  fromZero: ['subject?', 'change', 'reason'],
  equal: ['subject?'],
  unknown: ['subject?', 'missing', 'reason'],
} as const;
const CHANGE = '较上年增减情况';
const say = speaker('comparison', SENTENCES);

/** The sentences that compare with last year. */
export const comparisonSentences = qualified('comparison', SENTENCES);

export interface ComparisonSpec {
  /** First part of the keys of its gaps: `summary`, `three-public/hospitality`. */
  readonly key: string;
  /** Named where the sentence before could be misread; null otherwise. */
  readonly subject: string | null;
  readonly current: KnownOrGap;
  /** The same amount in last year's workbook. */
  readonly lastYear: (accounts: Accounts) => KnownOrGap | null;
}

/**
 * 与上年相比: the direction always from the numbers, 持平 when equal, no rate on a base of 0 (rules.md C02), a gap
 * where last year is not known.
 */
export function comparison(telling: Telling, { key, subject, current, lastYear }: ComparisonSpec): Parts {
  const about = { subject: subject === null ? null : words(subject) };
  const previous = telling.lastYear(`${key}/lastYear`, CHANGE, lastYear);
  const reason = telling.words(`${key}/reason`, '主要原因');
  if (previous.kind === 'gap') return parts(say('unknown', { ...about, missing: previous, reason }));
  if (current.kind === 'gap') return parts(say('unknown', { ...about, missing: gap(CHANGE), reason }));
  return parts(said(current, previous));

  function said(now: Quantity, before: Quantity) {
    const change = changeOf(now, before);
    if (change.value.isZero()) return say('equal', about);
    if (before.value.isZero()) return say('fromZero', { ...about, change, reason });
    return say('differs', { ...about, change, rate: growthOf(now, before), reason });
  }
}
