import { formatCell, parseCell } from '../../src/workbook/address';
import { findSheet, cellAt } from '../../src/workbook/snapshot';
import { checkWorkbook } from '../../src/app/check';
import { mistakenBook } from '../sample/books';
import { cleanSample, edited, publishedSample } from '../sample/clean';
import { toSnapshot } from '../sample/snapshot';

test('a correct workbook has no finding at all', () => {
  const { findings, summary, tables, skipped } = checkWorkbook(cleanSample().snapshot);
  expect(findings).toEqual([]);
  expect(summary).toEqual({ error: 0, warning: 0, rounding: 0 });
  expect(tables).toHaveLength(9);
  expect(skipped.map(({ because }) => because).filter((because) => !/上年|绩效/.test(because))).toEqual([]);
});

test('a correct workbook as published has rounding differences and nothing else', () => {
  for (const year of ['now', 'before'] as const) {
    const { summary } = checkWorkbook(publishedSample({}, year).snapshot);
    expect(summary).toMatchObject({ error: 0, warning: 0 });
    expect(summary.rounding).toBeGreaterThan(10);
  }
});

test('last year carries over into this year', () => {
  const now = cleanSample();
  const before = cleanSample({}, 'before').snapshot;
  expect(checkWorkbook(now.snapshot, before).findings).toEqual([]);
  const opening = now.cellOf('summary', 'opening', 'revenue');
  const wrong = edited(edited(now.snapshot, opening, 20.85), now.cellOf('summary', 'surplusUsed', 'revenue'), 12.35);
  const found = checkWorkbook(wrong, before).findings.filter(({ rule }) => rule === 'summary/opening');
  expect(found.map(({ severity, cells }) => [severity, cells.map(formatCell)])).toEqual([['error', [formatCell(opening)]]]);
});

describe('the mistaken sample', () => {
  const { workbook, mistakes } = mistakenBook();
  const snapshot = toSnapshot(workbook);
  const report = checkWorkbook(snapshot);
  const inTables = mistakes.filter(({ cell, rule }) => rule !== '' && /公开\d+表/.test(cell.sheet));

  test.each(inTables.map((mistake) => [formatCell(mistake.cell), mistake] as const))('%s is among the errors', (cell) => {
    const named = report.findings.filter(({ severity }) => severity === 'error').flatMap(({ cells }) => cells.map(formatCell));
    expect(named).toContain(cell);
  });

  test('a finding names its cell, what stands, what should stand, and offers it', () => {
    const unit = report.findings.find(({ cause }) => cause === 'unit');
    expect(unit?.severity).toBe('error');
    expect(unit?.fix).toHaveLength(1);
    expect(unit?.actual?.div(unit.expected ?? 1).toNumber()).toBeCloseTo(10_000, -2);
    expect(unit?.evidence.length).toBeGreaterThan(1);
  });

  test('ids are unique, cells exist, messages have no hole', () => {
    expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
    for (const { cells, message, evidence } of report.findings) {
      for (const text of [message, ...evidence.map((each) => each.message)]) {
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
      }
      for (const cell of cells) {
        expect(findSheet(snapshot, parseCell(formatCell(cell)).sheet)).toBeDefined();
      }
    }
  });

  test('a correction starts from what the cell holds', () => {
    for (const { cell, from } of report.findings.flatMap(({ fix }) => fix ?? [])) {
      const sheet = findSheet(snapshot, cell.sheet);
      expect(sheet === undefined ? undefined : cellAt(sheet, cell.row, cell.column).value).toEqual(from);
    }
  });

  test('with every correction applied, what it was about is silent', () => {
    const fixed = report.findings
      .flatMap(({ fix }) => fix ?? [])
      .reduce((book, { cell, to }) => edited(book, cell, to), snapshot);
    const corrected = new Set(report.findings.flatMap(({ fix, cells: [first] }) => (fix && first ? formatCell(first) : [])));
    const left = checkWorkbook(fixed).findings.filter(({ severity, cells: [first] }) => severity === 'error' && first && corrected.has(formatCell(first)));
    expect(left).toEqual([]);
  });
});
