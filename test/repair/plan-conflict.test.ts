import fc from 'fast-check';
import type { Equation } from '../../src/check/equation';
import { planRepair, type Conflict, type RepairOptions } from '../../src/repair/plan';
import { formatCell } from '../../src/workbook/address';
import { publish } from '../support/books';
import { makeDepartment } from '../support/department';

const locking = (cells: ReadonlySet<string>): RepairOptions => ({
  isLocked: ({ cell }) => cells.has(formatCell(cell)),
  isReluctant: () => false,
});

const leftWith = (equations: readonly Equation[], locked: Iterable<string>): number =>
  planRepair(equations, locking(new Set(locked))).unresolved.length;

/** The cells of the locked values of a conflict. */
const valuesOf = ({ locks }: Conflict): string[][] => locks.map(({ cells }) => cells.map(formatCell));

const departments = fc.record({
  seed: fc.nat(),
  items: fc.integer({ min: 2, max: 15 }),
  funds: fc.boolean(),
  stateCapital: fc.boolean(),
  density: fc.constantFrom(0.5, 1),
});

test('the locks of a conflict exclude one another, no longer once any one value is released, and no fewer do', () => {
  let conflicts = 0;
  let compared = 0;
  fc.assert(
    fc.property(departments, (shape) => {
      const book = makeDepartment(shape);
      const { equations, figures } = publish(book);
      const totals = figures.filter((_, i) => book.grandTotals.has(i)).map(({ cell }) => formatCell(cell));
      const plan = planRepair(equations, locking(new Set(totals)));
      const without = leftWith(equations, []);
      for (const conflict of plan.conflicts) {
        conflicts += 1;
        expect(conflict.because).toMatch(/锁定.*放开/);
        const values = valuesOf(conflict);
        expect(leftWith(equations, values.flat())).toBeGreaterThan(without);
        for (const value of values) {
          expect(leftWith(equations, values.filter((other) => other !== value).flat())).toBe(without);
        }
      }
      const [smallest] = plan.conflicts;
      if (smallest !== undefined && smallest.locks.length > 1) {
        const pairs = totals.flatMap((one, i) => totals.slice(i).map((other) => [one, other]));
        const sets = smallest.locks.length > 2 ? pairs : totals.map((one) => [one]);
        for (const locked of sets) expect(leftWith(equations, locked)).toBe(without);
        compared += 1;
      }
      expect(plan.conflicts.length > 0).toBe(plan.unresolved.length > without);
      const released = new Set(plan.release.flatMap(({ cells }) => cells.map(formatCell)));
      expect(released.size > 0).toBe(plan.conflicts.length > 0);
      const after = planRepair(equations, locking(new Set(totals.filter((cell) => !released.has(cell)))));
      expect([after.conflicts, after.unresolved.length]).toEqual([[], without]);
    }),
    { numRuns: 30 },
  );
  expect(conflicts).toBeGreaterThan(10);
  expect(compared).toBeGreaterThan(5);
});
