import { formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { changedWords } from '../workbook/changed-words';
import { withEdits } from '../workbook/with-edits';
import type { Finding } from '../check/finding';
import type { Examination } from './check';
import { accountsOf } from './own-sheets';
import { proofreadTexts } from './proofread';

/** A paragraph that quotes a changed amount: its edit, and the words that change in it. */
export interface Quotation {
  readonly edit: CellEdit;
  readonly from: string;
  readonly to: string;
  /** What was out of step, one sentence each. */
  readonly because: readonly string[];
}

/** Each round puts one thing right in every paragraph; a paragraph hardly quotes more than this. */
const MOST_ROUNDS = 12;

/**
 * The paragraphs that quote amounts which these edits change, put in step with them: what proofreading would find in
 * the paragraphs after the edits, and did not find before. What was wrong in them already is left alone. Each round
 * is a slice, so that a screen can be drawn in between.
 */
export function* quotationsOf(
  examination: Examination,
  edits: readonly CellEdit[],
): Generator<undefined, Quotation[], undefined> {
  if (edits.length === 0) return [];
  const inWorkbook = { ...examination, texts: [] };
  const known = new Set(proofreadTexts(inWorkbook, []).findings.map(sameness));
  const paragraphs = new Map<string, { readonly first: CellEdit; readonly last: CellEdit; readonly because: readonly string[] }>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    yield;
    const workbook = withEdits(examination.workbook, [...edits, ...[...paragraphs.values()].map(({ last }) => last)]);
    const { findings } = proofreadTexts({ ...inWorkbook, workbook, accounts: accountsOf(workbook) }, []);
    const fresh = findings.filter((finding) => finding.severity !== 'rounding' && !known.has(sameness(finding)));
    const touched = new Set<string>();
    for (const { fix, message } of fresh) {
      const [edit] = fix ?? [];
      if (edit === undefined || touched.has(formatCell(edit.cell))) continue;
      const key = formatCell(edit.cell);
      const before = paragraphs.get(key);
      touched.add(key);
      paragraphs.set(key, { first: before?.first ?? edit, last: edit, because: [...(before?.because ?? []), message] });
    }
    if (touched.size === 0) break;
  }
  return [...paragraphs.values()].map(({ first, last, because }) => ({
    edit: { cell: last.cell, from: first.from, to: last.to },
    ...changedWords(String(first.from), String(last.to)),
    because,
  }));
}

/** Two findings are the same doubt where the rule, the paragraph and the words are. */
function sameness({ rule, cells: [cell], quote }: Finding): string {
  return `${rule} ${cell === undefined ? '' : formatCell(cell)} ${quote ?? ''}`;
}
