import type { Figure } from '../../src/money/figure';
import { localise } from '../../src/repair/localise';
import { afterShifts, detectShifts, type Shift } from '../../src/repair/shift';
import { publish, random, type Book } from '../support/books';
import { makeDepartment } from '../support/department';
import { columnsOf, fixture, type Fixture } from './localise-fixtures';
import { makeMistakes, withValues } from './localise-mistakes';

type Told = readonly [cell: string, value: string | null];

const tell = ({ figures, values }: Shift): Told[] =>
  figures.map((figure, index) => [figure.label, values[index]?.toFixed(2) ?? null]);

const detect = ({ figures, equations }: Fixture): readonly Shift[] =>
  detectShifts(columnsOf(figures.values()), equations);

/** 05 as it should be, and 02 and 03 without the row of 2101103 (05!26). */
function healthTables(wrong: Record<string, number | null> = {}): Fixture {
  const block = { 7: 1113.51, 8: 812.31, 17: 130.22, 24: 96.83, 25: 96.83, 26: 38.27, 27: 20.15, 28: 38.41, 29: 74.15 };
  const lacking = { 7: 1113.51, 8: 812.31, 17: 130.22, 24: 96.83, 25: 96.83, 26: 38.27, 27: 58.56, 28: 74.15 };
  const column = (name: string, rows: Record<number, number>): [string, number][] =>
    Object.entries(rows).map(([row, amount]) => [`${name}${row}`, amount]);
  const values = Object.fromEntries([
    ...column('05!C', block),
    ...column('05!D', block),
    ...['02!C', '02!D', '03!C', '03!D'].flatMap((name) => column(name, lacking)),
  ]);
  const sums = (name: string, last: string): string[] => [
    `${name}7 = ${name}8 + ${name}17 + ${name}24 + ${name}${last}`,
    `${name}24 = ${name}25`,
  ];
  const identities = [
    ...['C', 'D'].flatMap((letter) => [
      ...sums(`05!${letter}`, '29'),
      `05!${letter}25 = 05!${letter}26 + 05!${letter}27 + 05!${letter}28`,
    ]),
    ...['02!C', '02!D', '03!C', '03!D'].flatMap((name) => [...sums(name, '28'), `${name}25 = ${name}26 + ${name}27`]),
    ...Object.keys(block).map((row) => `05!C${row} = 05!D${row}`),
    ...Object.keys(lacking).flatMap((row) => [
      `02!C${row} = 02!D${row}`,
      `03!C${row} = 03!D${row}`,
      `03!C${row} = 02!C${row}`,
    ]),
    ...['C', 'D'].flatMap((letter) => [
      ...[7, 8, 17, 24, 25, 26].map((row) => `03!${letter}${row} = 05!${letter}${row}`),
      `03!${letter}28 = 05!${letter}29`,
    ]),
  ];
  return fixture({ ...values, ...wrong }, identities);
}

describe('a block that slid up in two tables that lack a row', () => {
  const everywhere = (row: number, amount: number): [string, number][] =>
    ['02!C', '02!D', '03!C', '03!D'].map((name) => [`${name}${row}`, amount]);
  const amounts = { 24: 105.44, 25: 38.27, 26: 20.15, 27: 38.41 };
  const slid = healthTables(
    Object.fromEntries(Object.entries(amounts).flatMap(([row, amount]) => everywhere(Number(row), amount))),
  );
  const shifts = detect(slid);

  it('is one finding for each table, naming the block and the shift', () => {
    expect(shifts.map(({ offset }) => offset)).toEqual([1, 1]);
    expect(shifts.map(tell)).toEqual(
      ['03', '02'].map((sheet) => [
        [`${sheet}!C25`, '96.83'],
        [`${sheet}!C26`, '38.27'],
        [`${sheet}!D25`, '96.83'],
        [`${sheet}!D26`, '38.27'],
      ]),
    );
  });

  it('says which sums miss the row', () => {
    expect(shifts.flatMap(({ incomplete }) => incomplete.map(({ total }) => total.label)).sort()).toEqual([
      '02!C25', '02!D25', '03!C25', '03!D25',
    ]);
  });

  it('explains the identities it mends, and leaves the wrong 类 to the localiser', () => {
    expect(shifts.every(({ explained }) => explained.length > 0)).toBe(true);
    const groups = localise(afterShifts(slid.equations, shifts));
    const named = groups.flatMap(({ verdict, explanations }) =>
      verdict === 'unique' ? (explanations[0]?.suspects ?? []) : [],
    );
    expect(named.map(({ figure, value }) => [figure.label, value?.toFixed(2)]).sort()).toEqual(
      ['02!C24', '02!D24', '03!C24', '03!D24'].map((cell) => [cell, '96.83']),
    );
  });
});

describe('tables in order', () => {
  it('have no shift', () => {
    expect(detect(healthTables())).toEqual([]);
  });

  it('have none where a single cell is wrong', () => {
    expect(detect(healthTables({ '05!C26': 32.87 }))).toEqual([]);
    expect(detect(healthTables({ '03!D25': null }))).toEqual([]);
  });
});

