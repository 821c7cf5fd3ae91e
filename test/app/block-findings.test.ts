import { checkWorkbook } from '../../src/app/check';
import { columnName, formatCell } from '../../src/workbook/address';
import { withEdits } from '../../src/workbook/with-edits';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample, edited, publishedSample, valueAt } from '../sample/clean';
import type { Layout } from '../sample/layout';

interface Typed {
  readonly name: string;
  readonly layout?: Partial<Layout>;
  readonly table: string;
  /** Only the amounts of some columns; all of the table where left out. */
  readonly columns?: readonly string[];
  /** The label of the table's unit is changed too, or taken away. */
  readonly label?: string | null;
  /** Whether a correction is offered. */
  readonly fixed: boolean;
}

const FACTOR = 10_000;

/** The sample with the amounts of a table typed in the other unit, and their cells. */
function typed(
  { layout = {}, table, columns, label }: Typed,
  { snapshot, workbook: { places } } = publishedSample(layout),
): { readonly workbook: WorkbookSnapshot; readonly cells: readonly string[] } {
  const isYuan = layout.unit === '元';
  const cells = [...places].flatMap(([place, cell]) => {
    const [own, , column = ''] = place.split('/');
    const value = valueAt(snapshot, cell);
    const isMeant = own === table && columns?.includes(column) !== false;
    return isMeant && typeof value === 'number' && value !== 0 ? [{ cell, value }] : [];
  });
  const inOther = (value: number): number => Math.round(isYuan ? value / 100 : value * FACTOR * 100) / 100;
  const changed = cells.reduce(
    (workbook, { cell, value }) => edited(workbook, cell, isYuan ? inOther(value) : Math.round(value * FACTOR)),
    snapshot,
  );
  const sheet = cells[0]?.cell.sheet;
  const relabelled = label === undefined ? changed : {
    ...changed,
    sheets: changed.sheets.map((each) => each.name !== sheet ? each : {
      ...each,
      rows: each.rows.map((row) => row.map((cell) =>
        typeof cell.value === 'string' && /单位：万?元/.test(cell.value)
          ? { ...cell, value: label === null ? null : cell.value.replace(/单位：万?元/, label), text: label ?? '' }
          : cell)),
    }),
  };
  return { workbook: relabelled, cells: cells.map(({ cell }) => formatCell(cell)).sort() };
}

const IN_OTHER_UNIT: readonly Typed[] = [
  { name: '03 in 元', table: 'expenditure', fixed: true },
  { name: '01 in 元', table: 'summary', fixed: true },
  { name: '06 in 元, which one identity ties to another table', table: 'basic-expenditure', fixed: true },
  { name: '政府性基金 in 元', table: 'government-funds', fixed: true },
  { name: 'a column of 03 in 元', table: 'expenditure', columns: ['basic'], fixed: true },
  { name: 'all columns of 05 but one in 元', table: 'general-budget', columns: ['total', 'basic'], fixed: true },
  { name: '03 in 元 without a unit', table: 'expenditure', label: null, fixed: true },
  { name: '02 of a 元 workbook in 万元: what stands behind 0.01 is lost', layout: { unit: '元' }, table: 'revenue', fixed: false },
  { name: 'a column of 05 of a 元 workbook in 万元', layout: { unit: '元' }, table: 'general-budget', columns: ['project'], fixed: false },
];

describe('amounts in the other unit', () => {
  test.each(IN_OTHER_UNIT)('$name', (given) => {
    const { workbook, cells } = typed(given);
    const errors = checkWorkbook(workbook).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cause }) => cause)).toEqual(['unit']);
    const [found] = errors;
    expect(found?.cells.map(formatCell).sort()).toEqual(cells);
    expect(found?.evidence.length).toBeGreaterThan(0);
    expect(found?.fix !== null).toBe(given.fixed);
    const corrected = withEdits(workbook, found?.fix ?? []);
    const left = checkWorkbook(corrected).findings.filter(({ severity }) => severity === 'error');
    expect(left.length).toBe(given.fixed ? 0 : 1);
  });

  test('a column is told by its letter', () => {
    const { workbook } = typed({ name: '', table: 'expenditure', columns: ['basic'], fixed: true });
    const [found] = checkWorkbook(workbook).findings.filter(({ severity }) => severity === 'error');
    expect(found?.message).toContain(`${columnName(found?.cells[0]?.column ?? 0)} 列`);
  });

  test('a table whose heading says 元 and whose numbers are 元 is right among others in 万元', () => {
    const given = { name: '', table: 'expenditure', label: '单位：元', fixed: false };
    const { workbook } = typed(given, cleanSample());
    expect(checkWorkbook(workbook).summary.error).toBe(0);
  });

  test('a heading that says 元 over 万元 is one finding, and it is left open which is wrong', () => {
    const { snapshot, workbook: { places } } = publishedSample();
    const sheet = places.get('expenditure/total/total')?.sheet;
    const workbook = {
      ...snapshot,
      sheets: snapshot.sheets.map((each) => each.name !== sheet ? each : {
        ...each,
        rows: each.rows.map((row) => row.map((cell) =>
          typeof cell.value === 'string' ? { ...cell, value: cell.value.replace('单位：万元', '单位：元') } : cell)),
      }),
    };
    const errors = checkWorkbook(workbook).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cause, fix }) => [cause, fix])).toEqual([['unit', null]]);
  });

  test('a blank total over small amounts is no table in 元, though they would vanish', () => {
    const { snapshot, cellOf } = publishedSample();
    const cell = cellOf('state-capital', 'total', 'total');
    const errors = checkWorkbook(edited(snapshot, cell, null)).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cells: [first], cause }) => [first && formatCell(first), cause])).toEqual([[formatCell(cell), 'blank']]);
  });

  test('one amount in 元 is a wrong cell, not a table', () => {
    const { snapshot, cellOf } = publishedSample();
    const cell = cellOf('expenditure', '2012604', 'basic');
    const value = valueAt(snapshot, cell);
    const workbook = edited(snapshot, cell, typeof value === 'number' ? value * FACTOR : null);
    const errors = checkWorkbook(workbook).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cells }) => cells.map(formatCell))).toEqual([[formatCell(cell)]]);
  });
});
