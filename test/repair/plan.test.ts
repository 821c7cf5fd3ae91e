import Decimal from 'decimal.js';
import { evaluate, type Equation } from '../../src/check/equation';
import { figureOf, type Figure, type Unit } from '../../src/money/figure';
import { planRepair, planRepairInSlices } from '../../src/repair/plan';
import type { FigureChange, RepairOptions, RepairPlan } from '../../src/repair/plan';
import { isSameCell } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';
import { publish } from '../support/books';
import { makeDepartment } from '../support/department';

/** A cell by its name; a number is typed, a number behind `=` is a formula's value, null is blank. */
type Printed = Readonly<Record<string, number | string | null>>;

interface Case {
  readonly name: string;
  readonly cells: Printed;
  /** `total = term + term − less`, by the names of cells; a name may stand for its cell in several. */
  readonly identities: readonly string[];
  readonly locked?: readonly string[];
  readonly reluctant?: readonly string[];
  readonly bounds?: readonly (readonly [part: string, whole: string])[];
  /** Cells printed in 元. */
  readonly yuan?: readonly string[];
  /** What amounts were rounded from, where that is known from elsewhere. */
  readonly truth?: Readonly<Record<string, number>>;
  /** The change of every cell that moves, in units of its last digit. */
  readonly moves: Readonly<Record<string, number>>;
  /** The identities left open. */
  readonly left?: readonly string[];
  /** The sets of locks that exclude one another. */
  readonly conflicts?: readonly (readonly string[])[];
}

