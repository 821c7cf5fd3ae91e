import { BookBuilder, random, type Book } from './books';

/** What an invented department looks like. */
export interface DepartmentShape {
  readonly seed: number;
  /** Number of 项 in the expenditure tables; about 26 cells each. */
  readonly items: number;
  /** 政府性基金 has data, with opening and closing balances: not a network any more. */
  readonly funds: boolean;
  /** 国有资本经营预算 has data. */
  readonly stateCapital: boolean;
  /** Share of the cells that are not 0, from 0 to 1. */
  readonly density: number;
}

/** A row of a code table: 合计, 类, 款 or 项. */
interface Row {
  readonly children: readonly number[];
  /** Number of the 类 the row belongs to; −1 for 合计. */
  readonly class: number;
}

type Sampler = () => number;

/** A code table as printed: amount numbers by row and column. */
interface Printed {
  readonly rows: readonly Row[];
  readonly cells: readonly (readonly number[])[];
}

const ECONOMIC_GROUPS: readonly (readonly [code: string, items: number])[] = [
  ['301', 13],
  ['302', 27],
  ['303', 11],
  ['310', 6],
];

/** The nine tables of an invented department, consistent to the 分. */
export function makeDepartment(shape: DepartmentShape): Book {
  const sample = random(shape.seed);
  const amount: Sampler = () => Math.floor(10 ** (5 + 4 * sample()));
  const maybe = (share: number): number => (sample() < share * shape.density ? amount() : 0);
  const book = new BookBuilder();
  const tree = codeTree(shape.items, sample);
  const general = leafValues(tree, () => atLeastOne([maybe(0.8), maybe(0.7)], amount));
  const others = leafValues(tree, () => [maybe(0.4), maybe(0.4), maybe(0.1), maybe(0.1), maybe(0.1)]);
  const t05 = printCodeTable(book, '05', tree, general);
  const t03 = printCodeTable(book, '03', tree, general.map((g, i) => (others[i] ?? []).map((o, c) => o + (g[c] ?? 0))));
  const small = codeTree(Math.max(2, Math.round(shape.items / 10)), sample, t05.rows[0]?.children.length ?? 1);
  const t07 = shape.funds ? printFunds(book, small, maybe, amount) : null;
  const capital = leafValues(small, () => [maybe(0.5), amount()]);
  const t08 = shape.stateCapital ? printCodeTable(book, '08', small, capital) : null;
  const t04 = printAppropriation(book, t05, t07, t08, amount);
  const revenue = splitRevenue(book.centsOf(t04.revenue), tree, general, maybe);
  const t02 = printCodeTable(book, '02', tree, revenue);
  book.identity('B04', cell(t02, 0, 1), [t04.revenue]);
  printBasic(book, cell(t05, 0, 1), sample);
  printThreePublic(book, maybe, amount);
  printSummary(book, t02, t03, t04.revenues, maybe);
  return book.build();
}

/** A tree of 类, 款 and 项 with about so many 项, listed as printed: parents before children. */
function codeTree(items: number, sample: Sampler, maxClasses = 24): Row[] {
  const classes = Math.max(1, Math.min(maxClasses, Math.round(items / 5)));
  const quota = Array.from({ length: classes }, (_, i) => Math.floor(items / classes) + (i < items % classes ? 1 : 0));
  const rows: { children: number[]; class: number }[] = [{ children: [], class: -1 }];
  const add = (parent: number, group: number): number => {
    const row = rows.push({ children: [], class: group }) - 1;
    rows[parent]?.children.push(row);
    return row;
  };
  quota.forEach((share, group) => {
    const top = add(0, group);
    for (let left = Math.max(1, share); left > 0; ) {
      const section = add(top, group);
      const size = Math.min(left, 1 + Math.floor(sample() * 5));
      for (let i = 0; i < size; i += 1) add(section, group);
      left -= size;
    }
  });
  return rows;
}

