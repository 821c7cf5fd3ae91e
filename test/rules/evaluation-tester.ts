import { formatCell } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import { readAccounts } from '../../src/tables/read-accounts';
import { edited } from '../sample/clean';
import { evaluationSample, type EvaluationTable } from '../sample/evaluation';

/** A value of the clean evaluation sample by what it means, and what to put there. */
export type EvaluationEdit = readonly [table: EvaluationTable, key: string, value: CellValue];

/** A change that the rule must tolerate. */
export interface Tolerated {
  readonly name: string;
  readonly edits: readonly EvaluationEdit[];
}

/** A change that the rule must report: at which cell, and as what. */
export interface Reported extends Tolerated {
  readonly at: readonly [table: EvaluationTable, key: string];
  readonly verdict: 'error' | 'warning';
}

const sample = evaluationSample();

/** The clean sample with some values changed. */
export function withEdits(edits: readonly EvaluationEdit[]): WorkbookSnapshot {
  return edits.reduce(
    (workbook, [table, key, value]) => edited(workbook, sample.cellOf(table, key), value),
    sample.snapshot,
  );
}

/** What one rule reports, as `cell verdict`. */
export function reportsOf(id: string, workbook: WorkbookSnapshot): string[] {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`没有规则 ${id}`);
  const { equations, tallies, computations, disagreements, excesses, inspected, skipped } = run(
    readAccounts(workbook),
    [rule],
  );
  expect(skipped).toEqual([]);
  return [
    ...[...equations, ...tallies].map(({ total, verdict }) => [total.cell, verdict] as const),
    ...computations.map(({ value, verdict }) => [value.cell, verdict] as const),
    ...disagreements.map(({ figure }) => [figure.cell, 'warning'] as const),
    ...excesses.map(({ part, rule: { severity } }) => [part.cell, severity] as const),
    ...inspected.flatMap(
      ({
        problem: {
          cells: [cell],
        },
        rule: { severity },
      }) => (cell === undefined ? [] : [[cell, severity] as const]),
    ),
  ]
    .filter(([, verdict]) => verdict !== 'exact')
    .map(([cell, verdict]) => `${formatCell(cell)} ${verdict}`);
}

/** Runs one rule over the clean evaluation sample and changes of it; the untouched sample is always tolerated. */
export function testEvaluationRule(
  id: string,
  cases: { readonly valid?: readonly Tolerated[]; readonly invalid: readonly Reported[] },
): void {
  describe(id, () => {
    test.each([{ name: 'the clean sample', edits: [] }, ...(cases.valid ?? [])])('is silent: $name', ({ edits }) => {
      expect(reportsOf(id, withEdits(edits))).toEqual([]);
    });
    test.each([...cases.invalid])('reports: $name', ({ edits, at: [table, key], verdict }) => {
      expect(reportsOf(id, withEdits(edits))).toContain(`${formatCell(sample.cellOf(table, key))} ${verdict}`);
    });
  });
}
