import type { CellValue } from '../../workbook/snapshot';
import { escapeText, unescapeText } from './xml';

/** What a formula's cell holds while nobody has calculated it: better than a number that is out of date. */
export const NOT_CALCULATED = '#待计算';

/** What is in a cell's tags: its type, the raw text of `v`, the text of `is`. */
export interface RawValue {
  readonly type: string;
  readonly value: string;
  readonly inlineText: string;
}

/** The value that a cell's tags mean; an empty text is a blank cell, a number that is none stays text. */
export function readCellValue({ type, value, inlineText }: RawValue, strings: readonly string[]): CellValue {
  switch (type) {
    case 's':
      return (value === '' ? undefined : strings[Number(value)]) || null;
    case 'inlineStr':
      return unescapeText(inlineText) || null;
    case 'str':
      return unescapeText(value) || null;
    case 'e':
      return value || null;
    case 'b':
      return value === '' ? null : value === '1' || value === 'true';
    case 'd':
      return value === '' ? null : serialOf(value);
    default: {
      if (value.trim() === '') return null;
      const number = Number(value);
      return Number.isNaN(number) ? value : number;
    }
  }
}

const MS_PER_DAY = 86_400_000;
const DAYS_TO_1970 = 25_569;

function serialOf(isoDate: string): CellValue {
  const time = Date.parse(/T/.test(isoDate) && !/(Z|[+-]\d\d:\d\d)$/.test(isoDate) ? `${isoDate}Z` : isoDate);
  return Number.isNaN(time) ? isoDate : time / MS_PER_DAY + DAYS_TO_1970;
}

/** The `t` attribute and the inside of a typed cell's element; the attribute is null for a number or a blank. */
export function typedCell(value: CellValue, prefix: string): { type: string | null; inside: string } {
  if (value === null || value === '') return { type: null, inside: '' };
  if (typeof value === 'string') return { type: 'inlineStr', inside: inlineString(value, prefix) };
  const type = typeof value === 'boolean' ? 'b' : null;
  return { type, inside: `<${prefix}v>${Number(value)}</${prefix}v>` };
}

/** A text as the `is` element of a cell. */
export function inlineString(text: string, prefix = ''): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${escapeText(text)}</${prefix}t></${prefix}is>`;
}

/** The `t` attribute and the `v` element of a formula's cell; nothing of either where it has not been calculated. */
export function calculatedCell(value: CellValue, prefix: string): { type: string | null; inside: string } {
  if (value === NOT_CALCULATED) return { type: null, inside: '' };
  const put = (type: string | null, text: string): { type: string | null; inside: string } => {
    return { type, inside: `<${prefix}v>${text}</${prefix}v>` };
  };
  if (value === null) return put('str', '');
  if (typeof value === 'boolean') return put('b', String(Number(value)));
  if (typeof value === 'number') return put(null, String(value));
  return isErrorValue(value) ? put('e', value) : put('str', escapeText(value));
}

/** Whether a text is one of Excel's error values. */
export function isErrorValue(text: string): boolean {
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/.test(text);
}
