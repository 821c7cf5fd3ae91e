import { checkWorkbook, type CheckReport } from '../../src/app/check';
import { createAssistant, marksOf } from '../../src/app/create-assistant';
import { textOf } from '../../src/app/texts';
import type { Finding } from '../../src/check/finding';
import { createMemoryHost } from '../../src/host/memory';
import { TEXT_RULES } from '../../src/narrative/proofread/rules';
import { formatCell } from '../../src/workbook/address';
import { cellAt, type CellValue, type SheetSnapshot } from '../../src/workbook/snapshot';
import { withEdits } from '../../src/workbook/with-edits';
import { lastYearBook, mistakenBook, publishedBook } from '../sample/books';
import { cleanSample, edited } from '../sample/clean';
import { evaluationSample } from '../sample/evaluation';
import { toSnapshot } from '../sample/snapshot';

const SOURCES = new Map(TEXT_RULES.map(({ id, source }) => [id, source]));
const TEXT_SHEET = '情况说明';

function textSheet(lines: readonly CellValue[]): SheetSnapshot {
  const rows = lines.map((value) => [{ value, text: String(value ?? ''), formula: null }]);
  return { name: TEXT_SHEET, hidden: false, protected: false, rows };
}

/** The clean sample with paragraphs in a sheet of their own, and what is found in them. */
function check(lines: readonly string[]) {
  const { snapshot } = cleanSample();
  const workbook = { ...snapshot, sheets: [...snapshot.sheets, textSheet(lines)] };
  const report = checkWorkbook(workbook);
  return { workbook, findings: report.findings.filter(({ rule }) => SOURCES.has(rule)), skipped: report.skipped };
}

describe('the sample', () => {
  test.each([
    ['the published book', publishedBook()],
    ['the year before', lastYearBook()],
  ])('has nothing wrong in the text of %s', (_, book) => {
    const { findings } = checkWorkbook(toSnapshot(book));
    expect(findings.filter(({ rule }) => SOURCES.has(rule)).map(({ message }) => message)).toEqual([]);
  });

  const { workbook, mistakes } = mistakenBook();
  const inText = mistakes.filter(({ cell }) => cell.sheet === TEXT_SHEET);
  const found = checkWorkbook(toSnapshot(workbook)).findings.filter(({ rule }) => SOURCES.has(rule));

  test.each(inText.map((mistake) => [formatCell(mistake.cell), mistake.note, mistake.rule] as const))(
    'finds %s: %s',
    (cell, _note, rule) => {
      const here = found.filter(({ cells: [first] }) => first !== undefined && formatCell(first) === cell);
      const sources = here.map((finding) => SOURCES.get(finding.rule)?.split('、'));
      expect(sources.flat()).toContain(rule);
    },
  );

  test('accuses no paragraph that is right, although some of the tables are wrong', () => {
    const wrong = new Set(inText.map(({ cell }) => formatCell(cell)));
    const accused = found.flatMap(({ cells: [first] }) => (first === undefined ? [] : formatCell(first)));
    expect(accused.filter((cell) => !wrong.has(cell))).toEqual([]);
  });
});

test('a finding names the paragraph first, then the cells it disagrees with, and corrects the words', () => {
  const { workbook, findings } = check(['一、收入支出决算总体情况说明', '本年收、支总计1.00万元。']);
  const [finding] = findings;
  expect(findings).toHaveLength(1);
  expect(finding?.cells[0]).toEqual({ sheet: TEXT_SHEET, row: 1, column: 0 });
  expect(finding?.cells[1]?.sheet).not.toBe(TEXT_SHEET);
  expect(finding?.quote).toBe('本年收、支总计1.00万元');
  const { findings: left } = checkWorkbook(withEdits(workbook, finding?.fix ?? []));
  expect(left.filter(({ rule }) => SOURCES.has(rule))).toEqual([]);
});

test('paragraphs within one cell are read line by line, and only the wrong words change', () => {
  const held = '一、收入支出决算总体情况说明\n本年收、支总计1.00万元。\n主要原因是：主要原因是：新增人员。';
  const { findings } = check(['2024年度部门决算情况说明', held]);
  expect(findings.map(({ rule }) => rule)).toEqual(['summary/narrative-amount', 'text/repeated']);
  for (const { fix } of findings) {
    expect(fix).toEqual([{ cell: { sheet: TEXT_SHEET, row: 1, column: 0 }, from: held, to: expect.any(String) }]);
    expect(String(fix?.[0]?.to).split('\n')).toHaveLength(3);
  }
});

