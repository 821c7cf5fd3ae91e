import type { Figure, Unit } from '../../money/figure';
import { keysOf, lookup, mapRecord, type Glossary } from './aliases';
import {
  figureAt, filledColumns, headingPath, isColumnNumberRow, isLabelRow, isNoteRow, printedAt, textAt, type Region,
} from './region';

/** One printed line of one side of a two-sided table. */
export interface SideLine<Column extends string> {
  /** As printed, numbering and indentation removed. */
  readonly name: string;
  /** As printed but for outer white space. */
  readonly printed: string;
  readonly row: number;
  readonly figures: Readonly<Record<Column, Figure | null>>;
}

/** Revenue on the left, expenditure on the right: 01 and 04. */
export interface SideBySideBody<Left extends string, Right extends string> {
  readonly headerRow: number;
  readonly left: readonly SideLine<Left>[];
  readonly right: readonly SideLine<Right>[];
  readonly figures: readonly Figure[];
  readonly endRow: number;
}

const ITEM = /^(?:收入|支出)?项目(?:\(按.*分类\))?$/;
/** Columns of a budget, where the form prints them beside the actual amounts. */
const BUDGET = /预算数$/;
const LINE_NUMBER = /^行次$/;
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]+[)）、.．]|[(（]?\d{1,2}[)）、.．](?!\d))\s*/;

/**
 * Reads a two-sided table: two 项目 columns, each followed by 行次 (or not) and its amounts; a third side, as the
 * official base tables have it, is left alone, and so are budget columns. Null where the region has no such header.
 */
export function readSideBySide<Left extends string, Right extends string>(
  region: Region,
  leftColumns: Glossary<Left>,
  rightColumns: Glossary<Right>,
  unit: Unit,
): SideBySideBody<Left, Right> | null {
  const headerRow = findHeader(region);
  if (headerRow === null) return null;
  const [leftStart, rightStart, thirdStart] = filledColumns(region, headerRow).filter((column) =>
    ITEM.test(textAt(region, headerRow, column)),
  );
  if (leftStart === undefined || rightStart === undefined) return null;
  const firstData = firstDataRow(region, headerRow, leftStart, rightStart);
  const rows = headingRows(region, headerRow, firstData);
  const leftPlaces = placeAmounts(region, rows, leftStart + 1, rightStart - 1, leftColumns);
  const rightPlaces = placeAmounts(region, rows, rightStart + 1, (thirdStart ?? region.lastColumn + 1) - 1, rightColumns);
  const left: SideLine<Left>[] = [];
  const right: SideLine<Right>[] = [];
  let row = firstData;
  for (; row <= region.lastRow && !isNoteRow(region, row); row += 1) {
    if (isColumnNumberRow(region, row)) continue;
    left.push(readLine(region, row, leftStart, leftPlaces, leftColumns, unit));
    right.push(readLine(region, row, rightStart, rightPlaces, rightColumns, unit));
  }
  const isLine = (line: SideLine<string>): boolean =>
    line.name !== '' || keysOf(line.figures).some((key) => line.figures[key]?.blank === false);
  const kept = { left: left.filter(isLine), right: right.filter(isLine) };
  const figuresOf = (line: SideLine<string>): Figure[] => keysOf(line.figures).flatMap((key) => line.figures[key] ?? []);
  const figures = [...kept.left.flatMap(figuresOf), ...kept.right.flatMap(figuresOf)];
  return figures.length === 0 ? null : { headerRow, ...kept, figures, endRow: row };
}

function findHeader(region: Region): number | null {
  for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + 12); row += 1) {
    const items = filledColumns(region, row).filter((column) => ITEM.test(textAt(region, row, column)));
    if (items.length >= 2) return row;
  }
  return null;
}

/** The first row under the header in which either side names a line. */
function firstDataRow(region: Region, headerRow: number, leftStart: number, rightStart: number): number {
  let row = headerRow + 1;
  while (
    row <= region.lastRow &&
    (isColumnNumberRow(region, row) || (textAt(region, row, leftStart) === '' && textAt(region, row, rightStart) === ''))
  ) {
    row += 1;
  }
  return row;
}

function headingRows(region: Region, headerRow: number, firstData: number): number[] {
  const rows: number[] = [];
  for (let row = headerRow; row < firstData; row += 1) {
    if (!isColumnNumberRow(region, row) && !isLabelRow(region, row)) rows.push(row);
  }
  return rows;
}

function placeAmounts<Column extends string>(
  region: Region,
  rows: readonly number[],
  from: number,
  to: number,
  columns: Glossary<Column>,
): Record<Column, number | null> {
  const find = lookup(columns);
  const places = mapRecord<Column, unknown, number | null>(columns, () => null);
  for (let column = from; column <= to; column += 1) {
    const path = headingPath(region, rows, column, from);
    const leaf = path[path.length - 1];
    if (leaf === undefined || LINE_NUMBER.test(leaf) || path.some((text) => BUDGET.test(text))) continue;
    const key = find(leaf);
    if (key !== null && places[key] === null) places[key] = column;
  }
  return places;
}

function readLine<Column extends string>(
  region: Region,
  row: number,
  start: number,
  places: Readonly<Record<Column, number | null>>,
  columns: Glossary<Column>,
  unit: Unit,
): SideLine<Column> {
  const printed = printedAt(region, row, start);
  const name = printed.replace(/^[\s\u3000]+/, '').replace(NUMBERING, '').replace(/[\s\u3000]+/g, '');
  const several = keysOf(places).filter((key) => places[key] !== null).length > 1;
  return {
    name,
    printed,
    row,
    figures: mapRecord(places, (column, key) => {
      const label = several ? `${name} · ${columns[key][0]}` : name;
      return column === null ? null : figureAt(region, row, column, label, unit);
    }),
  };
}
