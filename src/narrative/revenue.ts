import type { CodedTable, RevenueColumn } from '../tables/accounts';
import { breakdown } from './breakdown';
import { speaker, type KnownOrGap } from './fact';
import { columnTotal } from './functional';
import { amountOf } from './measure';
import { paragraph, section } from './section';

const SENTENCES = { total: ['total', 'items?'] } as const;
const say = speaker('revenue', SENTENCES);

const SOURCES: readonly (readonly [Exclude<RevenueColumn, 'total'>, string])[] = [
  ['appropriation', '财政拨款收入'],
  ['superiorSubsidy', '上级补助收入'],
  ['service', '事业收入'],
  ['business', '经营收入'],
  ['affiliateRemittance', '附属单位上缴收入'],
  ['other', '其他收入'],
];

const TOTAL_NAMES = ['本年收入合计', '收入合计', '本年收入决算合计', '收入决算合计', '年度收入决算', '本年收入', '收入总额'];

/** 二 收入决算情况说明: every share is of 收入决算表's 合计 (rules.md C03). */
export const revenue = section({
  table: 'revenue',
  heading: /^(?:关于)?(?:\d{4}年度?)?(?:本?部门|本?单位)?(?:本年)?收入决算/,
  sentences: SENTENCES,
  *tell(table) {
    const total = totalOf(table);
    const items = SOURCES.map(([column, name]) => [name, columnTotal(table, column, name)] as const);
    yield paragraph(say('total', { total, items: breakdown(items, total) }));
  },
  topics(table) {
    const total = totalOf(table);
    return [
      { key: 'revenue', names: TOTAL_NAMES, actual: total },
      ...SOURCES.map(([column, name]) => ({
        key: `revenue/${column}`,
        names: [name],
        actual: columnTotal(table, column, name),
        whole: total,
      })),
    ];
  },
});

function totalOf(table: CodedTable<RevenueColumn>): KnownOrGap {
  return amountOf(table.total?.figures.total ?? null, '本年收入合计', table.figures);
}
