import type { SectionId } from '../section';
import { SECTIONS } from '../sections';
import type { Passage, TextDocument } from './document';
import { isHeading, numberingOf } from './heading';

/** The passages of a document that one section of 第三部分 covers; `id` is null outside of it. */
export interface Chapter {
  readonly id: SectionId | null;
  /** Null where a document begins without one. */
  readonly heading: Passage | null;
  readonly passages: readonly Passage[];
}

interface OpenChapter extends Chapter {
  readonly passages: Passage[];
}

/** What a document, or a part of it, is. */
type Mode = 'narrative' | 'other';

const OTHER = /绩效(?:自评|评价)报告$|名词解释$|^第[一二四五六]部分|目录$/;
/** The title of a table that was pasted with the text. */
const TABLE_TITLE = /表$/;
const NARRATIVE = /情况说明$|^第三部分/;

/**
 * Cuts a document into chapters by its headings. A heading that is numbered, or that reads as a section's own title,
 * opens a chapter; 绩效自评报告 and 名词解释 speak of other things under similar headings and are left out.
 */
export function outline({ name }: TextDocument, passages: readonly Passage[]): readonly Chapter[] {
  const chapters: OpenChapter[] = [];
  let mode: Mode = OTHER.test(name) ? 'other' : 'narrative';
  let open: OpenChapter | undefined;
  for (const passage of passages) {
    const numbering = numberingOf(passage.text);
    const title = passage.text.slice(numbering?.text.length ?? 0).replace(/[：:。]$/, '');
    const runIn = mode === 'narrative' && numbering !== null ? runInOf(title, open?.id ?? null) : null;
    if (runIn !== null) {
      open = { id: runIn, heading: null, passages: [passage] };
      chapters.push(open);
      continue;
    }
    if (isHeading(passage.text) && !TABLE_TITLE.test(title)) {
      if (numbering === null && OTHER.test(title)) mode = 'other';
      const isSummary = sectionOf(title) === 'summary';
      if (mode === 'other' && (isSummary || (numbering === null && NARRATIVE.test(title)))) mode = 'narrative';
      const id: SectionId | null | undefined =
        mode === 'narrative' ? opens(title, numbering?.level ?? null, open?.id ?? null) : undefined;
      if (id !== undefined) {
        open = { id, heading: passage, passages: [] };
        chapters.push(open);
        continue;
      }
    }
    if (open === undefined || (mode === 'other' && open.id !== null)) {
      open = { id: null, heading: null, passages: [] };
      chapters.push(open);
    }
    open.passages.push(passage);
  }
  return chapters;
}

/** Sections that some provinces put as （一）, （二） into a last section of their own. */
const MAY_BE_INNER: ReadonlySet<SectionId> = new Set([
  'agency-operating',
  'general-expenses',
  'procurement',
  'state-assets',
  'performance',
]);

/** Parts that some provinces put into the first section as `2.收入情况。…`, with the words that open them. */
const RUN_IN: readonly (readonly [RegExp, SectionId])[] = [
  [/^(?:总体|结转结余|结转和结余)情况。/, 'summary'],
  [/^收入(?:决算)?情况。/, 'revenue'],
  [/^支出(?:决算)?情况。/, 'expenditure'],
];
const FIRST_SECTION: ReadonlySet<SectionId | null> = new Set(['summary', 'revenue', 'expenditure'] as const);

function runInOf(text: string, current: SectionId | null): SectionId | null {
  return FIRST_SECTION.has(current) ? (RUN_IN.find(([pattern]) => pattern.test(text))?.[1] ?? null) : null;
}

/** The section that a heading opens; undefined where it opens none. */
function opens(title: string, level: number | null, current: SectionId | null): SectionId | null | undefined {
  const id = sectionOf(title);
  if (level === 0) return id;
  if (level === 1) return id !== null && mayBeInner(id, current) && id !== current ? id : undefined;
  return level === null && id !== null && /(?:情况|说明)$/.test(title) && id !== current ? id : undefined;
}

function mayBeInner(id: SectionId, current: SectionId | null): boolean {
  return MAY_BE_INNER.has(id) || (FIRST_SECTION.has(current) && (id === 'revenue' || id === 'expenditure'));
}

function sectionOf(title: string): SectionId | null {
  return SECTIONS.find(({ heading }) => heading.test(title))?.id ?? null;
}
