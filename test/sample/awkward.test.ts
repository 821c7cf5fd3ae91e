import { checkWorkbook } from '../../src/app/check';
import { formatCell, type CellRef } from '../../src/workbook/address';
import { BLANK_CELL, type Cell, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { edited, publishedSample, valueAt, type Sample } from './clean';
import { LAYOUTS, type Layout } from './layout';

/** A wrong cell whatever the form: 03's item in 元, or with two digits exchanged; the total of 02 typed wrongly. */
const MISTAKES: readonly (readonly [name: string, at: (sample: Sample) => CellRef, wrong: (right: number) => number])[] = [
  ['元 for 万元', ({ cellOf }) => cellOf('expenditure', '2080505', 'total'), (right) => right * 10_000],
  ['a decimal slide', ({ cellOf }) => cellOf('general-budget', '2210201', 'basic'), (right) => right / 10],
  ['a wrong 合计', ({ cellOf }) => cellOf('revenue', 'total', 'appropriation'), (right) => right + 100],
  ['a wrong 款', ({ cellOf }) => cellOf('basic-expenditure', '30201', 'actual'), (right) => right * 10],
];

const FORMS: readonly (readonly [string, Partial<Layout>])[] = LAYOUTS;
const CASES = FORMS.flatMap(([form, layout]) =>
  MISTAKES.map(([mistake, at, wrong]) => ({ form, layout, mistake, at, wrong })),
);

describe('one wrong cell', () => {
  it.each(CASES)('$form: $mistake is found, and nothing else is accused', ({ layout, at, wrong }) => {
    const sample = publishedSample(layout);
    const cell = at(sample);
    const value = wrong(Number(valueAt(sample.snapshot, cell)));
    const { findings } = checkWorkbook(edited(sample.snapshot, cell, Math.round(value * 100) / 100));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cells }) => cells.map(formatCell)).filter((cells) => cells.includes(formatCell(cell)))).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });
});

type Dress = (cell: Cell, at: CellRef, rows: readonly (readonly Cell[])[]) => Cell;

/** The sample with every cell written otherwise. */
function dressed({ snapshot }: Sample, dress: Dress): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) =>
        cells.map((cell, column) => dress(cell, { sheet: sheet.name, row, column }, sheet.rows)),
      ),
    })),
  };
}

const typed = (value: CellValue): Cell => ({ value, text: String(value), formula: null });
const onNumbers = (write: (value: number, text: string) => CellValue): Dress => (cell) =>
  typeof cell.value === 'number' && /\.\d\d$/.test(cell.text) ? typed(write(cell.value, cell.text)) : cell;

/** Ways in which a correct workbook may be written; none of them is an error. */
const DRESSES: readonly (readonly [name: string, dress: Dress])[] = [
  ['amounts as text with a full-width space', onNumbers((_, text) => `${text}　`)],
  ['amounts as text with thousands separators', onNumbers((value) => value.toLocaleString('en', { minimumFractionDigits: 2 }))],
  ['amounts with the digits a computer leaves', onNumbers((value) => value + 1e-11)],
  ['blanks of one space', (cell) => (cell.value === null ? typed(' ') : cell)],
  ['blanks of a full-width space', (cell) => (cell.value === null ? typed('　') : cell)],
  ['dashes for nothing', (cell, { row, column }, rows) => {
    const isBelow = rows.slice(0, row).some((cells) => typeof cells[column]?.value === 'number');
    return cell.value === null && isBelow ? typed('—') : cell;
  }],
  ['labels with line breaks and spaces', (cell) =>
    typeof cell.value === 'string' && cell.value.length > 4 && !/[:：]/.test(cell.value)
      ? typed(` ${cell.value.slice(0, 2)}\n${cell.value.slice(2)} `)
      : cell],
  ['half-width signs', (cell) => (typeof cell.value === 'string' ? typed(cell.value.replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')')) : cell)],
];

describe('a correct workbook', () => {
  it.each(DRESSES)('with %s has nine tables and no error', (_, dress) => {
    for (const layout of [{}, { threePublic: 'vertical', codes: 'three', totalRow: 'last' }] as const) {
      const report = checkWorkbook(dressed(publishedSample(layout), dress));
      expect(report.tables).toHaveLength(9);
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('with sheets that are hidden or empty is read all the same', () => {
    const { snapshot } = publishedSample();
    const empty = { name: 'Sheet1', hidden: true, protected: false, rows: Array.from({ length: 50 }, () => [BLANK_CELL]) };
    const report = checkWorkbook({ ...snapshot, sheets: [empty, ...snapshot.sheets.map((sheet) => ({ ...sheet, hidden: true }))] });
    expect(report.tables).toHaveLength(9);
    expect(report.summary.error).toBe(0);
  });
});
