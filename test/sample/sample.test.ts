import { read } from '@e965/xlsx';
import { formatA1, formatCell } from '../../src/workbook/address';
import { lastYearBook, mistakenBook, publishedBook } from './books';
import { cleanSample, edited, publishedSample, valueAt, type ColumnOf, type Sample } from './clean';
import { CLASSES } from './codes';
import { LAYOUTS, type Layout } from './layout';
import { toSnapshot } from './snapshot';
import type { TableId } from './tables/frame';
import { toXlsx } from './xlsx';

type Named = readonly [table: string, row: string, column: string];
interface Identity {
  readonly total: Named;
  readonly terms: readonly Named[];
  readonly less?: readonly Named[];
}

/** Amount in 万元 of a figure, 0 where it is blank or the sample has no such line. */
function amount(sample: Sample, [table, row, column]: Named): number {
  const cell = sample.workbook.places.get(`${table}/${row}/${column}`);
  const value = cell ? valueAt(sample.snapshot, cell) : null;
  return typeof value === 'number' ? value : 0;
}

const CODED = {
  revenue: ['total', 'appropriation', 'superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other'],
  expenditure: ['total', 'basic', 'project', 'superiorRemittance', 'business', 'affiliateSubsidy'],
  'general-budget': ['total', 'basic', 'project'],
  'government-funds': ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
  'state-capital': ['total', 'basic', 'project'],
} as const;
const FUNDS = ['generalBudget', 'governmentFunds', 'stateCapital'] as const;
const classCodes = CLASSES.map(([code]) => code);

/** The identities of the forms, written out independently of the product's rules. */
function identities(sample: Sample): Identity[] {
  const { lines } = sample.accounts;
  const children = (code: string): string[] =>
    code === 'total'
      ? lines.filter((line) => line.code.length === 3).map((line) => line.code)
      : lines.filter((line) => line.code.startsWith(code) && line.code.length === code.length + 2).map((line) => line.code);
  const codes = ['total', ...lines.map(({ code }) => code)];
  const tree = Object.entries(CODED).flatMap(([table, columns]) =>
    codes
      .filter((code) => children(code).length > 0)
      .flatMap((code) =>
        columns.map((column) => ({
          total: [table, code, column] as const,
          terms: children(code).map((child) => [table, child, column] as const),
        })),
      ),
  );
  const rows = (table: string, [total, ...parts]: readonly string[]): Identity[] =>
    codes.map((code) => ({ total: [table, code, total ?? ''], terms: parts.map((part) => [table, code, part] as const) }));
  const one = (total: Named, ...terms: Named[]): Identity => ({ total, terms });
  const summary = (row: string, column = 'revenue'): Named => ['summary', row, column];
  const funded = (row: string, column = 'revenue'): Named => ['appropriation', row, column];
  const econ = (code: string): Named => ['basic-expenditure', code, 'actual'];
  const sides = ['generalBudget', 'governmentFunds', 'stateCapital', 'superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other'];
  const economicSum = (code: string): Identity => ({
    total: econ(code),
    terms: [...sample.accounts.economic.keys()].filter((key) => key.length === 5 && key.startsWith(code)).map(econ),
  });
  const spentColumns = ['total', ...FUNDS];
  return [
    ...tree,
    ...rows('revenue', CODED.revenue),
    ...rows('expenditure', CODED.expenditure),
    ...rows('general-budget', CODED['general-budget']),
    ...rows('state-capital', CODED['state-capital']),
    ...rows('government-funds', ['total', 'basic', 'project']),
    ...codes.map((code) => ({
      total: ['government-funds', code, 'closing'] as const,
      terms: [['government-funds', code, 'opening'], ['government-funds', code, 'revenue']] as const,
      less: [['government-funds', code, 'total']] as const,
    })),
    { total: summary('currentYear'), terms: sides.map((side) => summary(side)) },
    { total: summary('currentYear', 'expenditure'), terms: classCodes.map((code) => summary(code, 'expenditure')) },
    one(summary('total'), summary('currentYear'), summary('surplusUsed'), summary('opening')),
    one(
      summary('total', 'expenditure'),
      summary('currentYear', 'expenditure'),
      summary('surplusDistributed', 'expenditure'),
      summary('closing', 'expenditure'),
    ),
    one(summary('total'), summary('total', 'expenditure')),
    one(summary('currentYear'), ['revenue', 'total', 'total']),
    one(summary('service'), ['revenue', 'total', 'service']),
    one(summary('other'), ['revenue', 'total', 'other']),
    one(summary('currentYear', 'expenditure'), ['expenditure', 'total', 'total']),
    ...classCodes.map((code) => one(summary(code, 'expenditure'), ['expenditure', code, 'total'])),
    { total: funded('currentYear'), terms: FUNDS.map((fund) => funded(fund)) },
    { total: funded('opening'), terms: FUNDS.map((fund) => funded(`opening.${fund}`)) },
    one(funded('total'), funded('currentYear'), funded('opening')),
    one(funded('total'), funded('total', 'total')),
    ...FUNDS.map((fund) => one(funded(fund), summary(fund))),
    ...['currentYear', 'closing', 'total', ...classCodes].map((row) => ({
      total: funded(row, 'total'),
      terms: FUNDS.map((fund) => funded(row, fund)),
    })),
    ...spentColumns.flatMap((column) => [
      { total: funded('currentYear', column), terms: classCodes.map((code) => funded(code, column)) },
      one(funded('total', column), funded('currentYear', column), funded('closing', column)),
    ]),
    ...classCodes.map((code) => one(funded(code, 'generalBudget'), ['general-budget', code, 'total'])),
    one(funded('currentYear', 'governmentFunds'), ['government-funds', 'total', 'total']),
    one(funded('closing', 'governmentFunds'), ['government-funds', 'total', 'closing']),
    one(funded('currentYear', 'stateCapital'), ['state-capital', 'total', 'total']),
    ...['301', '302', '303', '310'].map(economicSum),
    one(econ('personnel'), econ('301'), econ('303')),
    one(econ('operating'), econ('302'), econ('310')),
    one(['general-budget', 'total', 'basic'], econ('personnel'), econ('operating')),
    ...['budget', 'actual'].flatMap((side) => [
      one(['three-public', side, 'total'], ['three-public', side, 'overseasTravel'], ['three-public', side, 'vehicles'], ['three-public', side, 'hospitality']),
      one(['three-public', side, 'vehicles'], ['three-public', side, 'vehiclePurchase'], ['three-public', side, 'vehicleRunning']),
    ]),
  ];
}

