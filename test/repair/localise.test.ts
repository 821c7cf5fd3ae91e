import Decimal from 'decimal.js';
import { evaluate, type Equation } from '../../src/check/equation';
import type { Cause } from '../../src/check/finding';
import { figureOf } from '../../src/money/figure';
import { localise, type Explanation, type Group, type LocaliseContext } from '../../src/repair/localise';
import { random, publish } from '../support/books';
import { makeDepartment } from '../support/department';
import { fixture, type Fixture } from './localise-fixtures';
import { makeMistakes } from './localise-mistakes';

type Answer = readonly [cell: string, value: string | null, cause: Cause | null];

const answerOf = ({ suspects }: Explanation): Answer[] =>
  suspects.map(({ figure, value, cause }) => [figure.label, value?.toFixed(2) ?? null, cause]);

const verdictsOf = (groups: readonly Group[]): string[] => groups.map(({ verdict }) => verdict);

/** The cells singled out in all groups, in the order of their names. */
function named(groups: readonly Group[]): Answer[] {
  return groups
    .flatMap(({ verdict, explanations }) => (verdict === 'unique' ? explanations.slice(0, 1) : []))
    .flatMap(answerOf)
    .sort(([a], [b]) => a.localeCompare(b));
}

/** The cells of all explanations of a group, the likeliest first. */
function suspected(group: Group | undefined): string[] {
  return (group?.explanations ?? []).map((explanation) => answerOf(explanation).map(([cell]) => cell).join('+'));
}

/** 02, 03 and 05 of a department with one 类; each cell is right unless the test says otherwise. */
function threeTables(wrong: Parameters<typeof fixture>[0]): Fixture {
  const rows = [7, 8, 9, 10, 11, 12, 13, 14, 15];
  const total = [941.95, 941.95, 4.8, 4.8, 36, 36, 901.15, 843.9, 57.25];
  const basic = [812.4, 812.4, null, null, null, null, 812.4, 812.4, null];
  const project = [129.55, 129.55, 4.8, 4.8, 36, 36, 88.75, 31.5, 57.25];
  const column = (name: string, amounts: readonly (number | null)[]): Record<string, number | null> =>
    Object.fromEntries(rows.map((row, index) => [`${name}${row}`, amounts[index] ?? null]));
  const values = {
    ...column('02!C', total),
    ...column('02!D', total),
    ...column('02!E', []),
    ...column('03!C', total),
    ...column('03!D', basic),
    ...column('03!E', project),
    ...column('05!C', total),
    ...column('05!D', basic),
    ...column('05!E', project),
    ...wrong,
  };
  const levels = (name: string): string[] => [
    `${name}7 = ${name}8`,
    `${name}8 = ${name}9 + ${name}11 + ${name}13`,
    `${name}9 = ${name}10`,
    `${name}11 = ${name}12`,
    `${name}13 = ${name}14 + ${name}15`,
  ];
  const identities = ['02', '03', '05'].flatMap((sheet) => [
    ...['C', 'D', 'E'].flatMap((letter) => levels(`${sheet}!${letter}`)),
    ...rows.map((row) => `${sheet}!C${row} = ${sheet}!D${row} + ${sheet}!E${row}`),
  ]);
  const copies = rows.flatMap((row) => [
    `03!C${row} = 02!C${row}`,
    ...['C', 'D', 'E'].map((letter) => `03!${letter}${row} = 05!${letter}${row}`),
  ]);
  return fixture(values, [...identities, ...copies]);
}

describe('a clean book', () => {
  it('has no group', () => {
    expect(localise(threeTables({}).equations)).toEqual([]);
    expect(localise([])).toEqual([]);
  });

  it('has none for ordinary rounding either', () => {
    expect(localise(threeTables({ '03!C8': 941.96 }).equations)).toEqual([]);
  });
});

describe('one amount in 元 and two blanks', () => {
  const groups = localise(threeTables({ '02!C12': 360000, '03!E13': null, '03!E14': null }).equations);

  it('have one explanation of three cells for their nine violated identities', () => {
    expect(groups.flatMap(({ broken }) => broken)).toHaveLength(9);
    expect(groups.flatMap(({ explanations }) => explanations.length)).toEqual(groups.map(() => 1));
    expect(named(groups)).toEqual([
      ['02!C12', '36.00', 'unit'],
      ['03!E13', '88.75', 'blank'],
      ['03!E14', '31.50', 'blank'],
    ]);
  });
});

