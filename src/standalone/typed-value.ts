import type { CellValue } from '../workbook/snapshot';

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?$/;

/** What a person means who types this into a cell: nothing, a number, or text; a leading ' keeps a number text. */
export function typedValue(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith("'")) return trimmed.slice(1);
  return NUMBER.test(trimmed) && /\d/.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : text;
}
