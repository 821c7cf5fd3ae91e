import type { Relation } from '../app/relations';
import type { Cause, Severity } from '../check/finding';
import { HostError } from '../host/host-error';
import { isMoney, type FigureUnit } from '../money/figure';
import { readMeasure } from '../money/measure';
import type { CellValue } from '../workbook/snapshot';

/** The severities in the order in which they are shown. */
export const SEVERITIES = ['error', 'warning', 'rounding'] as const satisfies readonly Severity[];

/** Names of the tables that are short enough for a drawing. */
export const TABLE_NAMES: Readonly<Record<Relation['between'][number], string>> = {
  summary: '收支总表',
  revenue: '收入表',
  expenditure: '支出表',
  appropriation: '财拨总表',
  'general-budget': '一般公共预算',
  'basic-expenditure': '基本支出',
  'government-funds': '政府性基金',
  'state-capital': '国资经营',
  'three-public': '“三公”经费',
};

/** How a likely cause is worded on its chip; null where the severity already says it. */
export const CAUSE_NAMES: Readonly<Record<Cause, string | null>> = {
  unit: '疑似以元填报',
  decimal: '疑似小数点错位',
  transposition: '疑似数字颠倒',
  digit: '疑似错一位数字',
  'missing-digit': '疑似漏一位数字',
  'extra-digit': '疑似多一位数字',
  sign: '疑似正负号相反',
  blank: '漏填',
  zero: '疑似误填为 0',
  neighbour: '疑似抄错相邻格',
  'last-year': '疑似沿用上年数',
  shift: '疑似整块错行',
  text: '不是数字',
  rounding: null,
};

/** The sentence for anything that was thrown: one made for the user as it is, anything else in the general one. */
export function errorSentence(error: unknown): string {
  if (error instanceof HostError) return error.message;
  if (error instanceof RangeError && /[一-鿿]/.test(error.message)) return error.message;
  return new HostError('failed', error instanceof Error ? error.message : String(error)).message;
}

/** Whether the work ended because the user cancelled it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/**
 * A cell's content as a reader knows it: of amounts two digits where no more are held, rates in percent, also those
 * held as fractions, 空白 for a blank.
 */
export function valueText(value: CellValue, unit: FigureUnit = '万元'): string {
  if (value === null) return '空白';
  if (typeof value !== 'number') return String(value);
  if (unit === '%') return rateText(value);
  if (!isMoney(unit)) return String(value);
  return Number(value.toFixed(2)) === value ? value.toFixed(2) : String(value);
}

function rateText(value: number): string {
  const { content } = readMeasure({ value, text: '', formula: null }, '%');
  return content.kind === 'number' ? `${content.value.toString()}%` : String(value);
}
