import { checkWorkbook } from '../../src/app/check';
import type { Finding } from '../../src/check/finding';
import { formatCell, type CellRef } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample, edited, publishedSample, valueAt } from '../sample/clean';
import { LAYOUTS } from '../sample/layout';

const sample = cleanSample();

/** The clean sample with some cells moved by hundredths of 万元. */
function moved(...changes: readonly (readonly [cell: CellRef, cents: number])[]): WorkbookSnapshot {
  return changes.reduce((workbook, [cell, cents]) => {
    const now = Number(valueAt(workbook, cell));
    return edited(workbook, cell, Math.round(now * 100 + cents) / 100);
  }, sample.snapshot);
}

const contradictions = (workbook: WorkbookSnapshot): Finding[] =>
  checkWorkbook(workbook).findings.filter(({ severity, evidence }) => severity === 'warning' && evidence.length > 1);

const inExpenditure = sample.cellOf('expenditure', '208', 'total');
const inSummary = sample.cellOf('summary', '208', 'expenditure');

describe('identities that pass one by one', () => {
  it('and exclude one another are one warning that shows them all', () => {
    const workbook = moved([inExpenditure, 1], [inSummary, 2]);
    expect(checkWorkbook(workbook).summary.error).toBe(0);
    const [found, ...others] = contradictions(workbook);
    expect(others).toEqual([]);
    expect(found?.evidence.map(({ rule }) => rule)).toEqual(['expenditure/levels', 'expenditure/summary-classes']);
    expect(found?.cells.map(formatCell)).toEqual(expect.arrayContaining([inExpenditure, inSummary].map(formatCell)));
    expect(found).toMatchObject({ severity: 'warning', expected: null, fix: null });
    for (const { message } of found?.evidence ?? []) expect(message).toMatch(/\d+\.\d\d/);
  });

  it('and can all be rounding at once are none', () => {
    expect(contradictions(moved([inExpenditure, 1]))).toEqual([]);
    expect(contradictions(moved([inSummary, 1]))).toEqual([]);
  });

  it('are none of the whole test’s business where a cell in them is named as wrong', () => {
    expect(contradictions(moved([inExpenditure, 900], [inSummary, 1]))).toEqual([]);
  });

  it.each(LAYOUTS)('are never contradictory in a published book: %s', (_, layout) => {
    expect(contradictions(publishedSample(layout).snapshot)).toEqual([]);
  });
});
