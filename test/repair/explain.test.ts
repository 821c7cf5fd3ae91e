import fc from 'fast-check';
import Decimal from 'decimal.js';
import type { Cause } from '../../src/check/finding';
import { figureOf, type Figure, type Unit } from '../../src/money/figure';
import type { CellValue } from '../../src/workbook/snapshot';
import { explainMistake } from '../../src/repair/explain';
import { PEER_DISTANCES } from './peer-cases';

const CELL = { sheet: '公开02表', row: 11, column: 2 };

function holding(value: CellValue, { unit = '万元' as Unit, formula = null as string | null } = {}): Figure {
  return figureOf('本年收入合计', CELL, { value, text: '', formula }, unit);
}

const causeOf = (wrong: CellValue, right: number): Cause | null =>
  explainMistake(holding(wrong), new Decimal(right)).cause;

describe('the way in which a number went wrong', () => {
  const cases: readonly (readonly [wrong: CellValue, right: number, cause: Cause | null])[] = [
    [400000, 40, 'unit'],
    [2023567.89, 202.36, 'unit'],
    [0.13, 1274.55, 'unit'],
    [2946.25, 294.63, 'decimal'],
    [29.46, 2946.25, 'decimal'],
    [4000, 40, 'decimal'],
    [9.94, 99.4, 'decimal'],
    [120, 1200, 'missing-digit'],
    [1340.25, 1430.25, 'transposition'],
    [1340.25, 1380.25, 'digit'],
    [130.25, 1340.25, 'missing-digit'],
    [13340.25, 1340.25, 'extra-digit'],
    [-36.5, 36.5, 'sign'],
    [null, 202.36, 'blank'],
    [0, 202.36, 'zero'],
    [55.65, 55.67, 'rounding'],
    [1340.25, 977.13, null],
    [36.5, -12.33, null],
  ];
  it.each(cases)('%p where %p belongs: %p', (wrong, right, cause) => {
    expect(causeOf(wrong, right)).toBe(cause);
  });

  it('is the neighbour’s or last year’s value where the cell repeats that', () => {
    const figure = holding(88.75);
    const beside = { neighbours: () => [new Decimal(12), new Decimal('88.75')] };
    expect(explainMistake(figure, new Decimal('31.50'), beside).cause).toBe('neighbour');
    const before = { lastYear: () => new Decimal('88.75') };
    expect(explainMistake(figure, new Decimal('31.50'), before).cause).toBe('last-year');
    expect(explainMistake(figure, new Decimal('31.50'), { lastYear: () => null }).cause).toBeNull();
  });

  it('is read in the digits of the table’s own unit', () => {
    expect(explainMistake(holding(40, { unit: '元' }), new Decimal(40)).cause).toBe('unit');
    expect(explainMistake(holding(402310, { unit: '元' }), new Decimal('42.031')).cause).toBe('transposition');
  });
});

describe('the cost of a mistake', () => {
  const costOf = (figure: Figure, right: number): number => explainMistake(figure, new Decimal(right)).cost;

  it('is lower for a known way of going wrong than for the same gap without one', () => {
    expect(costOf(holding(400000), 40)).toBeLessThan(costOf(holding(400300), 340));
    expect(costOf(holding(1340.25), 1430.25)).toBeLessThan(costOf(holding(1300.25), 1390.25 + 0.13));
  });

  it('is higher for a formula and for an amount below zero', () => {
    expect(costOf(holding(130, { formula: '=SUM(C2:C9)' }), 140)).toBeGreaterThan(costOf(holding(130), 140));
    expect(costOf(holding(52.17), -3.3)).toBeGreaterThan(costOf(holding(52.17), 107.64));
  });

  it('never singles out a small gap: it may be anything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10_000_000 }), fc.integer({ min: 1, max: 2 }), (right, gap) => {
        expect(costOf(holding((right + gap) / 100), right / 100)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('knows every single slip of the fingers', () => {
    const amount = fc.integer({ min: 10_000, max: 99_999_999 });
    const slip = fc.tuple(amount, fc.nat(), fc.integer({ min: 1, max: 9 }), fc.nat(3));
    fc.assert(
      fc.property(slip, ([right, place, step, kind]) => {
        const digits = [...String(right)];
        const at = place % (digits.length - 1);
        const here = digits[at] ?? '';
        if (kind === 0) digits[at] = String((Number(here) + step) % 10);
        else if (kind === 1) digits.splice(at, 2, digits[at + 1] ?? '', here);
        else if (kind === 2) digits.splice(at, 1);
        else digits.splice(at, 0, String(step));
        const wrong = Number(digits.join(''));
        fc.pre(wrong !== right && digits[0] !== '0');
        const { cause, cost } = explainMistake(holding(wrong / 100), new Decimal(right).div(100));
        expect(cause).not.toBeNull();
        expect(cost).toBeLessThan(3);
      }),
    );
  });
});

describe('the peer’s distances between two numbers', () => {
  it.each(PEER_DISTANCES)('$id: $a and $b are $distance slips apart', ({ a, b, distance }) => {
    const cause = a === b ? null : causeOf(a, b);
    expect(cause !== null).toBe(distance === 1);
  });
});
