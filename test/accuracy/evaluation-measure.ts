import { checkWorkbook } from '../../src/app/check';
import type { Finding } from '../../src/check/finding';
import { formatCell } from '../../src/workbook/address';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import {
  cellName, cents, makeEvaluationBook, withHeld,
  type EvaluationTableTruth, type EvaluationTruthBook, type Held,
} from './evaluation-book';
import { constraintsOf, isBroken, truthOf } from './evaluation-truth';
import { sampler, type Sampler } from './sampler';
import { AIMS, ratio, type Share } from './summary';

/** The ways in which 绩效 tables are made wrong. */
export const EVALUATION_KINDS = [
  'rate', 'score-above', 'total', 'weight', 'transposition', 'digit', 'decimal', 'blank', 'duplicate',
] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** What the product made of one mistake. */
export interface EvaluationOutcome {
  readonly seed: number;
  readonly kind: EvaluationKind;
  /** How many mistakes its table has. */
  readonly beside: number;
  readonly story: string;
  /** Something that must hold does not. */
  readonly detectable: boolean;
  /** Only this cell, with another value, lets everything hold. */
  readonly determined: boolean;
  /** An error names a cell of what is broken. */
  readonly detected: boolean;
  /** An error is about this cell and no other. */
  readonly prime: boolean;
  /** Whether the value proposed for it is right within what the constraints leave open; null where none was. */
  readonly value: boolean | null;
}

/** What a run measured. */
export interface EvaluationMeasurement {
  readonly outcomes: readonly EvaluationOutcome[];
  /** Errors on correct books, in words. */
  readonly falseErrors: readonly string[];
  readonly books: number;
  readonly warnings: ReadonlyMap<string, number>;
}

/** Measures as many books, each once correct and once with mistakes; the same seed gives the same books. */
export function measureEvaluations(books: number, seed: number): EvaluationMeasurement {
  const outcomes: EvaluationOutcome[] = [];
  const falseErrors: string[] = [];
  const warnings = new Map<string, number>();
  for (let index = 0; index < books; index += 1) {
    const book = makeEvaluationBook(seed + index);
    const report = checkWorkbook(book.sample.snapshot);
    for (const { severity, rule, message } of report.findings) {
      if (severity === 'error') falseErrors.push(`${book.seed}: ${rule} ${message}`);
      else warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
    }
    if (report.tables.length !== book.tables.length) falseErrors.push(`${book.seed}: ${report.tables.length} tables read`);
    outcomes.push(...measureMistakes(book));
  }
  return { outcomes, falseErrors, books, warnings };
}

const TRIES = 50;
const MOST_MISTAKES = 4;

/** Makes one to four mistakes in one table. The kinds take turns from seed to seed. */
function measureMistakes(book: EvaluationTruthBook): readonly EvaluationOutcome[] {
  const sample = sampler(-book.seed - 1);
  const first = EVALUATION_KINDS[book.seed % EVALUATION_KINDS.length] ?? 'digit';
  if (first === 'duplicate') return measureDuplicate(book);
  const count = 1 + (Math.floor(book.seed / EVALUATION_KINDS.length) % MOST_MISTAKES);
  // A merged cell holds its value once: in a copy that repeats it, all of it would be wrong.
  const tables = book.tables.filter(({ spec }) => spec === null || book.layout.merged === 'once');
  const singles = EVALUATION_KINDS.filter((kind) => kind !== 'duplicate');
  const mistakes = new Map<string, Mistake>();
  let truth: EvaluationTableTruth | null = null;
  for (let tries = 0; tries < TRIES && tables.length > 0 && mistakes.size < count; tries += 1) {
    const kind = truth === null ? first : sample.pick(singles);
    const table: EvaluationTableTruth = truth ?? sample.pick(tables);
    const [place, wrong] = MISTAKES[kind](sample, table) ?? [];
    if (place === undefined || wrong === undefined || mistakes.has(place) || wrong === (table.values.get(place) ?? null)) continue;
    truth = table;
    mistakes.set(place, { kind, wrong });
  }
  return truth === null ? [] : judge(book, truth, mistakes);
}

interface Mistake {
  readonly kind: EvaluationKind;
  readonly wrong: Held;
}

type Made = readonly [place: string, wrong: Held];

const isScore = (place: string): boolean => /^\d+\.score$/.test(place);
const isWeight = (place: string): boolean => /^\d+\.weight$/.test(place);
/** Places whose number a form prints in words cannot be blank. */
const inWords = (place: string): boolean => /^(?:group\.|general$|other$|basic$|project$)/.test(place);

