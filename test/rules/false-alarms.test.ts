import { checkWorkbook } from '../../src/app/check';
import { readAccounts } from '../../src/tables/read-accounts';
import { formatCell } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample, edited, valueAt } from '../sample/clean';

/**
 * What made another checker accuse a model workbook 52 times, each as a test; that about the numbers of a text is in
 * test/narrative/proofread/false-alarms.test.ts.
 */

const sample = cleanSample();
const errorsIn = (workbook: WorkbookSnapshot): string[] =>
  checkWorkbook(workbook).findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

const without = (table: string): WorkbookSnapshot => ({
  ...sample.snapshot,
  sheets: sample.snapshot.sheets.filter(({ name }) => name !== table),
});

test('what is no number is no zero: it is told itself, and no sum is said to miss it', () => {
  const cell = sample.cellOf('expenditure', '201', 'basic');
  expect(errorsIn(edited(sample.snapshot, cell, '详见附表'))).toEqual(['form/text-in-number']);
});

test('lines are looked for on both sides of 01 and 04', () => {
  const { summary, appropriation } = readAccounts(sample.snapshot);
  const sides = [summary?.revenue.opening, summary?.expenditure.closing, appropriation?.revenue.opening, appropriation?.expenditure.closing?.total];
  expect(sides.map((figure) => figure?.blank)).toEqual([false, false, false, false]);
  expect(new Set(sides.map((figure) => figure?.cell.column)).size).toBeGreaterThan(1);
});

test('columns are found by their headings, not by their places', () => {
  const { sheet } = sample.cellOf('expenditure', 'total', 'basic');
  const [basic, project] = [sample.cellOf('expenditure', 'total', 'basic').column, sample.cellOf('expenditure', 'total', 'project').column];
  const exchanged = (row: WorkbookSnapshot['sheets'][number]['rows'][number]) =>
    row.map((cell, column) => (column === basic ? row[project] : column === project ? row[basic] : cell) ?? cell);
  const workbook = {
    ...sample.snapshot,
    sheets: sample.snapshot.sheets.map((each) => (each.name === sheet ? { ...each, rows: each.rows.map(exchanged) } : each)),
  };
  expect(checkWorkbook(workbook).findings).toEqual([]);
  const total = readAccounts(workbook).expenditure?.total?.figures;
  expect(total?.basic?.shown.toNumber()).toBe(valueAt(sample.snapshot, sample.cellOf('expenditure', 'total', 'basic')));
});

test('an economic code is no functional code, and 01 of 301|01 is no amount', () => {
  const layout = { basicCodes: 'two', codeCells: 'number' } as const;
  const { basicExpenditure } = readAccounts(cleanSample(layout).snapshot);
  const printed = new Set([...cleanSample(layout).workbook.places.values()].map(formatCell));
  expect(basicExpenditure?.figures.filter(({ cell }) => !printed.has(formatCell(cell)))).toEqual([]);
  expect(basicExpenditure?.rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['301', '30101', '302', '30201']));
  expect(checkWorkbook(cleanSample(layout).snapshot).findings).toEqual([]);
});

test('a table that is not there is said to be unchecked, and nothing is accused for it', () => {
  const { sheet } = sample.cellOf('revenue', 'total', 'total');
  const report = checkWorkbook(without(sheet));
  expect(report.findings).toEqual([]);
  expect(report.skipped.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['revenue/row', 'revenue/summary-total']));
});

test('0.01 is never an error, wherever it stands', () => {
  for (const [place, cell] of sample.workbook.places) {
    const value = valueAt(sample.snapshot, cell);
    if (typeof value !== 'number' || Math.round(value * 100) % 7 !== 0) continue;
    expect([place, errorsIn(edited(sample.snapshot, cell, Math.round(value * 100 + 1) / 100))]).toEqual([place, []]);
  }
});

test('an empty table with its note is complete', () => {
  const { sheet } = sample.cellOf('state-capital', 'total', 'total');
  const funds = ['223', '22301', '2230105', 'total'].flatMap((row) =>
    [...sample.workbook.places].filter(([place]) => place.startsWith(`state-capital/${row}/`)).map(([, cell]) => cell),
  );
  const emptied = funds.reduce((workbook, cell) => edited(workbook, cell, null), sample.snapshot);
  const table = readAccounts(emptied).stateCapital;
  expect(table?.sheet).toBe(sheet);
  const rules = checkWorkbook(emptied).findings.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.startsWith('state-capital/required'))).toEqual([]);
});
