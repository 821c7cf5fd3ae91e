import type Decimal from 'decimal.js';
import type { Accounts } from '../tables/accounts';
import { evaluationReport } from './evaluation-report';
import { wholeExpenditure } from './expenditure';
import type { KnownOrGap } from './fact';
import type { Paragraph, Span } from './paragraph';
import type { NarrativeSection } from './section';
import { SECTIONS } from './sections';
import type { Telling } from './telling';
import type { Topic } from './topic';
import { tellingFor, writeNarrative, type NarrativeOptions } from './write-narrative';

/** Something that no table has and the narrative says: to be asked of the user. */
export interface Question {
  /** The name under which its answer is known. */
  readonly key: string;
  /** Heading of the section that says it. */
  readonly section: string;
  /** What it is about: 「公务接待费」, 「2010301 行政运行」; '' where `what` says it all. */
  readonly item: string;
  /** 「上年数」, 「接待来宾人次」. */
  readonly what: string;
  /** Amounts are 万元. */
  readonly kind: 'amount' | 'count' | 'words';
  /** 万元, 辆; '' for words. */
  readonly unit: string;
  /** The sentence can be said without it. */
  readonly optional: boolean;
  /** The words around it; '' where no sentence says it as yet. */
  readonly usedIn: string;
  /** The amount as last year's workbook, or that of the 部门预算, has it. */
  readonly known: Decimal | null;
  /** Which workbook that is: 「上年工作簿」, 「部门预算」; '' where there is none. */
  readonly knownFrom: string;
  /** An amount of the same thing in this year's tables: the answer is of its size. */
  readonly comparable: Decimal | null;
  /** An amount in this year's tables that the answer cannot exceed. */
  readonly whole: Decimal | null;
}

/** How a section asks for something. */
interface Ask {
  readonly key: string;
  readonly kind: 'amount' | 'lastYear' | 'initialBudget' | 'words';
  readonly need: string;
  readonly known: Decimal | null;
}

/**
 * Everything the narrative would ask of the user, in the order of its sections: its open gaps, last year's amounts
 * also where last year's workbook has them, 年初预算 likewise, and the amounts and counts that it can do without.
 */
export function questionsOf(accounts: Accounts, options: Omit<NarrativeOptions, 'answers'> = {}): readonly Question[] {
  const seen = new Set<string>();
  return writeNarrative(accounts, options).flatMap(({ id, heading, paragraphs }) => {
    const section = [...SECTIONS, evaluationReport].find((candidate) => candidate.id === id);
    if (section === undefined) return [];
    const gaps = gapsIn(paragraphs);
    const { asks, topics } = asksOf(section, accounts, tellingFor(accounts, options));
    const questions = asks.flatMap((ask): readonly Question[] => {
      const count = section.counts.find(({ key }) => key === ask.key);
      const gap = gaps.get(ask.key);
      const isWanted = gap !== undefined || ask.kind !== 'words' || count !== undefined;
      if (!isWanted || seen.has(ask.key)) return [];
      seen.add(ask.key);
      const topic = topicOf(ask.key, topics);
      const what = whatOf(ask, asks, gap?.need ?? ask.need);
      const isMoney = ask.kind !== 'words';
      const comparable = isMoney ? amountIn(topic?.actual) : null;
      return [{
        key: ask.key,
        section: heading,
        item: itemOf(topic, what),
        what,
        kind: isMoney ? 'amount' : count === undefined ? 'words' : 'count',
        unit: isMoney ? '万元' : (count?.unit ?? ''),
        optional: gap === undefined && ask.known === null,
        usedIn: gap?.usedIn ?? '',
        known: ask.known,
        knownFrom: ask.known === null ? '' : ask.kind === 'initialBudget' ? '部门预算' : '上年工作簿',
        comparable,
        whole: isMoney && comparable === null ? amountIn(wholeExpenditure(accounts.expenditure)) : null,
      }];
    });
    return questions;
  });
}

