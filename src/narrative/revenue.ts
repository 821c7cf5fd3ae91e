import type { RevenueColumn } from '../tables/accounts';
import { breakdown } from './breakdown';
import { speaker } from './fact';
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

/** 二 收入决算情况说明: every share is of 收入决算表's 合计 (rules.md C03). */
export const revenue = section({
  table: 'revenue',
  sentences: SENTENCES,
  *tell(table) {
    const total = amountOf(table.total?.figures.total ?? null, '本年收入合计', table.figures);
    const items = SOURCES.map(([column, name]) => [name, columnTotal(table, column, name)] as const);
    yield paragraph(say('total', { total, items: breakdown(items, total) }));
  },
});
