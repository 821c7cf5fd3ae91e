import type { CodedTable, ExpenditureColumn } from '../tables/accounts';
import { breakdown } from './breakdown';
import { speaker, type KnownOrGap } from './fact';
import { columnTotal } from './functional';
import { amountOf } from './measure';
import { paragraph, section } from './section';

const SENTENCES = { total: ['total', 'items?'] } as const;
const say = speaker('expenditure', SENTENCES);

const KINDS: readonly (readonly [Exclude<ExpenditureColumn, 'total'>, string])[] = [
  ['basic', '基本支出'],
  ['project', '项目支出'],
  ['superiorRemittance', '上缴上级支出'],
  ['business', '经营支出'],
  ['affiliateSubsidy', '对附属单位补助支出'],
];

const TOTAL_NAMES = ['本年支出合计', '支出合计', '本年支出决算合计', '支出决算合计', '年度支出决算', '本年支出', '支出总额'];

/** 三 支出决算情况说明: every share is of 支出决算表's 合计 (rules.md C05). */
export const expenditure = section({
  table: 'expenditure',
  heading: /^(?:关于)?(?:\d{4}年度?)?(?:本?部门|本?单位)?(?:本年)?支出决算/,
  sentences: SENTENCES,
  *tell(table) {
    const total = wholeExpenditure(table);
    const items = KINDS.map(([column, name]) => [name, columnTotal(table, column, name)] as const);
    yield paragraph(say('total', { total, items: breakdown(items, total) }));
  },
  topics(table) {
    const total = wholeExpenditure(table);
    return [
      { key: 'expenditure', names: TOTAL_NAMES, actual: total },
      ...KINDS.map(([column, name]) => ({
        key: `expenditure/${column}`,
        names: [name],
        actual: columnTotal(table, column, name),
        whole: total,
      })),
    ];
  },
});

/** 本年支出合计: the 合计 of 支出决算表; a gap where the table is not there. */
export function wholeExpenditure(table: CodedTable<ExpenditureColumn> | null): KnownOrGap {
  return amountOf(table?.total?.figures.total ?? null, '本年支出合计', table?.figures);
}
