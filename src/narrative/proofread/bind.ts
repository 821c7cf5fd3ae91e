import type { Topic } from '../topic';
import { averageOf } from './averages';
import type { Baseline, Claim, NumberClaim } from './claim';
import type { Passage } from './document';
import { itemNames, topicOf, type ItemName } from './items';
import {
  afterLast,
  amountKind,
  budgetUse,
  changeIn,
  growthWord,
  isAdjusted,
  isPercentLead,
  isPrevious,
  isRate,
  isStatement,
  shareOf,
} from './lead';
import { lastNamed } from './names';
import { numeralsOf, type Numeral } from './numeral';
import { isInReason } from './reason';
import { denialsOf, statementsOf, type Denial, type Statement } from './statements';

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
 * alone. What those words do not say is not bound. An item that one passage names is what the next ones speak of.
 */
export function bind(passages: readonly Passage[], topics: readonly Topic[]): Binding {
  const bound = { claims: [] as Claim[], items: [] as NamedItem[], unbound: [] as Unbound[] };
  let item: NamedItem | null = null;
  for (const passage of passages) {
    const read = readPassage(passage, topics, item);
    bound.claims.push(...read.claims);
    bound.items.push(...read.items);
    bound.unbound.push(...read.unbound);
    item = read.items.at(-1) ?? item;
  }
  return bound;
}

/** What has been read of a passage so far. */
interface Reading {
  readonly passage: Passage;
  /** What may be named: the topics of the item at hand, or those that are no item's. */
  topics: readonly Topic[];
  /** What is spoken of. */
  topic: Topic | null;
  /** The topic whose amount was the last one given. */
  amount: Topic | null;
  /** The change that was given last, for the rate that may follow it. */
  change: { readonly topic: Topic; readonly baseline: Baseline } | null;
  baseline: Baseline | null;
  /** The last number was 完成预算 …万元, of which a percentage may follow. */
  completed: boolean;
  /** The last amount was of something unknown: a share behind it is that one's. */
  lost: boolean;
  /** Where the last number or item name ends. */
  last: number;
}

/** A place in a passage with the words that lead to it. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** From the last number on. */
  readonly lead: string;
  /** The part of it behind the last 。 or ；. */
  readonly clause: string;
}

type Event =
  | { readonly kind: 'numeral'; readonly at: Numeral }
  | { readonly kind: 'item'; readonly at: ItemName }
  | { readonly kind: 'statement'; readonly at: Statement }
  | { readonly kind: 'denial'; readonly at: Denial };

function readPassage(passage: Passage, all: readonly Topic[], inherited: NamedItem | null): Binding {
  const claims: Claim[] = [];
  const items: NamedItem[] = [];
  const unbound: Unbound[] = [];
  const reading: Reading = {
    passage,
    ...contextOf(inherited, all),
    amount: null,
    change: null,
    baseline: null,
    completed: false,
    lost: false,
    last: 0,
  };
  for (const event of eventsOf(passage.text, all)) {
    const { start, end } = event.at;
    const lead = passage.text.slice(reading.last, start);
    const place = { start, end, lead, clause: afterLast(lead, ['。', '；']) };
    if (event.kind === 'item') {
      const named = { passage, item: event.at, topic: topicOf(event.at, all) };
      items.push(named);
      Object.assign(reading, contextOf(named, all), { last: end });
    } else if (event.kind === 'denial') {
      claims.push({ kind: 'none', topic: event.at.topic, ...placeOf(reading, place) });
    } else if (event.kind === 'statement') {
      const { baseline, word, roughly, unchosen } = event.at;
      reading.topic = lastNamed(lead, reading.topics)?.topic ?? reading.topic;
      const { topic } = reading;
      if (topic !== null)
        claims.push({ kind: 'direction', topic, baseline, word, roughly, unchosen, ...placeOf(reading, place) });
    } else {
      const claim = readNumeral(event.at, place, reading);
      if (claim === null) unbound.push({ passage, numeral: event.at });
      else claims.push(claim);
      if (event.at.kind === 'amount') reading.lost = claim === null && !isInReason(passage.text, start);
      reading.last = end;
    }
  }
  return { claims, items, unbound };
}

