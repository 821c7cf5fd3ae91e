import type { Figure } from '../money/figure';
import type { Problem } from '../check/rule';
import type { Accounts, CodedTable, Table } from '../tables/accounts';
import { keysOf } from '../tables/layout/aliases';
import type { CellRef } from '../workbook/address';

/** A coded line of any table, with a cell to show it by. */
export interface Line {
  readonly table: Table;
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Any table by functional classification. */
export type Coded = CodedTable<string>;

/** The tables by functional classification that the workbook has. */
export function codedTables(accounts: Accounts): Coded[] {
  const { revenue, expenditure, generalBudget, governmentFunds, stateCapital } = accounts;
  return [revenue, expenditure, generalBudget, governmentFunds, stateCapital].flatMap((table) => (table ? [table as Coded] : []));
}

/** The lines of a table, each with its figures. */
export function linesOf(table: Coded): Line[] {
  return table.rows.map(({ code, name, figures }) => ({
    table,
    code,
    name,
    figures: keysOf(figures).flatMap((key) => figures[key] ?? []),
  }));
}

/** A cell of each line to show it by. */
export function cellsOf(lines: readonly Line[]): CellRef[] {
  return lines.flatMap(({ figures: [first] }) => (first === undefined ? [] : first.cell));
}

/** What is wrong with some lines. */
export function problem(message: string, lines: readonly Line[]): Problem {
  return { message, cells: cellsOf(lines), found: null, cause: null };
}

/** Code and name of a line, for a sentence. */
export const title = ({ code, name }: Line): string => `${code} ${name}`;
