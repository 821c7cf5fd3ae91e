import { checkWorkbook, examine } from '../../src/app/check';
import { withEdits } from '../../src/workbook/with-edits';
import { planReleasedRepair } from '../support/release';
import { publishedBook } from '../sample/books';
import { toSnapshot } from '../sample/snapshot';

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

test('written together, tables and paragraphs say the same as before', () => {
  const before = checkWorkbook(workbook);
  const after = checkWorkbook(withEdits(workbook, preview.rows.map(({ edit }) => edit)));
  const inText = ({ findings }: typeof before): number => findings.filter(({ cells: [cell] }) => cell?.sheet === '情况说明').length;
  expect(after.summary.error).toBe(before.summary.error);
  expect(inText(after)).toBe(inText(before));
});

test('without a change there is nothing to keep in step', () => {
  const repaired = withEdits(workbook, preview.rows.map(({ edit }) => edit));
  expect(planReleasedRepair(examine(repaired)).rows).toEqual([]);
});