function anyPlace(sample: Sampler, { values }: EvaluationTableTruth, is: (place: string) => boolean): Made | null {
  const places = [...values].filter(([place, value]) => value !== null && value !== 0 && is(place));
  return places.length === 0 ? null : sample.pick(places);
}

const slip =
  (wrong: (sample: Sampler, right: number) => Held, is: (place: string) => boolean = () => true) =>
  (sample: Sampler, truth: EvaluationTableTruth): Made | null => {
    const [place, right] = anyPlace(sample, truth, is) ?? [];
    return place === undefined || right === undefined || right === null ? null : [place, wrong(sample, right)];
  };

/** Other digits with the point where it was. */
function withDigits(right: number, change: (digits: string[]) => void): number {
  const [whole = '', decimals = ''] = String(right).split('.');
  const digits = [...`${whole}${decimals}`];
  change(digits);
  const text = digits.join('');
  return Number(decimals === '' ? text : `${text.slice(0, -decimals.length)}.${text.slice(-decimals.length)}`);
}

const digit = (sample: Sampler, right: number): number =>
  withDigits(right, (digits) => {
    digits[sample.whole(0, digits.length - 1)] = String(sample.whole(0, 9));
  });

const transposed = (sample: Sampler, right: number): number =>
  withDigits(right, (digits) => {
    const at = sample.whole(0, Math.max(0, digits.length - 2));
    const [first = '', second = ''] = digits.splice(at, 2);
    digits.splice(at, 0, second, first);
  });

const isRate = (place: string): boolean => place === 'rate' || place === 'staff.rate';

const MISTAKES: Readonly<
  Record<Exclude<EvaluationKind, 'duplicate'>, (sample: Sampler, truth: EvaluationTableTruth) => Made | null>
> = {
  rate: slip((sample, right) => (sample.chance(0.5) ? digit(sample, right) : transposed(sample, right)), isRate),
  'score-above'(sample, { values, spec }) {
    const scores = spec === null ? [] : [...values.keys()].filter((place) => isScore(place) || place === 'score');
    if (scores.length === 0) return null;
    const place = sample.pick(scores);
    const weight = values.get(place.replace('score', 'weight')) ?? 0;
    return [place, weight + sample.whole(1, 10)];
  },
  total: slip((sample, right) => cents(right + sample.pick([-10, -5, -1, 1, 2, 5])), (place) => /^total\.|^group\./.test(place)),
  weight: slip((sample, right) => right + sample.pick([-2, -1, 1, 2, 5, 10]), (place) => isWeight(place) || place === 'weight'),
  transposition: slip(transposed),
  digit: slip(digit),
  decimal: slip((sample, right) => {
    const factor = sample.pick([10, 100, 0.1]);
    return cents(right * factor) || null;
    // 0.9307 and 93.07 are the same rate to a reader.
  }, (place) => place !== 'rate'),
  blank: slip(() => null, (place) => !inWords(place)),
};

function judge(
  book: EvaluationTruthBook,
  truth: EvaluationTableTruth,
  mistakes: ReadonlyMap<string, Mistake>,
): readonly EvaluationOutcome[] {
  const { table } = truth;
  const wrong = [...mistakes].map(([place, mistake]) => [place, mistake.wrong] as const);
  const values = new Map([...truth.values, ...wrong]);
  const constraints = constraintsOf(truth);
  const truths = truthOf([...mistakes.keys()], constraints, values);
  const errors = errorsOf(wrong.reduce((snapshot, [place, held]) => withHeld(book, snapshot, truth, place, held), book.sample.snapshot));
  return [...mistakes].map(([place, { kind, wrong: held }], index): EvaluationOutcome => {
    const { broken = [], determined = false } = truths[index] ?? {};
    const cell = cellName(book, table, place);
    const concerned = new Set([place, ...broken.flatMap(({ places }) => places)].map((each) => cellName(book, table, each)));
    const prime = errors.find(({ cells: [first, ...more] }) => first && formatCell(first) === cell && more.length === 0);
    const proposed = prime?.expected?.toNumber() ?? null;
    const right = truth.values.get(place) ?? null;
    const own = constraints.filter(({ places }) => places.includes(place));
    const isRight = (value: number): boolean =>
      Math.abs(value - (right ?? 0)) < 1e-6 || !own.some((each) => isBroken(each, new Map(values).set(place, value)));
    return {
      seed: book.seed,
      kind,
      beside: mistakes.size,
      story: `${cell} ${place} ${right ?? 'blank'} → ${held ?? 'blank'}`,
      detectable: broken.length > 0,
      determined,
      detected: errors.some(({ cells, evidence }) =>
        [...cells, ...evidence.flatMap((each) => each.cells)].some((each) => concerned.has(formatCell(each))),
      ),
      prime: prime !== undefined,
      value: proposed === null ? null : isRight(proposed),
    };
  });
}

