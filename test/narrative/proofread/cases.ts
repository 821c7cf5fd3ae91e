import { corrected } from '../../../src/narrative/proofread/problem';
import { TEXT_RULES } from '../../../src/narrative/proofread/rules';
import type { Answers } from '../../../src/narrative/telling';
import { accountsOf, BOOK, type Book } from '../accounts';
import { problemsOf } from './told';

/** What a text says, and what must be found in it: nothing, or one problem with the right number or words. */
export interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly book?: Book;
  readonly answers?: Answers;
  readonly lastYear?: Book;
  readonly rule?: string;
  readonly severity?: 'error' | 'warning';
  readonly expected?: string;
  /** The line with the problem once it is corrected; null where no correction may be offered. */
  readonly to?: string | null;
  readonly cause?: string;
  /** Index of the line that the problem is found in. */
  readonly at?: number;
}

const KNOWN = new Set(TEXT_RULES.map(({ id }) => id));

/** Proofreads the text of a case and compares what is found. */
export function check({ lines, book = {}, answers = {}, lastYear, rule, severity, expected, to, cause, at }: Case): void {
  const before = lastYear === undefined ? {} : { lastYear: accountsOf({ year: 2029, ...lastYear }) };
  const problems = problemsOf(lines, accountsOf({ ...BOOK, ...book }), { answers, ...before });
  expect(problems.filter((problem) => !KNOWN.has(problem.rule))).toEqual([]);
  expect(problems.map((problem) => problem.rule)).toEqual(rule === undefined ? [] : [rule]);
  const [problem] = problems;
  if (problem === undefined) return;
  expect(problem.message).not.toMatch(/undefined|NaN|null|\{|\}/);
  expect(lines[problem.passage]).toContain(problem.quote.replace(/…$/, ''));
  if (severity !== undefined) expect(problem.severity).toBe(severity);
  if (expected !== undefined) expect(problem.expected?.toFixed(2)).toBe(expected);
  if (cause !== undefined) expect(problem.cause).toBe(cause);
  if (at !== undefined) expect(problem.passage).toBe(at);
  if (to === null) expect(problem.replacements).toBeNull();
  else if (to !== undefined) expect(corrected(lines[problem.passage] ?? '', problem.replacements ?? [])).toBe(to);
}
