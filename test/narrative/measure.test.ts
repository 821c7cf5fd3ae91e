import Decimal from 'decimal.js';
import fc from 'fast-check';
import { gap, type Quantity } from '../../src/narrative/fact';
import {
  amountOf, changeOf, closeToHundred, formatPercent, growthOf, knownAmount, ratio, sumOf,
} from '../../src/narrative/measure';
import { figureOf } from '../../src/money/figure';
import type { CellValue } from '../../src/workbook/snapshot';

const quantity = (value: number | string): Quantity => knownAmount('甲', new Decimal(value));
const cell = { sheet: '表', row: 6, column: 2 };
const figure = (value: CellValue, unit: '万元' | '元' = '万元') =>
  figureOf('甲', cell, { value, text: '', formula: null }, unit);

describe('amountOf', () => {
  test.each([
    { name: 'an amount', figure: figure('437.83　'), value: '437.83' },
    { name: 'an amount in 元', figure: figure(123456.78, '元'), value: '12.35' },
    { name: 'a blank', figure: figure(null), value: '0' },
    { name: 'a zero', figure: figure(0), value: '0' },
  ])('$name counts', ({ figure: read, value }) => {
    const expected = { kind: 'amount', label: '甲', value: new Decimal(value), cells: [cell], formula: null };
    expect(amountOf(read, '甲')).toEqual(expected);
  });

  test.each([
    { name: 'text', figure: figure('无'), items: [], says: '表!C7' },
    { name: 'a blank over an item', figure: figure(null), items: [figure(0), figure(3)], says: '表!C7' },
    { name: 'no such line', figure: null, items: [], says: '没有此项' },
  ])('$name is a gap that says where', ({ figure: read, items, says }) => {
    const found = amountOf(read, '总额', items);
    expect(found.kind === 'gap' && found.need).toContain(says);
    expect(found.kind === 'gap' && found.need).toContain('总额');
  });
});

describe('ratio', () => {
  test.each([
    { part: 1, whole: 8, percent: '12.50' },
    { part: 1, whole: 3, percent: '33.33' },
    { part: 2, whole: 3, percent: '66.67' },
    { part: 0, whole: 3, percent: '0.00' },
    { part: 437.83, whole: 2090.7, percent: '20.94' },
    { part: 91.58, whole: 3.31, percent: '2766.77' },
  ])('$part of $whole is $percent %', ({ part, whole, percent }) => {
    const found = ratio(quantity(part), quantity(whole));
    expect(found?.kind === 'percent' && formatPercent(found.value, 2)).toBe(percent);
  });

  test.each([0, '0.00', -3])('there is none of %p', (whole) => {
    expect(ratio(quantity(3), quantity(whole))).toBeNull();
    expect(growthOf(quantity(3), quantity(whole))).toBeNull();
  });

  test('an unknown operand makes it unknown', () => {
    expect(ratio(gap('甲'), quantity(3), '占比')).toEqual(gap('占比'));
    expect(ratio(quantity(3), gap('乙'), '占比')).toEqual(gap('占比'));
    expect(sumOf('和', [quantity(1), gap('乙')])).toEqual(gap('乙'));
  });
});

test.each([
  { now: 2090.7, before: 1878.2, change: '212.50', percent: '11.31' },
  { now: 1.64, before: 3.3, change: '-1.66', percent: '50.30' },
  { now: 0, before: 3.3, change: '-3.30', percent: '100.00' },
])('from $before to $now is $change, $percent %', ({ now, before, change, percent }) => {
  expect(changeOf(quantity(now), quantity(before)).value.toFixed(2)).toBe(change);
  expect(formatPercent(growthOf(quantity(now), quantity(before))?.value ?? new Decimal(0), 2)).toBe(percent);
});

test.each([
  { value: '0.12345', digits: 2, text: '12.35' },
  { value: '0.12345', digits: 1, text: '12.3' },
  { value: '1', digits: 2, text: '100.00' },
])('$value in $digits digits is $text', ({ value, digits, text }) => {
  expect(formatPercent(new Decimal(value), digits)).toBe(text);
});

describe('closeToHundred', () => {
  const sum = (shares: readonly Decimal[]): Decimal => shares.reduce((total, s) => total.plus(s), new Decimal(0));

  test('the parts of a whole add up to exactly 100 %, none moved by a full unit', () => {
    const amounts = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
      .filter((list) => list.some((amount) => amount > 0));
    fc.assert(
      fc.property(amounts, fc.constantFrom(1, 2), (list, digits) => {
        const whole = new Decimal(list.reduce((total, amount) => total + amount, 0));
        const shares = list.map((amount) => new Decimal(amount).div(whole));
        const closed = closeToHundred(shares, digits);
        const unit = new Decimal(10).pow(-digits - 2);
        expect(sum(closed).eq(1)).toBe(true);
        closed.forEach((share, index) => expect(share.minus(shares[index] ?? 0).abs().lt(unit)).toBe(true));
      }),
    );
  });

  test('parts that are no whole are rounded each for itself', () => {
    expect(closeToHundred([new Decimal('0.33335'), new Decimal('0.2')], 2).map(String)).toEqual(['0.3334', '0.2']);
  });
});
