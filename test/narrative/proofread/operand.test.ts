import Decimal from 'decimal.js';
import fc from 'fast-check';
import { before, growthOf, judgeAmount, judgePercent, ratioOf, said } from '../../../src/narrative/proofread/operand';

const amount = (value: number | string) => said(new Decimal(value), '');

function share(part: string, whole: string) {
  const ratio = ratioOf(amount(part), amount(whole));
  if (ratio === null) throw new Error('no ratio');
  return ratio;
}

test.each([
  { printed: '27.50', part: '55', whole: '200', verdict: 'exact' },
  { printed: '27.5', part: '55', whole: '200', verdict: 'exact' },
  { printed: '67', part: '134.01', whole: '200', verdict: 'exact' },
  { printed: '27.51', part: '55', whole: '200', verdict: 'warning' },
  { printed: '33.15', part: '3.21', whole: '9.70', verdict: 'warning' },
  { printed: '28.50', part: '55', whole: '200', verdict: 'error' },
  { printed: '31.69', part: '200', whole: '1000', verdict: 'error' },
])('$printed % of $part ÷ $whole is $verdict', ({ printed, part, whole, verdict }) => {
  const value = new Decimal(printed);
  expect(judgePercent(value, printed.split('.')[1]?.length ?? 0, share(part, whole))).toBe(verdict);
});

test('what the amounts before rounding may have given is never an error', () => {
  const cents = fc.integer({ min: 100, max: 9_999_999 });
  const inner = fc.integer({ min: -49, max: 49 });
  fc.assert(
    fc.property(cents, cents, inner, inner, fc.constantFrom(1, 2), (part, whole, a, b, digits) => {
      const exact = new Decimal(part)
        .plus(a / 100)
        .div(new Decimal(whole).plus(b / 100))
        .mul(100);
      const printed = exact.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
      expect(judgePercent(printed, digits, share((part / 100).toFixed(2), (whole / 100).toFixed(2)))).not.toBe('error');
    }),
  );
});

test('growth is of the amount before', () => {
  const now = amount('1200');
  const growth = growthOf(now, before(now, new Decimal('200'), '上年数'));
  expect(growth?.value.toFixed(2)).toBe('20.00');
  expect(growthOf(now, amount(0))).toBeNull();
});

test.each([
  { printed: '12.5', digits: 1, expected: '12.50', verdict: 'exact' },
  { printed: '12', digits: 0, expected: '12.39', verdict: 'shortened' },
  { printed: '12.51', digits: 2, expected: '12.50', verdict: 'rounding' },
  { printed: '12.60', digits: 2, expected: '12.50', verdict: 'error' },
])('$printed against $expected is $verdict', ({ printed, digits, expected, verdict }) => {
  expect(judgeAmount(new Decimal(printed), digits, new Decimal(expected))).toBe(verdict);
});