describe('totals that took over one item’s amounts', () => {
  it('are named, with the two blanks beside them', () => {
    const { equations } = threeTables({
      '05!C8': 843.9, '05!C13': 843.9, '05!E8': 31.5, '05!E13': 31.5, '05!D13': null, '05!D14': null,
    });
    expect(named(localise(equations))).toEqual([
      ['05!C13', '901.15', null],
      ['05!C8', '941.95', null],
      ['05!D13', '812.40', 'blank'],
      ['05!D14', '812.40', 'blank'],
      ['05!E13', '88.75', null],
      ['05!E8', '129.55', null],
    ]);
  });
});

describe('a single wrong cell', () => {
  const cases: readonly (readonly [cell: string, wrong: number | null, right: string, cause: Cause | null])[] = [
    ['05!C9', 4.08, '4.80', 'transposition'],
    ['03!C14', 834.9, '843.90', 'transposition'],
    ['02!D15', 75.25, '57.25', 'transposition'],
    ['03!D7', 812.9, '812.40', 'digit'],
    ['05!E15', 5.725, '57.25', 'decimal'],
    ['02!C11', -36, '36.00', 'sign'],
    ['03!E12', 0, '36.00', 'zero'],
    ['03!D9', 4.8, '0.00', null],
  ];
  it.each(cases)('%s holding %p is found alone', (cell, wrong, right, cause) => {
    const groups = localise(threeTables({ [cell]: wrong }).equations);
    expect(verdictsOf(groups)).toEqual(['unique']);
    expect(named(groups)).toEqual([[cell, right, cause]]);
  });

  it('is a wrong copy where other copies agree', () => {
    const values = { '01!C7': 529.11, '02!D7': 529.11, '04!C7': 592.11, '01!C9': 529.11 };
    const identities = ['02!D7 = 01!C7', '04!C7 = 01!C7', '04!C7 = 02!D7', '01!C9 = 01!C7'];
    expect(named(localise(fixture(values, identities).equations))).toEqual([['04!C7', '529.11', 'transposition']]);
  });

  it('keeps the interval that rounding leaves it', () => {
    const { equations } = fixture({ t: 100.02, a: 10.01, b: 80 }, ['t = a + b']);
    const total = localise(equations)[0]?.explanations.flatMap(({ suspects }) => suspects)
      .find(({ figure }) => figure.label === 't');
    expect(total?.interval?.map((amount) => amount.toFixed(3))).toEqual(['89.995', '90.025']);
  });
});

describe('the economic items', () => {
  const items = { '06!C8': 12.1, '06!C9': 40.25, '06!C10': 9.06, '06!C11': 1.8, '06!C12': 25.19 };
  const sum = '06!C7 = 06!C8 + 06!C9 + 06!C10 + 06!C11 + 06!C12';
  const identities = [sum, '06!C20 = 06!C7 + 06!F7'];

  it('that miss their total by what no slip explains are all suspects', () => {
    const { equations } = fixture({ ...items, '06!C7': 87.41, '06!F7': 500, '06!C20': 587.41 }, identities);
    const groups = localise(equations);
    expect(verdictsOf(groups)).toEqual(['several']);
    expect(suspected(groups[0]).sort()).toEqual(Object.keys(items).sort());
    expect(named(groups)).toEqual([]);
  });

  it.each([
    ['06!C11', 18000, '1.80', 'unit'],
    ['06!C9', 42.05, '40.25', 'transposition'],
    ['06!C12', 251.9, '25.19', 'decimal'],
  ] as const)('leave %s as the prime suspect where %p is a known mistake', (cell, wrong, right, cause) => {
    const values = { ...items, '06!C7': 88.4, '06!F7': 500, '06!C20': 588.4, [cell]: wrong };
    const groups = localise(fixture(values, identities).equations);
    expect(verdictsOf(groups)).toEqual(['unique']);
    expect(groups[0]?.explanations).toHaveLength(5);
    expect(answerOf(groups[0]?.explanations[0] ?? { suspects: [], cost: 0 })).toEqual([[cell, right, cause]]);
  });

  it('accuse nobody where two known mistakes are about as plausible', () => {
    const values = { '06!C7': 100, '06!C8': 12.1, '06!C9': 21.2, '06!C10': 67.6, '06!F7': 1, '06!C20': 101 };
    const { equations } = fixture(values, ['06!C7 = 06!C8 + 06!C9 + 06!C10', '06!C20 = 06!C7 + 06!F7']);
    const groups = localise(equations);
    expect(verdictsOf(groups)).toEqual(['several']);
    expect(groups[0]?.explanations.filter(({ suspects }) => suspects[0]?.cause !== null).length).toBeGreaterThan(1);
  });

  it('do not hide a total beside them that is wrong for another reason', () => {
    const { equations } = fixture({ ...items, '06!C7': 87.41, '06!F7': 500, '06!C20': 5874100 }, identities);
    const groups = localise(equations);
    expect(named(groups)).toEqual([['06!C20', '587.41', 'unit']]);
    expect(verdictsOf(groups).sort()).toEqual(['several', 'unique']);
  });
});

