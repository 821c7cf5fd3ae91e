import { formatCell } from '../workbook/address';
import type { Figure } from '../money/figure';
import type { Accounts, Table, TableId } from '../tables/accounts';
import type { EvaluationId } from '../tables/evaluation';

/** Something of every figure of some tables, by the address of its cell. */
export function byCell<Id extends string, T>(
  tables: readonly Table<Id>[],
  of: (figure: Figure, table: Table<Id>) => T,
): ReadonlyMap<string, T> {
  return new Map(
    tables.flatMap((table) => table.figures.map((figure) => [formatCell(figure.cell), of(figure, table)] as const)),
  );
}

/** The published tables and, after them, the 绩效 tables. */
export function allTables({ tables, evaluations }: Accounts): readonly Table<TableId | EvaluationId>[] {
  return [...tables, ...evaluations];
}
