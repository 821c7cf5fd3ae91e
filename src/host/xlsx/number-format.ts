import { format, isDateFormat } from 'numfmt';
import type { CellValue } from '../../workbook/snapshot';

/**
 * Number formats that a file names by id only (ECMA-376 Part 1, 18.8.30), as Excel shows them with Chinese regional
 * settings: 27 to 36 and 50 to 58 are those of zh-CN.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The pattern of a number format id that the file itself does not define; `General` for an unknown one. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

const DAYS_TO_1904 = 1462;

/** A value as Excel displays it in a wide enough cell; '' for a blank one. */
export function displayText(pattern: string, value: CellValue, date1904 = false): string {
  if (value === null) return '';
  if (typeof value !== 'number') return format(pattern, value, { locale: 'zh-CN', throws: false });
  return format(pattern, shownNumber(pattern, value, date1904), { locale: 'zh-CN', throws: false });
}

/**
 * numfmt rounds the binary number, Excel the number of 15 decimal digits: 1.005 is shown as 1.01. A nudge far below
 * the 15th digit lets a half that has no exact binary form go the way Excel rounds it.
 */
function shownNumber(pattern: string, value: number, date1904: boolean): number {
  if (Number.isInteger(value) && !date1904) return value;
  if (isDateFormat(pattern)) return date1904 ? value + DAYS_TO_1904 : value;
  return Number(value.toPrecision(15)) * (1 + 2 * Number.EPSILON);
}