/** What may be named where an item is spoken of, and where none is. An item that no table has leaves nothing. */
function contextOf(named: NamedItem | null, all: readonly Topic[]): Pick<Reading, 'topics' | 'topic'> {
  if (named === null) return { topics: all.filter(({ path }) => path === undefined), topic: null };
  const path = named.topic?.path?.join();
  const own = all.filter((topic) => path !== undefined && topic.path?.join() === path);
  return { topics: own, topic: own.find(({ names }) => names.length === 0) ?? null };
}

function eventsOf(text: string, topics: readonly Topic[]): readonly Event[] {
  const events: readonly Event[] = [
    ...numeralsOf(text).map((at) => ({ kind: 'numeral' as const, at })),
    ...itemNames(text).map((at) => ({ kind: 'item' as const, at })),
    ...statementsOf(text).map((at) => ({ kind: 'statement' as const, at })),
    ...denialsOf(text, topics).map((at) => ({ kind: 'denial' as const, at })),
  ];
  return [...events].sort((a, b) => a.at.start - b.at.start);
}

function placeOf({ passage }: Reading, { start, end, clause }: Place) {
  return { passage, start, end, from: Math.max(start - clause.length, 0) };
}

function readNumeral(numeral: Numeral, place: Place, reading: Reading): NumberClaim | null {
  const isPercent =
    numeral.kind === 'percent' || (numeral.unit === '' && isPercentLead(place.lead, reading.change !== null));
  const read = isPercent ? readPercent(place, reading) : readAmount(place, reading);
  return read && { baseline: 'budget', word: null, of: '', ...read, numeral, ...placeOf(reading, place) };
}

type Read = Pick<NumberClaim, 'kind' | 'topic'> & Partial<Pick<NumberClaim, 'baseline' | 'word' | 'of'>>;

function readAmount({ start, lead, clause }: Place, reading: Reading): Read | null {
  const average = averageOf(lead, reading.topics, reading.topic);
  if (average !== null) return average.topic && { kind: 'average', topic: average.topic, of: average.each };
  const isExplained = isInReason(reading.passage.text, start);
  const changed = changeIn(clause, start - clause.length);
  if (changed !== null) {
    const baseline = changed.baseline ?? (isExplained ? null : reading.baseline);
    if (baseline === null) return null;
    const topic = (lastNamed(clause, reading.topics) ?? lastNamed(lead, reading.topics))?.topic ?? reading.topic;
    Object.assign(reading, { topic, baseline, amount: null, change: topic && { topic, baseline } });
    return topic && { kind: 'change', topic, baseline, word: changed.word };
  }
  if (isPrevious(lead) && reading.topic !== null) {
    reading.baseline = 'previous';
    return { kind: 'previous', topic: reading.topic, baseline: 'previous' };
  }
  const named = lastNamed(lead, reading.topics);
  const rest = named === null ? clause : lead.slice(named.end);
  const topic = named?.topic ?? reading.topic;
  const kind = amountKind(rest, named !== null);
  if (kind === null || topic === null) return null;
  if (isExplained && !(named !== null && isStatement(lead, named.start, rest))) return null;
  const use = kind === 'budget' ? budgetUse(lead) : null;
  Object.assign(reading, { topic, change: null, completed: use === 'completed', ...(kind === 'actual' ? { amount: topic } : {}) });
  if (use === 'compared') reading.baseline = 'budget';
  return { kind: kind === 'budget' && isAdjusted(rest, topic.path !== undefined) ? 'adjusted' : kind, topic };
}

function readPercent({ start, lead, clause }: Place, reading: Reading): Read | null {
  const { topic, amount, change } = reading;
  const share = shareOf(lead);
  if (share !== null) {
    const before = reading.lost ? null : (amount ?? topic);
    const own = lastNamed(lead.slice(0, share.start), reading.topics)?.topic ?? before;
    return own === null || isInReason(reading.passage.text, start) ? null : { kind: 'share', topic: own, of: share.of };
  }
  if (isRate(lead) || (reading.completed && lead === '的'))
    return topic && { kind: 'rate', topic, of: isAdjusted(lead, topic.path !== undefined) ? 'adjusted' : '' };
  const word = growthWord(lead, start - lead.length);
  if (word !== null) {
    const baseline = changeIn(clause, start - clause.length)?.baseline ?? null;
    if (baseline === null) return change && { kind: 'growth', ...change, word };
    return topic && { kind: 'growth', topic, baseline, word };
  }
  return amount?.whole && /^，?$/.test(lead) ? { kind: 'share', topic: amount } : null;
}