test('numbers that no table has are said not to be checked', () => {
  const { findings, skipped } = check(['一、收入支出决算总体情况说明', '另有专户资金88.80万元。']);
  expect(findings).toEqual([]);
  expect(skipped.find(({ rule }) => rule === 'text/unbound')?.because).toContain('A2');
});

describe('the words of a 绩效 table', () => {
  const sample = evaluationSample();
  const found = (...edits: readonly (readonly [key: string, words: string])[]) => {
    const cells = edits.map(([key]) => sample.cellOf('project-1', key));
    const workbook = edits.reduce((book, [key, words]) => edited(book, sample.cellOf('project-1', key), words), sample.snapshot);
    const { findings } = checkWorkbook(workbook);
    return { cells, workbook, findings: findings.filter(({ rule }) => SOURCES.has(rule)) };
  };

  test('that the printed form left are told once for the whole sheet', () => {
    const { cells, findings } = found(['2.target', '……....'], ['3.target', '……....'], ['3.result', '……....']);
    expect(findings).toMatchObject([{ rule: 'text/placeholder', severity: 'error', cells, fix: null }]);
  });

  test('are corrected in every cell', () => {
    const { workbook, findings } = found(['3.target', '<sup>2</sup>'], ['3.result', '<sup>2</sup>']);
    expect(findings.map(({ rule, fix }) => [rule, fix?.map(({ to }) => to)])).toEqual([['text/residue', ['2', '2']]]);
    const left = checkWorkbook(withEdits(workbook, findings[0]?.fix ?? [])).findings;
    expect(left.filter(({ rule }) => SOURCES.has(rule))).toEqual([]);
  });
});

describe('a text beside the workbook', () => {
  const { snapshot } = cleanSample();
  const read = (lines: readonly string[]) =>
    checkWorkbook(snapshot, null, [textOf('说明.docx', lines.join('\n\n'))]);
  const { findings, skipped } = read([
    '一、收入支出决算总体情况说明',
    '本年收、支总计1.00万元。',
    '另有专户资金88.80万元。',
  ]);
  const own = findings.filter(({ place }) => place !== null);

  test('is told by paragraph, with the cells it disagrees with and the words that belong there', () => {
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      rule: 'summary/narrative-amount',
      place: { document: '说明.docx', paragraph: 2 },
      quote: '本年收、支总计1.00万元',
      fix: null,
    });
    expect(own[0]?.cells.every(({ sheet }) => snapshot.sheets.some(({ name }) => name === sheet))).toBe(true);
    expect(own[0]?.message).toContain(`总计${own[0]?.expected?.toFixed(2)}万元`);
  });

  test('marks nothing in the workbook, stands last, and tells what was not checked', () => {
    expect(marksOf(own)).toEqual([]);
    expect(findings.at(-1)?.place).not.toBeNull();
    expect(skipped.find(({ rule }) => rule === 'text/unbound')?.because).toMatch(/说明\.docx.* 1 个数字.*第 3 段/);
  });
});

test('several corrections of one paragraph are written one after the other, each undone by itself', async () => {
  const { snapshot } = cleanSample();
  const held = '本年收、支总计1.00万元，主要原因是：主要原因是：新增人员，截止2024年12月31日已完成。';
  const workbook = {
    ...snapshot,
    sheets: [...snapshot.sheets, textSheet(['一、收入支出决算总体情况说明', held])],
  };
  const host = createMemoryHost(workbook);
  const assistant = createAssistant(host);
  const inText = ({ findings }: CheckReport): readonly Finding[] =>
    findings.filter(({ rule, fix }) => SOURCES.has(rule) && fix !== null);
  let left = inText(await assistant.check());
  const count = left.length;
  expect(count).toBeGreaterThan(2);
  for (let written = 0; written < count; written += 1) {
    const report = await assistant.apply(left[0]?.fix ?? []);
    expect(inText(report)).toHaveLength(left.length - 1);
    left = inText(report);
  }
  expect(left).toEqual([]);
  for (let undone = 0; undone < count; undone += 1) left = inText(await assistant.undo());
  expect(left).toHaveLength(count);
  expect(cellAt((await host.read()).sheets.at(-1) ?? textSheet([]), 1, 0).value).toBe(held);
});
