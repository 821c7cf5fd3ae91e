import type { BasicExpenditureTable } from '../tables/accounts';
import { formatAmount } from '../money/figure';
import { gap, parts, speaker, type KnownOrGap } from './fact';
import { amountOf } from './measure';
import { paragraph, section } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

const SENTENCES = {
  total: ['meetings', 'training', 'events'],
  meetings: ['amount', 'content', 'persons'],
  meetingsNil: [],
  training: ['amount', 'content', 'persons'],
  trainingNil: [],
  events: ['content'],
  eventsNil: [],
} as const;
const KEY = 'general-expenses';
const NONE = '无';
const say = speaker(KEY, SENTENCES);

/** 会议费 and 培训费 with their economic codes: 06 has only the part that is 基本支出. */
const EXPENSES = {
  meetings: { name: '会议费', code: '30215' },
  training: { name: '培训费', code: '30216' },
} as const;
type Expense = keyof typeof EXPENSES;

/** 十一 一般性支出情况说明 (rules.md C25). */
export const generalExpenses = section({
  id: KEY,
  table: 'basicExpenditure',
  heading: /一般性支出/,
  sentences: SENTENCES,
  *tell(table, telling) {
    const events = telling.words(`${KEY}/events`, '举办节庆、晚会、论坛、赛事等活动的名称和开支，没有则填“无”');
    const hadNone = events.kind === 'words' && events.text === NONE;
    yield paragraph(
      say('total', {
        meetings: parts(spent('meetings', table, telling)),
        training: parts(spent('training', table, telling)),
        events: parts(hadNone ? say('eventsNil', {}) : say('events', { content: events })),
      }),
    );
  },
  counts: [
    { key: `${KEY}/meetings/persons`, name: '会议费涉及的人数', unit: '人', pattern: /会议费\d[^；。]*?人数(\d+)人/ },
    { key: `${KEY}/training/persons`, name: '培训费涉及的人数', unit: '人', pattern: /培训费\d[^；。]*?人数(\d+)人/ },
  ],
  topics: (table, telling) => [topicOf('meetings', table, telling), topicOf('training', table, telling)],
});

function spent(expense: Expense, table: BasicExpenditureTable, telling: Telling) {
  const amount = amountFor(expense, table, telling);
  if (amount.kind === 'amount' && amount.value.isZero()) return say(`${expense}Nil`, {});
  const { name } = EXPENSES[expense];
  return say(expense, {
    amount,
    content: telling.words(`${KEY}/${expense}/content`, `${name}的用途`),
    persons: telling.words(`${KEY}/${expense}/persons`, `${name}涉及的人数`),
  });
}

/** As the user says: the projects' part stands in no table, so the table's amount only helps to fill the gap. */
function amountFor(expense: Expense, table: BasicExpenditureTable, telling: Telling): KnownOrGap {
  const { name } = EXPENSES[expense];
  const key = `${KEY}/${expense}`;
  const known = basicPart(expense, table);
  const hint = known?.kind === 'amount' ? `，其中基本支出 ${formatAmount(known.value)} 万元` : '';
  const answer = telling.amount(key, name, name);
  return answer.kind === 'gap' ? gap(`${name}（含项目支出${hint}）`, key) : answer;
}

function basicPart(expense: Expense, table: BasicExpenditureTable): KnownOrGap | null {
  const row = table.rows.find(({ code }) => code === EXPENSES[expense].code);
  return row === undefined ? null : amountOf(row.amount, row.name);
}

function topicOf(expense: Expense, table: BasicExpenditureTable, telling: Telling): Topic {
  const { name } = EXPENSES[expense];
  const key = `${KEY}/${expense}`;
  const answer = telling.amount(key, name, name);
  return answer.kind === 'gap'
    ? { key, names: [name], actual: basicPart(expense, table), relation: 'at-least' }
    : { key, names: [name], actual: answer };
}