const leafValues = (rows: readonly Row[], values: () => number[]): number[][] =>
  rows.map(({ children }) => (children.length === 0 ? values() : []));

const atLeastOne = (values: number[], amount: Sampler): number[] =>
  values.some((value) => value > 0) ? values : [amount(), ...values.slice(1)];

function cell(table: Printed, row: number, column: number): number {
  const found = table.cells[row]?.[column];
  if (found === undefined) throw new RangeError(`no cell ${row}, ${column}`);
  return found;
}

/** Column 0 is the row's 合计 of the columns behind it; every column adds up along the codes. */
function printCodeTable(
  book: BookBuilder,
  sheet: string,
  rows: readonly Row[],
  leaves: readonly (readonly number[])[],
): Printed {
  const width = Math.max(...leaves.map((values) => values.length));
  const values = addUp(rows, leaves, width);
  const cells = values.map((row, r) =>
    [row.reduce((sum, value) => sum + value, 0), ...row].map((cents, c) => book.add(sheet, r, c, cents)),
  );
  const table = { rows, cells };
  cells.forEach(([total, ...parts]) => {
    if (total !== undefined) book.identity(`${sheet}/columns`, total, parts);
  });
  addColumnSums(book, `${sheet}/codes`, table, width + 1);
  book.lock(...(cells[0] ?? []));
  return table;
}

function addUp(rows: readonly Row[], leaves: readonly (readonly number[])[], width: number): number[][] {
  const values = rows.map((_, r) => Array.from({ length: width }, (__, c) => leaves[r]?.[c] ?? 0));
  for (let r = rows.length - 1; r >= 0; r -= 1) {
    for (const child of rows[r]?.children ?? []) {
      values[r] = (values[r] ?? []).map((value, c) => value + (values[child]?.[c] ?? 0));
    }
  }
  return values;
}

function addColumnSums(book: BookBuilder, rule: string, table: Printed, width: number): void {
  table.rows.forEach(({ children }, r) => {
    for (let c = 0; c < width && children.length > 0; c += 1) {
      book.identity(rule, cell(table, r, c), children.map((child) => cell(table, child, c)));
    }
  });
}

/** 政府性基金: 年初 + 收入 − 小计 = 年末, 小计 = 基本 + 项目, in every row; all six columns add up along the codes. */
function printFunds(
  book: BookBuilder,
  rows: readonly Row[],
  maybe: (share: number) => number,
  amount: Sampler,
): Printed {
  const leaves = leafValues(rows, () => {
    const [opening, basic, project] = [maybe(0.5), maybe(0.6), amount()];
    const closing = Math.max(0, opening + amount() - basic - project);
    return [opening, basic + project + closing - opening, basic + project, basic, project, closing];
  }).map((values) => ((values[1] ?? 0) < 0 ? [0, 0, 0, 0, 0, 0] : values));
  const cells = addUp(rows, leaves, 6).map((row, r) => row.map((cents, c) => book.add('07', r, c, cents)));
  const table = { rows, cells };
  rows.forEach((_, r) => {
    const at = (column: number): number => cell(table, r, column);
    book.identity('07/balance', at(5), [at(0), at(1)], [at(2)]);
    book.identity('07/expenditure', at(2), [at(3), at(4)]);
  });
  addColumnSums(book, '07/codes', table, 6);
  return table;
}

/** 本年收入, 年初 and 年末 in the columns of 07. */
const BALANCE_COLUMNS = [1, 0, 5] as const;

