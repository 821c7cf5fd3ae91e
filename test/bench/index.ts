import { fork } from 'node:child_process';
import type { Highs } from 'highs';
import { planRepair, type RepairOptions } from '../../src/repair/plan';
import type { Equation } from '../../src/check/equation';
import { publish, random } from '../support/books';
import { makeDepartment } from '../support/department';
import { oracle, programOf } from '../repair/oracle';
import { proofreadReport } from './proofread';
import { scapegoats } from './scapegoat';

/** One way of repairing one book. */
interface Result {
  readonly method: string;
  /** Milliseconds of the first run in a new process, and of the best after it. */
  readonly cold: number;
  readonly best: number;
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

/** Runs once cold, then some times warm; of those the best counts, for nothing but the machine makes one slower. */
function measure<T>(run: () => T, times: number): { readonly value: T; readonly cold: number; readonly best: number } {
  const first = timed(run);
  const rest = Array.from({ length: times }, () => timed(run).ms);
  return { value: first.value, cold: first.ms, best: Math.min(...rest) };
}

function ours(equations: readonly Equation[]): Result {
  const { value, cold, best } = measure(() => planRepair(equations, OPTIONS), 20);
  const note = value.minimal ? 'proved minimal' : 'not proved';
  return { method: 'planner', cold, best, cells: value.changes.length, most: 1, note };
}

function linear(equations: readonly Equation[], highs: Highs): Result {
  const text = timed(() => programOf(equations, OPTIONS, { relaxed: true }));
  const { value, cold, best } = measure(() => highs.solve(text.value, { output_flag: false }), 5);
  const note = `${value.Status}; writing the program took ${text.ms.toFixed(0)} ms more`;
  return { method: 'HiGHS LP', cold, best, cells: Math.round(value.ObjectiveValue), most: 1, note };
}

function office(equations: readonly Equation[]): Result {
  const { value, ms } = timed(() => scapegoats(equations, OPTIONS, random(1)));
  const most = Math.max(...[...value.changes.values()].map(Math.abs));
  return { method: 'scapegoat', cold: ms, best: ms, cells: value.changes.size, most, note: 'not minimal' };
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

const HEADINGS = ['method', 'cold ms', 'best ms', 'cells changed', 'most units', 'remarks'] as const;

function table({ cells, gaps, results }: Report): string {
  const lines = results.map(({ method, cold, best, cells: changed, most, note }) =>
    [method, cold.toFixed(1), best.toFixed(1), String(changed), String(most), note],
  );
  const rows = [[...HEADINGS], ...lines];
  const widths = HEADINGS.map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  const isText = (c: number): boolean => c === 0 || c === HEADINGS.length - 1;
  const align = (text: string, c: number): string =>
    isText(c) ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0);
  const [planner, highs] = results;
  const times = planner === undefined || highs === undefined ? 0 : highs.best / planner.best;
  const title = `${cells} cells, ${gaps} rounding differences: planner ${times.toFixed(0)} times as fast as HiGHS`;
  return [title, ...rows.map((row) => row.map(align).join('  ').trimEnd()), ''].join('\n');
}

async function main(): Promise<void> {
  const [, , items] = process.argv;
  if (items !== undefined) {
    process.send?.(await compete(Number(items)));
    return;
  }
  process.stdout.write(proofreadReport());
  for (const size of ITEMS) process.stdout.write(`${table(await inNewProcess(size))}\n`);
}

void main();
