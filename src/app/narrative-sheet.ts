import { BLANK_CELL, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { OwnCell, OwnSheet } from '../host/host';
import type { Section } from '../narrative/paragraph';
import { fingerprint } from './fingerprint';
import { narrativeLines, type NarrativeLine } from './narrate';
import { freeSheetName } from './own-sheets';

/** What the sheet of the paragraphs is called where that name is free. */
export const NARRATIVE_SHEET = '情况说明（助手生成）';

/** Where the sheet differs from what would be written, and what a person did there stands until it is decided. */
export interface Difference {
  readonly key: string;
  /**
   * `edited`: a person changed the paragraph; `removed`: a person took it away; `left-over`: a person changed it and
   * the tables no longer call for it.
   */
  readonly kind: 'edited' | 'removed' | 'left-over';
  /** What stands in the sheet, '' for nothing. */
  readonly held: string;
  /** What would be written, '' for nothing. */
  readonly written: string;
}

/** A row of the sheet: a line that was written, or one that a person added. */
interface HeldRow {
  /** Null for a row of the user's own. */
  readonly tag: Tag | null;
  /** The paragraph; '' where it was emptied. */
  readonly text: string;
  /** What else stands in the row, from left to right. */
  readonly rest: readonly CellValue[];
}

/** What is remembered beside a line: which one it is, what was written, and what else of its section was. */
interface Tag {
  readonly key: string;
  readonly print: string;
  /** On the heading of a section: short prints of the keys of its lines. */
  readonly members: readonly string[];
}

const TAG = /^助手:(.+)#([0-9a-f]{14})(?:\+((?:[0-9a-f]{4})*))?$/;
const MEMBER_DIGITS = 4;

/** In digits: what fits the width of an A4 page, 36 Chinese characters; the memory beside it; what a person adds. */
const WIDTHS = { text: 72, tag: 12, other: 20 } as const;

/**
 * The sheet of the paragraphs brought up to date, and where a person had changed it. A line that stands as it was
 * written is written anew or taken away; one that a person changed is kept, and so are the user's own rows, each behind
 * the line that it followed. The differences whose key is `accepted` give way to what is written.
 */
export function narrativeSheet(
  workbook: WorkbookSnapshot,
  sections: readonly Section[],
  accepted: ReadonlySet<string> = new Set(),
): { readonly sheet: OwnSheet; readonly differences: readonly Difference[] } {
  const lines = narrativeLines(sections);
  const there = sheetOfNarrative(workbook);
  const held = there === undefined ? [] : heldRows(there);
  const known = new Set(held.flatMap(({ tag }) => tag?.members ?? []));
  const byKey = new Map(held.flatMap((row) => (row.tag === null ? [] : [[row.tag.key, row] as const])));
  const wanted = new Set(lines.map(({ key }) => key));
  const differences: Difference[] = [];
  const rows: (readonly OwnCell[])[] = [...extrasAfter(null)];
  for (const line of lines) {
    const row = byKey.get(line.key);
    if (row !== undefined) rows.push(rowOf(line, row));
    else if (isBack(line)) rows.push(rowOf(line, null));
    rows.push(...extrasAfter(line.key));
  }
  return {
    sheet: {
      name: there?.name ?? freeSheetName(workbook, NARRATIVE_SHEET),
      columns: Array.from({ length: Math.max(2, ...rows.map((row) => row.length)) }, (_, column) =>
        column === 0 ? WIDTHS.text : column === 1 ? WIDTHS.tag : WIDTHS.other,
      ),
      frozenRows: 0,
      rows,
    },
    differences,
  };

  /** A line that is not in the sheet: new, or taken away by a person and to be put back. */
  function isBack({ key, text }: NarrativeLine): boolean {
    if (!known.has(memberOf(key))) return true;
    differences.push({ key, kind: 'removed', held: '', written: text });
    return accepted.has(key);
  }

  function rowOf(line: NarrativeLine, row: HeldRow | null): readonly OwnCell[] {
    const { key, text } = line;
    const style = line.heading ? 'heading' : 'text';
    const members = lines.filter((other) => other.key.startsWith(`${key}/`)).map((other) => memberOf(other.key));
    const isChanged = row !== null && !isAsWritten(row) && row.text !== text;
    if (isChanged) differences.push({ key, kind: 'edited', held: row.text, written: text });
    const isKept = isChanged && !accepted.has(key);
    const print = isKept ? (row.tag?.print ?? '') : fingerprint(text);
    const memory = `助手:${key}#${print}${members.length === 0 ? '' : `+${members.join('')}`}`;
    return [
      { value: isKept ? row.text : text, style },
      { value: memory, style: 'note' },
      ...(row === null ? [] : restOf(row)),
    ];
  }

  /** The user's rows behind a line, and what was changed there of lines that are no longer written. */
  function extrasAfter(key: string | null): readonly (readonly OwnCell[])[] {
    let anchor: string | null = null;
    return held.flatMap((row): readonly (readonly OwnCell[])[] => {
      const own = row.tag?.key;
      if (own !== undefined && wanted.has(own)) {
        anchor = own;
        return [];
      }
      if (anchor !== key || (own !== undefined && isAsWritten(row))) return [];
      if (own !== undefined) differences.push({ key: own, kind: 'left-over', held: row.text, written: '' });
      if (own !== undefined && accepted.has(own)) return [];
      const memory = row.tag === null ? null : `助手:${row.tag.key}#${row.tag.print}`;
      return [[{ value: row.text, style: 'text' }, { value: memory, style: 'note' }, ...restOf(row)]];
    });
  }
}

/** The sheet that the paragraphs were written to, whatever it is called by now. */
function sheetOfNarrative({ sheets }: WorkbookSnapshot): SheetSnapshot | undefined {
  return sheets.find(({ rows }) => rows.some((cells) => cells.some(({ value }) => isTag(value))));
}

/**
 * The workbook as a reader takes it: what the product remembers beside its paragraphs is blank. A sheet of paragraphs
 * is read and proofread like one that a person wrote.
 */
export function withoutTags(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet): SheetSnapshot => {
    if (!sheet.rows.some((cells) => cells.some(({ value }) => isTag(value)))) return sheet;
    return { ...sheet, rows: sheet.rows.map((cells) => cells.map((cell) => (isTag(cell.value) ? BLANK_CELL : cell))) };
  });
  return { ...workbook, sheets };
}

