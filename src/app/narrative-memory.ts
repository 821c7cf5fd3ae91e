import type { WorkbookSnapshot } from '../workbook/snapshot';

/** A line that was written, as it is known again. */
export interface WrittenLine {
  readonly key: string;
  /** As it was written last. */
  readonly text: string;
  /** What a person made of it, where that was there when the sheet was brought up to date. */
  readonly held?: string;
}

/** What is remembered, in the workbook, of the texts that were written into it. */
export interface NarrativeMemory {
  /** The name that the sheet of the paragraphs had, and its lines in their order, also those that a person took away. */
  readonly sheet: string;
  readonly lines: readonly WrittenLine[];
  /** The lines that were put into cells of the user's own choice. */
  readonly placed: readonly string[];
}

const NOTHING: NarrativeMemory = { sheet: '', lines: [], placed: [] };

/** What the workbook remembers; nothing where it keeps no memory, or one that this version does not understand. */
export function readMemory({ memory }: WorkbookSnapshot): NarrativeMemory {
  if (memory === undefined) return NOTHING;
  const read = parsed(memory);
  return isMemory(read) ? read : NOTHING;
}

/** The same as a text to be kept in the workbook; null where there is nothing to remember. */
export function writtenMemory(memory: NarrativeMemory): string | null {
  return memory.lines.length + memory.placed.length === 0 ? null : JSON.stringify(memory);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMemory(read: unknown): read is NarrativeMemory {
  if (typeof read !== 'object' || read === null) return false;
  const { sheet, lines, placed } = read as Partial<Record<keyof NarrativeMemory, unknown>>;
  return typeof sheet === 'string' && Array.isArray(lines) && lines.every(isLine) && Array.isArray(placed) && placed.every(isText);
}

function isLine(read: unknown): read is WrittenLine {
  if (typeof read !== 'object' || read === null) return false;
  const { key, text, held } = read as Partial<Record<keyof WrittenLine, unknown>>;
  return isText(key) && isText(text) && (held === undefined || isText(held));
}

function isText(read: unknown): read is string {
  return typeof read === 'string';
}