/** 03 of one 类 with two 款; the row identities tie the columns, so that no column can have slipped alone. */
function spending(wrong: Record<string, number | null> = {}): Fixture {
  const rows = [6, 7, 8, 9, 10, 11, 12, 13];
  const basic = [130.4, 130.4, 118.3, 90.1, 28.2, 12.1, 7.35, 4.75];
  const project = [95.6, 95.6, 41.2, 30.7, 10.5, 54.4, 31.15, 23.25];
  const column = (letter: string, amounts: readonly number[]): [string, number][] =>
    rows.map((row, index) => [`03!${letter}${row}`, amounts[index] ?? 0]);
  const values = Object.fromEntries([
    ...column('C', basic.map((amount, index) => Number((amount + (project[index] ?? 0)).toFixed(2)))),
    ...column('D', basic),
    ...column('E', project),
  ]);
  const levels = (letter: string): string[] => [
    `03!${letter}6 = 03!${letter}7`,
    `03!${letter}7 = 03!${letter}8 + 03!${letter}11`,
    `03!${letter}8 = 03!${letter}9 + 03!${letter}10`,
    `03!${letter}11 = 03!${letter}12 + 03!${letter}13`,
  ];
  const identities = [
    ...['C', 'D', 'E'].flatMap(levels),
    ...rows.map((row) => `03!C${row} = 03!D${row} + 03!E${row}`),
  ];
  return fixture({ ...values, ...wrong }, identities);
}

describe('rows that slid down in all columns', () => {
  const slid = { C: [null, 159.5, 120.8], D: [null, 118.3, 90.1], E: [null, 41.2, 30.7] };
  const wrong = Object.fromEntries(
    Object.entries(slid).flatMap(([letter, amounts]) =>
      amounts.map((amount, index): [string, number | null] => [`03!${letter}${8 + index}`, amount]),
    ),
  );

  it('are one block, with every amount put back but for two items of which only the sum is known', () => {
    expect(detect(spending(wrong)).map(tell)).toEqual([[
      ['03!C8', '159.50'], ['03!C9', null], ['03!C10', null],
      ['03!D8', '118.30'], ['03!D9', null], ['03!D10', null],
      ['03!E8', '41.20'], ['03!E9', null], ['03!E10', null],
    ]]);
  });
});

describe('one wrong row', () => {
  it('is no block, though the amounts above it would fit', () => {
    expect(detect(spending({ '03!C7': null, '03!D7': null, '03!E7': null }))).toEqual([]);
    expect(detect(spending({ '03!E12': 0 }))).toEqual([]);
  });
});

interface Slide {
  readonly book: Book;
  readonly figures: readonly Figure[];
  /** The amounts that stand elsewhere now, by their number. */
  readonly values: ReadonlyMap<number, number | null>;
  readonly offset: number;
}

const PUBLICATION = { digits: 'rounded', unit: '万元', zero: null } as const;

/** Books in which rows of one column of 03 or 05 stand one or two rows away from where they belong. */
function slides(): Slide[] {
  return Array.from({ length: 60 }, (_, seed): Slide | null => {
    const sample = random(7 * seed);
    const items = 8 + Math.floor(sample() * 30);
    const book = makeDepartment({ seed, items, funds: false, stateCapital: false, density: 0.8 });
    const { figures } = publish(book, PUBLICATION);
    const columns = columnsOf(figures).filter(([top]) => top !== undefined && ['03', '05'].includes(top.cell.sheet));
    const column = columns[Math.floor(sample() * columns.length)] ?? [];
    const offset = [1, -1, 2, -2][seed % 4] ?? 1;
    const length = 4 + Math.floor(sample() * 5);
    const first = 2 + Math.floor(sample() * (column.length - length - 4));
    const block = column.slice(first, first + length);
    const number = (row: number): number => figures.findIndex((figure) => figure === column[row]);
    const values = new Map<number, number | null>();
    block.forEach((__, at) => values.set(number(first + at), null));
    block.forEach(({ blank, shown }, at) => values.set(number(first + at - offset), blank ? null : shown.toNumber()));
    const distinct = new Set(block.filter(({ blank }) => !blank).map(({ shown }) => shown.toString()));
    return first >= 2 && distinct.size >= 3 ? { book, figures, values, offset } : null;
  }).filter((slide): slide is Slide => slide !== null);
}

