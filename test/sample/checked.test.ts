import { checkWorkbook } from '../../src/app/check';
import { formatCell } from '../../src/workbook/address';
import { lastYearBook, mistakenBook, publishedBook } from './books';
import { cleanSample, publishedSample } from './clean';
import { LAYOUTS } from './layout';
import { toSnapshot } from './snapshot';

describe.each(LAYOUTS)('the whole check over the sample: %s', (_, layout) => {
  it('finds nothing in the clean books', () => {
    const report = checkWorkbook(cleanSample(layout).snapshot, cleanSample(layout, 'before').snapshot);
    expect(report.tables).toHaveLength(9);
    expect(report.findings).toEqual([]);
    expect(report.skipped.map(({ rule }) => rule)).toEqual(['绩效表']);
  });

  it('finds nothing but rounding in the published books', () => {
    const report = checkWorkbook(publishedSample(layout).snapshot, publishedSample(layout, 'before').snapshot);
    expect(report.tables).toHaveLength(9);
    expect(report.findings.filter(({ severity }) => severity !== 'rounding')).toEqual([]);
  });
});

describe('the whole check over the sample files', () => {
  it.each([
    ['the published book', publishedBook()],
    ['the year before', lastYearBook()],
  ])('finds no error in %s', (_, book) => {
    expect(checkWorkbook(toSnapshot(book)).summary.error).toBe(0);
  });

  const { workbook, mistakes } = mistakenBook();
  const report = checkWorkbook(toSnapshot(workbook));
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const inTables = mistakes.filter(({ cell, rule }) => rule !== '' && cell.sheet !== '情况说明');

  it.each(inTables.map((mistake) => [formatCell(mistake.cell), mistake.note, mistake] as const))(
    'suspects %s: %s',
    (cell) => {
      expect(errors.flatMap(({ cells }) => cells.map(formatCell))).toContain(cell);
    },
  );

  it('accuses no cell alone that is right', () => {
    const wrong = new Set(mistakes.map(({ cell }) => formatCell(cell)));
    const alone = errors.filter(({ cells }) => cells.length === 1).flatMap(({ cells }) => cells.map(formatCell));
    expect(alone.filter((cell) => !wrong.has(cell))).toEqual([]);
  });

  it('knows the right value where it names one cell', () => {
    const rights = new Map(inTables.map(({ cell, right }) => [formatCell(cell), Number(right)]));
    for (const { cells, expected } of errors) {
      const [cell] = cells;
      if (cells.length !== 1 || cell === undefined || expected === null) continue;
      expect(Math.abs(expected.toNumber() - (rights.get(formatCell(cell)) ?? NaN))).toBeLessThan(0.02);
    }
  });
});
