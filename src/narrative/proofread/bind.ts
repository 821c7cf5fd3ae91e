import type { Topic } from '../topic';
import type { Baseline, Claim, Direction, Word } from './claim';
import type { Passage } from './document';
import { itemNames, topicOf, type ItemName } from './items';
import { lastNamed } from './names';
import { numeralsOf, type Numeral } from './numeral';
import { isInReason } from './reason';

/** A number of which nothing says what it is. */
export interface Unbound {
  readonly passage: Passage;
  readonly numeral: Numeral;
}

/** An item by name, and the topic it was taken for. */
export interface NamedItem {
  readonly passage: Passage;
  readonly item: ItemName;
  readonly topic: Topic | null;
}

/** What the numbers and words of a chapter claim. */
export interface Binding {
  readonly claims: readonly Claim[];
  readonly items: readonly NamedItem[];
  readonly unbound: readonly Unbound[];
}

/**
 * Binds the numbers of passages to topics: by the words between a number and the one before it, never by order
 * alone. What those words do not say is not bound. An item named by itself in one passage is what the next ones
 * speak of.
 */
export function bind(passages: readonly Passage[], topics: readonly Topic[]): Binding {
  const binding = { claims: [] as Claim[], items: [] as NamedItem[], unbound: [] as Unbound[] };
  let item: Topic | null = null;
  for (const passage of passages) {
    const reader = readPassage(passage, topics, item);
    binding.claims.push(...reader.claims);
    binding.items.push(...reader.items);
    binding.unbound.push(...reader.unbound);
    item = reader.items.at(-1)?.topic ?? (reader.items.length > 0 ? null : item);
  }
  return binding;
}

type Event =
  | { readonly kind: 'numeral'; readonly start: number; readonly end: number; readonly numeral: Numeral }
  | { readonly kind: 'item'; readonly start: number; readonly end: number; readonly item: ItemName }
  | { readonly kind: 'word'; readonly start: number; readonly end: number; readonly statement: Statement }
  | { readonly kind: 'none'; readonly start: number; readonly end: number; readonly topic: Topic };

function readPassage(passage: Passage, all: readonly Topic[], inherited: Topic | null): Binding {
  const { text } = passage;
  const claims: Claim[] = [];
  const items: NamedItem[] = [];
  const unbound: Unbound[] = [];
  let topic: Topic | null = inherited;
  let isItem = inherited !== null;
  let last = 0;
  let baseline: Baseline | null = null;
  let change: { readonly topic: Topic; readonly baseline: Baseline } | null = null;
  let amount: Topic | null = null;

  for (const event of eventsOf(text, all)) {
    const topics = isItem ? [] : all;
    const lead = text.slice(last, event.start);
    const clause = lead.slice(Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('；')) + 1);
    const from = Math.max(event.start - clause.length, 0);
    const place = { passage, start: event.start, end: event.end, from };
    switch (event.kind) {
      case 'item': {
        topic = topicOf(event.item, all);
        isItem = topic !== null;
        items.push({ passage, item: event.item, topic });
        last = event.end;
        break;
      }
      case 'none':
        claims.push({ kind: 'none', topic: event.topic, ...place });
        break;
      case 'word': {
        const { word, roughly, unchosen } = event.statement;
        topic = lastNamed(lead, topics)?.topic ?? topic;
        if (topic === null) break;
        claims.push({ kind: 'direction', topic, baseline: event.statement.baseline, word, roughly, unchosen, ...place });
        break;
      }
      case 'numeral': {
        const { numeral } = event;
        const strict = isInReason(text, event.start);
        const claim = isPercent(numeral, lead, change !== null) ? readPercent() : readAmount();
        if (claim === null) unbound.push({ passage, numeral });
        else claims.push(claim);
        last = event.end;

        function readAmount(): Claim | null {
          const grown = changeIn(clause, event.start - clause.length);
          if (grown !== null) {
            if (grown.baseline === null && (strict || baseline === null)) return null;
            const named = lastNamed(clause, topics) ?? lastNamed(lead, topics);
            topic = named?.topic ?? topic;
            baseline = grown.baseline ?? baseline;
            if (topic === null || baseline === null) return null;
            change = { topic, baseline };
            amount = null;
            return { kind: 'change', topic, baseline, word: grown.word, numeral, of: '', ...place };
          }
          const named = lastNamed(lead, topics);
          const rest = named === null ? clause : lead.slice(named.end);
          const isNamed = named !== null;
          if (strict && !(isNamed && opensClause(lead, named.start, rest))) return null;
          const kind = BUDGET.test(rest) ? 'budget' : (isNamed ? ACTUAL : ACTUAL_ALONE).test(rest) ? 'actual' : null;
          if (kind === null || (named?.topic ?? topic) === null) return null;
          topic = named?.topic ?? topic;
          if (topic === null) return null;
          amount = kind === 'actual' ? topic : amount;
          change = null;
          return { kind, topic, baseline: 'budget', word: null, numeral, of: '', ...place };
        }

        function readPercent(): Claim | null {
          const share = SHARE.exec(lead);
          const none = { baseline: 'budget', word: null, numeral, of: '', ...place } as const;
          if (share !== null) {
            const named = lastNamed(lead.slice(0, share.index), topics)?.topic ?? amount ?? topic;
            return named === null || strict ? null : { ...none, kind: 'share', topic: named, of: share[1] ?? '' };
          }
          if (RATE.test(lead)) return topic === null ? null : { ...none, kind: 'rate', topic };
          const grown = GROWTH.exec(lead);
          if (grown !== null) {
            const word = wordAt(grown[1] ?? '', event.start - lead.length + grown.index);
            const own = changeIn(clause, event.start - clause.length)?.baseline ?? null;
            if (own === null && change !== null) return { ...none, ...change, kind: 'growth', word };
            return own === null || topic === null ? null : { ...none, kind: 'growth', topic, baseline: own, word };
          }
          return amount?.whole && /^，?$/.test(lead) ? { ...none, kind: 'share', topic: amount } : null;
        }
      }
    }
  }
  return { claims, items, unbound };
}