/** Gap of an identity in hundredths of a 万元, and how many printed numbers are in it. */
function gapOf(sample: Sample, { total, terms, less = [] }: Identity): { gap: number; printed: number } {
  const hundredths = (named: Named): number => Math.round(amount(sample, named) * 100);
  const sum = (parts: readonly Named[]): number => parts.reduce((all, part) => all + hundredths(part), 0);
  const printed = [total, ...terms, ...less].filter((named) => hundredths(named) !== 0).length;
  return { gap: hundredths(total) - sum(terms) + sum(less), printed };
}

describe('the sample department', () => {
  it.each(['now', 'before'] as const)('is exact to the last digit when clean (%s)', (year) => {
    const sample = cleanSample({}, year);
    const broken = identities(sample).filter((identity) => gapOf(sample, identity).gap !== 0);
    expect(broken).toEqual([]);
  });

  it.each(['now', 'before'] as const)('misses identities by no more than rounding when published (%s)', (year) => {
    const sample = publishedSample({}, year);
    const gaps = identities(sample).map((identity) => ({ identity, ...gapOf(sample, identity) }));
    expect(gaps.filter(({ gap, printed }) => Math.abs(gap) > printed / 2)).toEqual([]);
    expect(gaps.filter(({ gap }) => gap !== 0).length).toBeGreaterThan(5);
  });

  it('carries in what the year before left', () => {
    const [now, before] = [cleanSample(), cleanSample({}, 'before')];
    expect(amount(now, ['summary', 'opening', 'revenue'])).toBe(amount(before, ['summary', 'closing', 'expenditure']));
    expect(amount(now, ['appropriation', 'opening', 'revenue'])).toBe(amount(before, ['appropriation', 'closing', 'total']));
  });

  it('leaves no balance below zero', () => {
    for (const year of ['now', 'before'] as const) {
      for (const { funds, otherMoney } of publishedSample({}, year).accounts.lines) {
        expect(Math.min(otherMoney.closing, ...FUNDS.map((fund) => funds[fund].closing))).toBeGreaterThanOrEqual(0);
        expect(Math.min(...FUNDS.map((fund) => funds[fund].revenue))).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('layouts', () => {
  const usualOf = (layout: Partial<Layout>): Sample => publishedSample({ zeros: 'zero', flows: layout.flows ?? 'funds' });

  it.each(LAYOUTS)('%s: every figure stands where its place says', (_, layout) => {
    const sample = publishedSample(layout);
    const usual = usualOf(layout);
    const perUnit = layout.unit === '元' ? 10_000 : 1;
    for (const key of sample.workbook.places.keys()) {
      const [table = '', row = '', column = ''] = key.split('/');
      const named: Named = [table, row, column];
      expect([key, Math.abs(amount(sample, named) / perUnit - amount(usual, named)) <= 0.005 + 1e-9]).toEqual([key, true]);
    }
    if (layout.classes !== 'used' && layout.basicBlocks !== 2) {
      expect([...sample.workbook.places.keys()].sort()).toEqual([...usual.workbook.places.keys()].sort());
    }
  });

  it('puts all nine tables on one sheet without losing a merge', () => {
    const [apart, together] = [publishedSample().workbook, publishedSample({ oneSheet: true }).workbook];
    expect(together.sheets.map(({ name }) => name)).toEqual(['决算公开表']);
    expect(together.sheets[0]?.merges.length).toBe(apart.sheets.reduce((sum, { merges }) => sum + merges.length, 0));
  });
});

describe('edits by figure', () => {
  it('changes exactly the named cell', () => {
    const sample = cleanSample();
    const cell = sample.cellOf('general-budget', '2210201', 'basic');
    const changed = edited(sample.snapshot, cell, 1);
    expect(valueAt(changed, cell)).toBe(1);
    expect(edited(changed, cell, valueAt(sample.snapshot, cell))).toEqual(sample.snapshot);
  });

  it.each([
    ['revenue', '9999999', 'total'],
    ['summary', 'closing', 'revenue'],
  ] as const)('refuses %s/%s/%s, which the sample has not', (table, row, column) => {
    expect(() => cleanSample().cellOf<TableId>(table, row, column as ColumnOf[TableId])).toThrow(RangeError);
  });
});

describe('the mistaken workbook', () => {
  const { workbook, mistakes } = mistakenBook();
  const [wrong, right] = [toSnapshot(workbook), toSnapshot(publishedBook())];

  it('differs from the published one in the listed cells and nowhere else', () => {
    const differing = right.sheets.flatMap((sheet) =>
      sheet.rows.flatMap((line, row) =>
        line.flatMap((cell, column) => {
          const at = { sheet: sheet.name, row, column };
          return valueAt(wrong, at) === cell.value ? [] : [formatCell(at)];
        }),
      ),
    );
    expect([...differing].sort()).toEqual(mistakes.map(({ cell }) => formatCell(cell)).sort());
  });

  it('lists what stands there and what should', () => {
    const listed = wrong.sheets.find(({ name }) => name === '期望')?.rows.slice(1) ?? [];
    expect(listed.map((line) => line.slice(1, 5).map(({ text }) => text))).toEqual(
      mistakes.map(({ cell, found, right: should, rule }) => [formatCell(cell), found, should, rule]),
    );
    for (const { cell, found } of mistakes) {
      const stands = wrong.sheets.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.[cell.column]?.text;
      expect(stands).toBe(found);
    }
  });
});

describe('the written files', () => {
  it.each([
    ['sample.xlsx', mistakenBook().workbook],
    ['sample-last-year.xlsx', lastYearBook()],
  ])('%s holds every value and merge, in the same bytes each time', async (_, book) => {
    const bytes = await toXlsx(book);
    expect(Buffer.from(await toXlsx(book)).equals(Buffer.from(bytes))).toBe(true);
    const file = read(bytes, { cellNF: true });
    expect(file.SheetNames).toEqual(book.sheets.map(({ name }) => name));
    for (const { name, cells, merges } of book.sheets) {
      const sheet = file.Sheets[name] ?? {};
      cells.forEach((line, row) =>
        line.forEach((spec, column) => {
          const cell = sheet[formatA1(row, column)] as { v?: unknown; z?: string } | undefined;
          expect(cell?.v ?? null).toBe(spec?.value === '' ? null : (spec?.value ?? null));
          if (spec?.style === 'amount' && typeof spec.value === 'number') expect(cell?.z).toBe('0.00');
        }),
      );
      expect(sheet['!merges'] ?? []).toHaveLength(merges.length);
    }
  });
});
