import { formatCell } from '../../workbook/address';
import type { CellEdit } from '../../workbook/edit';
import { cellAt } from '../../workbook/snapshot';
import { HostError } from '../host-error';
import { addressOf, columnRuns, type Run } from './areas';
import { heldBy, isHeld, openCells, rangeOf, toInput, type CellBatch, type Held, type Target } from './cells';
import { queueMemory } from './memory';
import { toHostError } from './run';
import { blame, sheetOf, type OpenSheets } from './sheets';
import { keyOf, knownSheet, knownValue, type OwnChanges, type Sitting } from './sitting';

/** Runs of cells in one round trip: about 0.7 MB, where Excel on the web takes 5. */
const RUNS_AT_ONCE = 1000;

/**
 * Writes all edits or none. A batch cannot branch and Excel does not roll back, so one round trip does it like
 * this: it loads what the cells hold, writes, and loads what they hold then. If the first shows that a cell did not
 * hold `from` or is a formula, or Excel refused half-way, all cells are put back with a second batch before the
 * error is thrown. (A failing action as a guard is no way: `Range.find` on one cell searches the whole sheet and
 * compares what is displayed.) That stays the exception, because a change that Excel told of, a sheet that was
 * protected or an edit that does not fit what was read make the host ask first and write only then. A memory follows
 * in a round trip of its own, once the cells are known to stand.
 * @throws HostError `stale`, `formula`, `protected`, `missing`; `interrupted` if putting back failed as well.
 */
export async function writeEdits(
  context: Excel.RequestContext,
  sitting: Sitting,
  edits: readonly CellEdit[],
  memory?: string | null,
): Promise<void> {
  const wanted = settle(edits);
  const parts = partsOf(columnRuns(wanted));
  const isSafe = wanted.every((edit) => isAsKnown(sitting, edit));
  const formats = isSafe ? new Map<string, string>() : await inspect(context, parts);
  const done: CellBatch[] = [];
  try {
    for (const part of parts) done.push(await commit(context, sitting.own, part, formats));
    if (memory !== undefined) {
      const confirm = await queueMemory(context, sitting, memory);
      await context.sync();
      confirm();
    }
  } catch (error) {
    for (const batch of done) await putBack(context, sitting.own, batch);
    throw error;
  }
  for (const { cell, to } of wanted) sitting.written.set(keyOf(cell), to);
}

/** One edit a cell. Of several edits of one cell each starts from what the one before left. */
function settle(edits: readonly CellEdit[]): readonly CellEdit[] {
  const settled = new Map<string, CellEdit>();
  for (const edit of edits) {
    const earlier = settled.get(keyOf(edit.cell));
    if (earlier !== undefined && earlier.to !== edit.from) throw new HostError('stale', formatCell(edit.cell));
    settled.set(keyOf(edit.cell), earlier === undefined ? edit : { ...edit, from: earlier.from });
  }
  return [...settled.values()];
}

/** Remembers where we wrote: Excel tells of it as soon as it has answered. */
function claim(own: OwnChanges, { sheets, targets }: CellBatch): void {
  for (const { run } of targets) own.areas.add(`${sheetOf(sheets, run.sheet).id}!${addressOf(run)}`);
}

/** Whether an edit fits what we know of the workbook, so that nothing speaks against writing at once. */
function isAsKnown(sitting: Sitting, { cell, from }: CellEdit): boolean {
  const sheet = knownSheet(sitting, cell.sheet);
  if (!sitting.calm || sheet === undefined || sheet.protected) return false;
  const { formula } = cellAt(sheet, cell.row, cell.column);
  return formula === null && isHeld(knownValue(sitting, sheet, cell), from);
}

type NumberFormats = ReadonlyMap<string, string>;

/** Asks Excel what the cells hold; gives their number formats. Throws what speaks against writing. */
async function inspect(context: Excel.RequestContext, parts: readonly Run<CellEdit>[][]): Promise<NumberFormats> {
  const formats = new Map<string, string>();
  for (const part of parts) {
    const { sheets, targets } = openCells(context, part);
    await context.sync().catch((error: unknown) => {
      throw blame(error, sheets);
    });
    for (const { sheet } of sheets.values()) {
      if (sheet.protection.protected) throw new HostError('protected', sheet.name);
    }
    forEachEdit(targets, ({ cell }, held) => formats.set(keyOf(cell), held.numberFormat));
    objectTo(targets);
  }
  return formats;
}

