import fc from 'fast-check';
import { columnName, columnNumber, formatArea, formatCell, parseCell } from '../../src/workbook/address';

test.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA'], [16_383, 'XFD']])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
  expect(columnNumber(name.toLowerCase())).toBe(column);
});

test('a cell reads back from its text, whatever the sheet is called', () => {
  const cell = fc.record({
    sheet: fc.string({ minLength: 1 }),
    row: fc.nat(1_048_575),
    column: fc.nat(16_383),
  });
  fc.assert(fc.property(cell, (ref) => expect(parseCell(formatCell(ref))).toEqual(ref)));
});

test('a sheet name stands unquoted', () => {
  expect(formatCell({ sheet: '01 收入 总表', row: 10, column: 2 })).toBe('01 收入 总表!C11');
});

test('an area of one cell is that cell', () => {
  expect(formatArea({ top: 0, left: 0, bottom: 0, right: 0 })).toBe('A1');
  expect(formatArea({ top: 0, left: 0, bottom: 20, right: 5 })).toBe('A1:F21');
});

test.each(['C11', '表!', '表!11', '表!A0', ''])('%j is no cell', (text) => {
  expect(() => parseCell(text)).toThrow(RangeError);
});