function isTag(value: CellValue): value is string {
  return typeof value === 'string' && TAG.test(value);
}

/** The rows of the sheet; a tag that was copied counts only the first time. */
function heldRows(sheet: SheetSnapshot): readonly HeldRow[] {
  const seen = new Set<string>();
  const read = sheet.rows.map((cells): HeldRow => {
    const values = cells.map(({ value }) => value);
    const tag = readTag(values.find(isTag) ?? '');
    const others = values.filter((value) => !isTag(value));
    const place = others.findIndex((value) => value !== null);
    const isFirst = tag !== null && !seen.has(tag.key);
    if (tag !== null) seen.add(tag.key);
    return {
      tag: isFirst ? tag : null,
      text: place < 0 ? '' : String(others[place] ?? ''),
      rest: place < 0 ? [] : others.slice(place + 1),
    };
  });
  return withoutTail(read, ({ tag, text }) => tag === null && text === '');
}

/** A list without the empty items at its end. */
function withoutTail<T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  const last = items.reduce((found, item, index) => (isEmpty(item) ? found : index), -1);
  return items.slice(0, last + 1);
}

function readTag(value: string): Tag | null {
  const [, key, print = '', members = ''] = TAG.exec(value) ?? [];
  if (key === undefined) return null;
  return { key, print, members: members.match(new RegExp(`.{${MEMBER_DIGITS}}`, 'g')) ?? [] };
}

function memberOf(key: string): string {
  return fingerprint(key).slice(0, MEMBER_DIGITS);
}

function isAsWritten({ tag, text }: HeldRow): boolean {
  return tag !== null && tag.print === fingerprint(text);
}

function restOf({ rest }: HeldRow): readonly OwnCell[] {
  const kept = withoutTail(rest, (value) => value === null);
  return kept.map((value) => ({ value: typeof value === 'boolean' ? String(value) : value, style: 'text' }));
}
