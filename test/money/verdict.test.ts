import Decimal from 'decimal.js';
import fc from 'fast-check';
import { figureOf, type Figure } from '../../src/money/figure';
import { judge, roundingProbability, slackOf } from '../../src/money/verdict';

const figures = (values: readonly (number | null)[]): Figure[] =>
  values.map((value, column) => figureOf('数', { sheet: '表', row: 0, column }, { value, text: '', formula: null }, '万元'));

test('every printed number may be off by half a unit; a blank is not', () => {
  expect(slackOf(figures([10, 4, 6])).toString()).toBe('0.015');
  expect(slackOf(figures([10, null, 10])).toString()).toBe('0.01');
});

test.each([
  ['0', [10, 4, 6], 'exact'],
  ['0.01', [10.01, 4, 6], 'rounding'],
  ['0.01', [10.01, 10], 'rounding'],
  ['0.01', [0.01, null, null], 'rounding'],
  ['0.02', [0.02, null, null], 'error'],
  ['0.02', [10.02, 4, 6], 'error'],
  ['0.02', [10.02, 2, 2, 2, 4], 'warning'],
  ['0.02', [10.02, 2, 2, 2, 2, 2], 'rounding'],
  ['-0.03', [99, ...Array.from({ length: 24 }, () => 4)], 'rounding'],
  ['0.99', [109, ...Array.from({ length: 5 }, () => 20)], 'error'],
])('a gap of %s over %j is %s', (gap, values, verdict) => {
  expect(judge(new Decimal(gap), figures(values))).toBe(verdict);
});

test('a sum of correctly rounded items is never an error', () => {
  const cents = fc.array(fc.nat(100_000_000), { minLength: 1, maxLength: 30 });
  const wan = (amount: number): Decimal => new Decimal(amount).div(1_000_000).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  fc.assert(
    fc.property(cents, (items) => {
      const total = wan(items.reduce((sum, item) => sum + item, 0));
      const rounded = items.map(wan);
      const gap = total.minus(Decimal.sum(0, ...rounded));
      expect(judge(gap, figures([total, ...rounded].map((amount) => amount.toNumber())))).not.toBe('error');
    }),
  );
});

test('the rounding probability agrees with a simulation', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (const terms of [2, 5, 12, 40]) {
    for (const units of [1, 2]) {
      const runs = 20_000;
      let hits = 0;
      for (let run = 0; run < runs; run += 1) {
        let sum = 0;
        for (let term = 0; term < terms; term += 1) sum += random() - 0.5;
        if (Math.abs(sum) >= units - 0.5) hits += 1;
      }
      expect(Math.abs(roundingProbability(units, terms) - hits / runs)).toBeLessThan(0.015);
    }
  }
});
