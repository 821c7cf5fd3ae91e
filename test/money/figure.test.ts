import { figureOf, formatAmount, toCellNumber } from '../../src/money/figure';

const ref = { sheet: '表', row: 0, column: 0 };
const cell = (value: number | string | null) => ({ value, text: String(value ?? ''), formula: null });

test('amounts are 万元 inside, whatever the table is printed in', () => {
  expect(figureOf('收入', ref, cell(400000), '元').exact.toString()).toBe('40');
  expect(figureOf('收入', ref, cell(40), '万元').exact.toString()).toBe('40');
});

test('a figure shows what a reader sees: two digits of its unit, halves away from zero', () => {
  expect(figureOf('收入', ref, cell(1.005), '万元').shown.toString()).toBe('1.01');
  expect(figureOf('收入', ref, cell(-1.005), '万元').shown.toString()).toBe('-1.01');
  expect(figureOf('收入', ref, cell(10050.004), '元').shown.toString()).toBe('1.005');
});

test('blank, zero and unreadable are three things', () => {
  const read = (value: number | string | null) => {
    const { blank, content, exact } = figureOf('收入', ref, cell(value), '万元');
    return [blank, content.kind, exact.toString()];
  };
  expect(read('　')).toEqual([true, 'blank', '0']);
  expect(read(0)).toEqual([false, 'number', '0']);
  expect(read('无')).toEqual([false, 'unreadable', '0']);
});

test('an amount is printed and written back in the unit of its table', () => {
  const { shown } = figureOf('收入', ref, cell('2090.7'), '万元');
  expect(formatAmount(shown)).toBe('2090.70');
  expect(formatAmount(shown, '元')).toBe('20907000.00');
  expect(toCellNumber(shown, '万元')).toBe(2090.7);
  expect(toCellNumber(shown, '元')).toBe(20907000);
});
