import type Decimal from 'decimal.js';
import { formatA1, formatCell } from '../workbook/address';
import { formatAmount, type Figure, type FigureUnit } from '../money/figure';
import { roundingProbability } from '../money/verdict';
import type { Equation } from './equation';
import type { Cause } from './finding';

/** Short name of the table a figure stands in. */
export type TableName = (figure: Figure) => string;

const MANY_TERMS = 12;

const CAUSES: Readonly<Record<Cause, string>> = {
  unit: '疑似把“元”填进了“万元”表（或相反）',
  decimal: '疑似小数点错位',
  transposition: '疑似相邻两位数字颠倒',
  digit: '疑似一位数字录错',
  'missing-digit': '疑似少录一位数字',
  'extra-digit': '疑似多录一位数字',
  sign: '疑似正负号录反',
  blank: '漏填',
  zero: '疑似误填为 0',
  neighbour: '疑似抄了相邻的行或列',
  'last-year': '疑似沿用了上年数',
  shift: '疑似整块错行',
  text: '应为数字，现为文字',
  rounding: '四舍五入尾差',
};

/** How a mistake came about, as a phrase for the user. */
export function describeCause(cause: Cause): string {
  return CAUSES[cause];
}

/** What a cell shows, for a sentence: its amount, or that it is blank. */
export function showFigure(figure: Figure, unit: FigureUnit): string {
  return figure.blank ? '空白' : formatAmount(figure.shown, unit);
}

/**
 * One identity with its arithmetic, fact → expectation → gap:
 * 「合计 · 本年支出合计为 467.01，基本支出 352.01 + 项目支出 115.01 = 467.02，尾差 -0.01」. Of more than `most` terms the
 * first are written out.
 */
export function describeEquation(equation: Equation, tableName: TableName, most = MANY_TERMS): string {
  const { total, terms, less, constant, gap, verdict } = equation;
  const unit = total.unit;
  const name = (figure: Figure): string => relativeName(figure, total, tableName);
  const sum = total.shown.minus(gap);
  const fact = `${total.label}${total.blank ? '为空' : `为 ${formatAmount(total.shown, unit)}`}`;
  const plus = [
    ...(constant === undefined ? [] : [formatAmount(constant, unit)]),
    ...shownTerms(terms).map((figure) => `${name(figure)} ${showFigure(figure, unit)}`),
  ];
  const minus = shownTerms(less).map((figure) => ` − ${name(figure)} ${showFigure(figure, unit)}`);
  const parts = plus.length > most ? `${plus.slice(0, most).join(' + ')} 等 ${plus.length} 项之和` : plus.join(' + ');
  const alone = plus.length === 1 && minus.length === 0;
  const expectation = alone ? `${constant === undefined ? '' : '按表式应为 '}${parts}` : `${parts}${minus.join('')} = ${formatAmount(sum, unit)}`;
  if (verdict === 'exact') return `${fact}，${expectation}，相符`;
  const word = verdict === 'error' ? '相差' : '尾差';
  return `${fact}，${expectation}，${word} ${formatAmount(gap, unit)}${unlikely(equation)}`;
}

/** How improbable it is that rounding alone made this gap, where that is worth a word. */
function unlikely(equation: Equation): string {
  if (equation.verdict !== 'warning') return '';
  if (equation.terms.length + equation.less.length === 1) return '（两处应是同一个数，请核对）';
  const terms = [...equation.terms, ...equation.less].filter(({ shown }) => !shown.isZero()).length;
  const units = equation.gap.abs().div(equation.total.quantum).toNumber();
  const probability = roundingProbability(units, terms);
  const odds = probability <= 0 ? '几乎不可能' : `约 ${Math.max(1, Math.round(1 / probability))} 次中一次`;
  return `（四舍五入造成这么大尾差${odds}，请核对）`;
}

/** Blanks and zeros are not printed, unless there is nothing else. */
function shownTerms(figures: readonly Figure[]): readonly Figure[] {
  const amounts = figures.filter(({ shown }) => !shown.isZero());
  return amounts.length > 0 ? amounts : figures.slice(0, 1);
}

/** A term's name beside its total: what both share is not said twice, another table is named, of two 总计 the place. */
function relativeName(figure: Figure, total: Figure, tableName: TableName): string {
  if (tableName(figure) !== tableName(total)) return `《${tableName(figure)}》${figure.label}`;
  if (figure.label === total.label) return `${figure.label}（${formatA1(figure.cell.row, figure.cell.column)}）`;
  const [row, column] = figure.label.split(' · ');
  const [totalRow, totalColumn] = total.label.split(' · ');
  if (column === undefined || totalColumn === undefined || row === undefined) return figure.label;
  if (row === totalRow) return column;
  return column === totalColumn ? row : figure.label;
}

/** A cell and what it is: 「公开02表!C12（2013102 一般行政管理事务 · 本年收入合计）」. */
export function describeCell(figure: Figure): string {
  return `${formatCell(figure.cell)}（${figure.label}）`;
}

/** A signed amount in the unit of a table. */
export function describeDifference(difference: Decimal, unit: FigureUnit): string {
  return formatAmount(difference, unit);
}