describe('generated columns', () => {
  it('that slid by one or two rows are found, and hardly an amount is told that does not belong there', () => {
    const all = slides();
    let found = 0;
    let amounts = 0;
    let told = 0;
    let placed = 0;
    for (const { book, figures, values, offset } of all) {
      const wrong = withValues(book, figures, values);
      if (wrong.equations.every(({ verdict }) => verdict !== 'error')) continue;
      const shifts = detectShifts(columnsOf(wrong.figures), wrong.equations);
      if (shifts.some((shift) => shift.offset === offset)) found += 1;
      const corrected = new Map(shifts.flatMap(tell));
      for (const [number, value] of values) {
        const figure = figures[number];
        if (figure === undefined || figure.blank || (value !== null && figure.shown.eq(value))) continue;
        amounts += 1;
        const amount = corrected.get(figure.label) ?? null;
        if (amount === null) continue;
        told += 1;
        if (figure.shown.minus(amount).abs().lte('0.0501')) placed += 1;
      }
      const errors = (equations: typeof wrong.equations): number =>
        equations.filter(({ verdict }) => verdict === 'error').length;
      if (shifts.length > 0) expect(errors(afterShifts(wrong.equations, shifts))).toBeLessThan(errors(wrong.equations));
    }
    expect(all.length).toBeGreaterThan(25);
    expect(found / all.length).toBeGreaterThanOrEqual(0.9);
    expect(told / amounts).toBeGreaterThanOrEqual(0.8);
    expect(placed / told).toBeGreaterThanOrEqual(0.99);
  });

  it('with single wrong cells are no shifts', () => {
    let taken = 0;
    const runs = Array.from({ length: 60 }, (_, seed) => {
      const book = makeDepartment({ seed, items: 12, funds: true, stateCapital: true, density: 0.7 });
      return makeMistakes(book, random(seed), 1 + (seed % 4), PUBLICATION);
    });
    for (const { figures, equations } of runs) taken += detectShifts(columnsOf(figures), equations).length;
    expect(taken).toBeLessThanOrEqual(1);
  });
});

/** 款 and the 项 below them in one column, of which another table may repeat all. */
function listed(wrong: Record<number, number | null>, repeated: boolean): Fixture {
  const amounts = { 7: 311.7, 8: 61.2, 9: 10.4, 10: 20.3, 11: 30.5, 12: 250.5, 13: 71.3, 14: 42.6, 15: 55.9, 16: 80.7 };
  const rows = Object.entries(amounts);
  const values = {
    ...Object.fromEntries(rows.map(([row, amount]) => [`03!C${row}`, amount])),
    ...Object.fromEntries(Object.entries(wrong).map(([row, amount]) => [`03!C${row}`, amount])),
    ...(repeated ? Object.fromEntries(rows.map(([row, amount]) => [`05!C${row}`, amount])) : {}),
  };
  return fixture(values, [
    '03!C7 = 03!C8 + 03!C12',
    '03!C8 = 03!C9 + 03!C10 + 03!C11',
    '03!C12 = 03!C13 + 03!C14 + 03!C15 + 03!C16',
    ...(repeated ? rows.map(([row]) => `03!C${row} = 05!C${row}`) : []),
  ]);
}

interface End {
  readonly name: string;
  readonly because: string;
  readonly wrong: Record<number, number | null>;
  readonly repeated: boolean;
  readonly told: readonly Told[];
}

const ENDS: readonly End[] = [
  {
    name: 'between two items of one sum, down',
    because: 'row 14 may have been overwritten or row 13, and their sum is all that is known',
    wrong: { 9: null, 10: 10.4, 11: 20.3, 12: 30.5, 13: 250.5, 14: 71.3 },
    repeated: false,
    told: [['03!C9', '10.40'], ['03!C10', '20.30'], ['03!C11', '30.50'], ['03!C12', '250.50'], ['03!C13', null]],
  },
  {
    name: 'between two items of one sum, up',
    because: 'the same at the other end',
    wrong: { 10: 30.5, 11: 250.5, 12: 71.3, 13: 42.6, 14: 55.9, 15: 80.7, 16: null },
    repeated: false,
    told: [
      ['03!C11', null], ['03!C12', '250.50'], ['03!C13', '71.30'], ['03!C14', '42.60'], ['03!C15', '55.90'],
      ['03!C16', '80.70'],
    ],
  },
  {
    name: 'between two items that another table repeats',
    because: 'that table tells each of them',
    wrong: { 9: null, 10: 10.4, 11: 20.3, 12: 30.5, 13: 250.5, 14: 71.3 },
    repeated: true,
    told: [
      ['03!C9', '10.40'], ['03!C10', '20.30'], ['03!C11', '30.50'], ['03!C12', '250.50'], ['03!C13', '71.30'],
      ['03!C14', '42.60'],
    ],
  },
  {
    name: 'between a 款 and its items',
    because: 'the 款 is told by 合计, and the only item left by the 款',
    wrong: { 9: null, 10: 10.4, 11: 20.3, 12: 30.5 },
    repeated: false,
    told: [['03!C9', '10.40'], ['03!C10', '20.30'], ['03!C11', '30.50'], ['03!C12', '250.50']],
  },
];

describe('the end of a block', () => {
  it.each(ENDS)('$name: $because', ({ wrong, repeated, told }) => {
    expect(detect(listed(wrong, repeated)).flatMap(tell)).toEqual(told);
  });
});
