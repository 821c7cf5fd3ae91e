import fc from 'fast-check';
import type { Highs } from 'highs';
import type { Equation } from '../../src/check/equation';
import { figureOf, type Figure } from '../../src/money/figure';
import { planRepair, type RepairOptions, type RepairPlan } from '../../src/repair/plan';
import { formatCell } from '../../src/workbook/address';
import { judge, publish, random, spoil, type Book } from '../support/books';
import { makeDepartment } from '../support/department';
import { optimumOf, oracle } from './oracle';

interface Setting {
  readonly book: Book;
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
  readonly options: RepairOptions;
}

/** What a random book may be like. */
interface Draw {
  readonly seed: number;
  readonly items: number;
  readonly funds: boolean;
  readonly stateCapital: boolean;
  readonly density: number;
  readonly zero: 0 | null;
  /** Whether the cells hold the amounts in full. */
  readonly digits: 'rounded' | 'exact';
  /** Share of the cells that are locked, and of those that hold formulas. */
  readonly locked: number;
  readonly formulas: number;
  /** Whether the grand totals are locked as well. */
  readonly grandTotals: boolean;
  /** Number of wrong amounts. */
  readonly wrong: number;
}

const draws = (items: fc.Arbitrary<number>, digits: Draw['digits']): fc.Arbitrary<Draw> =>
  fc.record({
    seed: fc.nat(),
    items,
    funds: fc.boolean(),
    stateCapital: fc.boolean(),
    density: fc.constantFrom(0.3, 0.6, 1),
    zero: fc.constantFrom(0, null),
    digits: fc.constant(digits),
    locked: fc.constantFrom(0, 0, 0.02, 0.1, 0.3),
    formulas: fc.constantFrom(0, 0, 0.05),
    grandTotals: fc.boolean(),
    wrong: fc.constantFrom(0, 0, 0, 1, 3),
  });

function settle(draw: Draw): Setting {
  const sample = random(draw.seed);
  const clean = makeDepartment(draw);
  const some = (share: number): Set<number> => new Set([...clean.amounts.keys()].filter(() => sample() < share));
  const wrong = new Set(Array.from({ length: draw.wrong }, () => Math.floor(sample() * clean.amounts.length)));
  const book = spoil(clean, wrong);
  const locked = some(draw.locked);
  const { figures, equations } = publish(book, { zero: draw.zero, digits: draw.digits, formulas: some(draw.formulas) });
  const isAmong = (numbers: ReadonlySet<number>): ((figure: Figure) => boolean) => {
    const cells = new Set([...numbers].map((i) => keyOf(figures[i])));
    return (figure) => cells.has(keyOf(figure));
  };
  const held = draw.grandTotals ? new Set([...locked, ...book.grandTotals]) : locked;
  const options = { isLocked: isAmong(held), isReluctant: isAmong(book.reluctant) };
  const known = draw.digits === 'exact' ? { trueAmount: ({ exact }: Figure) => exact } : {};
  return { book, figures, equations, options: { ...options, ...known } };
}

const keyOf = (figure: Figure | undefined): string => (figure === undefined ? '' : formatCell(figure.cell));

/** The figures after the plan has been written. */
function apply(figures: readonly Figure[], { changes }: RepairPlan): Figure[] {
  const after = new Map(changes.map(({ figure, to }) => [keyOf(figure), to]));
  return figures.map((figure) => {
    const value = after.get(keyOf(figure));
    return value === undefined
      ? figure
      : figureOf(figure.label, figure.cell, { value: value.toNumber(), text: '', formula: null }, '万元');
  });
}

function expectSoundPlan({ book, figures, equations, options }: Setting, plan: RepairPlan): void {
  for (const { figure, from, to } of plan.changes) {
    expect(to.minus(from).abs()).toEqual(figure.quantum);
    expect(from).toEqual(figure.shown);
    const isZero = from.isZero() && (options.trueAmount?.(figure)?.isZero() ?? true);
    expect({ blank: figure.blank, zero: isZero, formula: figure.formula, locked: options.isLocked(figure) }).toEqual({
      blank: false,
      zero: false,
      formula: false,
      locked: false,
    });
  }
  expect(new Set(plan.changes.map(({ figure }) => keyOf(figure))).size).toBe(plan.changes.length);
  const left = new Set(plan.unresolved.map(({ equation }) => equation));
  const stays = (equation: Equation): boolean => left.has(equation) || equation.verdict === 'error';
  const expected = equations.map((equation) => (stays(equation) ? equation.gap.toString() : '0'));
  expect(judge(book, apply(figures, plan)).map(({ gap }) => gap.toString())).toEqual(expected);
}

describe('planRepair reaches the optimum that HiGHS finds, and breaks nothing', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await oracle();
  });

  const check = (draw: Draw): void => {
    const setting = settle(draw);
    const plan = planRepair(setting.equations, setting.options);
    expectSoundPlan(setting, plan);
    expect(plan.minimal).toBe(true);
    const reluctant = plan.changes.filter(({ figure }) => setting.options.isReluctant(figure)).length;
    const reached = { left: plan.unresolved.length, reluctant, cells: plan.changes.length };
    expect(reached).toEqual(optimumOf(highs, setting.equations, setting.options));
  };

  test.each<[books: number, cells: string, fewest: number, most: number, digits: Draw['digits']]>([
    [330, '200 to 600', 4, 16, 'rounded'],
    [60, '600 to 2,000', 16, 70, 'rounded'],
    [10, '2,000 to 5,000', 70, 190, 'rounded'],
    [110, '200 to 1,200 known in full', 4, 40, 'exact'],
  ])('%i books of %s cells', (numRuns, _, min, max, digits) => {
    fc.assert(fc.property(draws(fc.integer({ min, max }), digits), check), { numRuns });
  });

  test('where the amounts are known in full and nothing is locked, every difference can be closed', () => {
    const free = draws(fc.integer({ min: 1, max: 40 }), 'exact').map((draw) => ({ ...draw, ...FREE }));
    const closes = (draw: Draw): void => {
      const { equations, figures, options } = settle(draw);
      const plan = planRepair(equations, options);
      expect(plan.unresolved).toEqual([]);
      const exact = new Map(figures.map((figure) => [keyOf(figure), figure.exact]));
      for (const { figure, to } of plan.changes) {
        expect(to.minus(exact.get(keyOf(figure)) ?? 0).abs().lt(figure.quantum)).toBe(true);
      }
    };
    fc.assert(fc.property(free, closes), { numRuns: 100 });
  });
});

const FREE = { locked: 0, formulas: 0, grandTotals: false, wrong: 0 } as const;
