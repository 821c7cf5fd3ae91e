import { BookBuilder, random, type Book } from './books';

/** Several dense code tables under the same 类, whose 类 and 合计 rows agree from table to table. */
export interface StressShape {
  readonly seed: number;
  readonly tables: number;
  /** Rows of each table; six columns, the first the total of the others. */
  readonly rows: number;
}

interface Row {
  readonly children: readonly number[];
}

const PARTS = 5;

/** A book for measuring time: as regular as tables can be, and as large as one likes. */
export function makeStressBook({ seed, tables, rows }: StressShape): Book {
  const sample = random(seed);
  const book = new BookBuilder();
  const classes = Math.max(2, Math.round(rows / 12));
  let above: number[] | null = null;
  for (let table = 0; table < tables; table += 1) {
    const tree = stressTree(rows, classes, sample);
    const leaves = tree.map(({ children }) =>
      children.length > 0 ? [] : Array.from({ length: PARTS }, () => Math.floor(10 ** (5 + 4 * sample()))),
    );
    if (above !== null) agree(tree, leaves, above.map((amount) => book.centsOf(amount)));
    const totals = printTable(book, `S${table}`, tree, leaves, classes);
    above?.forEach((amount, i) => book.identity('copy', totals[i] ?? 0, [amount]));
    above = totals;
  }
  return book.build();
}

/** 合计 in row 0, the 类 in the rows 1 … classes, then 款 with their 项 until there are rows enough. */
function stressTree(size: number, classes: number, sample: () => number): Row[] {
  const rows: { children: number[] }[] = [{ children: [] }];
  const add = (parent: number): number => {
    const row = rows.push({ children: [] }) - 1;
    rows[parent]?.children.push(row);
    return row;
  };
  for (let i = 0; i < classes; i += 1) add(0);
  for (let next = 0; rows.length < size; next += 1) {
    const section = add(1 + (next % classes));
    for (let items = 1 + Math.floor(sample() * 4); items > 0 && rows.length < size; items -= 1) add(section);
  }
  return rows;
}

/** Scales the items of each 类 down where need be, and tops one up, until its total is the one wanted. */
function agree(tree: readonly Row[], leaves: number[][], totals: readonly number[]): void {
  const leavesUnder = (row: number): number[] => {
    const { children } = tree[row] ?? { children: [] };
    return children.length === 0 ? [row] : children.flatMap(leavesUnder);
  };
  tree[0]?.children.forEach((row, i) => {
    const under = leavesUnder(row);
    const sum = (): number => under.reduce((s, leaf) => s + (leaves[leaf] ?? []).reduce((a, b) => a + b, 0), 0);
    const wanted = totals[i + 1] ?? 0;
    const scale = Math.min(1, (0.9 * wanted) / sum());
    for (const leaf of under) leaves[leaf] = (leaves[leaf] ?? []).map((cents) => Math.floor(cents * scale));
    const [first = 0] = under;
    leaves[first] = (leaves[first] ?? []).map((cents, c) => (c === 0 ? cents + wanted - sum() : cents));
  });
}

/** Prints a table and gives the totals of its 合计 row and of its 类. */
function printTable(book: BookBuilder, sheet: string, tree: readonly Row[], leaves: readonly (readonly number[])[], classes: number): number[] {
  const values = tree.map((_, r) => Array.from({ length: PARTS }, (__, c) => leaves[r]?.[c] ?? 0));
  for (let r = tree.length - 1; r >= 0; r -= 1) {
    for (const child of tree[r]?.children ?? []) values[r] = (values[r] ?? []).map((value, c) => value + (values[child]?.[c] ?? 0));
  }
  const cells = values.map((row, r) => [row.reduce((a, b) => a + b, 0), ...row].map((cents, c) => book.add(sheet, r, c, cents)));
  cells.forEach(([total = 0, ...parts]) => book.identity(`${sheet}/columns`, total, parts));
  tree.forEach(({ children }, r) => {
    if (children.length === 0) return;
    cells[r]?.forEach((total, c) => book.identity(`${sheet}/codes`, total, children.map((child) => cells[child]?.[c] ?? 0)));
  });
  return cells.slice(0, classes + 1).map(([total = 0]) => total);
}
