import fc from 'fast-check';
import { roundingConsistency } from '../../src/repair/feasible';
import { compile, connected } from '../../src/repair/localise-system';
import { publish, random } from '../support/books';
import { makeDepartment } from '../support/department';
import { fixture, type Fixture } from './localise-fixtures';
import { makeMistakes } from './localise-mistakes';
import { loadOracle } from './localise-oracle';

const verdictOf = ({ equations }: Fixture): readonly string[] =>
  roundingConsistency(equations).map(({ verdict }) => verdict);

describe('whether all tables can be correct roundings', () => {
  it('is so where every gap is ordinary rounding and nothing contradicts it', () => {
    expect(verdictOf(fixture({ a: 0.01, b: 0.33, c: 0.33 }, ['a = b - c']))).toEqual(['consistent']);
    expect(verdictOf(fixture({ t: 1, a: 0.33, b: 0.33, c: 0.33 }, ['t = a + b + c']))).toEqual(['consistent']);
    expect(roundingConsistency([])).toEqual([]);
  });

  it('is not so where an identity is an error by itself: a conflict of one', () => {
    const [part] = roundingConsistency(fixture({ t: 1.1, a: 0.5, b: 0.5 }, ['t = a + b']).equations);
    expect(part?.verdict).toBe('inconsistent');
    expect(part?.conflicts.map((conflict) => conflict.map(({ rule }) => rule))).toEqual([['t = a + b']]);
  });

  it('is not so where identities that pass one by one exclude one another', () => {
    const chain = fixture({ a: 10.01, b: 10.02, c: 10.03 }, ['a = b', 'b = c']);
    expect(chain.equations.map(({ verdict }) => verdict)).toEqual(['rounding', 'rounding']);
    const [part] = roundingConsistency(chain.equations);
    expect(part?.verdict).toBe('inconsistent');
    expect(part?.conflicts).toEqual([chain.equations]);
  });

  it('takes a blank for an amount too small to be printed, as a printed zero', () => {
    for (const nothing of [null, 0]) {
      expect(verdictOf(fixture({ t: 5.01, a: 5, b: nothing }, ['t = a + b']))).toEqual(['consistent']);
      const dust = fixture({ t: 0.01, a: nothing, b: nothing, c: nothing }, ['t = a + b + c']);
      expect(verdictOf(dust)).toEqual(['consistent']);
      const agreeing = fixture({ t: 5.01, a: 5, b: nothing, u: 5.01, c: nothing }, ['t = a + b', 'u = a + c', 't = u']);
      expect(verdictOf(agreeing)).toEqual(['consistent']);
      const apart = fixture({ t: 5.02, a: 5, b: nothing, u: 4.98, c: nothing }, ['t = a + b', 'u = a + c']);
      expect(verdictOf(apart)).toEqual(['inconsistent']);
    }
  });

  it('is judged for each connected part, with separate conflicts', () => {
    const values = { a: 1, b: 2, c: 3, d: 3, e: 7, f: 8 };
    const parts = roundingConsistency(fixture(values, ['a = b', 'c = d', 'e = f']).equations);
    expect(parts.map(({ verdict }) => verdict)).toEqual(['inconsistent', 'consistent', 'inconsistent']);
    const tied = fixture({ ...values, g: 10 }, ['a = b', 'c = d', 'e = f', 'g = b + f + c']);
    const both = roundingConsistency(tied.equations);
    expect(both.map(({ conflicts }) => conflicts.length)).toEqual([3]);
  });

  it('is left open where the effort does not suffice', () => {
    const { equations } = publish(makeDepartment({ seed: 4, items: 20, funds: true, stateCapital: true, density: 1 }));
    expect(roundingConsistency(equations, 1).map(({ verdict }) => verdict)).toContain('unknown');
  });
});

describe('published departments', () => {
  it('are always consistent, whatever the unit and the digits', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const shape = { seed, items: 6 + 3 * seed, funds: seed % 2 === 0, stateCapital: seed % 3 === 0, density: 0.8 };
      const book = makeDepartment(shape);
      const unit = seed % 4 === 0 ? '元' : '万元';
      const { equations } = publish(book, { digits: 'rounded', unit, zero: seed % 2 === 0 ? 0 : null });
      const parts = roundingConsistency(equations);
      expect(parts.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
      expect(parts.flatMap((part) => part.equations)).toHaveLength(equations.length);
    }
  });
});

describe('the verdict', () => {
  it('is the oracle’s, and every conflict is one that HiGHS finds and that needs each of its identities', async () => {
    const oracle = await loadOracle();
    const solve = (system: ReturnType<typeof compile>, rows: readonly number[]): boolean => {
      const bounds = new Map(
        system.figures.map((_, figure) => [figure, system.halves[figure] ?? 0]),
      );
      return oracle(
        rows.map((row) => {
          const { terms, residual } = system.rows[row] ?? { terms: new Map<number, number>(), residual: 0 };
          return { terms: [...terms], low: -residual, high: -residual };
        }),
        bounds,
      );
    };
    const table = fc.record({
      seed: fc.nat(100_000),
      mistakes: fc.integer({ min: 0, max: 1 }),
      noise: fc.array(fc.record({ at: fc.nat(400), by: fc.constantFrom(-1, 1) }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(table, ({ seed, mistakes, noise }) => {
        const book = makeDepartment({ seed, items: 3, funds: false, stateCapital: false, density: 0.6 });
        const nudged = {
          ...book,
          amounts: book.amounts.map((amount, index) => ({
            ...amount,
            cents: amount.cents + 10_000 * (noise.find(({ at }) => at % book.amounts.length === index)?.by ?? 0),
          })),
        };
        const publication = { digits: 'rounded', unit: '万元', zero: null } as const;
        const { equations } = makeMistakes(nudged, random(seed), mistakes, publication);
        const system = compile(equations);
        const numberOf = new Map(equations.map((equation, index) => [equation, index]));
        const parts = roundingConsistency(equations);
        const rows = connected(system, system.rows.map((_, row) => row));
        expect(parts.map(({ verdict }) => verdict === 'consistent')).toEqual(rows.map((part) => solve(system, part)));
        for (const conflict of parts.flatMap(({ conflicts }) => conflicts)) {
          const indices = conflict.flatMap((equation) => numberOf.get(equation) ?? []);
          expect(solve(system, indices)).toBe(false);
          for (const left of indices) expect(solve(system, indices.filter((row) => row !== left))).toBe(true);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