/** Lets a section speak without any answer and notes what it asks for. */
function asksOf(section: NarrativeSection, accounts: Accounts, unanswered: Telling) {
  const asks = new Map<string, Ask>();
  const note = (ask: Ask): void => {
    if (!asks.has(ask.key)) asks.set(ask.key, ask);
  };
  const telling: Telling = {
    accounts,
    amount(key, need, label) {
      note({ key, kind: 'amount', need, known: null });
      return unanswered.amount(key, need, label);
    },
    lastYear(key, need, pick) {
      const known = unanswered.lastYear(key, need, pick);
      note({ key, kind: 'lastYear', need, known: amountIn(known) });
      return known;
    },
    initialBudget(key, code) {
      const known = unanswered.initialBudget(key, code);
      note({ key, kind: 'initialBudget', need: '年初预算数', known: amountIn(known) });
      return known;
    },
    words(key, need) {
      note({ key, kind: 'words', need, known: null });
      return unanswered.words(key, need);
    },
  };
  section.plan(accounts, telling);
  return { asks: [...asks.values()], topics: section.topics(unanswered) ?? [] };
}

interface OpenGap {
  readonly need: string;
  readonly usedIn: string;
}

/** The gaps of paragraphs that an answer fills, by its key, each with the words around its first place. */
function gapsIn(paragraphs: readonly Paragraph[]): ReadonlyMap<string, OpenGap> {
  const gaps = new Map<string, OpenGap>();
  for (const { spans } of paragraphs) {
    spans.forEach((span, index) => {
      if (span.kind !== 'gap' || span.key === undefined || gaps.has(span.key)) return;
      const before = spans.slice(0, index).map(aroundText).join('');
      const after = spans.slice(index + 1).map(aroundText).join('');
      gaps.set(span.key, { need: span.need, usedIn: `${ending(before)}〔本项〕${beginning(after)}` });
    });
  }
  return gaps;
}

function aroundText(span: Span): string {
  return span.kind === 'gap' ? '〔…〕' : span.text;
}

const AROUND = 24;

/** The last words of a text, from a mark of punctuation on where there is one. */
function ending(text: string): string {
  if (text.length <= AROUND) return text;
  const tail = text.slice(-AROUND);
  const mark = tail.search(/[，；。：]/);
  return `…${mark < 0 ? tail : tail.slice(mark + 1)}`;
}

/** The first words of a text, up to a mark of punctuation. */
function beginning(text: string): string {
  const [words = ''] = text.split(/(?<=[，；。])/);
  return words.length <= AROUND ? words : `${words.slice(0, AROUND)}…`;
}

function topicOf(key: string, topics: readonly Topic[]): Topic | undefined {
  const above = topics.filter((topic) => key === topic.key || key.startsWith(`${topic.key}/`));
  return above.sort((a, b) => b.key.length - a.key.length)[0];
}

function itemOf(topic: Topic | undefined, what: string): string {
  if (topic === undefined) return '';
  const code = topic.key.split('/').at(-1) ?? '';
  const name = topic.path === undefined ? (topic.names[0] ?? '') : `${code} ${topic.path.at(-1) ?? ''}`;
  return what.startsWith(name) ? '' : name;
}

/** In a sentence 主要原因 is clear from the words around it; on its own it has to say of what. */
function whatOf({ key, kind }: Ask, asks: readonly Ask[], need: string): string {
  if (kind === 'lastYear') return '上年数';
  if (key.endsWith('/budgetReason')) return '决算数与预算数不同的主要原因';
  if (!key.endsWith('/reason')) return need;
  const isComparison = asks.some((other) => other.key === key.replace(/reason$/, 'lastYear'));
  return isComparison ? '与上年相比增减的主要原因' : '决算数与年初预算数不同的主要原因';
}

function amountIn(fact: KnownOrGap | null | undefined): Decimal | null {
  return fact?.kind === 'amount' ? fact.value : null;
}
