import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkWorkbook } from '../../src/app/check';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { formatCell, type CellRef } from '../../src/workbook/address';
import { BLANK_CELL, type Cell, type CellValue, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { publishedBook } from './books';
import { edited, publishedSample, valueAt, type Sample } from './clean';
import { LAYOUTS, type Layout } from './layout';
import { toXlsx } from './xlsx';

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

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', '．');

/** Ways in which a correct workbook may be written; none of them is an error. */
const DRESSES: readonly (readonly [name: string, dress: Dress])[] = [
  ['amounts as text with a full-width space', onNumbers((_, text) => `${text}　`)],
  ['amounts as text with thousands separators', onNumbers((value) => value.toLocaleString('en', { minimumFractionDigits: 2 }))],
  ['amounts in full-width digits', onNumbers((_, text) => fullWidth(text))],
  ['amounts with a space among their digits', onNumbers((_, text) => text.replace(/^(\d)/, '$1 '))],
  ['amounts with six digits behind the point', onNumbers((value) => value + 0.000049)],
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

  it('with a cover and contents that name the tables has nine tables all the same', () => {
    const { snapshot } = publishedSample();
    const sheet = (name: string, lines: readonly (readonly CellValue[])[]) => ({
      name, hidden: false, protected: false, rows: lines.map((line) => line.map(typed)),
    });
    const contents = ['收入支出决算总表', '收入决算表', '支出决算表', '一般公共预算财政拨款支出决算表'].map(
      (title, index): CellValue[] => [title, index + 1, `公开0${index + 1}表`],
    );
    const cover = sheet('封面', [['2024年度部门决算'], ['单位名称：云溪市档案文献中心']]);
    const report = checkWorkbook({ ...snapshot, sheets: [cover, sheet('目录', [['目录'], ...contents]), ...snapshot.sheets] });
    expect(report.tables).toHaveLength(9);
    expect(report.summary).toMatchObject({ error: 0, warning: 0 });
  });

  it('with sheets that are hidden or empty is read all the same', () => {
    const { snapshot } = publishedSample();
    const empty = { name: 'Sheet1', hidden: true, protected: false, rows: Array.from({ length: 50 }, () => [BLANK_CELL]) };
    const report = checkWorkbook({ ...snapshot, sheets: [empty, ...snapshot.sheets.map((sheet) => ({ ...sheet, hidden: true }))] });
    expect(report.tables).toHaveLength(9);
    expect(report.summary.error).toBe(0);
  });
});

/** The workbook as a file, all rows but the first ones of a sheet hidden, and its first two columns. */
async function withHidden(sheet: string): Promise<WorkbookSnapshot> {
  const book = publishedBook();
  const parts = unzipSync(await toXlsx(book));
  const part = `xl/worksheets/sheet${book.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const hidden = xml
    .replace(/<row (?=r="(?:[89]|\d\d)")/g, '<row hidden="1" ')
    .replace(/<col (?=min="[12]")/g, '<col hidden="1" ');
  expect(hidden.match(/hidden="1"/g)?.length).toBeGreaterThan(10);
  return (await openXlsx(zipSync({ ...parts, [part]: strToU8(hidden) }), '决算.xlsx')).read();
}

describe('hidden rows and columns', () => {
  const cell = publishedSample().cellOf('expenditure', '2080505', 'total');

  it('are read as published: a file that is copied to the web shows them, and the sums count them', async () => {
    const workbook = await withHidden(cell.sheet);
    const report = checkWorkbook(workbook);
    expect(report.tables).toHaveLength(9);
    expect(report.summary.error).toBe(0);
    expect(valueAt(workbook, cell)).toBe(valueAt(publishedSample().snapshot, cell));
  });

  it('are judged: a wrong amount in a hidden row is found there', async () => {
    const workbook = await withHidden(cell.sheet);
    const { findings } = checkWorkbook(edited(workbook, cell, Number(valueAt(workbook, cell)) * 10));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ cells }) => cells.map(formatCell))).toEqual([[formatCell(cell)]]);
  });
});
