import { checkWorkbook, type CheckReport } from '../../src/app/check';
import type { Finding } from '../../src/check/finding';
import { formatCell } from '../../src/workbook/address';
import { makeBook, withValues, type Book, type Units } from './book';
import { isBlock, KINDS, makeMistakes, type Kind, type Mistake } from './mistakes';
import { sampler } from './sampler';
import { truthsOf, type Truth } from './truth';

/** What the product made of one mistake. */
export interface Outcome {
  readonly seed: number;
  readonly kind: Kind;
  /** How many mistakes the book has. */
  readonly beside: number;
  /** Its cells, what they should hold and what they hold, in words. */
  readonly story: string;
  readonly detectable: boolean;
  readonly determined: boolean;
  /** An error names its cell, or tells an identity that it breaks. */
  readonly detected: boolean;
  /** An error names its cell among the suspects. */
  readonly named: boolean;
  /** An error is about this cell and no other; of a block, about its cells, most of them, and no others. */
  readonly prime: boolean;
  /** How the amount proposed for the cell compares with the right one; null where none was proposed. */
  readonly value: 'exact' | 'within rounding' | 'wrong' | null;
}

/** What the product made of one book with mistakes. */
export interface MistakenResult {
  readonly outcomes: readonly Outcome[];
  /** Errors that single out one cell or one block. */
  readonly accused: number;
  /** Those of them that are about a cell that is right, in words. */
  readonly falseAccusations: readonly string[];
  /** Processor time of the check. */
  readonly milliseconds: number;
}

/** What the product made of one correct book. */
export interface CleanResult {
  readonly seed: number;
  readonly findings: readonly Finding[];
  readonly tables: number;
  readonly milliseconds: number;
}

const TABLES = 9;
const MOST_MISTAKES = 4;
/** Every third book is checked together with the year before. */
const WITH_LAST_YEAR = 3;

/** Processor time, which does not depend on what else the machine does. */
function timed(check: () => CheckReport): { readonly report: CheckReport; readonly milliseconds: number } {
  const start = process.cpuUsage();
  const report = check();
  const { user, system } = process.cpuUsage(start);
  return { report, milliseconds: (user + system) / 1000 };
}

/** Checks a correct book. */
export function measureClean(book: Book): CleanResult {
  const lastYear = book.seed % WITH_LAST_YEAR === 0 ? book.lastYear : null;
  const { report, milliseconds } = timed(() => checkWorkbook(book.snapshot, lastYear));
  return { seed: book.seed, findings: report.findings, tables: report.tables.length, milliseconds };
}

/** Whether a correct book was read whole and no error was reported. */
export function isCleared({ findings, tables }: CleanResult): boolean {
  return tables === TABLES && findings.every(({ severity }) => severity !== 'error');
}

/** Makes one to four mistakes in a book and checks it. The kinds take turns from seed to seed. */
export function measureMistaken(book: Book): MistakenResult {
  const count = 1 + (book.seed % MOST_MISTAKES);
  const first = KINDS[Math.floor(book.seed / MOST_MISTAKES) % KINDS.length] ?? 'digit';
  const mistakes = makeMistakes(sampler(-book.seed), book, first, count);
  const wrong = new Map(
    mistakes.flatMap(({ changes }) => [...changes].map(([place, change]) => [place, change.wrong] as const)),
  );
  const snapshot = withValues(book, wrong);
  const { report, milliseconds } = timed(() => checkWorkbook(snapshot));
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const wrongCells = new Set([...wrong.keys()].map((place) => cellAt(book, place)));
  const accusations = errors.filter((finding) => isAccusation(finding) || finding.cause === 'shift');
  const mistaken = accusations.filter(({ cells }) => cells.some((cell) => !wrongCells.has(formatCell(cell))));
  return {
    outcomes: truthsOf(book, mistakes).map((truth) => judge(book, mistakes, truth, errors)),
    accused: accusations.length,
    falseAccusations: mistaken.map(({ message }) => `${book.seed}: ${message}`),
    milliseconds,
  };
}

