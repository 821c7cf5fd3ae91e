import type { EquationSpec } from '../check/equation';
import { identity, type IdentityRule } from '../check/rule';
import type { Accounts, CodedRow, CodedTable } from '../tables/accounts';
import { TABLES, type TableKey } from '../tables/registry';
import { keysOf } from '../tables/layout/aliases';

const PARENT_LENGTH: Readonly<Record<number, number>> = { 5: 3, 7: 5 };

/** The code of the row above in the classification: 2010301 → 20103 → 201; '' for a class. */
export function parentCode(code: string): string {
  return code.slice(0, PARENT_LENGTH[code.length] ?? 0);
}

/** The rows directly under a code. */
export function childrenOf<Column extends string>(table: CodedTable<Column>, code: string): CodedRow<Column>[] {
  return table.rows.filter((row) => row.code !== code && parentCode(row.code) === code);
}

type CodedKey = {
  [Key in TableKey]: NonNullable<Accounts[Key]> extends CodedTable<never> ? Key : never;
}[TableKey];

/** What holds in every table by functional classification: the 合计 row over the classes, a code over its parts. */
export function hierarchyRules(key: CodedKey): readonly IdentityRule[] {
  const stem = TABLES[key].id;
  return [
    identity({
      id: `${stem}/total`,
      statement: '每列：合计 = 各类之和',
      source: 'A07',
      reads: [key],
      equations: (tables) => totalEquations<string>(tables[key]),
    }),
    identity({
      id: `${stem}/levels`,
      statement: '每列：类 = 所属各款之和，款 = 所属各项之和',
      source: 'A08',
      reads: [key],
      equations: (tables) => levelEquations<string>(tables[key]),
    }),
  ];
}

/** 合计 = Σ 类, for every column. A table that prints no classes is summed over its topmost rows. */
function* totalEquations<Column extends string>(table: CodedTable<Column>): Generator<EquationSpec> {
  const { total } = table;
  if (total === null) return;
  const codes = new Set(table.rows.map(({ code }) => code));
  const topmost = table.rows.filter(({ code }) => !codes.has(parentCode(code)) && !codes.has(parentCode(parentCode(code))));
  for (const column of keysOf(total.figures)) {
    yield { total: total.figures[column], terms: topmost.map((row) => row.figures[column]) };
  }
}

/** 类 = Σ 款 and 款 = Σ 项, for every column. */
function* levelEquations<Column extends string>(table: CodedTable<Column>): Generator<EquationSpec> {
  for (const row of table.rows) {
    const children = childrenOf(table, row.code);
    if (children.length === 0) continue;
    for (const column of keysOf(row.figures)) {
      yield { total: row.figures[column], terms: children.map((child) => child.figures[column]) };
    }
  }
}

/** One equation over the columns of every row, the 合计 row included. */
export function* rowEquations<Column extends string>(
  table: CodedTable<Column>,
  equation: (figures: CodedRow<Column>['figures']) => EquationSpec,
): Generator<EquationSpec> {
  for (const row of table.total === null ? table.rows : [table.total, ...table.rows]) yield equation(row.figures);
}

/** The row of that code; undefined where the table has none. */
export function rowOf<Column extends string>(table: CodedTable<Column>, code: string): CodedRow<Column> | undefined {
  return table.rows.find((row) => row.code === code);
}

/** Rows of the same code in two tables, the 合计 rows first. */
export function* samePlace<A extends string, B extends string>(
  a: CodedTable<A>,
  b: CodedTable<B>,
): Generator<readonly [CodedRow<A>, CodedRow<B>]> {
  if (a.total !== null && b.total !== null) yield [a.total, b.total];
  for (const row of a.rows) {
    const other = rowOf(b, row.code);
    if (other !== undefined) yield [row, other];
  }
}
