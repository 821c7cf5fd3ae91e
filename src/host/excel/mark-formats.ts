import { isMarkFormula } from '../marks';
import { isRefusedAction } from './run';
import type { FormatRef, KnownFormats } from './sitting';

const NOTHING_KNOWN: KnownFormats = { ours: [], unread: [], others: new Set() };

/**
 * Sorts the conditional formats of a workbook, loaded as `items/id,items/type`, by what is known of them. One of
 * the type Custom that is neither known as ours nor as another's has to be read before it can be told.
 */
export function recogniseFormats(
  sheets: readonly Excel.Worksheet[],
  collections: readonly Excel.ConditionalFormatCollection[],
  known: KnownFormats | null,
): KnownFormats {
  const { ours: ourRefs, others } = known ?? NOTHING_KNOWN;
  const ourIds = new Set(ourRefs.map(({ id }) => id));
  const custom = collections.flatMap(({ items }, index): FormatRef[] =>
    items
      .filter(({ id, type }) => type === 'Custom' && !others.has(id))
      .map(({ id }) => ({ sheet: sheets[index]?.name.toLowerCase() ?? '', id })),
  );
  return {
    ours: custom.filter(({ id }) => ourIds.has(id)),
    unread: custom.filter(({ id }) => !ourIds.has(id)),
    others,
  };
}

/**
 * Looks for the conditional formats of all sheets in one round trip. Those of a sheet that cannot be read (a chart
 * sheet; some rules made by hand) must not hide the others, so then every sheet is looked at on its own.
 */
export async function surveyFormats(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  known: KnownFormats | null,
): Promise<KnownFormats> {
  const collections = sheets.map((sheet) => sheet.getRange().conditionalFormats);
  for (const collection of collections) collection.load('items/id,items/type');
  try {
    await context.sync();
    return recogniseFormats(sheets, collections, known);
  } catch (error) {
    if (!isRefusedAction(error)) throw error;
    const { others } = known ?? NOTHING_KNOWN;
    if (sheets.length <= 1) return { ours: [], unread: [], others };
    const found: KnownFormats[] = [];
    for (const sheet of sheets) found.push(await surveyFormats(context, [sheet], known));
    return { ours: found.flatMap(({ ours }) => ours), unread: found.flatMap(({ unread }) => unread), others };
  }
}

/** Reads the formulas of those that were not read yet, and knows then which are ours. */
export async function readUnread(context: Excel.RequestContext, formats: KnownFormats): Promise<KnownFormats> {
  if (formats.unread.length === 0) return formats;
  const formulas = await readFormulas(context, formats.unread);
  const isOurs = (_: FormatRef, index: number): boolean => isMarkFormula(formulas[index] ?? '');
  const others = formats.unread.filter((ref, index) => !isOurs(ref, index)).map(({ id }) => id);
  return {
    ours: [...formats.ours, ...formats.unread.filter(isOurs)],
    unread: [],
    others: new Set([...formats.others, ...others]),
  };
}

/** The conditional format as an object of this batch. */
export function formatOf(context: Excel.RequestContext, { sheet, id }: FormatRef): Excel.ConditionalFormat {
  return context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id);
}

/** One whose formula cannot be read was not made by us: it gives ''. */
async function readFormulas(context: Excel.RequestContext, refs: readonly FormatRef[]): Promise<readonly string[]> {
  const rules = refs.map((ref) => formatOf(context, ref).custom.rule);
  for (const rule of rules) rule.load('formula');
  try {
    await context.sync();
    return rules.map(({ formula }) => String(formula));
  } catch (error) {
    if (!isRefusedAction(error)) throw error;
    if (refs.length <= 1) return refs.map(() => '');
    const formulas: string[] = [];
    for (const ref of refs) formulas.push(...(await readFormulas(context, [ref])));
    return formulas;
  }
}
