import { formatA1, formatArea, type Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import { calculatedCell, typedCell } from './cell-value';
import { cellKey, createCursor, keyPosition, parseAreas } from './position';
import { applyPatches, opened, scanXml, selfClosed, withAttribute, type Patch, type Tag } from './xml';

/** What becomes of one cell: a typed value takes its place, or its formula has a new result. */
export interface CellChange {
  readonly kind: 'typed' | 'calculated';
  readonly value: CellValue;
}

/** How a cell that is not in the file yet would look: the number of its format. */
export type StyleOf = (row: number, column: number) => number;

/**
 * A worksheet's part with some cells changed, by `cellKey`. All other bytes stay: a changed cell keeps its format and
 * its formula, a new one takes the format of its row or column.
 */
export function patchCells(xml: string, changes: ReadonlyMap<number, CellChange>, styleOf: StyleOf): string {
  const patches: Patch[] = [];
  const waiting = [...changes.keys()].sort((a, b) => a - b);
  const cursor = createCursor();
  let next = 0;
  let row = -1;
  let column = -1;
  let rowTag: Tag | null = null;
  let newInRow: number[] = [];
  let formula = '';

  const insert = (at: number, text: string): number => patches.push({ start: at, end: at, text });

  /** The waiting keys below a limit, those that hold something to be put where nothing is yet. */
  function takeBelow(limit: number): number[] {
    const taken: number[] = [];
    for (let key = waiting[next]; key !== undefined && key < limit; key = waiting[next]) {
      next += 1;
      if (changes.get(key)?.value !== null) taken.push(key);
    }
    return taken;
  }

  function newCell(key: number, prefix: string): string {
    const { row: at, column: across } = keyPosition(key);
    const { type, inside } = typedCell(changes.get(key)?.value ?? null, prefix);
    const style = styleOf(at, across);
    const attributes = `${style === 0 ? '' : ` s="${style}"`}${type === null ? '' : ` t="${type}"`}`;
    return `<${prefix}c r="${formatA1(at, across)}"${attributes}>${inside}</${prefix}c>`;
  }

  function newRows(keys: readonly number[], prefix: string): string {
    const byRow = new Map<number, string>();
    for (const key of keys) {
      const at = keyPosition(key).row;
      byRow.set(at, (byRow.get(at) ?? '') + newCell(key, prefix));
    }
    return [...byRow].map(([at, cells]) => `<${prefix}row r="${at + 1}">${cells}</${prefix}row>`).join('');
  }

  function changedCell(tag: Tag, change: CellChange): string {
    const { prefix } = tag;
    const put = change.kind === 'typed' ? typedCell : calculatedCell;
    const { type, inside } = put(change.value, prefix);
    let head = withAttribute(xml.slice(tag.start, tag.end), 't', type);
    if (change.kind === 'typed') head = withAttribute(withAttribute(head, 'cm', null), 'vm', null);
    if (change.kind === 'typed' && inside === '') return selfClosed(head);
    return `${opened(head)}${change.kind === 'calculated' ? formula : ''}${inside}</${prefix}c>`;
  }

  function closeRow(tag: Tag, start: number): void {
    const added = [...newInRow, ...takeBelow(cellKey(row + 1, 0))];
    const last = added.at(-1);
    if (last === undefined) return;
    const atEnd = added.slice(newInRow.length).map((key) => newCell(key, tag.prefix)).join('');
    const columns = [added[0] ?? last, last].map((key) => keyPosition(key).column + 1);
    const spans = widened(tag.attributes['spans'] ?? '', columns);
    const source = xml.slice(tag.start, tag.end);
    const head = spans === null ? source : withAttribute(source, 'spans', spans);
    if (tag.selfClosing) {
      patches.push({ start: tag.start, end: tag.end, text: `${opened(head)}${atEnd}</${tag.prefix}row>` });
      return;
    }
    patches.push({ start: tag.start, end: tag.end, text: head });
    if (atEnd !== '') insert(start, atEnd);
  }

  function closeSheetData(tag: Tag, start: number): void {
    const rows = newRows(takeBelow(Number.POSITIVE_INFINITY), tag.prefix);
    if (rows === '') return;
    if (!tag.selfClosing) insert(start, rows);
    else {
      const head = opened(xml.slice(tag.start, tag.end));
      patches.push({ start: tag.start, end: tag.end, text: `${head}${rows}</${tag.prefix}sheetData>` });
    }
  }

  scanXml(xml, {
    open: (tag) => {
      if (tag.name === 'dimension' && tag.depth === 1) {
        const text = withDimension(xml.slice(tag.start, tag.end), tag, changes);
        patches.push({ start: tag.start, end: tag.end, text });
      } else if (tag.name === 'row' && tag.depth === 2) {
        row = cursor.enterRow(tag);
        rowTag = tag;
        newInRow = [];
        const rows = newRows(takeBelow(cellKey(row, 0)), tag.prefix);
        if (rows !== '') insert(tag.start, rows);
      } else if (tag.name === 'c' && tag.depth === 3 && rowTag !== null) {
        column = cursor.enterCell(tag);
        formula = '';
        const before = takeBelow(cellKey(row, column));
        newInRow.push(...before);
        if (before.length > 0) insert(tag.start, before.map((key) => newCell(key, tag.prefix)).join(''));
      }
    },
    close: (tag, start, end) => {
      if (tag.name === 'f' && tag.depth === 4) formula = xml.slice(tag.start, end);
      else if (tag.name === 'c' && tag.depth === 3) {
        const change = waiting[next] === cellKey(row, column) ? changes.get(cellKey(row, column)) : undefined;
        if (change === undefined) return;
        next += 1;
        patches.push({ start: tag.start, end, text: changedCell(tag, change) });
      } else if (tag.name === 'row' && tag.depth === 2) closeRow(tag, start);
      else if (tag.name === 'sheetData' && tag.depth === 1) closeSheetData(tag, start);
    },
  });
  return applyPatches(xml, patches);
}

/** A row's `spans` (as `1:6`) that takes in these columns too; null where the row has none to widen. */
function widened(spans: string, columns: readonly number[]): string | null {
  const known = spans.split(':').map(Number);
  if (known.length !== 2 || known.some(Number.isNaN)) return null;
  return `${Math.min(...known, ...columns)}:${Math.max(...known, ...columns)}`;
}

/** The `dimension` tag that takes in every cell that now holds something. */
function withDimension(source: string, tag: Tag, changes: ReadonlyMap<number, CellChange>): string {
  const [known] = parseAreas(tag.attributes['ref'] ?? '');
  if (known === undefined) return source;
  let area: Area = known;
  for (const [key, { value }] of changes) {
    if (value === null) continue;
    const { row, column } = keyPosition(key);
    area = {
      top: Math.min(area.top, row),
      left: Math.min(area.left, column),
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, column),
    };
  }
  return formatArea(area) === formatArea(known) ? source : withAttribute(source, 'ref', formatArea(area));
}
