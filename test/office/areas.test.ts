import fc from 'fast-check';
import { addressOf, columnRuns, joinAddresses } from '../../src/host/excel/areas';
import { formatCell } from '../../src/workbook/address';
import { parseArea } from './emulator/model';

const cell = fc.record({ sheet: fc.constantFrom('甲', '乙'), row: fc.nat(12), column: fc.nat(3) });
const cells = fc.uniqueArray(cell, { selector: formatCell }).map((all) => all.map((one) => ({ cell: one })));

test('runs hold every cell once, in its place', () => {
  fc.assert(
    fc.property(cells, (things) => {
      const placed = columnRuns(things).flatMap(({ sheet, column, top, items }) =>
        items.map((item, index) => [formatCell(item.cell), formatCell({ sheet, column, row: top + index })]),
      );
      expect(placed.every(([own, place]) => own === place)).toBe(true);
      expect(placed.map(([own]) => own).sort()).toEqual(things.map((thing) => formatCell(thing.cell)).sort());
    }),
  );
});

test('two runs never touch in a column: they would be one', () => {
  fc.assert(
    fc.property(cells, (things) => {
      const areas = columnRuns(things).map((run) => ({ sheet: run.sheet, ...parseArea(addressOf(run)) }));
      const touching = areas.some((a) =>
        areas.some((b) => a.sheet === b.sheet && a.left === b.left && a.bottom + 1 === b.top),
      );
      expect(touching).toBe(false);
    }),
  );
});

test('joined addresses stay within the limit and lose nothing', () => {
  const addresses = fc.array(fc.constantFrom('A1', 'B2:B9', 'AA100:AA2000'), { maxLength: 60 });
  fc.assert(
    fc.property(addresses, fc.integer({ min: 12, max: 40 }), (all, limit) => {
      const joined = joinAddresses(all, limit);
      expect(joined.every((text) => text.length <= limit)).toBe(true);
      expect(joined.flatMap((text) => text.split(','))).toEqual(all);
    }),
  );
});
