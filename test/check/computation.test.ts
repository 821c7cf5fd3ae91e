import fc from 'fast-check';
import Decimal from 'decimal.js';
import {
  compute,
  consequences,
  describeComputation,
  inputsOf,
  upsets,
  type Computation,
} from '../../src/check/computation';
import { figureOf, type Figure, type FigureUnit } from '../../src/money/figure';
import type { CellValue } from '../../src/workbook/snapshot';

let row = 0;
function figure(value: CellValue, unit: FigureUnit, label = '数'): Figure {
  row += 1;
  return figureOf(label, { sheet: '表', row, column: 0 }, { value, text: String(value ?? ''), formula: null }, unit);
}

function rate(value: CellValue, part: CellValue, whole: CellValue): Computation | null {
  return compute('r', { value: figure(value, '%'), part: figure(part, '万元'), whole: figure(whole, '万元') });
}

test.each<readonly [CellValue, CellValue, CellValue, string | null, string | null]>([
  ['80.69%', 367.12, 454.96, 'exact', '80.69'],
  ['80.85%', 367.12, 454.96, 'error', '80.69'],
  ['80.7%', 367.12, 454.96, 'exact', '80.69'],
  ['80.6%', 367.12, 454.96, 'warning', '80.69'],
  ['80%', 367.12, 454.96, 'warning', '80.69'],
  ['82%', 367.12, 454.96, 'error', '80.69'],
  ['75%', 4.32, 5.76, 'exact', '75'],
  ['100%', 0, 0, null, null],
  [null, 4.32, 5.76, null, null],
  ['75%', null, 5.76, null, null],
])('%p for %p of %p: %p', (value, part, whole, verdict, expected) => {
  const computed = rate(value, part, whole);
  expect([computed?.verdict ?? null, computed?.expected.toFixed() ?? null]).toEqual([verdict, expected]);
});

test('a rate rounded to any number of digits from the amounts as printed always holds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e8 }),
      fc.integer({ min: 1, max: 1e8 }),
      fc.integer({ min: 0, max: 3 }),
      (a, b, digits) => {
        const exact = new Decimal(a).div(b).mul(100);
        const computed = rate(`${exact.toFixed(digits, Decimal.ROUND_HALF_UP)}%`, a / 100, b / 100);
        expect(computed?.verdict).toBe('exact');
      },
    ),
  );
});

test('a rate rounded from amounts of more digits than are printed holds too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e4, max: 1e9 }), fc.integer({ min: 1e4, max: 1e9 }), (a, b) => {
      const printed = (yuan: number): number => Number((yuan / 1e4).toFixed(2));
      const exact = new Decimal(a).div(b).mul(100);
      expect(rate(`${exact.toFixed(2)}%`, printed(a), printed(b))?.verdict).toBe('exact');
    }),
  );
});

test('a rate that is off by a twentieth is always an error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e4, max: 1e8 }), fc.double({ min: 0.2, max: 1.2, noNaN: true }), (b, share) => {
      const a = Math.round(b * share);
      const wrong = new Decimal(a).div(b).mul(105);
      expect(rate(`${wrong.toFixed(2)}%`, a / 100, b / 100)?.verdict).toBe('error');
    }),
  );
});

test('a score is its marks by the rate, full marks at most', () => {
  const score = (value: number, marks: number, percent: string): Computation | null =>
    compute('s', { value: figure(value, '分'), times: figure(marks, '分'), part: figure(percent, '%') });
  expect(score(9.4, 10, '94.03%')?.verdict).toBe('exact');
  expect(score(10, 10, '103%')?.verdict).toBe('exact');
  expect(score(100, 15, '100%')).toMatchObject({ verdict: 'error', expected: new Decimal(15) });
});

test('a sum of scores; a blank one is missing', () => {
  const addends = [9.4, 20, 30.5].map((value) => figure(value, '分'));
  const sum = (value: CellValue): Computation | null => compute('t', { value: figure(value, '分'), addends });
  expect(sum(59.9)?.verdict).toBe('exact');
  expect(sum(60)?.verdict).toBe('exact');
  expect(sum(5.99)).toMatchObject({ verdict: 'error', expected: new Decimal('59.9') });
  expect(sum(null)?.verdict).toBe('error');
  expect(compute('t', { value: figure(1, '分'), addends: [figure('见附表', '分')] })).toBeNull();
});

test('what follows from a correction is recomputed, from one number to the next', () => {
  const [spent, budget] = [figure(367.12, '万元'), figure(454.96, '万元')];
  const percent = figure('80.85%', '%');
  const marks = figure(10, '分');
  const score = figure(8.08, '分');
  const total = figure(98.08, '分');
  const computations = [
    compute('rate', { value: percent, part: spent, whole: budget }),
    compute('score', { value: score, times: marks, part: percent }),
    compute('total', { value: total, addends: [score, figure(90, '分')] }),
  ].filter((computation) => computation !== null);
  const follow = consequences(computations, percent, new Decimal('80.69'));
  expect([...follow].map(([{ cell }, amount]) => [cell.row, amount.toFixed()])).toEqual([
    [score.cell.row, '8.07'],
    [total.cell.row, '98.07'],
  ]);
  expect(consequences(computations, figure(1, '分'), new Decimal(2)).size).toBe(0);
});

test('an amount upsets a rate that was rightly computed from it', () => {
  const [spent, budget] = [figure(304, '万元'), figure(320, '万元')];
  const computed = compute('rate', { value: figure('95.00%', '%'), part: spent, whole: budget });
  const computations = computed === null ? [] : [computed];
  expect(upsets(computations, spent, new Decimal(300))).toBe(true);
  expect(upsets(computations, spent, new Decimal('304.01'))).toBe(false);
  expect(upsets(computations, figure(1, '万元'), new Decimal(2))).toBe(false);
});

test('the sentence holds the fact, the arithmetic and the gap', () => {
  const computed = compute('rate', {
    value: figure('80.85%', '%', '年度资金总额 · 执行率'),
    part: figure(367.12, '万元', '年度资金总额 · 全年执行数'),
    whole: figure(454.96, '万元', '年度资金总额 · 全年预算数'),
  });
  const sentence = computed === null ? '' : describeComputation(computed);
  for (const word of ['80.85%', '全年执行数 367.12', '全年预算数 454.96', '80.69%', '0.16'])
    expect(sentence).toContain(word);
  expect(computed === null ? 0 : inputsOf(computed).length).toBe(2);
});