const CASES: readonly Case[] = [
  {
    name: 'nothing to do',
    cells: { T: 3, A: 1, B: 2 },
    identities: ['T = A + B'],
    moves: {},
  },
  {
    name: 'a single item moves rather than the total, and the largest of them',
    cells: { T: 10, A: 2.22, B: 5.55, C: 2.22 },
    identities: ['T = A + B + C'],
    moves: { B: 1 },
  },
  {
    name: 'fewer cells count for more than items before totals',
    cells: { T: 10.01, A: 4, B: 6, S: 15.01, C: 5 },
    identities: ['T = A + B', 'S = T + C'],
    locked: ['S'],
    moves: { A: 0, B: 1 },
  },
  {
    name: 'a total moves where that takes one cell and the items would take two',
    cells: { T: 10.02, A: 4, B: 6.01, S: 15, C: 4.99 },
    identities: ['T = A + B', 'S = T + C'],
    moves: { T: -1 },
  },
  {
    name: 'what is locked stays',
    cells: { T: 10.01, A: 4, B: 6 },
    identities: ['T = A + B'],
    locked: ['B'],
    moves: { A: 1 },
  },
  {
    name: 'formulas, zeros and blanks stay',
    cells: { T: '=10.01', A: 4, B: '=6', C: 0, D: null },
    identities: ['T = A + B + C + D'],
    moves: { A: 1 },
  },
  {
    name: 'a difference that only formulas, zeros and blanks could close is left, the rest repaired',
    cells: { T: '=10.01', B: '=10', C: 0, D: null, S: 5, E: 1.49, F: 3.5 },
    identities: ['T = B + C + D', 'S = E + F'],
    moves: { F: 1 },
    left: ['T = B + C + D'],
  },
  {
    name: 'no cell moves by more than one unit',
    cells: { T: 10.02, A: 4, B: 5, C: 1 },
    identities: ['T = A + B + C'],
    moves: { A: 1, B: 1 },
  },
  {
    name: 'what subtracts moves the other way',
    cells: { E: 1, O: 2, I: 3, P: 3.99 },
    identities: ['E = O + I - P'],
    locked: ['E', 'O', 'I'],
    moves: { P: 1 },
  },
  {
    name: 'all copies of a value move together',
    cells: { T: 10.01, A: 4, B: 6, 'X!B': 6, 'Y!B': 6 },
    identities: ['T = A + B', 'X!B = B', 'Y!B = X!B'],
    locked: ['T', 'A'],
    moves: { B: 1, 'X!B': 1, 'Y!B': 1 },
  },
  {
    name: 'a lock on one copy locks them all',
    cells: { T: 10.01, A: 4, B: 6, 'X!B': 6 },
    identities: ['T = A + B', 'X!B = B'],
    locked: ['T', 'X!B'],
    moves: { A: 1 },
  },
  {
    name: 'a cell without copies moves rather than one with three',
    cells: { T: 10.01, A: 4, B: 6, 'X!B': 6, 'Y!B': 6 },
    identities: ['T = A + B', 'X!B = B', 'Y!B = B'],
    locked: ['T'],
    moves: { A: 1 },
  },
  {
    name: 'copies that differ by one unit are made equal',
    cells: { T: 10, A: 4, B: 6, 'X!B': 6.01 },
    identities: ['T = A + B', 'X!B = B'],
    locked: ['A'],
    moves: { 'X!B': -1 },
  },
  {
    name: 'an identity that holds is kept',
    cells: { T: 10.01, A: 4, B: 6, S: 6, C: 2, D: 4 },
    identities: ['T = A + B', 'S = C + D', 'S = B'],
    locked: ['T', 'A'],
    moves: { B: 1, S: 1, D: 1 },
  },
  {
    name: 'reluctant cells move only where nothing else closes the gap, however many cells that takes',
    cells: { T: 10.01, P: 4, Q: 6, A: 1, B: 3 },
    identities: ['T = P + Q', 'P = A + B'],
    locked: ['T'],
    reluctant: ['P'],
    moves: { Q: 1 },
  },
  {
    name: 'a reluctant cell moves where it has to',
    cells: { T: 10.01, P: 4, Q: 6, A: 1, B: 3 },
    identities: ['T = P + Q', 'P = A + B'],
    locked: ['T', 'Q'],
    reluctant: ['P'],
    moves: { P: 1, B: 1 },
  },
  {
    name: 'an error is never repaired, and its figures stay',
    cells: { T: 10.01, A: 4, B: 6, S: 99, C: 2 },
    identities: ['T = A + B', 'S = B + C'],
    locked: ['T'],
    moves: { A: 1 },
  },
  {
    name: 'a difference between figures of errors is left and listed',
    cells: { T: 10.01, A: 4, B: 6, S: 99, R: 50, C: 2, U: 5, D: 1.49, E: 3.5 },
    identities: ['T = A + B', 'S = B + C', 'R = A + T', 'U = D + E'],
    moves: { E: 1 },
    left: ['T = A + B'],
  },
  {
    name: 'locks that contradict each other are named',
    cells: { T: 10.01, A: 4, B: 6 },
    identities: ['T = A + B'],
    locked: ['T', 'A', 'B'],
    moves: {},
    left: ['T = A + B'],
    conflicts: [['T', 'A', 'B']],
  },
  {
    name: 'locks in different tables that contradict each other are named, no more of them than that',
    cells: { T: 10.01, S: 10, A: 4, B: 6, U: 7, C: 3, D: 3.99 },
    identities: ['T = A + B', 'S = A + B', 'U = C + D'],
    locked: ['T', 'S', 'U'],
    moves: { D: 1 },
    left: ['T = A + B'],
    conflicts: [['T', 'S']],
  },
  {
    name: 'a table in 元 is repaired by 0.01 元',
    cells: { T: 100.01, A: 40, B: 60 },
    identities: ['T = A + B'],
    yuan: ['T', 'A', 'B'],
    locked: ['T'],
    moves: { B: 1 },
  },
  {
    name: 'a value repeated in another unit stays, and what the unit cannot print is no difference to close',
    cells: { T: 10.01, A: 4, B: 6, 'Z!B': 60_030 },
    identities: ['T = A + B', 'B = Z!B'],
    yuan: ['Z!B'],
    locked: ['T'],
    moves: { A: 1 },
    left: ['B = Z!B'],
  },
  {
    name: 'a part does not come to exceed its whole',
    cells: { T: 10.01, A: 4, B: 6, W: 6 },
    identities: ['T = A + B'],
    locked: ['T'],
    bounds: [['B', 'W']],
    moves: { A: 1 },
  },
  {
    name: 'a part that its whole leaves room may move',
    cells: { T: 10.01, A: 4, B: 6, W: 6.01 },
    identities: ['T = A + B'],
    locked: ['T'],
    bounds: [['B', 'W']],
    moves: { B: 1 },
  },
  {
    name: 'where cells hold more digits than they show, each shows one of the neighbours of what it holds',
    cells: { T: 10.0049, A: 3.3366, B: 6.6683 },
    identities: ['T = A + B'],
    locked: ['T'],
    moves: { A: -1 },
  },
  {
    name: 'an amount that was not rounded does not move, be it the largest',
    cells: { T: 10.0132, A: 3.3366, B: 6, C: 0.6766 },
    identities: ['T = A + B + C'],
    locked: ['T'],
    moves: { A: -1 },
  },
  {
    name: 'a 0 that was rounded down may show what it was rounded from',
    cells: { T: 10.0067, A: 4.0021, B: 6.0021, C: 0.0025 },
    identities: ['T = A + B + C'],
    locked: ['T', 'A', 'B'],
    moves: { C: 1 },
  },
  {
    name: 'one stray digit does not make a sheet exact',
    cells: { T: 10.01, A: 4.0000000001, B: 6 },
    identities: ['T = A + B'],
    locked: ['T'],
    moves: { B: 1 },
  },
  {
    name: 'the true amounts may be known from another table',
    cells: { T: 10.01, A: 4, B: 6 },
    identities: ['T = A + B'],
    truth: { T: 10.0076, A: 4.0041, B: 6.0035 },
    locked: ['T'],
    moves: { A: 1 },
  },
  {
    name: 'sums across and down are closed together',
    cells: { T: 10, X: 3.33, Y: 6.67, P: 5, A: 1.67, B: 3.34, Q: 5, C: 1.67, D: 3.33 },
    identities: ['T = X + Y', 'T = P + Q', 'X = A + C', 'Y = B + D', 'P = A + B', 'Q = C + D'],
    locked: ['T'],
    moves: { A: -1 },
  },
];

