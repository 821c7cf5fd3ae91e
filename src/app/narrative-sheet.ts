import { findSheet, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { OwnCell, OwnSheet } from '../host/host';
import type { Section } from '../narrative/paragraph';
import { narrativeLines, type NarrativeLine } from './narrate';
import { readMemory, writtenMemory, type NarrativeMemory, type WrittenLine } from './narrative-memory';
import { freeSheetName } from './own-sheets';
import { leftAs, rowsOfLines } from './written-lines';

/** What the sheet of the paragraphs is called where that name is free. */
export const NARRATIVE_SHEET = '情况说明（助手生成）';

/** Where the sheet differs from what would be written, and what a person did there stands until it is decided. */
export interface Difference {
  /** Of the line; of the heading where a whole section is concerned. */
  readonly key: string;
  /**
   * `edited`: a person changed the paragraph; `removed`: a person took it away; `section-removed`: a whole section;
   * `left-over`: a person changed it and the tables no longer call for it.
   */
  readonly kind: 'edited' | 'removed' | 'section-removed' | 'left-over';
  /** What stands in the sheet, '' for nothing. */
  readonly held: string;
  /** What would be written, '' for nothing; the heading of a section. */
  readonly written: string;
}

/** The sheet brought up to date, what is to be remembered with it, and what a person has to decide. */
export interface NarrativeSheet {
  readonly sheet: OwnSheet;
  readonly memory: string | null;
  readonly differences: readonly Difference[];
}

/** A row of the sheet: a line that was written, or one that a person added. */
interface HeldRow {
  /** Null for a row of the user's own. */
  readonly line: WrittenLine | null;
  /** The paragraph; '' where it was emptied. */
  readonly text: string;
  /** What else stands in the row, from left to right. */
  readonly rest: readonly CellValue[];
}

/** In digits: what fits the width of an A4 page, 36 Chinese characters; what a person adds. */
const WIDTHS = { text: 72, other: 20 } as const;

/**
 * The sheet of the paragraphs brought up to date, and where a person had changed it. A line that stands as it was
 * written is written anew or taken away; one that a person changed is kept, and so are the user's own rows, each behind
 * the line that it followed. The differences whose key is `accepted` give way to what is written.
 */
export function narrativeSheet(
  workbook: WorkbookSnapshot,
  sections: readonly Section[],
  accepted: ReadonlySet<string> = new Set(),
): NarrativeSheet {
  const lines = narrativeLines(sections);
  const memory = readMemory(workbook);
  const there = sheetOfNarrative(workbook, memory);
  const held = there === undefined ? [] : heldRows(there, memory.lines);
  const known = new Set(held.length === 0 ? [] : memory.lines.map(({ key }) => key));
  const byKey = new Map(held.flatMap((row) => (row.line === null ? [] : [[row.line.key, row] as const])));
  const wanted = new Set(lines.map(({ key }) => key));
  const removed = removedSections();
  const differences: Difference[] = [];
  const remembered: WrittenLine[] = [];
  const rows: (readonly OwnCell[])[] = [...extrasAfter(null)];
  for (const line of lines) {
    const row = byKey.get(line.key);
    if (row !== undefined) rows.push(rowOf(line, row));
    else if (isBack(line)) rows.push(rowOf(line, null));
    else remembered.push({ key: line.key, text: line.text });
    rows.push(...extrasAfter(line.key));
  }
  const name = there?.name ?? blankSheet(workbook)?.name ?? freeSheetName(workbook, NARRATIVE_SHEET);
  return {
    sheet: {
      name,
      columns: Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, (_, column) =>
        column === 0 ? WIDTHS.text : WIDTHS.other,
      ),
      frozenRows: 0,
      rows,
    },
    memory: writtenMemory({ ...memory, sheet: name, lines: remembered }),
    differences,
  };

  /** The sections of which the heading was written, and of which nothing is left in the sheet. */
  function removedSections(): ReadonlySet<string> {
    const present = new Set([...byKey.keys()].map(sectionOf));
    return new Set(sections.map(({ id }) => id).filter((id) => known.has(id) && !present.has(id)));
  }

  /** A line that is not in the sheet: new, or taken away by a person and to be put back. */
  function isBack({ key, text }: NarrativeLine): boolean {
    const section = sectionOf(key);
    if (removed.has(section)) {
      if (key === section) differences.push({ key, kind: 'section-removed', held: '', written: text });
      return accepted.has(section);
    }
    if (!known.has(key)) return true;
    differences.push({ key, kind: 'removed', held: '', written: text });
    return accepted.has(key);
  }

  function rowOf({ key, text, heading }: NarrativeLine, row: HeldRow | null): readonly OwnCell[] {
    const isChanged = row !== null && !isAsWritten(row) && row.text !== text;
    if (isChanged) differences.push({ key, kind: 'edited', held: row.text, written: text });
    const isKept = isChanged && !accepted.has(key);
    remembered.push(isKept ? { key, text: row.line?.text ?? '', held: row.text } : { key, text });
    return [
      { value: isKept ? row.text : text, style: heading ? 'heading' : 'text' },
      ...(row === null ? [] : restOf(row)),
    ];
  }

  /** The user's rows behind a line, and what was changed there of lines that are no longer written. */
  function extrasAfter(key: string | null): readonly (readonly OwnCell[])[] {
    let anchor: string | null = null;
    return held.flatMap((row): readonly (readonly OwnCell[])[] => {
      const own = row.line?.key;
      if (own !== undefined && wanted.has(own)) {
        anchor = own;
        return [];
      }
      if (anchor !== key || (own !== undefined && isAsWritten(row))) return [];
      if (own !== undefined) differences.push({ key: own, kind: 'left-over', held: row.text, written: '' });
      if (own !== undefined && accepted.has(own)) return [];
      if (row.line !== null) remembered.push({ ...row.line, held: row.text });
      return [[{ value: row.text, style: 'text' }, ...restOf(row)]];
    });
  }
}

