import Decimal from 'decimal.js';
import { compute } from '../../src/check/computation';
import { figureOf, type Figure, type FigureUnit } from '../../src/money/figure';
import { corroborated } from '../../src/repair/corroborate';
import type { Explanation, Group } from '../../src/repair/localise';

function figure(row: number, value: number | null, unit: FigureUnit = '万元'): Figure {
  const cell = { value, text: String(value ?? ''), formula: null };
  return figureOf(`第 ${row} 行`, { sheet: '表', row, column: 0 }, cell, unit);
}

const [total, source, blank, budget, rate] = [
  figure(1, 41.64), figure(2, 46.14), figure(3, null), figure(4, 64.66), figure(5, 64.4, '%'),
];

function explanation(suspect: Figure, value: number, cost: number): Explanation {
  return { suspects: [{ figure: suspect, value: new Decimal(value), cause: null, cost }], cost };
}

function judged(...explanations: readonly Explanation[]): readonly [string, number[]] {
  const computation = compute('rate', { value: rate, part: total, whole: budget });
  if (computation === null) throw new RangeError('no rate');
  const group: Group = { broken: [], explanations, verdict: 'several' };
  const [{ verdict, explanations: left } = group] = corroborated([group], [computation], []);
  return [verdict, left.flatMap(({ suspects }) => suspects.map(({ figure: { cell } }) => cell.row))];
}

test('what upsets a rate that holds is no explanation', () => {
  expect(judged(explanation(source, 41.64, 2), explanation(total, 46.14, 2))).toEqual(['unique', [2]]);
});

test('of what is left the first is singled out where it is by far the likeliest', () => {
  const other = explanation(total, 46.14, 2);
  expect(judged(explanation(source, 41.64, 2), other, explanation(blank, -4.5, 7))).toEqual(['unique', [2, 3]]);
  expect(judged(explanation(source, 41.64, 2), other, explanation(blank, -4.5, 2.5))).toEqual(['several', [2, 3]]);
});

test.each([
  ['a part that comes to lie within its whole bears an explanation out', 2.5, ['unique', [1]]],
  ['one that would have to fall below 0 does not', -3, ['several', [1, 2]]],
])('%s', (_, value, expected) => {
  const whole = figure(6, 3);
  const explanations = [explanation(total, value, 2), explanation(source, 41.64, 2)];
  const group: Group = { broken: [], explanations, verdict: 'several' };
  const [{ verdict, explanations: left } = group] = corroborated([group], [], [{ part: total, whole }]);
  expect([verdict, left.flatMap(({ suspects }) => suspects.map(({ figure: { cell } }) => cell.row))]).toEqual(expected);
});
