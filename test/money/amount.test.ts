import { readAmount } from '../../src/money/amount';

test.each([
  [437.83, '437.83'],
  ['437.83　', '437.83'],
  ['　298.19', '298.19'],
  ['1200.', '1200'],
  ['1,234,567.89', '1234567.89'],
  ['１２．５０', '12.5'],
  ['(3.20)', '-3.2'],
  ['（3.20）', '-3.2'],
  ['△3.20', '-3.2'],
  ['-3.20', '-3.2'],
  ['−3.20', '-3.2'],
  ['.5', '0.5'],
  [0, '0'],
  ['0.00', '0'],
])('%j is the amount %s', (value, amount) => {
  const read = readAmount(value);
  expect(read.kind === 'number' ? read.value.toString() : read.kind).toBe(amount);
});

test.each([[null], [''], ['　'], [' \u00a0'], ['-'], ['—'], ['——']])('%j is blank, not 0', (value) => {
  expect(readAmount(value)).toEqual({ kind: 'blank' });
});

test.each([['详见附表'], ['1.84万元'], ['1,23'], ['12.3.4'], ['#REF!'], [true], ['2024年'], ['百分之五']])(
  '%j is unreadable, not 0',
  (value) => {
    expect(readAmount(value).kind).toBe('unreadable');
  },
);