interface Built {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly equations: ReadonlyMap<string, Equation>;
  readonly options: RepairOptions;
}

function build({ cells, identities, locked = [], reluctant = [], yuan = [], bounds = [], truth }: Case): Built {
  const names = Object.keys(cells);
  const make = (name: string): Figure => {
    const [value, formula] = contentOf(cells[name] ?? null);
    const unit: Unit = yuan.includes(name) ? '元' : '万元';
    const cell = { sheet: name.includes('!') ? (name.split('!')[0] ?? '') : '表', row: names.indexOf(name), column: 0 };
    return figureOf(name, cell, { value, text: String(value ?? ''), formula }, unit);
  };
  const figures = new Map(names.map((name) => [name, make(name)]));
  const equations = new Map(
    identities.flatMap((identity) => {
      const [total = '', right = ''] = identity.split(' = ');
      const parts = `+ ${right}`.split(/ (?=[+-] )/).map((part) => part.split(' '));
      const named = (sign: string): Figure[] => parts.filter(([s]) => s === sign).map(([, name = '']) => make(name));
      const equation = evaluate('test/rule', { total: make(total), terms: named('+'), less: named('-') });
      return equation === null ? [] : [[identity, equation] as const];
    }),
  );
  const among = (list: readonly string[]) => (figure: Figure) => list.includes(figure.label);
  const pairs = bounds.map(([part, whole]) => ({ part: make(part), whole: make(whole) }));
  const trueAmount = ({ label }: Figure): Decimal | null => {
    const amount = truth?.[label];
    return amount === undefined ? null : new Decimal(amount);
  };
  const options = { isLocked: among(locked), isReluctant: among(reluctant), bounds: pairs };
  return { figures, equations, options: truth === undefined ? options : { ...options, trueAmount } };
}

