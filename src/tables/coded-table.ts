import type { CodedTable, TableId } from './accounts';
import { frameOf, type TableDeclaration } from './declaration';
import type { Glossary } from './layout/aliases';
import { readCoded } from './layout/coded';

/** Declares a table by functional classification: its title and what its columns are called. */
export function codedTable<Column extends string>(declared: {
  readonly id: TableId;
  readonly name: string;
  readonly title: RegExp;
  readonly columns: Glossary<Column>;
  /** Headings over columns that are none of the glossary's, though what stands under them is named alike. */
  readonly otherGroups?: RegExp;
}): TableDeclaration<CodedTable<Column>> {
  return {
    ...declared,
    read(region, title, unit) {
      const body = readCoded(region, declared.columns, unit, declared.otherGroups);
      if (body === null || (body.total === null && body.rows.length === 0)) return null;
      return { ...frameOf(declared.id, region, title, unit, body), total: body.total, rows: body.rows };
    },
  };
}