describe('what is known beyond the identities', () => {
  const values = { '07!A1': 60, '07!A2': 31.5, '07!A3': 17.13 };
  const { equations } = fixture(values, ['07!A1 = 07!A2 + 07!A3']);
  const when = (context: LocaliseContext): readonly Group[] => localise(equations, context);

  it('is nothing: three suspects', () => {
    expect(verdictsOf(when({}))).toEqual(['several']);
    expect(suspected(when({})[0])).toHaveLength(3);
  });

  it('singles out the cell that repeats last year', () => {
    const lastYear: LocaliseContext['lastYear'] = ({ label }) => (label === '07!A3' ? new Decimal('17.13') : null);
    expect(named(when({ lastYear }))).toEqual([['07!A3', '28.50', 'last-year']]);
  });

  it('singles out the cell that repeats its neighbour', () => {
    const neighbours: LocaliseContext['neighbours'] = ({ label }) => (label === '07!A2' ? [new Decimal('31.5')] : []);
    expect(named(when({ neighbours }))).toEqual([['07!A2', '42.87', 'neighbour']]);
  });
});

describe('formulas', () => {
  it('are suspected after typed cells', () => {
    const values = { '01!C9': { formula: '=SUM(C7:C8)', value: 977.13 }, '03!C7': 1340.25 };
    const groups = localise(fixture(values, ['01!C9 = 03!C7']).equations);
    expect(suspected(groups[0])).toEqual(['03!C7', '01!C9']);
    expect(verdictsOf(groups)).toEqual(['several']);
  });
});

describe('amounts that two cells exchanged', () => {
  it('are explained together although no violated identity has both', () => {
    const swapped = threeTables({ '05!E14': 57.25, '05!E15': 31.5 });
    const groups = localise(swapped.equations);
    expect(verdictsOf(groups)).toEqual(['unique']);
    expect(named(groups)).toEqual([
      ['05!E14', '31.50', null],
      ['05!E15', '57.25', null],
    ]);
  });
});

describe('a table in 元', () => {
  it('is compared with one in 万元 by what both show', () => {
    const cell = (sheet: string, value: number, unit: '元' | '万元') =>
      figureOf(sheet, { sheet, row: 0, column: 0 }, { value, text: '', formula: null }, unit);
    const base = cell('财决03', 40231056.78, '元');
    const published = cell('公开03', 4032.11, '万元');
    const copy = cell('公开01', 4023.11, '万元');
    const equations = [
      evaluate('A', { total: published, terms: [base] }),
      evaluate('B', { total: copy, terms: [base] }),
      evaluate('C', { total: copy, terms: [published] }),
    ].filter((equation): equation is Equation => equation !== null);
    expect(named(localise(equations))).toEqual([['公开03', '4023.11', 'transposition']]);
  });
});

describe('the effort', () => {
  const { equations } = threeTables({
    '05!C8': 843.9, '05!C13': 843.9, '05!E8': 31.5, '05!E13': 31.5, '05!D13': null, '05!D14': null,
  });

  it.each([{ nodes: 3 }, { cells: 2 }, { explanations: 0 }])('is bounded by %p: unknown, nobody named', (limits) => {
    const unknown = localise(equations, { limits }).filter(({ verdict }) => verdict === 'unknown');
    expect(unknown).not.toEqual([]);
    expect(unknown.flatMap(({ explanations }) => explanations)).toEqual([]);
  });

  it('stays small in a book of 5,000 cells', () => {
    const book = makeDepartment({ seed: 3, items: 200, funds: true, stateCapital: true, density: 0.8 });
    const publication = { digits: 'rounded', unit: '万元', zero: null } as const;
    const { equations: large, figures } = makeMistakes(book, random(5), 4, publication);
    expect(figures.length).toBeGreaterThan(5000);
    const processorTimes = Array.from({ length: 7 }, () => {
      const begin = process.cpuUsage();
      expect(verdictsOf(localise(large))).not.toContain('unknown');
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1000;
    });
    expect(Math.min(...processorTimes)).toBeLessThan(100);
  });
});

describe('localising', () => {
  it('is a function of its input, which it leaves as it is', () => {
    const book = makeDepartment({ seed: 11, items: 12, funds: false, stateCapital: true, density: 0.7 });
    const { equations } = makeMistakes(book, random(2), 3, { digits: 'rounded', unit: '万元', zero: 0 });
    equations.forEach((equation) => {
      Object.freeze(equation);
      [equation.terms, equation.less].forEach(Object.freeze);
    });
    expect(localise(Object.freeze(equations))).toEqual(localise(equations));
    expect(localise(publish(book).equations)).toEqual([]);
  });
});
