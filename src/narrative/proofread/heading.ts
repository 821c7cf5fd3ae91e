import { fromChinese } from '../../workbook/chinese-number';

/** How a heading or an item is numbered, outermost first. */
export const NUMBERING_LEVELS = ['一、', '（一）', '1、', '（1）'] as const;

/** The number that a passage begins with. */
export interface Numbering {
  /** Index into the levels. */
  readonly level: number;
  readonly number: number;
  /** As printed: `一、`, `（3）`. */
  readonly text: string;
}

const PATTERNS = [
  /^([一二三四五六七八九十]{1,3})[、.，]/,
  /^（([一二三四五六七八九十]{1,3})）/,
  /^(\d{1,2})[、.，](?!\d)/,
  /^（(\d{1,2})）/,
] as const;

/** Reads the number at the beginning of a squeezed passage; null where it has none. */
export function numberingOf(text: string): Numbering | null {
  for (const [level, pattern] of PATTERNS.entries()) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) continue;
    const number = level < 2 ? fromChinese(match[1]) : Number(match[1]);
    return level < 2 && number === 0 ? null : { level, number, text: match[0] };
  }
  return null;
}

const LONGEST_HEADING = 45;

/** Whether a squeezed passage is a heading: short, no amount, and numbered or no sentence. */
export function isHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || /[。；！？]./.test(text) || /\d(?:万元|元|%)/.test(text)) return false;
  return numberingOf(text) !== null || !/，|[。；、]$/.test(text);
}
