import type { Accounts } from '../tables/accounts';
import { comparison } from './comparison';
import { speaker, type KnownOrGap } from './fact';
import { paragraph, type PlannedParagraph } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

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
  const lastYear = lastYearOf(totals);
  const compared = comparison(telling, { key: id, subject: null, current: total, lastYear });
  yield paragraph(say('balanced', { total, comparison: compared }));
}

/** The two sides together, and each for itself. */
export function grandTotalTopics(
  id: 'summary' | 'appropriation',
  telling: Telling,
  totals: (accounts: Accounts) => GrandTotals | null,
): readonly Topic[] {
  const now = totals(telling.accounts);
  if (now === null) return [];
  const previous = telling.lastYear(`${id}/lastYear`, LAST_YEAR, lastYearOf(totals));
  return [
    {
      key: id,
      names: ['收、支总计', '收支总计', '收入、支出总计', '收入支出总计', '收支决算总计', '收入、支出决算总计'],
      actual: eitherOf(now),
      previous,
    },
    { key: `${id}/revenue`, names: ['收入总计', '收入决算总计', '总收入'], actual: now.revenue, previous },
    { key: `${id}/expenditure`, names: ['支出总计', '支出决算总计', '总支出'], actual: now.expenditure, previous },
  ];
}

const LAST_YEAR = '上年数';

function lastYearOf(totals: (accounts: Accounts) => GrandTotals | null) {
  return (accounts: Accounts): KnownOrGap | null => {
    const before = totals(accounts);
    return before && eitherOf(before);
  };
}

function eitherOf({ revenue, expenditure }: GrandTotals): KnownOrGap {
  return revenue.kind === 'gap' ? expenditure : revenue;
}
