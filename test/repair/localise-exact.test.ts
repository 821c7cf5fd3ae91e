import fc from 'fast-check';
import { compile, type System } from '../../src/repair/localise-system';
import { solveParts } from '../../src/repair/localise-parts';
import { fixture, type Fixture } from './localise-fixtures';
import { loadOracle } from './localise-oracle';

const LIMITS = { cells: 8, nodes: 100_000, explanations: 5000 };

/** A table whose rows and columns add up, its total copied elsewhere, some cells blank and some changed. */
const brokenTable = fc
  .record({
    rows: fc.integer({ min: 2, max: 3 }),
    amounts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })), { minLength: 6, maxLength: 6 }),
    noise: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 13, maxLength: 13 }),
    errors: fc.array(
      fc.record({
        cell: fc.nat(12),
        gap: fc.oneof(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 50, max: 9000 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    swap: fc.boolean(),
  })
  .map(({ rows, amounts, noise, errors, swap }): Fixture => {
    const cells: Record<string, number> = {};
    const at = (row: number, column: number): string => `r${row}c${column}`;
    for (let row = 1; row <= rows; row += 1) {
      for (let column = 1; column <= 2; column += 1) {
        const amount = amounts[(row - 1) * 2 + column - 1] ?? 0;
        cells[at(row, column)] = amount;
        for (const total of [at(row, 0), at(0, column), at(0, 0)]) cells[total] = (cells[total] ?? 0) + amount;
      }
    }
    cells['copy'] = cells[at(0, 0)] ?? 0;
    const names = Object.keys(cells);
    names.forEach((name, index) => (cells[name] = Math.max(0, (cells[name] ?? 0) + (noise[index] ?? 0))));
    errors.forEach(({ cell, gap }) => {
      const name = names[cell % names.length] ?? 'copy';
      cells[name] = (cells[name] ?? 0) + gap;
    });
    if (swap) [cells[at(1, 1)], cells[at(2, 1)]] = [cells[at(2, 1)] ?? 0, cells[at(1, 1)] ?? 0];
    const across = (row: number): string => `${at(row, 0)} = ${at(row, 1)} + ${at(row, 2)}`;
    const down = (column: number): string =>
      `${at(0, column)} = ${Array.from({ length: rows }, (_, index) => at(index + 1, column)).join(' + ')}`;
    const values = Object.entries(cells).map(([name, units]) => [name, units === 0 ? null : units / 100] as const);
    const identities = [...Array.from({ length: rows + 1 }, (_, row) => across(row)), ...[0, 1, 2].map(down)];
    return fixture(Object.fromEntries(values), [...identities, `copy = ${at(0, 0)}`]);
  });

function subsets(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, index) => subsets(of.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

/** Whether values of the chosen figures make every row hold: the definition, solved by HiGHS. */
function isFix(system: System, oracle: Awaited<ReturnType<typeof loadOracle>>, chosen: readonly number[]): boolean {
  return oracle(
    system.rows.map(({ terms, residual, slack }) => {
      const free = [...terms].filter(([figure]) => chosen.includes(figure));
      const rounding = free.reduce(
        (sum, [figure, coefficient]) =>
          sum + (system.figures[figure]?.blank === true ? Math.abs(coefficient) * (system.halves[figure] ?? 0) : 0),
        slack,
      );
      return { terms: free, low: -rounding - residual, high: rounding - residual };
    }),
  );
}

describe('the smallest fixes', () => {
  it('are all those that trying every set of cells finds, and no others', async () => {
    const oracle = await loadOracle();
    fc.assert(
      fc.property(brokenTable, ({ equations }) => {
        const system = compile(equations);
        const parts = solveParts(system, LIMITS);
        expect(parts.every(({ fixes }) => fixes.complete)).toBe(true);
        const found = parts.reduce<number[][]>(
          (sets, { fixes }) => sets.flatMap((set) => fixes.sets.map((more) => [...set, ...more])),
          [[]],
        );
        const size = found[0]?.length ?? 0;
        const all = system.figures.map((_, figure) => figure);
        const smaller = Array.from({ length: size }, (_, less) => subsets(all, less)).flat();
        expect(smaller.filter((set) => isFix(system, oracle, set))).toEqual([]);
        const key = (set: readonly number[]): string => [...set].sort((a, b) => a - b).join();
        const expected = subsets(all, size).filter((set) => isFix(system, oracle, set)).map(key);
        expect(found.map(key).sort()).toEqual(expected.sort());
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
