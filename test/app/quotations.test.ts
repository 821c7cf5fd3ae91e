import { createAssistant } from '../../src/app/create-assistant';
import { examine, type CheckReport, type Examination } from '../../src/app/check';
import { quotationsOf, type Quotations } from '../../src/app/quotations';
import { textOf } from '../../src/app/texts';
import { createMemoryHost } from '../../src/host/memory';
import { formatCell, type CellRef } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { withEdits } from '../../src/workbook/with-edits';
import { makeBook } from '../accuracy/book';
import { publishedBook } from '../sample/books';
import { edited, publishedSample } from '../sample/clean';
import { toSnapshot } from '../sample/snapshot';
import { planReleased, planReleasedRepair } from '../support/release';

const workbook = toSnapshot(publishedBook());
const preview = planReleasedRepair(examine(workbook));
const texts = preview.rows.filter(({ edit }) => typeof edit.to === 'string');

test('paragraphs that quote a changed amount are listed with old and new words', () => {
  expect(texts.length).toBeGreaterThan(0);
  for (const { edit, from, to, closes } of texts) {
    expect(edit.from).not.toBe(edit.to);
    expect(from).not.toBe(to);
    expect(closes.length).toBeGreaterThan(0);
    expect(edit.cell.sheet).toBe('情况说明');
  }
});

test('without a change there is nothing to keep in step', () => {
  const repaired = withEdits(workbook, preview.rows.map(({ edit }) => edit));
  expect(planReleasedRepair(examine(repaired)).rows).toEqual([]);
});

describe('written together, tables and paragraphs say nothing that they did not say before', () => {
  /** A finding by its rule and its place: the amounts in its words may change. */
  const doubtsIn = ({ findings }: CheckReport): string[] =>
    findings.flatMap(({ severity, rule, quote, cells: [cell] }) => {
      const words = (quote ?? '').replace(/\d+/g, '0');
      return severity === 'rounding' ? [] : [`${severity} ${rule} ${cell === undefined ? '' : formatCell(cell)} ${words}`];
    });
  const display = (value: CellValue): string => (typeof value === 'number' ? value.toFixed(2) : String(value ?? ''));

  test.each<[string, WorkbookSnapshot]>([
    ['the sample', workbook],
    ...[1, 2, 3, 4].map((seed): [string, WorkbookSnapshot] => [`book ${seed}`, makeBook(seed).snapshot]),
  ])('%s, with a narrative of its own', async (_, given) => {
    const assistant = createAssistant(createMemoryHost(given, { display }));
    await assistant.check();
    await assistant.placeNarrative(await assistant.narrate());
    const before = await assistant.check();
    const { rows, review } = await planReleased(assistant);
    expect(rows.some(({ edit }) => typeof edit.to === 'string')).toBe(true);
    expect(review).toEqual([]);
    const known = new Set(doubtsIn(before));
    expect(doubtsIn(await assistant.apply(rows.map(({ edit }) => edit))).filter((doubt) => !known.has(doubt))).toEqual([]);
  });
});

describe('公用经费合计, once it is a unit less', () => {
  const { cell, shown } = operatingOf(examine(workbook));
  const edit = { cell, from: shown.toNumber(), to: shown.minus('0.01').toNumber() };
  const [old, written] = [shown.toFixed(2), shown.minus('0.01').toFixed(2)];
  const paragraph = placeOf('2024年度机关运行经费支出');
  const outcome = (examination: Examination): Quotations => {
    const rewriting = quotationsOf(examination, [edit]);
    for (;;) {
      const slice = rewriting.next();
      if (slice.done === true) return slice.value;
    }
  };
  const textsIn = ({ rewritten }: Quotations): Record<string, string> =>
    Object.fromEntries(rewritten.map(({ edit: { cell: at, to } }) => [formatCell(at), String(to)]));
  const saying = (words: string): WorkbookSnapshot => edited(workbook, paragraph, words);

  test('changes 机关运行经费 where the text gave it as much', () => {
    expect(textsIn(outcome(examine(workbook)))[formatCell(paragraph)]).toContain(`机关运行经费支出${written}万元`);
  });

  test.each([
    ['another amount', '2024年度机关运行经费支出128.00万元。'],
    ['an amount next to it', `2024年度机关运行经费支出${shown.plus('0.01').toFixed(2)}万元。`],
    ['fewer digits that hold as well for the new one', '2024年度机关运行经费支出130.9万元。'],
    ['the same number for something else', `2024年度机关运行经费支出128.00万元。其中劳务派遣${old}万元。`],
  ])('leaves alone a text that gives %s', (_, words) => {
    const told = outcome(examine(saying(words)));
    expect(textsIn(told)).not.toHaveProperty([formatCell(paragraph)]);
    expect(told.left).toEqual([]);
  });

  test('is to be compared with paragraphs on a protected sheet, which no write may touch', () => {
    const sheets = workbook.sheets.map((sheet) => (sheet.name === paragraph.sheet ? { ...sheet, protected: true } : sheet));
    const { rewritten, left } = outcome(examine({ ...workbook, sheets }));
    expect(rewritten).toEqual([]);
    expect(left.map(({ cells: [at] }) => at)).toContainEqual(paragraph);
  });

  test('is to be compared with a text beside the workbook, which cannot be written to', () => {
    const beside = textOf('说明.docx', `十、机关运行经费支出说明\n2024年度机关运行经费支出${old}万元。`);
    const { left } = outcome(examine(publishedSample().snapshot, null, null, [beside]));
    expect(left.map(({ place }) => place)).toEqual([{ document: '说明.docx', paragraph: 2 }]);
  });
});

function operatingOf({ accounts: { basicExpenditure } }: Examination) {
  const figure = basicExpenditure?.operating;
  if (figure === null || figure === undefined) throw new RangeError('样例中没有公用经费合计');
  return figure;
}

function placeOf(words: string): CellRef {
  for (const { name: sheet, rows } of workbook.sheets) {
    for (const [row, cells] of rows.entries()) {
      const column = cells.findIndex(({ value }) => typeof value === 'string' && value.startsWith(words));
      if (column >= 0) return { sheet, row, column };
    }
  }
  throw new RangeError(`样例中没有“${words}”`);
}
