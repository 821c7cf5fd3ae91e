import Decimal from 'decimal.js';
import { isBlankText } from '../workbook/label';
import type { CellValue } from '../workbook/snapshot';

/** What a cell that should hold an amount holds: an amount, nothing, or something no reader can add up. */
export type Amount =
  | { readonly kind: 'number'; readonly value: Decimal; readonly typed: 'number' | 'text' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly text: string };

const NUMERAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const DASHES = /^[-—–―]+$/;

/**
 * Reads an amount in the sheet's own unit. Text numbers are read as people mean them: full-width digits and
 * spaces (`437.83　`), thousands separators, a bare trailing point (`1200.`), parentheses or △ for a minus sign.
 * A dash is blank, as bookkeepers write it; any other text is unreadable, never 0.
 */
export function readAmount(value: CellValue): Amount {
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { kind: 'number', value: new Decimal(value), typed: 'number' }
      : { kind: 'unreadable', text: String(value) };
  }
  if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE' };
  if (isBlankText(value)) return { kind: 'blank' };
  const text = value.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').replace(/−/g, '-');
  if (DASHES.test(text)) return { kind: 'blank' };
  const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replace(/,/g, '') : text;
  const negative = /^\((.+)\)$/.exec(grouped) ?? /^[△▲](.+)$/.exec(grouped);
  const numeral = negative?.[1] === undefined ? grouped : `-${negative[1]}`;
  return NUMERAL.test(numeral)
    ? { kind: 'number', value: new Decimal(numeral.replace(/\.$/, '')), typed: 'text' }
    : { kind: 'unreadable', text: value.trim() };
}
