import { formatCell } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import type { Rule } from '../../src/check/rule';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import type { TableId } from '../../src/tables/accounts';
import { readAccounts } from '../../src/tables/read-accounts';
import { cleanSample, edited, type ColumnOf } from '../sample/clean';

/** A figure of the clean sample by what it means, and what to put there: table, row, column, value. */
export type FigureEdit = {
  readonly [T in TableId]: readonly [table: T, row: string, column: ColumnOf[T], value: CellValue];
}[TableId];

/** Where a figure stands: table, row, column. */
export type Place = { readonly [T in TableId]: readonly [table: T, row: string, column: ColumnOf[T]] }[TableId];

/** A change of the clean sample that a rule must tolerate. */
export interface Valid {
  readonly name: string;
  readonly edits: readonly FigureEdit[];
}

/** A change that the rule must report: as what, and at which cell, the rule's first one. */
export interface Invalid extends Valid {
  readonly at: Place;
  readonly verdict: 'error' | 'warning' | 'rounding';
  /** What the cell misses the rest by, in 万元. */
  readonly gap?: string;
}

const sample = cleanSample();

function applied(edits: readonly FigureEdit[]): WorkbookSnapshot {
  return edits.reduce(
    (workbook, [table, row, column, value]) => edited(workbook, sample.cellOf(table, row, column as never), value),
    sample.snapshot,
  );
}

interface Reported {
  readonly cell: string;
  readonly verdict: string;
  readonly gap: string | null;
}

function reports(rule: Rule, workbook: WorkbookSnapshot): Reported[] {
  const { equations, excesses, inspected, skipped } = run(readAccounts(workbook), [rule]);
  expect(skipped).toEqual([]);
  return [
    ...equations
      .filter(({ verdict }) => verdict !== 'exact')
      .map(({ total, verdict, gap }) => ({ cell: formatCell(total.cell), verdict, gap: gap.toFixed(2) })),
    ...excesses.map(({ part, whole }) => ({
      cell: formatCell(part.cell),
      verdict: rule.kind === 'bound' ? rule.severity : 'error',
      gap: part.shown.minus(whole.shown).toFixed(2),
    })),
    ...inspected.map(({ problem, rule: { severity } }) => ({
      cell: problem.cells[0] === undefined ? '' : formatCell(problem.cells[0]),
      verdict: severity,
      gap: null,
    })),
  ];
}

/** Runs one rule over the clean sample and typed changes of it; the untouched sample is always a valid case. */
export function testRule(id: string, cases: { readonly valid?: readonly Valid[]; readonly invalid: readonly Invalid[] }): void {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`没有规则 ${id}`);
  describe(id, () => {
    const valid = [{ name: 'the clean sample', edits: [] }, ...(cases.valid ?? [])];
    test.each(valid)('is silent: $name', ({ edits }) => {
      expect(reports(rule, applied(edits))).toEqual([]);
    });
    test.each([...cases.invalid])('reports: $name', ({ edits, at, verdict, gap }) => {
      const [table, row, column] = at;
      const cell = formatCell(sample.cellOf(table, row, column as never));
      const found = reports(rule, applied(edits)).find((report) => report.cell === cell);
      expect(found).toMatchObject({ cell, verdict, ...(gap === undefined ? {} : { gap }) });
    });
  });
}