/** 财政拨款收入支出决算总表, its columns 合计 | 一般公共预算 | 政府性基金 | 国有资本, copied from 05, 07 and 08. */
function printAppropriation(
  book: BookBuilder,
  t05: Printed,
  t07: Printed | null,
  t08: Printed | null,
  amount: Sampler,
) {
  const sources = [
    { table: t05, column: 0, name: 'general' },
    ...(t07 === null ? [] : [{ table: t07, column: 2, name: 'funds' }]),
    ...(t08 === null ? [] : [{ table: t08, column: 0, name: 'capital' }]),
  ];
  const expenditure = sources.map(({ table, column }, s) => copy(book, cell(table, 0, column), '04', 100, s + 1));
  const byClass = (t05.rows[0]?.children ?? []).map((_, group) => {
    const parts = sources.flatMap(({ table, column }, s) => {
      const row = (table.rows[0]?.children ?? []).find((child) => table.rows[child]?.class === group);
      return row === undefined ? [] : [{ source: s, amount: copy(book, cell(table, row, column), '04', group, s + 1) }];
    });
    const amounts = parts.map((part) => part.amount);
    const total = book.add('04', group, 0, book.sum(amounts));
    book.identity('A11', total, amounts);
    return { total, parts };
  });
  const lines = sources.map(({ table, name }, s) => {
    const copied = name === 'funds' ? BALANCE_COLUMNS.map((column) => cell(table, 0, column)) : null;
    const balances = copied?.map((of) => book.centsOf(of)) ?? invent(book.centsOf(expenditure[s] ?? 0), amount);
    const printed = balances.map((cents, i) => book.add('04', 101 + i, s + 1, cents));
    copied?.forEach((of, i) => book.identity('B08', printed[i] ?? 0, [of]));
    const [revenue = 0, opening = 0, closing = 0] = printed;
    const total = book.add('04', 104, s + 1, book.centsOf(revenue) + book.centsOf(opening));
    book.identity('A10', total, [revenue, opening]);
    book.identity('A11', total, [expenditure[s] ?? 0, closing]);
    return { revenue, opening, closing, total };
  });
  const across = (row: number, amounts: readonly number[]): number => {
    const total = book.add('04', row, 0, book.sum(amounts));
    book.identity('A10', total, amounts);
    return total;
  };
  const spent = across(100, expenditure);
  const [revenue, opening, closing, total] = (['revenue', 'opening', 'closing', 'total'] as const).map((line, i) =>
    across(101 + i, lines.map((column) => column[line])),
  ) as [number, number, number, number];
  book.identity('A10', total, [revenue, opening]);
  book.identity('A11', total, [spent, closing]);
  book.identity('A11', spent, byClass.map((row) => row.total));
  expenditure.forEach((sum, s) => {
    const parts = byClass.flatMap((row) => row.parts).filter(({ source }) => source === s);
    book.identity('A11', sum, parts.map((part) => part.amount));
  });
  book.lock(spent, total, revenue, ...expenditure, ...lines.map((line) => line.total));
  return { revenue, revenues: lines.map((line) => line.revenue) };
}

/** Revenue, opening and closing balance of a fund that spent so much. */
function invent(spent: number, amount: Sampler): number[] {
  const closing = amount();
  const opening = Math.min(amount(), spent + closing);
  return [spent + closing - opening, opening, closing];
}

function copy(book: BookBuilder, of: number, sheet: string, row: number, column: number): number {
  const printed = book.add(sheet, row, column, book.centsOf(of));
  book.identity('copy', printed, [of]);
  return printed;
}

/** 收入决算表 whose 财政拨款收入 adds up to what 04 says; the other five columns are free. */
function splitRevenue(
  total: number,
  rows: readonly Row[],
  general: readonly (readonly number[])[],
  maybe: (share: number) => number,
) {
  let left = total;
  const last = rows.length - 1;
  return rows.map(({ children }, r) => {
    if (children.length > 0) return [];
    const wanted = (general[r] ?? []).reduce((sum, value) => sum + value, 0);
    const appropriation = r === last ? left : Math.min(left, wanted);
    left -= appropriation;
    return [appropriation, maybe(0.2), maybe(0.3), maybe(0.1), maybe(0.1), maybe(0.3)];
  });
}