function contentOf(printed: number | string | null): [value: CellValue, formula: string | null] {
  return typeof printed === 'string' ? [Number(printed.slice(1)), printed] : [printed, null];
}

function movesOf({ changes }: RepairPlan): Record<string, number> {
  const units = ({ figure, from, to }: FigureChange): number => to.minus(from).div(figure.quantum).toNumber();
  return Object.fromEntries(changes.map((change) => [change.figure.label, units(change)]));
}

const isMove = ([, by]: readonly [string, number]): boolean => by !== 0;

describe('planRepair', () => {
  test.each(CASES)('$name', (given) => {
    const { figures, equations, options } = build(given);
    const plan = planRepair([...equations.values()], options);
    expect(movesOf(plan)).toEqual(Object.fromEntries(Object.entries(given.moves).filter(isMove)));
    const identityOf = (equation: Equation): string | undefined =>
      [...equations].find(([, other]) => other === equation)?.[0];
    expect(plan.unresolved.map(({ equation }) => identityOf(equation))).toEqual(given.left ?? []);
    for (const { because } of plan.unresolved) expect(because).toMatch(/[一-龥].*。$/);
    const nameOf = (cell: Figure['cell']): string =>
      [...figures.values()].find((figure) => isSameCell(figure.cell, cell))?.label ?? '';
    const conflicts = plan.conflicts.map(({ locks }) => locks.flatMap(({ cells }) => cells.map(nameOf)).sort());
    expect(conflicts).toEqual((given.conflicts ?? []).map((names) => [...names].sort()));
    expect(plan.minimal).toBe(true);
  });

  test('says which differences each change closes', () => {
    const { equations, options } = build({
      name: '',
      cells: { T: 10.01, A: 4, B: 6, S: 6, C: 2, D: 4 },
      identities: ['T = A + B', 'S = C + D', 'S = B'],
      locked: ['T', 'A'],
      moves: {},
    });
    const plan = planRepair([...equations.values()], options);
    const closes = new Map([...plan.closes].map(([{ figure }, closed]) => [figure.label, closed]));
    expect(closes.get('B')).toEqual([equations.get('T = A + B')]);
    expect(closes.get('D')).toEqual([]);
    expect(plan.resolved).toEqual([equations.get('T = A + B')]);
  });

  test('gives the shown amounts before and after, in 万元', () => {
    const { equations, options } = build({
      name: '',
      cells: { T: 10.01, A: 4.004, B: 6 },
      identities: ['T = A + B'],
      locked: ['T', 'B'],
      moves: {},
    });
    const [change] = planRepair([...equations.values()], options).changes;
    expect(change?.from).toEqual(new Decimal('4'));
    expect(change?.to).toEqual(new Decimal('4.01'));
  });

  test('comes in slices, and gives the same plan', () => {
    const { equations, options } = build({
      name: '',
      cells: { T: 10.01, A: 4, B: 6 },
      identities: ['T = A + B'],
      locked: ['T'],
      moves: {},
    });
    const planning = planRepairInSlices([...equations.values()], options);
    expect(planning.next().done).toBe(false);
    let step = planning.next();
    while (step.done !== true) step = planning.next();
    expect(movesOf(step.value)).toEqual(movesOf(planRepair([...equations.values()], options)));
  });

  test('leaves everything as it is, and says so, where the effort allowed is too small', () => {
    const { equations } = publish(makeDepartment({ seed: 1, items: 20, funds: true, stateCapital: true, density: 1 }));
    const plan = planRepair(equations, { isLocked: () => false, isReluctant: () => false, effort: 100 });
    expect(plan.minimal).toBe(false);
    const open = plan.unresolved.map(({ equation }) => equation);
    expect(open.length + plan.resolved.length).toBe(equations.filter(({ gap }) => !gap.isZero()).length);
    expect(open.length).toBeGreaterThan(0);
  });
});
