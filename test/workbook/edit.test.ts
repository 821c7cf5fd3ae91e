import fc from 'fast-check';
import { compose, invert, type CellEdit } from '../../src/workbook/edit';
import { formatCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';

const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom('甲', '乙'));
const column = fc.nat(3);

/** A sitting: changes of four cells, each from what the cell then holds. */
const sitting = fc.array(fc.tuple(column, value), { maxLength: 12 }).map((changes) => {
  const cells = new Map<number, CellValue>();
  return changes.map(([at, to]): CellEdit => {
    const from = cells.get(at) ?? null;
    cells.set(at, to);
    return { cell: { sheet: '表', row: 0, column: at }, from, to };
  });
});

function applied(edits: readonly CellEdit[], start: ReadonlyMap<string, CellValue>): Map<string, CellValue> {
  const cells = new Map(start);
  for (const { cell, from, to } of edits) {
    const key = formatCell(cell);
    expect(cells.get(key) ?? null).toBe(from);
    if (to === null) cells.delete(key);
    else cells.set(key, to);
  }
  return cells;
}

test('undoing edits restores what was there', () => {
  fc.assert(fc.property(sitting, (edits) => expect(applied(invert(edits), applied(edits, new Map()))).toEqual(new Map())));
});

test('composed edits do the same with at most one edit a cell', () => {
  fc.assert(
    fc.property(sitting, (edits) => {
      const once = compose(edits);
      expect(new Set(once.map(({ cell }) => formatCell(cell))).size).toBe(once.length);
      expect(once.every(({ from, to }) => from !== to)).toBe(true);
      expect(applied(once, new Map())).toEqual(applied(edits, new Map()));
    }),
  );
});
