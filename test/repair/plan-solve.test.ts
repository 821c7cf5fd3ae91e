import fc from 'fast-check';
import { cheapestFlow, isProvedCheapest } from '../../src/repair/flow';
import { networkOf } from '../../src/repair/network';
import { addTerm, emptyDraft, endRow, finish, problemOf, violated, type Problem } from '../../src/repair/problem';
import { cheapestBySearch } from '../../src/repair/search';
import { solve, split } from '../../src/repair/solve';

interface Unknown {
  readonly low: number;
  readonly high: number;
  readonly down: number;
  readonly up: number;
}

interface Row {
  readonly coefficients: readonly number[];
  readonly right: number;
}

const SIZE = 6;

const unknowns = fc.array(
  fc.record({ low: fc.constantFrom(-1, 0), high: fc.constantFrom(0, 1), down: fc.nat(9), up: fc.nat(9) }),
  { minLength: SIZE, maxLength: SIZE },
);

/** Rows of sums: coefficients of 1 mostly, few of 2, as where a cell stands twice in an identity. */
const rows = (coefficients: readonly number[]): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      coefficients: fc.array(fc.constantFrom(...coefficients), { minLength: SIZE, maxLength: SIZE }),
      right: fc.integer({ min: -2, max: 2 }),
    }),
    { maxLength: 5 },
  );

function problemFrom(columns: readonly Unknown[], lines: readonly Row[]): Problem {
  const draft = emptyDraft(lines.length, lines.length * SIZE);
  for (const { coefficients, right } of lines) {
    if (coefficients.every((coefficient) => coefficient === 0)) continue;
    coefficients.forEach((coefficient, unknown) => {
      if (coefficient !== 0) addTerm(draft, unknown, coefficient);
    });
    endRow(draft, right, coefficients.indexOf(1));
  }
  const cost = Float64Array.from(columns.flatMap(({ down, up }) => [down, 0, up]));
  const lowest = Int32Array.from(columns, ({ low }) => low);
  const highest = Int32Array.from(columns, ({ high }) => high);
  return problemOf({ low: lowest, high: highest, cost }, draft);
}

const satisfies = (problem: Problem, values: Int32Array): boolean => violated(problem, values).length === 0;

const costOf = (problem: Problem, values: Int32Array): number =>
  values.reduce((sum, value, unknown) => sum + (problem.cost[3 * unknown + 1 + value] ?? 0), 0);

/** The least cost of any solution, by trying all; null where there is none. */
function leastCost(problem: Problem): number | null {
  const values = problem.low.slice();
  let best: number | null = null;
  const tryFrom = (unknown: number): void => {
    if (unknown === problem.size) {
      const cost = costOf(problem, values);
      if (satisfies(problem, values) && (best === null || cost < best)) best = cost;
      return;
    }
    for (let value = problem.low[unknown] ?? 0; value <= (problem.high[unknown] ?? 0); value += 1) {
      values[unknown] = value;
      tryFrom(unknown + 1);
    }
  };
  tryFrom(0);
  return best;
}

const isPair = (problem: Problem) => (row: number) => (problem.start[row + 1] ?? 0) - (problem.start[row] ?? 0) === 2;

describe.each([
  ['sums', [0, 0, 0, 1, -1]],
  ['sums with doubled terms', [0, 0, 1, -1, 2, -2]],
])('%s', (_, coefficients) => {
  const problems = fc.tuple(unknowns, rows(coefficients)).map(([columns, lines]) => problemFrom(columns, lines));

  test('the search finds the least cost of all solutions', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const outcome = finish(cheapestBySearch(problem, 1_000_000));
        const least = leastCost(problem);
        expect(outcome.kind).toBe(least === null ? 'infeasible' : 'solved');
        if (outcome.kind !== 'solved') return;
        expect(satisfies(problem, outcome.values)).toBe(true);
        expect(costOf(problem, outcome.values)).toBe(least);
        expect(outcome.optimal).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('so does the solver, whichever way it takes, copies made one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const outcome = finish(solve(problem, { isCopy: isPair(problem), effort: 1_000_000, units: [1] }));
        const least = leastCost(problem);
        expect(outcome.kind).toBe(least === null ? 'infeasible' : 'solved');
        if (outcome.kind !== 'solved') return;
        expect(satisfies(problem, outcome.values)).toBe(true);
        expect(costOf(problem, outcome.values)).toBe(least);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a network, where one is found, has the cheapest flow, proved by its potentials', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const network = finish(networkOf(problem));
        if (network === null) return;
        const flow = finish(cheapestFlow(problem, network));
        const least = leastCost(problem);
        const solved = flow !== null && satisfies(problem, flow.values);
        expect(solved).toBe(least !== null);
        if (flow === null || !solved) return;
        expect(costOf(problem, flow.values)).toBe(least);
        expect(isProvedCheapest(problem, network, flow, 1)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('parts share no unknown, and have every row once', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const parts = split(problem);
        const all = parts.flatMap(({ unknowns: own }) => own);
        expect(new Set(all).size).toBe(all.length);
        expect(parts.flatMap(({ rows: own }) => own).sort((a, b) => a - b)).toEqual([...Array(problem.rows).keys()]);
      }),
    );
  });
});
