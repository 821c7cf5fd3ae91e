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

/** The cells of a conflict, copies of one value together. */
function valuesOf({ cells }: Conflict, equations: readonly Equation[]): string[][] {
  const groups = new Map(cells.map((cell) => [formatCell(cell), [formatCell(cell)]]));
  for (const { total, terms, less } of equations) {
    const [first, second] = [total, ...terms, ...less].map(({ cell }) => groups.get(formatCell(cell)));
    if (terms.length + less.length !== 1 || first === undefined || second === undefined || first === second) continue;
    first.push(...second);
    for (const cell of second) groups.set(cell, first);
  }
  return [...new Set(groups.values())];
}

const departments = fc.record({
  seed: fc.nat(),
  items: fc.integer({ min: 2, max: 15 }),
  funds: fc.boolean(),
  stateCapital: fc.boolean(),
  density: fc.constantFrom(0.5, 1),
});

test('the locks of a conflict exclude one another, and no longer once any one value is released', () => {
  let conflicts = 0;
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
        const values = valuesOf(conflict, equations);
        expect(leftWith(equations, values.flat())).toBeGreaterThan(without);
        for (const value of values) {
          expect(leftWith(equations, values.filter((other) => other !== value).flat())).toBe(without);
        }
      }
      expect(plan.conflicts.length > 0).toBe(plan.unresolved.length > without);
    }),
    { numRuns: 30 },
  );
  expect(conflicts).toBeGreaterThan(10);
});