/**
 * The named sheet, where it still holds a line that was written; else the one that holds the most, under any name; else
 * the named one, of which a person has changed every line.
 */
function sheetOfNarrative(workbook: WorkbookSnapshot, { sheet: name, lines }: NarrativeMemory): SheetSnapshot | undefined {
  const texts = new Set(lines.map(leftAs));
  const countIn = ({ rows }: SheetSnapshot): number =>
    rows.filter((cells) => texts.has(textOf(cells.map(({ value }) => value)))).length;
  const named = findSheet(workbook, name);
  if (named !== undefined && countIn(named) > 0) return named;
  const counted = workbook.sheets.map((sheet) => ({ sheet, count: countIn(sheet) })).filter(({ count }) => count > 0);
  return counted.sort((a, b) => b.count - a.count)[0]?.sheet ?? named;
}

/** A sheet of that name that holds nothing, as undoing leaves it. */
function blankSheet(workbook: WorkbookSnapshot): SheetSnapshot | undefined {
  const sheet = findSheet(workbook, NARRATIVE_SHEET);
  return sheet?.rows.every((cells) => cells.every(({ value }) => value === null)) === true ? sheet : undefined;
}

function sectionOf(key: string): string {
  return key.split('/')[0] ?? key;
}

function heldRows(sheet: SheetSnapshot, lines: readonly WrittenLine[]): readonly HeldRow[] {
  const read = sheet.rows.map((cells) => {
    const values = cells.map(({ value }) => value);
    const place = values.findIndex((value) => value !== null);
    return { text: textOf(values), rest: place < 0 ? [] : values.slice(place + 1) };
  });
  const rows = withoutTail(read, ({ text }) => text === '');
  const found = rowsOfLines(rows.map(({ text }) => text), lines);
  return rows.map((row, index) => ({ ...row, line: found[index] ?? null }));
}

/** The first thing in a row. */
function textOf(values: readonly CellValue[]): string {
  return String(values.find((value) => value !== null) ?? '');
}

/** A list without the empty items at its end. */
function withoutTail<T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  const last = items.reduce((found, item, index) => (isEmpty(item) ? found : index), -1);
  return items.slice(0, last + 1);
}

function isAsWritten({ line, text }: HeldRow): boolean {
  return line !== null && line.text === text;
}

function restOf({ rest }: HeldRow): readonly OwnCell[] {
  const kept = withoutTail(rest, (value) => value === null);
  return kept.map((value) => ({ value: typeof value === 'boolean' ? String(value) : value, style: 'text' }));
}
