import { fork } from 'node:child_process';
import type { Highs } from 'highs';
import { planRepair, type RepairOptions } from '../../src/repair/plan';
import type { Equation } from '../../src/check/equation';
import { publish, random } from '../support/books';
import { makeDepartment } from '../support/department';
import { oracle, programOf } from '../repair/oracle';
import { scapegoats } from './scapegoat';

/** One way of repairing one book. */
interface Result {
  readonly method: string;
  /** Milliseconds of the first run in a new process, and of the median run after. */
  readonly cold: number;
  readonly warm: number;
  readonly cells: number;
  /** The greatest change of a cell, in units of the last digit. */
  readonly most: number;
  readonly note: string;
}

interface Report {
  readonly cells: number;
  readonly gaps: number;
  readonly results: readonly Result[];
}

/** Items of departments with 530, 5,000 and 51,000 cells. */
const ITEMS = [15, 205, 2_330];
const OPTIONS: RepairOptions = { isLocked: () => false, isReluctant: () => false };

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Runs once cold, then some times warm. */
function measure<T>(run: () => T, times: number): { readonly value: T; readonly cold: number; readonly warm: number } {
  const first = timed(run);
  const rest = Array.from({ length: times }, () => timed(run).ms);
  return { value: first.value, cold: first.ms, warm: median(rest) };
}

function ours(equations: readonly Equation[]): Result {
  const { value, cold, warm } = measure(() => planRepair(equations, OPTIONS), 9);
  const note = value.minimal ? 'proved minimal' : 'not proved';
  return { method: 'planner', cold, warm, cells: value.changes.length, most: 1, note };
}

function linear(equations: readonly Equation[], highs: Highs): Result {
  const text = timed(() => programOf(equations, OPTIONS, { relaxed: true }));
  const { value, cold, warm } = measure(() => highs.solve(text.value, { output_flag: false }), 3);
  const note = `${value.Status}; writing the program took ${text.ms.toFixed(0)} ms more`;
  return { method: 'HiGHS LP', cold, warm, cells: Math.round(value.ObjectiveValue), most: 1, note };
}

function office(equations: readonly Equation[]): Result {
  const { value, ms } = timed(() => scapegoats(equations, OPTIONS, random(1)));
  const most = Math.max(...[...value.changes.values()].map(Math.abs));
  return { method: 'scapegoat', cold: ms, warm: ms, cells: value.changes.size, most, note: 'not minimal' };
}

/** What the child process does: one book, all methods. */
async function compete(items: number): Promise<Report> {
  const book = makeDepartment({ seed: items, items, funds: false, stateCapital: false, density: 1 });
  const { equations } = publish(book);
  const gaps = equations.filter(({ gap }) => !gap.isZero()).length;
  const planner = ours(equations);
  const results = [planner, linear(equations, await oracle()), office(equations)];
  return { cells: book.amounts.length, gaps, results };
}

/** A process of its own for every book, so that each starts cold. */
function inNewProcess(items: number): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, [String(items)]);
    child.on('message', (report: Report) => resolve(report));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the run of ${items} items ended with ${String(code)}`));
    });
  });
}

const COLUMNS = ['method', 'cold ms', 'warm ms', 'cells changed', 'most units', ''] as const;

function table({ cells, gaps, results }: Report): string {
  const lines = results.map(({ method, cold, warm, cells: changed, most, note }) =>
    [method, cold.toFixed(1), warm.toFixed(1), String(changed), String(most), note],
  );
  const [planner, highs] = results;
  const ratio = planner === undefined || highs === undefined ? 0 : highs.warm / planner.warm;
  const widths = COLUMNS.map((heading, c) => Math.max(heading.length, ...lines.map((line) => line[c]?.length ?? 0)));
  const print = (line: readonly string[]): string => line.map((text, c) => (c === 0 || c === 5 ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0))).join('  ');
  return [`${cells} cells, ${gaps} rounding differences; planner ${ratio.toFixed(0)} times as fast as HiGHS`, print(COLUMNS), ...lines.map(print), ''].join('\n');
}

async function main(): Promise<void> {
  const [, , items] = process.argv;
  if (items !== undefined) {
    process.send?.(await compete(Number(items)));
    return;
  }
  for (const size of ITEMS) process.stdout.write(`${table(await inNewProcess(size))}\n`);
}

void main();
