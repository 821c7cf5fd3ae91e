import { format } from 'numfmt';
import type { CellValue } from '../../../src/workbook/snapshot';
import type { CellState } from './model';
import type { Json } from './wire';
import { EmulatorGap, invalidArgument } from './faults';

/** What a leading apostrophe does in a cell formatted as text: nobody documents it, so add-ins must work with both. */
export type ApostropheInTextCell = 'kept' | 'dropped';

export interface EntryContext {
  readonly apostrophe: ApostropheInTextCell;
  /** What known formulas give. */
  readonly results: ReadonlyMap<string, CellValue>;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PERCENTAGE = /^[+-]?\d+(?:\.\d+)?%$/;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const DAY = 86_400_000;

/**
 * The change that entering `input` through `Range.values` or `Range.formulas` makes to a cell: text that looks like
 * a number, a date or TRUE is converted, a leading apostrophe prevents that, a cell formatted as text keeps text.
 */
export function enter(cell: CellState, input: Json, context: EntryContext): Partial<CellState> {
  if (input === '') return { value: null, formula: null };
  if (typeof input === 'number' || typeof input === 'boolean') {
    const value = cell.numberFormat === '@' ? displayed(input, 'General') : input;
    return { value, formula: null };
  }
  if (typeof input !== 'string') throw invalidArgument(`cell value ${JSON.stringify(input)}`);
  if (cell.numberFormat === '@') {
    return { value: context.apostrophe === 'dropped' ? input.replace(/^'/, '') : input, formula: null };
  }
  return input.startsWith("'") ? { value: input.slice(1), formula: null } : enterUnmarked(input, context);
}

function enterUnmarked(input: string, context: EntryContext): Partial<CellState> {
  const text = input.trim();
  if (NUMBER.test(text)) return { value: Number(text), formula: null };
  if (/^[=+\-@]/.test(text)) return enterFormula(text, context);
  if (GROUPED.test(text)) return { value: Number(text.replace(/,/g, '')), formula: null, numberFormat: '#,##0.00' };
  if (PERCENTAGE.test(text)) return { value: Number(text.slice(0, -1)) / 100, formula: null, numberFormat: '0.00%' };
  if (/^(?:true|false)$/i.test(text)) return { value: /^t/i.test(text), formula: null };
  const date = DATE.exec(text);
  if (date !== null) {
    const days = (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - Date.UTC(1899, 11, 30)) / DAY;
    return { value: days, formula: null, numberFormat: 'yyyy/m/d' };
  }
  return { value: input, formula: null };
}

function enterFormula(text: string, { results }: EntryContext): Partial<CellState> {
  const value = results.get(text);
  if (value === undefined) throw new EmulatorGap(`the value of the formula ${text}`);
  return { value, formula: text };
}

/** A value as Excel displays it in a column that is wide enough. */
export function displayed(value: CellState['value'], numberFormat: string): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : format(numberFormat, value);
}