async function commit(
  context: Excel.RequestContext,
  own: OwnChanges,
  part: readonly Run<CellEdit>[],
  formats: NumberFormats,
): Promise<CellBatch> {
  const batch = openCells(context, part);
  const { sheets, targets } = batch;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { run, range } of targets) {
    range.values = run.items.map(({ cell, to }) => [toInput(to, formats.get(keyOf(cell)) ?? 'General')]);
  }
  const results = targets.map(({ run }) => {
    const range = rangeOf(sheets, run);
    range.load('values');
    return { run, range };
  });
  try {
    await context.sync();
    claim(own, batch);
  } catch (error) {
    const reason = toHostError(blame(error, sheets));
    if (reason.fault !== 'missing' && reason.fault !== 'busy') await putBack(context, own, batch);
    throw reason;
  }
  try {
    objectTo(targets);
  } catch (objection) {
    await putBack(context, own, batch);
    throw objection;
  }
  if (bareTexts(sheets, results, targets)) {
    await context.sync();
    claim(own, batch);
  }
  return batch;
}

/** Throws for the first edit that must not be made. */
function objectTo(targets: readonly Target[]): void {
  forEachEdit(targets, ({ cell, from }, { value, formula }) => {
    if (formula !== null) throw new HostError('formula', formatCell(cell));
    if (!isHeld(value, from)) throw new HostError('stale', formatCell(cell));
  });
}

/**
 * In a cell formatted as text the apostrophe may have become part of the text: there the text is written bare.
 * Says whether there was such a cell.
 */
function bareTexts(sheets: OpenSheets, results: readonly Target[], targets: readonly Target[]): boolean {
  let isAny = false;
  results.forEach(({ run, range }, index) => {
    const before = heldBy(targets[index] ?? { run, range });
    const differs = run.items.some(({ to }, row) => typeof to === 'string' && range.values[row]?.[0] !== to);
    if (!differs || before === null) return;
    const inputs = run.items.map(({ to }, row) => [toInput(to, before[row]?.numberFormat ?? 'General')]);
    rangeOf(sheets, run).values = inputs;
    isAny = true;
  });
  return isAny;
}

/**
 * Gives the cells of a batch back what they held before it, those only that hold something else now. Where the
 * answer was lost nobody knows what they held: then a cell that holds `to` gets `from` back.
 */
async function putBack(context: Excel.RequestContext, own: OwnChanges, { targets }: CellBatch): Promise<void> {
  try {
    const now = openCells(context, targets.map(({ run }) => run));
    await context.sync();
    now.targets.forEach((target, index) => {
      const held = heldBy(target) ?? [];
      const before = heldBy(targets[index] ?? target) ?? presumedBefore(target.run.items, held);
      if (held.some((cell, row) => !isSame(cell, before[row]))) restore(rangeOf(now.sheets, target.run), before);
    });
    await context.sync();
    claim(own, now);
  } catch (error) {
    const cell = targets[0]?.run.items[0]?.cell;
    throw new HostError('interrupted', cell === undefined ? '' : formatCell(cell), { cause: error });
  }
}

function presumedBefore(edits: readonly CellEdit[], now: readonly Held[]): readonly Held[] {
  return now.map((held, row) => {
    const edit = edits[row];
    const isOurs = edit !== undefined && held.formula === null && isHeld(held.value, edit.to);
    return isOurs ? { ...held, value: edit.from } : held;
  });
}

function isSame(a: Held, b: Held | undefined): boolean {
  return a.value === b?.value && a.formula === b.formula;
}

function restore(range: Excel.Range, held: readonly Held[]): void {
  range.formulas = held.map(({ value, formula, numberFormat }) => [formula ?? toInput(value, numberFormat)]);
}

function forEachEdit(targets: readonly Target[], visit: (edit: CellEdit, held: Held) => void): void {
  for (const target of targets) {
    const held = heldBy(target);
    target.run.items.forEach((edit, row) => {
      const cell = held?.[row];
      if (cell !== undefined) visit(edit, cell);
    });
  }
}

function partsOf(runs: readonly Run<CellEdit>[]): Run<CellEdit>[][] {
  const parts: Run<CellEdit>[][] = [];
  for (let first = 0; first < runs.length; first += RUNS_AT_ONCE) parts.push(runs.slice(first, first + RUNS_AT_ONCE));
  return parts;
}