/** A number without a unit is a percentage where only one can stand. */
function isPercent({ kind, unit }: Numeral, lead: string, followsChange: boolean): boolean {
  if (kind === 'percent' || unit !== '') return kind === 'percent';
  return SHARE.test(lead) || RATE.test(lead) || (followsChange && BARE_GROWTH.test(lead));
}

function eventsOf(text: string, topics: readonly Topic[]): readonly Event[] {
  const at = <Part extends { readonly start: number; readonly end: number }>({ start, end }: Part) => ({ start, end });
  const events: Event[] = [
    ...numeralsOf(text).map((numeral) => ({ kind: 'numeral' as const, ...at(numeral), numeral })),
    ...itemNames(text).map((item) => ({ kind: 'item' as const, ...at(item), item })),
    ...statementsOf(text).map((statement) => ({ kind: 'word' as const, ...at(statement), statement })),
    ...nonesOf(text, topics).map((none) => ({ kind: 'none' as const, ...none })),
  ];
  return events.sort((a, b) => a.start - b.start);
}

const FILLER =
  '(?:（[^）]*）|[，、：；。]|其中|共计?|均|分别|全年|本年度?|当年|年度|\\d{4}年度?|部门|单位|财政拨款|支出|收入|决算|实际|开支|发生|总额|金额|数|额|的|中|为|是|达到?|安排)*';
const BUDGET = new RegExp(`^${FILLER}(?:年初|全年|调整后?|申报)*(?:支出)?预算(?:安排)?(?:支出)?(?:总额|金额|数|额)?(?:为|是|：|共计?)*$`);
const ACTUAL = new RegExp(`^${FILLER}$`);
const ACTUAL_ALONE = new RegExp(`^(?=.*(?:决算|实际支出|实际开支))${FILLER}$`);
const SHARE = /占(?:到|了)?([^占，。；：]{0,24}?)(?:的)?(?:比重|比例|百分比)?(?:为|是|约|达|：)*$/;
const RATE = /(?:完成(?:了)?(?:年初|全年|调整后?|年度)*(?:支出)?(?:预算|计划)(?:数|安排|总额)?(?:的)?|(?:预算)?(?:执行|完成)率)(?:为|是|达|达到|：)*$/;
const GROWTH = /(增长|增加|上升|提高|增幅|下降|减少|降低|降幅|压减|减幅)(?:了|率|幅度|约|为|达|：)*$/;
const BARE_GROWTH = /^，?(?:增长|增加|上升|提高|下降|减少|降低|压减)(?:了|约)*$/;
const CHANGE = /^(.*?)(增加|增长|上升|提高|减少|降低|下降|压减|节约)(?:了|额|金额|支出|约|为|：)*$/;
const COMPARED = /(?:比|较|与|同|和)(?:本年|当年)?((?:\d{4}年|上年|去年|上一年|同期|上年同期)|(?:年初|全年|调整后?|财政)*预算)/g;
const UP = /^(?:增|上升|提高|大于|高于|超过|多于)/;
const LEVEL = /^(?:等于|基本|持平|一致|相同|相等|不变|无|没有)/;