/** A project's table stands where another's should. */
function measureDuplicate(book: EvaluationTruthBook): readonly EvaluationOutcome[] {
  const { sheets } = book.sample.snapshot;
  const first = sheets.findIndex(({ name }) => name.startsWith('项目自评'));
  const [original, copy] = sheets.slice(first, first + 2);
  if (first < 0 || original === undefined || copy?.name.startsWith('项目自评') !== true) return [];
  const swapped = sheets.map((sheet) => (sheet === copy ? { ...original, name: copy.name } : sheet));
  const errors = errorsOf({ ...book.sample.snapshot, sheets: swapped });
  const told = errors.find(({ cells: [cell] }) => cell?.sheet === copy.name);
  return [{
    seed: book.seed,
    kind: 'duplicate',
    beside: 1,
    story: `${copy.name} is a copy of ${original.name}`,
    detectable: true,
    determined: true,
    detected: errors.length > 0,
    prime: told !== undefined && errors.length === 1,
    value: null,
  }];
}

function errorsOf(snapshot: WorkbookSnapshot): readonly Finding[] {
  return checkWorkbook(snapshot).findings.filter(({ severity }) => severity === 'error');
}

/** The three shares that have aims. */
export function sharesOf(outcomes: readonly EvaluationOutcome[]): Readonly<Record<'recall' | 'prime' | 'value', Share>> {
  const detectable = outcomes.filter((each) => each.detectable);
  const determined = outcomes.filter((each) => each.determined);
  const valued = determined.filter(({ prime, kind }) => prime && kind !== 'duplicate');
  return {
    recall: { of: detectable.length, so: detectable.filter(({ detected }) => detected).length },
    prime: { of: determined.length, so: determined.filter(({ prime }) => prime).length },
    value: { of: valued.length, so: valued.filter(({ value }) => value === true).length },
  };
}

/** The shares as a table: of all, and kind by kind. */
export function evaluationSummary({ outcomes, falseErrors, books, warnings }: EvaluationMeasurement): string[] {
  const row = (name: string, own: readonly EvaluationOutcome[]): string => {
    const { recall, prime, value } = sharesOf(own);
    const told = [recall, prime, value].map((share) => `${(100 * ratio(share)).toFixed(1)} % (${share.so}/${share.of})`);
    return [name.padEnd(14), String(own.length).padStart(5), ...told.map((each) => each.padStart(20))].join('');
  };
  return [
    `${'mistake'.padEnd(14)} made${'recall'.padStart(20)}${'prime suspect'.padStart(20)}${'value'.padStart(20)}`,
    row('all', outcomes),
    ...EVALUATION_KINDS.map((kind) => row(kind, outcomes.filter((outcome) => outcome.kind === kind))),
    ...[1, 2, 3, 4].map((count) => row(`${count} in a table`, outcomes.filter(({ beside }) => beside === count))),
    `clean books: ${books}, false errors: ${falseErrors.length}`,
    ...[...warnings].map(([rule, count]) => `  warnings on clean books, ${rule}: ${count}`),
  ];
}

/** The aims that a run missed, in words. */
export function unmetEvaluationAims({ outcomes, falseErrors }: EvaluationMeasurement): string[] {
  const shares = sharesOf(outcomes);
  const keys = ['recall', 'prime', 'value'] as const;
  return [
    ...keys.filter((key) => ratio(shares[key]) < AIMS[key]).map((key) => `绩效 ${key} ≥ ${AIMS[key]}`),
    ...(falseErrors.length === 0 ? [] : ['绩效 no false error']),
  ];
}

/** What fell short, one line each. */
export function evaluationFailures({ outcomes, falseErrors }: EvaluationMeasurement): string[] {
  const failed = outcomes.flatMap(({ seed, kind, beside, story, detectable, detected, determined, prime, value }) => {
    const what = detectable && !detected
      ? 'missed'
      : determined && !prime ? 'not accused' : determined && kind !== 'duplicate' && value !== true ? 'wrong value' : null;
    return what === null ? [] : [`${what} | book ${seed}, ${kind} of ${beside} | ${story}`];
  });
  return [...falseErrors.map((error) => `false error | ${error}`), ...failed];
}
