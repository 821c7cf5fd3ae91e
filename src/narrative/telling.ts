import { readAmount } from '../money/amount';
import type { Accounts } from '../tables/accounts';
import { initialBudgetOf, type InitialBudget } from '../tables/initial-budget';
import { gap, words, type Gap, type KnownOrGap, type Words } from './fact';
import { knownAmount } from './measure';

/** What the user has filled in, by the key of the gap: amounts in 万元 as decimal strings, counts and words as text. */
export type Answers = Readonly<Record<string, string>>;

const INITIAL_BUDGET = '年初预算数';

/** What a section may know besides its own table. */
export interface Telling {
  readonly accounts: Accounts;
  /** Last year's amount: as the user gave it, or from last year's workbook; otherwise a gap. */
  lastYear(key: string, need: string, pick: (accounts: Accounts) => KnownOrGap | null): KnownOrGap;
  /**
   * 年初预算数: as the user gave it, or from the 部门预算 workbook, where an item that it does not have was given no
   * budget; otherwise a gap. `code` is null for the total.
   */
  initialBudget(key: string, code: string | null): KnownOrGap;
  /** An amount that only the user knows. */
  amount(key: string, need: string, label: string): KnownOrGap;
  /** Words or a count that only the user knows. */
  words(key: string, need: string): Words | Gap;
}

/** Gathers what is known beyond the tables. A blank or unreadable answer leaves its gap open. */
export function tellingOf(
  accounts: Accounts,
  lastYear: Accounts | null,
  answers: Answers,
  budget: InitialBudget | null = null,
): Telling {
  const answered = (key: string): string => (answers[key] ?? '').trim();
  const amount = (key: string, need: string, label: string): KnownOrGap => {
    const given = readAmount(answered(key));
    return given.kind === 'number' ? knownAmount(label, given.value) : gap(need, key);
  };
  return {
    accounts,
    amount,
    initialBudget(key, code) {
      const given = amount(key, INITIAL_BUDGET, INITIAL_BUDGET);
      if (given.kind === 'amount' || budget === null) return given;
      const found = code === null ? budget.total : initialBudgetOf(budget, code);
      return found === null ? given : knownAmount(INITIAL_BUDGET, found);
    },
    lastYear(key, need, pick) {
      const given = amount(key, need, '上年数');
      const found = given.kind === 'gap' && lastYear !== null ? pick(lastYear) : null;
      return found?.kind === 'amount' ? knownAmount('上年数', found.value) : given;
    },
    words: (key, need) => (answered(key) === '' ? gap(need, key) : words(answered(key))),
  };
}
