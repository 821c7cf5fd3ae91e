import Decimal from 'decimal.js';
import { figureOf, formatAmount, type Figure, type FigureUnit } from '../../src/money/figure';
import { numeralIn, toRateValue, withNumeral } from '../../src/money/measure';
import { judge } from '../../src/money/verdict';
import type { CellValue } from '../../src/workbook/snapshot';

function holding(value: CellValue, unit: FigureUnit, text = String(value ?? '')): Figure {
  return figureOf('数', { sheet: '表', row: 0, column: 0 }, { value, text, formula: null }, unit);
}

test.each<readonly [CellValue, string, string, string]>([
  ['80.85%', '80.85%', '80.85', '0.01'],
  ['100.00 %', '100.00 %', '100', '0.01'],
  [0.8085, '80.85%', '80.85', '0.01'],
  [0.8085, '80.9%', '80.9', '0.1'],
  [0.8085, '0.8085', '80.85', '0.01'],
  [99.97, '99.97', '99.97', '0.01'],
  [1, '1', '100', '1'],
  [100, '100', '100', '1'],
  ['99.9', '99.9', '99.9', '0.1'],
  ['0.95', '0.95', '95', '1'],
])('the rate %p shown as %s is %s%%, to %s', (value, text, rate, quantum) => {
  const figure = holding(value, '%', text);
  expect([figure.shown.toFixed(), figure.quantum.toFixed()]).toEqual([rate, quantum]);
});

test.each<readonly [CellValue, FigureUnit, string | null]>([
  ['2025人', '人', '2025'],
  ['9.5分', '分', '9.5'],
  [9.997, '分', '9.997'],
  ['120平方米', '㎡', '120'],
  ['－', '分', null],
  ['优', '分', null],
])('%p in %s is %p', (value, unit, amount) => {
  const figure = holding(value, unit);
  expect(figure.content.kind === 'number' ? figure.shown.toFixed() : null).toBe(amount);
});

test('the sum of given marks is exact; a computed one may have been rounded to its digits', () => {
  const given = (value: number): Figure =>
    figureOf('分', { sheet: '表', row: 1, column: 0 }, { value, text: String(value), formula: null }, '分', 'given');
  const verdict = (total: string, marks: readonly number[]): string => {
    const sum = marks.reduce((all, mark) => all.plus(mark), new Decimal(0));
    const computed = holding(total, '分');
    return judge(computed.shown.minus(sum), [computed, ...marks.map(given)]);
  };
  expect(verdict('100', [9.997, 90])).toBe('exact');
  expect(verdict('99.99', [9.997, 90])).toBe('error');
  expect(verdict('92', [10, 81])).toBe('error');
});

test('rates and scores are shown in their own digits', () => {
  expect([
    formatAmount(new Decimal('80.690'), '%'),
    formatAmount(new Decimal('9.4'), '分'),
    formatAmount(new Decimal(100), '分'),
  ]).toEqual(['80.69%', '9.4', '100']);
});

test.each<readonly [string, string | null]>([
  ['其中：基本支出：448.55', '448.55'],
  ['产出指标 (40分)', '40'],
  ['2031年预算 1,200.50 万元', '1200.5'],
  ['其他资金：', null],
])('the last number in %s is %p', (words, amount) => {
  expect(numeralIn(words)?.toFixed() ?? null).toBe(amount);
});

test('a number in words is replaced, the words stay', () => {
  expect(withNumeral('5.67 万元', '5.76')).toBe('5.76 万元');
  expect(withNumeral('其中:基本支出:448.55', '450.00')).toBe('其中:基本支出:450.00');
});

test.each<readonly [CellValue, CellValue]>([
  [0.8085, 0.8069],
  [80.85, 80.69],
  [null, '80.69%'],
])('a rate held as %p is written as %p', (held, written) => {
  expect(toRateValue(new Decimal('80.69'), held)).toBe(written);
});
