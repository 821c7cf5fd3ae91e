import { isBlock, KINDS } from './mistakes';
import { isCleared, type Measurement, type Outcome } from './measure';

/** The aims of the product, as shares; beside them, no correct book may have an error. */
export const AIMS = { recall: 0.995, prime: 0.97, value: 0.97 } as const;

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
  return rows.map(([name = '', ...cells]) =>
    [name.padEnd(widths[0] ?? 0), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join('  '),
  );
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}

/** The figures of a run, as lines of a table. */
export function summaryOf({ clean, mistaken }: Measurement): string[] {
  const outcomes = mistaken.flatMap((result) => result.outcomes);
  const cells = singleCells(outcomes);
  const accused = mistaken.reduce((sum, result) => sum + result.accused, 0);
  const wrongly = mistaken.reduce((sum, result) => sum + result.falseAccusations.length, 0);
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
      row('all but blocks', cells),
      ...KINDS.map((kind) => row(kind, outcomes.filter((outcome) => outcome.kind === kind))),
      ...[1, 2, 3, 4].map((count) => row(`${count} in a book`, cells.filter(({ beside }) => beside === count))),
    ]),
    'recall, named: of the detectable; prime suspect: of the determined; value: of the determined and accused',
    '',
    `accusations of one cell or block: ${accused}, right: ${percent({ of: accused, so: accused - wrongly })}`,
    `clean books: ${clean.length}, with a false error: ${clean.filter((result) => !isCleared(result)).length}`,
    `warnings on clean books: ${[...warnings.values()].reduce((sum, count) => sum + count, 0)}`,
    ...[...warnings].sort(([, a], [, b]) => b - a).map(([rule, count]) => `  ${rule}: ${count}`),
    `processor time per clean book: ${times(clean)}`,
    `processor time per mistaken book: ${times(mistaken)}`,
  ];
}

/** The aims that a run missed, in words. */
export function unmetAims({ clean, mistaken }: Measurement): string[] {
  const { recall, prime, value } = tally(singleCells(mistaken.flatMap(({ outcomes }) => outcomes)));
  const aims: readonly (readonly [string, boolean])[] = [
    [`recall ≥ ${AIMS.recall}`, ratio(recall) >= AIMS.recall],
    [`prime suspect ≥ ${AIMS.prime}`, ratio(prime) >= AIMS.prime],
    [`value ≥ ${AIMS.value}`, ratio(value) >= AIMS.value],
    ['no false error', clean.every(isCleared)],
  ];
  return aims.flatMap(([aim, met]) => (met ? [] : [aim]));
}

/** What fell short, one line each: seed, kind, what was made wrong. */
export function failuresOf({ clean, mistaken }: Measurement): string[] {
  const line = (what: string, { seed, kind, beside, story }: Outcome): string =>
    `${what} | book ${seed}, ${kind} of ${beside} | ${story}`;
  const falseErrors = clean.filter((result) => !isCleared(result)).map(({ seed, findings, tables }) => {
    const error = findings.find(({ severity }) => severity === 'error');
    return `false error | book ${seed}, ${tables} tables | ${error?.message ?? ''}`;
  });
  const shortcomings = mistaken.flatMap(({ outcomes }) => outcomes).flatMap((outcome) => {
    const { detectable, detected, determined, prime, value } = outcome;
    if (detectable && !detected) return line('missed', outcome);
    if (determined && !prime) return line('not accused', outcome);
    return determined && (value === 'wrong' || value === null) ? line('wrong amount', outcome) : [];
  });
  const accusations = mistaken.flatMap(({ falseAccusations }) => falseAccusations);
  return [...falseErrors, ...shortcomings, ...accusations.map((told) => `false accusation | book ${told}`)];
}