function directionOf(word: string): Direction {
  return LEVEL.test(word) ? 0 : UP.test(word) ? 1 : -1;
}

function wordAt(text: string, start: number): Word {
  return { text, direction: directionOf(text), start, end: start + text.length };
}

/** Whether a clause ends in 增加 or the like; with what it compares, null where it does not say. */
function changeIn(clause: string, offset: number): { readonly baseline: Baseline | null; readonly word: Word } | null {
  const match = CHANGE.exec(clause);
  if (match === null) return null;
  const [, before = '', word = ''] = match;
  const compared = [...before.matchAll(COMPARED)].at(-1)?.[1];
  const baseline = compared === undefined ? null : compared.endsWith('预算') ? 'budget' : 'previous';
  return { baseline, word: wordAt(word, offset + before.length) };
}

const OPENING = new RegExp(`^${FILLER}$`);

/** In an explanation only what stands at the head of its own clause is a statement of the section. */
function opensClause(lead: string, start: number, rest: string): boolean {
  const head = lead.slice(0, start);
  const clause = head.slice(Math.max(head.lastIndexOf('；'), head.lastIndexOf('。')) + 1);
  return (clause.length < head.length && OPENING.test(clause.replace(/部?机关|我部|我局/g, ''))) || /决算|预算/.test(rest);
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly baseline: Baseline;
  readonly word: Word;
  readonly roughly: boolean;
  readonly unchosen: boolean;
}

const AGAINST = /(大于|小于|等于|高于|低于|超过|多于|少于)((?:[（/](?:大于|小于|等于|高于|低于|持平)[）]?)*)(?:全年|年初|调整后?)*(预算|上年)/g;
const LEVEL_WITH =
  /(?:与|和|同|较|比)(?:全年|年初|调整后?)*(预算|上年|去年|上一年)[^，。；\d]{0,8}?(?:，)?(基本)?(持平|一致|相同|相等|不变|无变化|无增减变化|没有变化|无增减)/g;

function statementsOf(text: string): readonly Statement[] {
  const against = [...text.matchAll(AGAINST)].map((match) => {
    const [whole, first = '', others = '', base = ''] = match;
    const word = { ...wordAt(first, match.index), end: match.index + first.length + others.length };
    const baseline: Baseline = base === '预算' ? 'budget' : 'previous';
    return { start: match.index, end: match.index + whole.length, baseline, word, roughly: false, unchosen: others !== '' };
  });
  const level = [...text.matchAll(LEVEL_WITH)].map((match) => {
    const [whole, base = '', roughly, said = ''] = match;
    const end = match.index + whole.length;
    const baseline: Baseline = base === '预算' ? 'budget' : 'previous';
    const word = wordAt(said, end - said.length);
    return { start: match.index, end, baseline, word, roughly: roughly !== undefined, unchosen: false };
  });
  return [...against, ...level];
}

const NO = ['无', '没有', '未发生', '没有发生', '未产生', '未安排', '未开支', '未支出'];

function nonesOf(text: string, topics: readonly Topic[]): readonly { start: number; end: number; topic: Topic }[] {
  const found = topics.flatMap((topic) =>
    topic.names.flatMap((name) =>
      NO.flatMap((no) => {
        const start = text.indexOf(no + name);
        const end = start + no.length + name.length;
        return start < 0 || /^(?:（|预算|增|减)/.test(text.slice(end)) ? [] : [{ start, end, topic }];
      }),
    ),
  );
  return found.filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end &&
    other.end - other.start > one.end - one.start));
}
