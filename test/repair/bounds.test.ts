import Decimal from 'decimal.js';
import { figureOf, type Figure, type FigureUnit } from '../../src/money/figure';
import { withinBounds } from '../../src/repair/bounds';
import type { Explanation, Group } from '../../src/repair/localise';

function figure(row: number, value: number, unit: FigureUnit = '万元'): Figure {
  return figureOf(
    `第 ${row} 行`,
    { sheet: '表', row, column: 0 },
    { value, text: String(value), formula: null },
    unit,
  );
}

const [part, whole, other] = [figure(1, 5), figure(2, 9), figure(3, 20)];

function explanation(suspect: Figure, value: number | null): Explanation {
  return {
    suspects: [{ figure: suspect, value: value === null ? null : new Decimal(value), cause: null, cost: 1 }],
    cost: 1,
  };
}

function group(...explanations: readonly Explanation[]): Group {
  return { broken: [], explanations, verdict: 'several' };
}

const bounds = [{ part, whole }];
const verdictAfter = (of: Group): readonly [string, number] => {
  const [settled = of] = withinBounds([of], bounds);
  return [settled.verdict, settled.explanations.length];
};

test('an explanation that makes a part exceed its whole is none', () => {
  expect(verdictAfter(group(explanation(whole, 4), explanation(other, 15)))).toEqual(['unique', 1]);
  expect(verdictAfter(group(explanation(part, 10), explanation(other, 15), explanation(whole, 6)))).toEqual([
    'several',
    2,
  ]);
});

test('what stays within its bounds, or is not known, stays', () => {
  expect(verdictAfter(group(explanation(whole, 5), explanation(other, 15)))).toEqual(['several', 2]);
  expect(verdictAfter(group(explanation(whole, null), explanation(other, 15)))).toEqual(['several', 2]);
});

test('where nothing stays within them, all is left as it was', () => {
  expect(verdictAfter(group(explanation(whole, 1), explanation(part, 30)))).toEqual(['several', 2]);
});

test('the likeliest explanation is dropped too where it exceeds a bound', () => {
  const clear: Group = {
    ...group(explanation(whole, 4), explanation(other, 15), explanation(part, 8)),
    verdict: 'unique',
  };
  expect(verdictAfter(clear)).toEqual(['several', 2]);
  const kept: Group = {
    ...group(explanation(other, 15), explanation(whole, 4), explanation(part, 8)),
    verdict: 'unique',
  };
  expect(verdictAfter(kept)).toEqual(['unique', 2]);
});

test('a part and its whole may both change', () => {
  const both: Explanation = {
    suspects: [...explanation(part, 30).suspects, ...explanation(whole, 31).suspects],
    cost: 2,
  };
  expect(verdictAfter(group(both, explanation(whole, 1)))).toEqual(['unique', 1]);
});

test('marks below 0 explain nothing, amounts of money below 0 may', () => {
  const marks = figure(4, 5, '分');
  expect(verdictAfter(group(explanation(marks, -5), explanation(other, 15)))).toEqual(['unique', 1]);
  expect(verdictAfter(group(explanation(marks, -5)))).toEqual(['unknown', 0]);
  expect(verdictAfter(group(explanation(other, -5)))).toEqual(['several', 1]);
});
