import type { Figure, Unit } from '../../money/figure';
import { keysOf, lookup, mapRecord, type Glossary } from './aliases';
import {
  figureAt, filledColumns, headingPath, isBlankAt, isColumnNumberRow, isLabelRow, isNoteRow, isNumericAt, textAt,
  type Region,
} from './region';

/** “三公”: items by budget and actual, whichever way the form lays them out. */
export interface ItemMatrix<Item extends string> {
  readonly headerRow: number;
  readonly budget: Readonly<Record<Item, Figure | null>>;
  readonly actual: Readonly<Record<Item, Figure | null>>;
  readonly figures: readonly Figure[];
  readonly endRow: number;
}

type Side = 'budget' | 'actual';

const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['budget', /^(?:\d{4}年度?)?(?:全年|年初|调整)?预算数?$/],
  ['actual', /^(?:\d{4}年度?)?(?:支出)?(?:决算数?|执行数|统计数)$/],
];
const SIDE_NAMES: Readonly<Record<Side, string>> = { budget: '预算数', actual: '决算数' };

function sideOf(text: string): Side | null {
  return SIDES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * Reads items × (预算数, 决算数): twelve columns in two groups, pairs of columns under each item, or one item a
 * row. A 小计 takes its meaning from the item it stands under. Null where the region has no such header.
 */
export function readItemMatrix<Item extends string>(
  region: Region,
  items: Glossary<Item>,
  unit: Unit,
): ItemMatrix<Item> | null {
  const sideRow = findSideRow(region);
  return sideRow === null ? null : (readAcross(region, sideRow, items, unit) ?? readDown(region, sideRow, items, unit));
}

function findSideRow(region: Region): number | null {
  for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + 12); row += 1) {
    const sides = filledColumns(region, row).map((column) => sideOf(textAt(region, row, column)));
    if (sides.includes('budget') && sides.includes('actual')) return row;
  }
  return null;
}

function readAcross<Item extends string>(
  region: Region,
  sideRow: number,
  items: Glossary<Item>,
  unit: Unit,
): ItemMatrix<Item> | null {
  const rows = headingRows(region, sideRow);
  const lastHeading = rows[rows.length - 1] ?? sideRow;
  const find = lookup(items);
  const sides = { budget: mapRecord<Item, unknown, Figure | null>(items, () => null), actual: mapRecord<Item, unknown, Figure | null>(items, () => null) };
  const dataRow = findDataRow(region, lastHeading);
  if (dataRow === null) return null;
  const figures: Figure[] = [];
  for (let column = 0; column <= region.lastColumn; column += 1) {
    const path = headingPath(region, rows, column, 0);
    const side = path.map(sideOf).find((found) => found !== null);
    const item = itemOf(path.filter((text) => sideOf(text) === null), find);
    if (side === undefined || side === null || item === null || sides[side][item] !== null) continue;
    const figure = figureAt(region, dataRow, column, `${items[item][0]} · ${SIDE_NAMES[side]}`, unit);
    sides[side][item] = figure;
    figures.push(figure);
  }
  return figures.length < 4 ? null : { headerRow: rows[0] ?? sideRow, ...sides, figures, endRow: dataRow + 1 };
}

/** 小计 under 公务用车购置及运行费 is that item; 合计 and 小计 under nothing is the total. */
function itemOf<Item extends string>(path: readonly string[], find: (label: string) => Item | null): Item | null {
  const leaf = path[path.length - 1];
  if (leaf === undefined) return null;
  const groups = path.slice(0, -1).reverse();
  if (leaf === '小计') return groups.map(find).find((key) => key !== null) ?? null;
  return find(leaf) ?? groups.map(find).find((key) => key !== null) ?? null;
}

/** The heading rows run from the first heading above the sides to the last row of words. */
function headingRows(region: Region, sideRow: number): number[] {
  const rows: number[] = [];
  for (let row = sideRow - 1; row > region.titleRow; row -= 1) {
    if (filledColumns(region, row).length === 0 || isLabelRow(region, row)) break;
    rows.unshift(row);
  }
  for (let row = sideRow; row <= region.lastRow; row += 1) {
    const columns = filledColumns(region, row);
    if (columns.length === 0 || columns.some((column) => isNumericAt(region, row, column)) || isNoteRow(region, row)) break;
    rows.push(row);
  }
  return rows;
}

/** The row of amounts: the first one under the headings that is no 栏次 row; it may be entirely blank. */
function findDataRow(region: Region, lastHeading: number): number | null {
  let row = lastHeading + 1;
  while (row <= region.lastRow && isColumnNumberRow(region, row)) row += 1;
  let filled = row;
  while (filled <= region.lastRow && filledColumns(region, filled).length === 0) filled += 1;
  if (filled <= region.lastRow && !isNoteRow(region, filled)) return filled;
  return row <= region.lastRow && !isNoteRow(region, row) ? row : null;
}

function readDown<Item extends string>(
  region: Region,
  sideRow: number,
  items: Glossary<Item>,
  unit: Unit,
): ItemMatrix<Item> | null {
  const find = lookup(items);
  const columns: Partial<Record<Side, number>> = {};
  for (const column of filledColumns(region, sideRow)) {
    const side = sideOf(textAt(region, sideRow, column));
    if (side !== null) columns[side] ??= column;
  }
  const labelColumns = Math.min(columns.budget ?? Infinity, columns.actual ?? Infinity);
  const sides = { budget: mapRecord<Item, unknown, Figure | null>(items, () => null), actual: mapRecord<Item, unknown, Figure | null>(items, () => null) };
  const figures: Figure[] = [];
  let row = sideRow + 1;
  for (; row <= region.lastRow && !isNoteRow(region, row); row += 1) {
    const label = filledColumns(region, row)
      .filter((column) => column < labelColumns && !isBlankAt(region, row, column))
      .map((column) => find(textAt(region, row, column).replace(/^\d+[.、]/, '')))
      .find((key) => key !== null);
    if (label === undefined || label === null) continue;
    for (const side of keysOf(SIDE_NAMES)) {
      const column = columns[side];
      if (column === undefined || sides[side][label] !== null) continue;
      const figure = figureAt(region, row, column, `${items[label][0]} · ${SIDE_NAMES[side]}`, unit);
      sides[side][label] = figure;
      figures.push(figure);
    }
  }
  return figures.length < 4 ? null : { headerRow: sideRow, ...sides, figures, endRow: row };
}
