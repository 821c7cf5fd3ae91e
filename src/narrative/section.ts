import { TABLES, type TableKey } from '../tables/registry';
import type { Accounts, TableId } from '../tables/accounts';
import { gap, speaker, type Sentence, type Slots } from './fact';
import type { Telling } from './telling';
import type { Count, Topic } from './topic';

/** A paragraph before it is put into words. */
export interface PlannedParagraph {
  readonly sentence: Sentence;
  readonly heading: boolean;
  /** What it is about where a section says the same of several things, such as a code; null otherwise. */
  readonly about: string | null;
}

/** The sections of 第三部分: one for each table, and those that speak of what stands in none. */
export type SectionId =
  | TableId
  | 'agency-operating' | 'general-expenses' | 'procurement' | 'state-assets' | 'performance'
  | 'evaluation-report';

/** A section of 第三部分, or a document of its own: which table it speaks of, what it says and what a text may say in it. */
export interface NarrativeSection {
  /** The stem of its table. */
  readonly id: SectionId;
  /** How its heading reads in a text, without numbering, quotation marks and spaces. */
  readonly heading: RegExp;
  /** Every sentence it may say, with its slots. */
  readonly sentences: Slots;
  plan(accounts: Accounts, telling: Telling): readonly PlannedParagraph[];
  /** The counts that it gives. */
  readonly counts: readonly Count[];
  /** What it gives figures of; null where its table is not in the workbook. */
  topics(telling: Telling): readonly Topic[] | null;
}

interface SectionSpec<Key extends TableKey> {
  /** The stem of the table unless the section is one of several about it. */
  readonly id?: SectionId;
  readonly table: Key;
  readonly heading: RegExp;
  readonly sentences: Slots;
  /** What there is to say of the table, in order. */
  readonly tell: (table: NonNullable<Accounts[Key]>, telling: Telling) => Iterable<PlannedParagraph>;
  readonly topics: (table: NonNullable<Accounts[Key]>, telling: Telling) => readonly Topic[];
  readonly counts?: readonly Count[];
}

const ABSENT = { table: ['table'] } as const;
const sayAbsent = speaker('absent', ABSENT);

/** What is said where a table is not in the workbook. */
export const absentSentences = qualified('absent', ABSENT);

/** Declares a section. A workbook without its table gets a gap that names the table, never an invented figure. */
export function section<Key extends TableKey>(spec: SectionSpec<Key>): NarrativeSection {
  const { table: key, heading, sentences, tell, topics, counts = [] } = spec;
  const { id, name } = TABLES[key];
  return {
    id: spec.id ?? id,
    heading,
    sentences,
    counts,
    plan(accounts, telling) {
      const table = accounts[key];
      if (table === null) return [paragraph(sayAbsent('table', { table: gap(`《${name}》的数据，工作簿中没有找到此表`) }))];
      return [...tell(table, telling)];
    },
    topics(telling) {
      const table = telling.accounts[key];
      return table === null ? null : topics(table, telling);
    },
  };
}

interface FreeSectionSpec {
  readonly id: SectionId;
  readonly heading: RegExp;
  readonly sentences: Slots;
  readonly tell: (telling: Telling) => Iterable<PlannedParagraph>;
  readonly topics: (telling: Telling) => readonly Topic[];
  readonly counts?: readonly Count[];
}

/** Declares a section that speaks of no table. */
export function freeSection({ id, heading, sentences, tell, topics, counts = [] }: FreeSectionSpec): NarrativeSection {
  return { id, heading, sentences, topics, counts, plan: (_accounts, telling) => [...tell(telling)] };
}

/** Running text. */
export function paragraph(sentence: Sentence, about: string | null = null): PlannedParagraph {
  return { sentence, heading: false, about };
}

/** A heading within the section. */
export function subheading(sentence: Sentence): PlannedParagraph {
  return { sentence, heading: true, about: null };
}

/** Names under which the slots of a section's sentences are known to a house style: `summary/total`. */
export function qualified(section: string, sentences: Slots): Slots {
  return Object.fromEntries(Object.entries(sentences).map(([name, slots]) => [`${section}/${name}`, slots]));
}
