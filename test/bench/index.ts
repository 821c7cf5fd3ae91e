import { fork } from 'node:child_process';
import { publish } from '../support/books';
import { makeDepartment } from '../support/department';
import { METHODS, type MethodName, type Repaired } from './methods';
import { proofreadReport } from './proofread';

/** What a process of one book and one method reports. */
interface Run {
  readonly cells: number;
  readonly gaps: number;
  readonly repaired: Repaired;
  /** Milliseconds on the clock of the first run, and of the median one after it. */
  readonly cold: number;
  readonly warm: number;
}

/** Items of departments with 530, 5,000 and 51,000 cells. */
const ITEMS = [16, 205, 2_380];

/** Each method of each book starts so often in a new process, for the clock of a busy machine is not to be trusted once. */
const PROCESSES = 3;

/** Runs of one process go on for so long, so that small books, too, are measured when the compiler is done with the code. */
const MOST_RUNS = 300;
const SECONDS = 4;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const isMethod = (name: string | undefined): name is MethodName => name !== undefined && name in METHODS;

/** What a child process does: one book, one method. */
async function measure(items: number, method: MethodName): Promise<Run> {
  const book = makeDepartment({ seed: items, items, funds: false, stateCapital: false, density: 1 });
  const { equations } = publish(book);
  const gaps = equations.filter(({ gap }) => !gap.isZero()).length;
  const repair = await METHODS[method](equations);
  const times: number[] = [];
  const begun = performance.now();
  let repaired: Repaired | null = null;
  while (times.length < 5 || (times.length < MOST_RUNS && performance.now() - begun < SECONDS * 1000)) {
    const start = performance.now();
    repaired = repair();
    times.push(performance.now() - start);
  }
  if (repaired === null) throw new RangeError('nothing was run');
  const [cold = Number.NaN, ...rest] = times;
  return { cells: book.amounts.length, gaps, repaired, cold, warm: median(rest.slice(-Math.ceil(rest.length / 2))) };
}

function inNewProcess(items: number, method: MethodName): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, [String(items), method]);
    child.on('message', (run: Run) => resolve(run));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the run of ${method} on ${items} items ended with ${String(code)}`));
    });
  });
}

/** All methods on one book, in turns, each time in a process of its own: none pays for what another leaves behind. */
async function compare(items: number): Promise<ReadonlyMap<MethodName, Run>> {
  const methods = Object.keys(METHODS).filter(isMethod);
  const runs = new Map<MethodName, Run[]>(methods.map((method) => [method, []]));
  for (let process = 0; process < PROCESSES; process += 1) {
    for (const [method, own] of runs) own.push(await inNewProcess(items, method));
  }
  return new Map(
    [...runs].flatMap(([method, own]) => {
      const [first] = own;
      const [cold, warm] = [median(own.map((run) => run.cold)), median(own.map((run) => run.warm))];
      return first === undefined ? [] : [[method, { ...first, cold, warm }] as const];
    }),
  );
}

const HEADINGS = ['method', 'cold ms', 'warm ms', 'cells changed', 'most units', 'remarks'] as const;

function table(runs: ReadonlyMap<MethodName, Run>): string {
  const lines = [...runs].map(([method, { cold, warm, repaired: { cells, most, note } }]) =>
    [method, cold.toFixed(1), warm.toFixed(1), String(cells), String(most), note],
  );
  const rows = [[...HEADINGS], ...lines];
  const widths = HEADINGS.map((_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  const isText = (c: number): boolean => c === 0 || c === HEADINGS.length - 1;
  const align = (text: string, c: number): string =>
    isText(c) ? text.padEnd(widths[c] ?? 0) : text.padStart(widths[c] ?? 0);
  const times = (slow: MethodName, fast: MethodName, when: 'cold' | 'warm'): string =>
    ((runs.get(slow)?.[when] ?? Number.NaN) / (runs.get(fast)?.[when] ?? Number.NaN)).toFixed(0);
  const { cells, gaps } = runs.get('planner') ?? { cells: 0, gaps: 0 };
  const faster = (when: 'cold' | 'warm'): string =>
    `${times('HiGHS LP', 'planner', when)} times as fast as HiGHS ${when}, ` +
    `${times('HiGHS LP, solving alone', 'planner, solving alone', when)} times in solving alone`;
  return [
    `${cells} cells, ${gaps} rounding differences: planner ${faster('warm')}; ${faster('cold')}`,
    ...rows.map((row) => row.map(align).join('  ').trimEnd()),
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const [, , items, method] = process.argv;
  if (isMethod(method)) {
    process.send?.(await measure(Number(items), method));
    return;
  }
  process.stdout.write(proofreadReport());
  for (const size of ITEMS) process.stdout.write(`${table(await compare(size))}\n`);
}

void main();