/** An error that singles out one cell on the evidence of identities, whether or not they say what it should hold. */
function isAccusation({ cells, evidence, fix, expected }: Finding): boolean {
  return cells.length === 1 && evidence.length > 0 && (fix !== null || expected === null);
}

function cellAt(book: Book, place: string): string {
  const cell = book.cells.get(place);
  if (cell === undefined) throw new RangeError(`no cell for ${place}`);
  return formatCell(cell);
}

function judge(book: Book, mistakes: readonly Mistake[], truth: Truth, errors: readonly Finding[]): Outcome {
  const { mistake, detectable, determined } = truth;
  const cells = [...mistake.changes.keys()].map((place) => cellAt(book, place));
  const names = ({ cells: named }: Finding): boolean => named.some((cell) => cells.includes(formatCell(cell)));
  const tells = (finding: Finding): boolean =>
    truth.violated.some(({ total, terms, less }) => {
      const printed = [total, ...terms, ...less].map((place) => cellAt(book, place));
      return finding.evidence.some((told) => {
        const shown = told.cells.map(formatCell);
        return shown.length > 0 && shown.every((cell) => printed.includes(cell));
      });
    });
  const isPrime = isBlock(mistake.kind) ? isAboutBlock : isAbout;
  const prime = errors.find((finding) => isPrime(finding, cells));
  return {
    seed: book.seed,
    kind: mistake.kind,
    beside: mistakes.length,
    story: storyOf(book, mistake),
    detectable,
    determined,
    detected: errors.some((finding) => names(finding) || tells(finding)),
    named: errors.some(names),
    prime: prime !== undefined,
    value: prime === undefined ? null : proposal(book, truth, prime),
  };
}

function isAbout(finding: Finding, cells: readonly string[]): boolean {
  const [first] = finding.cells;
  return isAccusation(finding) && first !== undefined && cells.includes(formatCell(first));
}

/** Where a block ends among items of one sum, and what is lost in rounding, no identity tells. */
function isAboutBlock({ cause, cells }: Finding, wanted: readonly string[]): boolean {
  const named = cells.map(formatCell);
  return cause === 'shift' && 2 * named.length > wanted.length && named.every((cell) => wanted.includes(cell));
}

/** How near the proposed amounts are to the right ones: within the rounding of the narrowest identity at the least. */
function proposal(book: Book, { mistake, slackAt }: Truth, { expected, fix, cause }: Finding): Outcome['value'] {
  const perUnit = book.layout.unit === '元' ? 10_000 : 1;
  const inUnits = (amount: number): number => Math.round(amount * 100);
  const single = expected === null ? undefined : inUnits(expected.toNumber() * perUnit);
  const inBlock = new Map<string, number>(fix?.map(({ cell, to }) => [formatCell(cell), inUnits(Number(to))]));
  const misses = [...mistake.changes].flatMap(([place, { right }]) => {
    const amount = cause === 'shift' ? inBlock.get(cellAt(book, place)) : single;
    return amount === undefined ? [] : { off: Math.abs(amount - (right ?? 0)), allowed: slackAt.get(place) ?? 0 };
  });
  if (misses.length < mistake.changes.size) return null;
  if (misses.every(({ off }) => off === 0)) return 'exact';
  return misses.every(({ off, allowed }) => off <= allowed) ? 'within rounding' : 'wrong';
}

function storyOf(book: Book, { changes }: Mistake): string {
  const show = (units: Units): string => (units === null ? 'blank' : (units / 100).toFixed(2));
  return [...changes]
    .map(([place, { right, wrong }]) => `${cellAt(book, place)} ${place} ${show(right)} → ${show(wrong)}`)
    .join('; ');
}

/** Everything measured in a run. */
export interface Measurement {
  readonly clean: readonly CleanResult[];
  readonly mistaken: readonly MistakenResult[];
}

/** Measures as many books, each once correct and once with mistakes; the same seed gives the same books. */
export function measure(books: number, seed: number): Measurement {
  const clean: CleanResult[] = [];
  const mistaken: MistakenResult[] = [];
  for (let index = 0; index < books; index += 1) {
    const book = makeBook(seed + index);
    clean.push(measureClean(book));
    mistaken.push(measureMistaken(book));
  }
  return { clean, mistaken };
}
