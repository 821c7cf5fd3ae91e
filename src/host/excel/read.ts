import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import type { ChangeFeed } from './changes';
import { recogniseFormats } from './mark-formats';
import { answeredMemory, askMemory, openMemory } from './memory';
import { toRows, type Block } from './rows';
import { codeOf } from './run';
import type { Sitting } from './sitting';

const CONTENT = 'rowIndex,columnIndex,values,text,formulas';

/** Cells read in one round trip where a workbook is too much for one: far below the 5 MB of Excel on the web. */
const CELLS_AT_ONCE = 20_000;

/** Why reading everything at once can fail although reading it bit by bit can not. */
const BIT_BY_BIT: ReadonlySet<string> = new Set(['ResponsePayloadSizeLimitExceeded', 'UnsupportedSheet']);

/**
 * Reads the workbook in two round trips: first its sheets, then what stands in all of them. Changes are listened to
 * from the first one on. Two cases need more: an answer above the limit of Excel on the web, and a chart or macro
 * sheet, which has no cells to read; then every sheet is read on its own, in pieces.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  sitting: Sitting,
  changes: ChangeFeed,
): Promise<WorkbookSnapshot> {
  const { workbook } = context;
  const { worksheets } = workbook;
  sitting.snapshot = null;
  sitting.memoryParts = null;
  workbook.load('name');
  worksheets.load('items/name,items/visibility,items/protection/protected');
  const kept = openMemory(context);
  const subscription = changes.subscribe(context);
  await context.sync();
  subscription.confirm();

  sitting.calm = true;
  const sheets = worksheets.items;
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  for (const range of used) range.load(CONTENT);
  const formats = sheets.map((sheet) => sheet.getRange().conditionalFormats);
  for (const collection of formats) collection.load('items/id,items/type');

  let asked = askMemory(kept);
  let blocks: readonly (readonly Block[])[];
  try {
    await context.sync();
    blocks = used.map(blocksOf);
    sitting.formats = recogniseFormats(sheets, formats, sitting.formats);
  } catch (error) {
    sitting.formats = null;
    blocks = await readDespite(error, context, sheets, used);
    asked = askMemory(kept);
    await context.sync();
  }

  sitting.written.clear();
  sitting.own.areas.clear();
  sitting.snapshot = {
    name: isSaved() ? workbook.name : '',
    sheets: sheets.map((sheet, index): SheetSnapshot => ({
      name: sheet.name,
      hidden: sheet.visibility !== 'Visible',
      protected: sheet.protection.protected,
      rows: toRows(blocks[index] ?? []),
    })),
    ...answeredMemory(asked),
  };
  sitting.memoryParts = asked.ids;
  return sitting.snapshot;
}

/** Conditional formats that users made can fail to load, which must not keep anyone from reading the cells. */
async function readDespite(
  error: unknown,
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  used: readonly Excel.Range[],
): Promise<readonly (readonly Block[])[]> {
  if (used.every(isLoaded)) return used.map(blocksOf);
  if (!BIT_BY_BIT.has(codeOf(error))) throw error;
  const blocks: (readonly Block[])[] = [];
  for (const sheet of sheets) blocks.push(await readBitByBit(context, sheet));
  return blocks;
}

async function readBitByBit(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<readonly Block[]> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  try {
    await context.sync();
  } catch (error) {
    if (codeOf(error) === 'UnsupportedSheet') return [];
    throw error;
  }
  if (used.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / columnCount));
  const blocks: Block[] = [];
  for (let row = 0; row < rowCount; row += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, rowCount - row);
    blocks.push(await readPiece(context, sheet.getRangeByIndexes(rowIndex + row, columnIndex, height, columnCount)));
  }
  return blocks;
}

async function readPiece(context: Excel.RequestContext, piece: Excel.Range): Promise<Block> {
  piece.load(CONTENT);
  await context.sync();
  return piece;
}

function blocksOf(used: Excel.Range): readonly Block[] {
  return used.isNullObject ? [] : [used];
}

/** Whether an answer told of this range, even if only that there is none. */
function isLoaded(used: Excel.Range): boolean {
  try {
    return used.isNullObject || used.values !== undefined;
  } catch {
    return false;
  }
}

/** An unsaved workbook has a name too (工作簿1), but no place. */
function isSaved(): boolean {
  return typeof Office.context.document.url === 'string' && Office.context.document.url !== '';
}
