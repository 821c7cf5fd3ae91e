import type { Accounts } from '../tables/accounts';
import { comparison } from './comparison';
import { speaker, type KnownOrGap } from './fact';
import { paragraph, type PlannedParagraph } from './section';
import type { Telling } from './telling';

/** What a summary with two sides says: one sentence where they agree, another where they do not. */
export const GRAND_TOTAL = {
  balanced: ['total', 'comparison'],
  unbalanced: ['revenue', 'expenditure'],
} as const;

/** The 总计 of the revenue and of the expenditure side. */
export interface GrandTotals {
  readonly revenue: KnownOrGap;
  readonly expenditure: KnownOrGap;
}

/**
 * 收、支总计 and how it compares with last year (rules.md C01, C02, C07). Two totals that differ are told as two, as
 * they stand; where one side's is missing the other's, being the same number, speaks for both.
 */
export function* grandTotal(
  id: 'summary' | 'appropriation',
  telling: Telling,
  totals: (accounts: Accounts) => GrandTotals | null,
): Iterable<PlannedParagraph> {
  const say = speaker(id, GRAND_TOTAL);
  const now = totals(telling.accounts);
  if (now === null) return;
  const { revenue, expenditure } = now;
  if (revenue.kind === 'amount' && expenditure.kind === 'amount' && !revenue.value.eq(expenditure.value)) {
    yield paragraph(say('unbalanced', { revenue, expenditure }));
    return;
  }
  const total = eitherOf(now);
  const lastYear = (accounts: Accounts): KnownOrGap | null => {
    const before = totals(accounts);
    return before && eitherOf(before);
  };
  const compared = comparison(telling, { key: id, subject: null, current: total, lastYear });
  yield paragraph(say('balanced', { total, comparison: compared }));
}

function eitherOf({ revenue, expenditure }: GrandTotals): KnownOrGap {
  return revenue.kind === 'gap' ? expenditure : revenue;
}
