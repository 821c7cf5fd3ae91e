import { fork } from 'node:child_process';
import type { Highs } from 'highs';
import { planRepair, type RepairOptions } from '../../src/repair/plan';
import type { Equation } from '../../src/check/equation';
import { publish, random } from '../support/books';
import { makeDepartment } from '../support/department';
import { oracle, programOf } from '../repair/oracle';
import { proofreadReport } from './proofread';
import { scapegoats } from './scapegoat';

/** What one way of repairing a book changes. */
interface Repaired {
  readonly cells: number;
  /** The greatest change of a cell, in units of the last digit. */
  readonly most: number;
  readonly note: string;
}

/** One way of repairing a book, and how long it takes. */
interface Result extends Repaired {
  readonly method: string;
  /** Milliseconds of processor time of the first run in a new process, and of the median run after it. */
  readonly cold: number;
  readonly warm: number;
}

interface Report {
  readonly cells: number;
  readonly gaps: number;
  readonly results: readonly Result[];
}

/** Items of departments with 530, 5,000 and 51,000 cells. */
const ITEMS = [16, 205, 2_380];
const OPTIONS: RepairOptions = { isLocked: () => false, isReluctant: () => false };

/** The methods take turns, so that what else the machine does falls on all alike. */
const ROUNDS = 7;

/**
 * Runs something and measures the processor time of the whole process, helper threads included: other programs do not
 * count, as they would on the clock.
 */
function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function compare(methods: Readonly<Record<string, () => Repaired>>): Result[] {
  const runs = Object.entries(methods).map(([method, run]) => {
    const { value, ms } = timed(run);
    return { method, run, value, cold: ms, rest: [] as number[] };
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, rest } of runs) rest.push(timed(run).ms);
  }
  return runs.map(({ method, value, cold, rest }) => ({ ...value, method, cold, warm: median(rest) }));
}

function ours(equations: readonly Equation[]): Repaired {
  const { changes, minimal } = planRepair(equations, OPTIONS);
  return { cells: changes.length, most: 1, note: minimal ? 'proved minimal' : 'not proved' };
}

function linear(program: string, highs: Highs): Repaired {
  const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false });
  return { cells: Math.round(ObjectiveValue), most: 1, note: `${Status}; the program was written before` };
}

function office(equations: readonly Equation[]): Repaired {
  const { changes } = scapegoats(equations, OPTIONS, random(1));
  return { cells: changes.size, most: Math.max(...[...changes.values()].map(Math.abs)), note: 'not minimal' };
}

/** What the child process does: one book, all methods. */
async function compete(items: number): Promise<Report> {
  const book = makeDepartment({ seed: items, items, funds: false, stateCapital: false, density: 1 });
  const { equations } = publish(book);
  const gaps = equations.filter(({ gap }) => !gap.isZero()).length;
  const highs = await oracle();
  const program = programOf(equations, OPTIONS, { relaxed: true });
  const results = compare({
    planner: () => ours(equations),
    'HiGHS LP': () => linear(program, highs),
    scapegoat: () => office(equations),
  });
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

const HEADINGS = ['method', 'cold ms', 'warm ms', 'cells changed', 'most units', 'remarks'] as const;

function table({ cells, gaps, results }: Report): string {
  const lines = results.map(({ method, cold, warm, cells: changed, most, note }) =>
    [method, cold.toFixed(1), warm.toFixed(1), String(changed), String(most), note],
  );
  const rows = [[...HEADINGS], ...lines];
  const widths = HEADINGS.map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  const isText = (c: number): boolean => c === 0 || c === HEADINGS.length - 1;
  const align = (text: string, c: number): string =>
    isText(c) ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0);
  const [planner, highs] = results;
  const times = planner === undefined || highs === undefined ? 0 : highs.warm / planner.warm;
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
