import { isBlock, KINDS } from './mistakes';
import { isCleared, type Measurement, type Outcome } from './measure';

/** The aims of the product, as shares. */
export const AIMS = { recall: 0.995, prime: 0.97, value: 0.97, falseErrors: 0 } as const;

/** How often something was so among those for which it was asked. */
export interface Share {
  readonly of: number;
  readonly so: number;
}

/** What a group of mistakes comes to. */
export interface Tally {
  readonly made: number;
  /** Detectable mistakes that an error tells. */
  readonly recall: Share;
  /** Detectable mistakes whose cell is among the suspects. */
  readonly named: Share;
  /** Determined mistakes whose cell is the one accused. */
  readonly prime: Share;
  /** Determined and accused: the proposed amount is right within rounding, or to the last digit. */
  readonly value: Share;
  readonly exact: Share;
}

function share(among: readonly Outcome[], is: (outcome: Outcome) => boolean): Share {
  return { of: among.length, so: among.filter(is).length };
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const detectable = outcomes.filter((outcome) => outcome.detectable);
  const determined = outcomes.filter((outcome) => outcome.determined);
  const accused = determined.filter((outcome) => outcome.prime);
  return {
    made: outcomes.length,
    recall: share(detectable, ({ detected }) => detected),
    named: share(detectable, ({ named }) => named),
    prime: share(determined, ({ prime }) => prime),
    value: share(accused, ({ value }) => value === 'exact' || value === 'within rounding'),
    exact: share(accused, ({ value }) => value === 'exact'),
  };
}

/** A share as a number; of nothing it is whole. */
export function ratio({ of, so }: Share): number {
  return of === 0 ? 1 : so / of;
}

/** All mistakes but shifted blocks, which are judged as blocks. */
export function singleCells(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ kind }) => !isBlock(kind));
}

const percent = (value: Share): string => `${(100 * ratio(value)).toFixed(1)} % (${value.so}/${value.of})`;

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const { made, recall, named, prime, value, exact } = tally(outcomes);
  return [name, String(made), ...[recall, named, prime, value, exact].map(percent)];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows.map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}

/** The figures of a run, as lines of a table. */
export function summaryOf({ clean, mistaken }: Measurement): string[] {
  const outcomes = mistaken.flatMap((result) => result.outcomes);
  const accused = mistaken.reduce((sum, result) => sum + result.accused, 0);
  const wrongly = mistaken.reduce((sum, result) => sum + result.falseAccusations.length, 0);
  const falseErrors = clean.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  const warnings = new Map<string, number>();
  for (const { rule, severity } of clean.flatMap(({ findings }) => findings)) {
    if (severity === 'warning') warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
  }
  const times = (of: readonly { readonly milliseconds: number }[]): string => {
    const values = of.map(({ milliseconds }) => milliseconds);
    return `median ${quantile(values, 0.5)} ms, p95 ${quantile(values, 0.95)} ms, longest ${quantile(values, 1)} ms`;
  };
  const header = ['mistake', 'made', 'recall', 'named', 'prime suspect', 'value', 'to the digit'];
  return [
    ...aligned([
      header,
      row('all but blocks', singleCells(outcomes)),
      ...KINDS.map((kind) => row(kind, outcomes.filter((outcome) => outcome.kind === kind))),
      ...[1, 2, 3, 4].map((count) => row(`${count} in a book`, singleCells(outcomes).filter(({ beside }) => beside === count))),
    ]),
    'recall, named: of the detectable; prime suspect: of the determined; value: of the determined and accused',
    '',
    `accusations of one cell or block: ${accused}, right: ${percent({ of: accused, so: accused - wrongly })}`,
    `clean books: ${clean.length}, not cleared: ${clean.filter((result) => !isCleared(result)).length}, false errors: ${falseErrors.length}`,
    `warnings on clean books: ${[...warnings.values()].reduce((sum, count) => sum + count, 0)}`,
    ...[...warnings].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${rule}: ${count}`),
    `processor time per clean book: ${times(clean)}`,
    `processor time per mistaken book: ${times(mistaken)}`,
  ];
}

/** What fell short, one line each: seed, kind, what was made wrong. */
export function failuresOf({ clean, mistaken }: Measurement): string[] {
  const outcomes = mistaken.flatMap((result) => result.outcomes);
  const line = (what: string, { seed, kind, beside, story }: Outcome): string => `${what} | book ${seed}, ${kind} of ${beside} | ${story}`;
  return [
    ...clean.filter((result) => !isCleared(result)).map(({ seed, findings, tables }) =>
      `false error | book ${seed}, ${tables} tables | ${findings.find(({ severity }) => severity === 'error')?.message ?? ''}`),
    ...outcomes.filter(({ detectable, detected }) => detectable && !detected).map((outcome) => line('missed', outcome)),
    ...outcomes.filter(({ determined, prime }) => determined && !prime).map((outcome) => line('not accused', outcome)),
    ...outcomes.filter(({ determined, prime, value }) => determined && prime && value !== 'exact' && value !== 'within rounding')
      .map((outcome) => line('wrong amount', outcome)),
    ...mistaken.flatMap(({ falseAccusations }) => falseAccusations.map((told) => `false accusation | book ${told}`)),
  ];
}