/** 基本支出决算表: the economic items of the 基本支出 total of 05. */
function printBasic(book: BookBuilder, basic: number, sample: Sampler): void {
  const count = ECONOMIC_GROUPS.reduce((sum, [, items]) => sum + items, 0);
  const weights = Array.from({ length: count }, () => (sample() < 0.6 ? 10 ** (3 * sample()) : 0));
  weights[0] = 1;
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((weight / sum) * book.centsOf(basic)));
  shares[0] = (shares[0] ?? 0) + book.centsOf(basic) - shares.reduce((a, b) => a + b, 0);
  let first = 0;
  const groups = ECONOMIC_GROUPS.map(([code, items], column) => {
    const cells = Array.from({ length: items }, (_, i) =>
      book.add('06', i + 1, column, shares[first + i] ?? 0, `${code} 第${i + 1}款`),
    );
    first += items;
    const total = book.add('06', 0, column, book.sum(cells), code);
    book.identity('A13', total, cells);
    return total;
  });
  const [personnel, operating] = [[groups[0], groups[2]], [groups[1], groups[3]]].map((parts, i) => {
    const terms = parts.filter((part) => part !== undefined);
    const total = book.add('06', 99, i, book.sum(terms), i === 0 ? '人员经费合计' : '公用经费合计');
    book.identity('A14', total, terms);
    book.spare(total);
    return total;
  }) as [number, number];
  book.identity('B07', basic, [personnel, operating]);
}

/** “三公”经费: 预算 and 决算, six columns each. */
function printThreePublic(book: BookBuilder, maybe: (share: number) => number, amount: Sampler): void {
  for (const first of [0, 6]) {
    const [overseas, purchase, running, hospitality] = [maybe(0.5), maybe(0.5), amount(), maybe(0.7)];
    const sum = overseas + purchase + running + hospitality;
    const values = [sum, overseas, purchase + running, purchase, running, hospitality];
    const [total = 0, abroad = 0, vehicles = 0, bought = 0, run = 0, received = 0] = values.map((cents, i) =>
      book.add('09', 0, first + i, cents),
    );
    book.identity('A15', total, [abroad, vehicles, received]);
    book.identity('A15', vehicles, [bought, run]);
  }
}

/** 收入支出决算总表, copied from 02, 03 and 04. */
function printSummary(
  book: BookBuilder,
  t02: Printed,
  t03: Printed,
  revenues: readonly number[],
  maybe: (share: number) => number,
): void {
  const appropriation = revenues.map((of, i) => copy(book, of, '01', i, 0));
  const others = [2, 3, 4, 5, 6].map((column) => copy(book, cell(t02, 0, column), '01', column + 2, 0));
  const revenue = copy(book, cell(t02, 0, 0), '01', 30, 0);
  const expenditure = copy(book, cell(t03, 0, 0), '01', 30, 1);
  const classes = (t03.rows[0]?.children ?? []).map((row, i) => copy(book, cell(t03, row, 0), '01', i, 1));
  book.identity('A01', revenue, [...appropriation, ...others]);
  book.identity('A02', expenditure, classes);
  const [received, spent] = [book.centsOf(revenue), book.centsOf(expenditure)];
  const [used, distributed] = [maybe(0.5), maybe(0.3)];
  const surplus = received + used - spent - distributed;
  const opening = Math.max(5_555_555, -surplus);
  const left = [used, opening].map((cents, i) => book.add('01', 31 + i, 0, cents));
  const right = [distributed, surplus + opening].map((cents, i) => book.add('01', 31 + i, 1, cents));
  const totals = [0, 1].map((column) => book.add('01', 34, column, received + used + opening)) as [number, number];
  book.identity('A03', totals[0], [revenue, ...left]);
  book.identity('A04', totals[1], [expenditure, ...right]);
  book.identity('A05', totals[1], [totals[0]]);
  book.lock(revenue, expenditure, ...totals);
}
