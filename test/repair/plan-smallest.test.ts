import fc from 'fast-check';
import { smallestExcluding, type Exclusion, type Smallest } from '../../src/repair/plan-smallest';
import { finish } from '../../src/repair/problem';

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Things exclude one another where all of one of these sets are among them. */
const excludedBy = (sets: readonly (readonly number[])[]): Exclusion<number> =>
  function* (among) {
    yield;
    return sets.find((set) => set.every((thing) => among.includes(thing))) ?? null;
  };

const answer = (found: readonly number[], exclusion: Exclusion<number>): Smallest<number> =>
  finish(smallestExcluding(ALL, found, exclusion));

const sets = fc.array(fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

test('of all sets that exclude one another a smallest is found, whichever was found first', () => {
  fc.assert(
    fc.property(sets, (excluding) => {
      const { things, proved } = answer(excluding[0] ?? [], excludedBy(excluding));
      expect(proved).toBe(true);
      expect(things).toHaveLength(Math.min(...excluding.map(({ length }) => length)));
      expect(excluding.some((set) => set.every((thing) => things.includes(thing)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('without an answer to every question what was found stays, and is not called the smallest', () => {
  const silent: Exclusion<number> = function* () {
    yield;
    return undefined;
  };
  expect(answer([3, 4], silent)).toEqual({ things: [3, 4], proved: false });
});
