import { formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { changedPart, changedWords, type ChangedPart } from '../workbook/changed-words';
import { findSheet, type WorkbookSnapshot } from '../workbook/snapshot';
import { withEdits } from '../workbook/with-edits';
import type { Finding } from '../check/finding';
import { corrected } from '../narrative/proofread/problem';
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

/** What changed amounts do to the paragraphs. */
export interface Quotations {
  readonly rewritten: readonly Quotation[];
  /** What will be out of step in paragraphs that cannot be rewritten, or where the right words are not determined. */
  readonly left: readonly Finding[];
}

/** Each round puts right what the one before made wrong: an amount, its percentage, what adds up to it. */
const MOST_ROUNDS = 12;

/** A paragraph that is rewritten. */
interface Rewriting {
  readonly edit: CellEdit;
  readonly because: readonly string[];
}

/**
 * The paragraphs that quote amounts which these edits change, put in step with them: what proofreading would find in
 * the paragraphs after the edits, and did not find before. An amount that need not be that of a cell but was it to the
 * last digit quotes it. What was wrong before is left alone. Each round is a slice, so that a screen can be drawn in
 * between.
 */
export function* quotationsOf(
  examination: Examination,
  edits: readonly CellEdit[],
): Generator<undefined, Quotations, undefined> {
  if (edits.length === 0) return { rewritten: [], left: [] };
  const known = new Set(findingsIn(examination).map(sameness));
  let rewritings: ReadonlyMap<string, Rewriting> = new Map();
  for (let round = 0; ; round += 1) {
    yield;
    const workbook = withEdits(examination.workbook, [...edits, ...[...rewritings.values()].map(({ edit }) => edit)]);
    const found = findingsIn({ ...examination, workbook, accounts: accountsOf(workbook) });
    const fresh = found.filter((finding) => !known.has(sameness(finding)));
    const next = rewrite(rewritings, fresh, workbook);
    if (next === rewritings || round === MOST_ROUNDS) {
      return { rewritten: [...rewritings.values()].flatMap(quotationOf), left: fresh };
    }
    rewritings = next;
  }
}

const findingsIn = (examination: Examination): readonly Finding[] =>
  proofreadTexts(examination, { quoting: true }).findings;

/** The rewritings with what findings say to change in paragraphs that may be written to; the same where that is nothing. */
function rewrite(
  before: ReadonlyMap<string, Rewriting>,
  findings: readonly Finding[],
  workbook: WorkbookSnapshot,
): ReadonlyMap<string, Rewriting> {
  const after = new Map(before);
  const parts = new Map<string, readonly ChangedPart[]>();
  for (const { fix, message } of findings) {
    const [edit] = fix ?? [];
    if (edit === undefined || findSheet(workbook, edit.cell.sheet)?.protected === true) continue;
    const key = formatCell(edit.cell);
    const earlier = parts.get(key) ?? [];
    const part = changedPart(String(edit.from), String(edit.to));
    if (earlier.some(({ start, end }) => start <= part.end && part.start <= end)) continue;
    parts.set(key, [...earlier, part]);
    const known = after.get(key);
    const to = corrected(String(edit.from), [...earlier, part]);
    after.set(key, {
      edit: { cell: edit.cell, from: known?.edit.from ?? edit.from, to },
      because: [...(known?.because ?? []), message],
    });
  }
  return parts.size === 0 ? before : after;
}

function quotationOf({ edit, because }: Rewriting): readonly Quotation[] {
  return edit.from === edit.to ? [] : [{ edit, ...changedWords(String(edit.from), String(edit.to)), because }];
}

/** Two findings are the same doubt where the rule, the paragraph and the words are; the numbers in them may change. */
function sameness({ rule, place, cells: [cell], quote }: Finding): string {
  const paragraph = place === null ? (cell === undefined ? '' : formatCell(cell)) : `${place.document} ${place.paragraph}`;
  return `${rule} ${paragraph} ${(quote ?? '').replace(/\d+/g, '0')}`;
}
