import { deriveAccounts, roundedSource, type SampleAccounts } from './figures';
import type { Layout } from './layout';
import { withMistakes, type Mistake } from './mistakes';
import { buildNarrative } from './narrative';
import { LAST_YEAR, THIS_YEAR } from './source';
import { SUPPLEMENT } from './supplement';
import { buildTables, withExpectations, withNarrative, type WorkbookSpec } from './workbook';

/** Both years of the sample department; `exact` ones have no digit beyond 0.01 万元. */
export function sampleYears(exact: boolean): { readonly before: SampleAccounts; readonly now: SampleAccounts } {
  const source = exact ? roundedSource : <T>(same: T): T => same;
  const before = deriveAccounts(source(LAST_YEAR));
  return { before, now: deriveAccounts(source(THIS_YEAR), before) };
}

/** The nine tables and the 情况说明 of the sample's year, everything right, ordinary 尾差 left as it is. */
export function publishedBook(layout: Partial<Layout> = {}): WorkbookSpec {
  const { before, now } = sampleYears(false);
  return withNarrative(buildTables(now, layout), buildNarrative(now, before, SUPPLEMENT));
}

/** The nine tables of the year before. */
export function lastYearBook(): WorkbookSpec {
  return { ...buildTables(sampleYears(false).before), name: 'sample-last-year.xlsx' };
}

/** The workbook a newcomer opens first: {@link publishedBook} with typical mistakes, listed in its sheet 期望. */
export function mistakenBook(): { readonly workbook: WorkbookSpec; readonly mistakes: readonly Mistake[] } {
  const { before, now } = sampleYears(false);
  const { workbook, mistakes } = withMistakes(publishedBook(), buildNarrative(now, before, SUPPLEMENT), before);
  return { workbook: { ...withExpectations(workbook, mistakes), name: 'sample.xlsx' }, mistakes };
}
