import { HostError } from '../host-error';
import type { Mark, MarkKind } from '../host';
import { MARK_FILLS, markFormula } from '../marks';
import { addressOf, bySheet, columnRuns, joinAddresses } from './areas';
import { formatOf, readUnread, surveyFormats } from './mark-formats';
import { codeOf } from './run';
import { keyOf, knownSheet, type FormatRef, type KnownFormats, type Sitting } from './sitting';

/** Gravest first: a cell that is marked twice shows the gravest. */
const KINDS: readonly MarkKind[] = ['error', 'warning', 'rounding'];

/** `Worksheet.getRanges` takes 8192 characters; failures are reported from just above that, so half of it. */
const ADDRESS_LIMIT = 4096;

/** Errors that show that what we remember of the workbook is no longer so. */
const OUTDATED: ReadonlySet<string> = new Set(['ItemNotFound', 'AccessDenied']);

/**
 * Highlights exactly these cells. One conditional format a sheet and kind, in one round trip after a reading. More
 * are needed when nothing was read yet, a sheet may be protected or gone, or formats with a formula are there that
 * nobody looked into: then Excel is asked before anything is changed.
 */
export async function markCells(
  context: Excel.RequestContext,
  sitting: Sitting,
  marks: readonly Mark[],
): Promise<void> {
  const wanted = gravest(marks);
  const formats = await ourFormats(context, sitting, wanted);
  try {
    await replace(context, sitting, formats, wanted);
  } catch (error) {
    if (!OUTDATED.has(codeOf(error))) throw error;
    await replace(context, sitting, await surveyAll(context, wanted, null), wanted);
  }
}

/** The formats of the workbook with all of ours known, from memory if that will do. */
async function ourFormats(
  context: Excel.RequestContext,
  sitting: Sitting,
  wanted: readonly Mark[],
): Promise<KnownFormats> {
  const { formats } = sitting;
  const names = [...wanted.map(({ cell }) => cell.sheet), ...(formats?.ours ?? []).map(({ sheet }) => sheet)];
  const isSafe = names.every((name) => knownSheet(sitting, name)?.protected === false);
  if (formats === null || sitting.snapshot === null || !isSafe) return surveyAll(context, wanted, formats);
  return readUnread(context, formats);
}

async function surveyAll(
  context: Excel.RequestContext,
  wanted: readonly Mark[],
  known: KnownFormats | null,
): Promise<KnownFormats> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const sheets = worksheets.items;
  const formats = await readUnread(context, await surveyFormats(context, sheets, known));
  for (const { cell } of wanted) {
    if (!sheets.some(({ name }) => isSameName(name, cell.sheet))) throw new HostError('missing', cell.sheet);
  }
  const touched = [...wanted.map(({ cell }) => cell.sheet), ...formats.ours.map(({ sheet }) => sheet)];
  const isTouched = (sheet: Excel.Worksheet): boolean => touched.some((name) => isSameName(name, sheet.name));
  const locked = sheets.find((sheet) => sheet.protection.protected && isTouched(sheet));
  if (locked !== undefined) throw new HostError('protected', locked.name);
  return formats;
}

/** Takes our formats away and puts the new ones there, in one round trip. */
async function replace(
  context: Excel.RequestContext,
  sitting: Sitting,
  formats: KnownFormats,
  wanted: readonly Mark[],
): Promise<void> {
  sitting.formats = null;
  const { worksheets } = context.workbook;
  const touched = new Set([...formats.ours.map(({ sheet }) => sheet), ...bySheet(wanted).keys()]);
  for (const name of touched) tryOut(worksheets.getItem(name));
  for (const ref of formats.ours) formatOf(context, ref).delete();
  const added = [...bySheet(wanted)].flatMap(([name, onSheet]) => {
    const sheet = worksheets.getItem(name);
    return KINDS.flatMap((kind) => highlight(sheet, onSheet, kind)).map((format) => ({ name, format }));
  });
  if (touched.size > 0) await context.sync();
  const ours = added.map(({ name, format }): FormatRef => ({ sheet: name, id: format.id }));
  sitting.formats = { ...formats, ours };
}

/** On a protected sheet this fails, before anything is changed on any sheet; elsewhere it leaves nothing behind. */
function tryOut(sheet: Excel.Worksheet): void {
  sheet.getRange('A1').conditionalFormats.add('Custom').delete();
}

function highlight(sheet: Excel.Worksheet, marks: readonly Mark[], kind: MarkKind): Excel.ConditionalFormat[] {
  const addresses = columnRuns(marks.filter((mark) => mark.kind === kind)).map(addressOf);
  return joinAddresses(addresses, ADDRESS_LIMIT).map((joined) => {
    const format = sheet.getRanges(joined).conditionalFormats.add('Custom');
    format.custom.rule.formula = `=${markFormula(kind)}`;
    format.custom.format.fill.color = `#${MARK_FILLS[kind]}`;
    format.load('id');
    return format;
  });
}

function gravest(marks: readonly Mark[]): readonly Mark[] {
  const byCell = new Map<string, Mark>();
  for (const kind of KINDS) {
    for (const mark of marks) {
      if (mark.kind === kind && !byCell.has(keyOf(mark.cell))) byCell.set(keyOf(mark.cell), mark);
    }
  }
  return [...byCell.values()];
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
