import type { Figure, Unit } from '../../money/figure';
import type { CodedRow, FunctionalLevel } from '../accounts';
import { keysOf, lookup, mapRecord, type Glossary } from './aliases';
import {
  figureAt, filledColumns, headingPath, isBlankAt, isColumnNumberRow, isLabelRow, isNoteRow, isNumericAt, printedAt,
  textAt, type Region,
} from './region';

/** A table by functional classification as the sheet has it: 02, 03, 05, 政府性基金, 国有资本经营. */
export interface CodedBody<Column extends string> {
  readonly headerRow: number;
  readonly total: CodedRow<Column> | null;
  readonly rows: readonly CodedRow<Column>[];
  readonly figures: readonly Figure[];
  /** First row under the last line. */
  readonly endRow: number;
}

const ITEM_HEADING = /^(?:支出|收入)?项目(?:\(按功能分类\))?$/;
const NAME_HEADING = /^(?:支出)?(?:功能分类)?(?:科目|项目)?名称$|^功能分类科目$/;
const TOTAL = /^(?:合计|总计|支出合计|收入合计)$/;
const CODE = /^(\d{3}(?:\d{2}){0,2})$/;
const CODE_AND_NAME = /^(\d{3}(?:\d{2}){0,2})[\s:、.-]*(\D.*)$/;
const HEADER_WITHIN = 12;
/** Headings that only say “amount” and take their meaning from the heading above them. */
const GENERIC = /^(?:小计|合计|金额|决算数)$/;

const LEVELS: Readonly<Record<number, FunctionalLevel>> = { 3: 'class', 5: 'section', 7: 'item' };

/**
 * Reads a coded table: codes in one column, in 类|款|项 columns, or glued to the name; the 合计 row anywhere;
 * headings on one or several rows, with or without 栏次. Null where the region has no such header or body.
 */
export function readCoded<Column extends string>(
  region: Region,
  columns: Glossary<Column>,
  unit: Unit,
  otherGroups?: RegExp,
): CodedBody<Column> | null {
  const head = findHead(region);
  if (head === null) return null;
  const firstData = findFirstData(region, head);
  if (firstData === null) return null;
  const places = placeColumns(region, headingRows(region, head.row, firstData), head.nameColumn + 1, columns, otherGroups);
  if (keysOf(places).filter((key) => places[key] !== null).length < 2) return null;

  const label = (row: CodedRow<never>['code'], name: string, key: Column): string =>
    `${[row, name].filter((part) => part !== '').join(' ')} · ${columns[key][0]}`;
  let total: CodedRow<Column> | null = null;
  const rows: CodedRow<Column>[] = [];
  let row = firstData;
  for (; row <= region.lastRow && !isNoteRow(region, row); row += 1) {
    const line = readLine(region, row, head);
    if (line === null) continue;
    const figures = mapRecord(places, (column, key) =>
      column === null ? null : figureAt(region, row, column, label(line.code, line.name, key), unit),
    );
    const made: CodedRow<Column> = {
      ...line,
      figures,
      empty: keysOf(figures).every((key) => figures[key]?.blank ?? true),
    };
    if (line.level === 'total') total ??= made;
    else rows.push(made);
  }
  const all = total === null ? rows : [total, ...rows];
  const figures = all.flatMap(({ figures: of }) => keysOf(of).flatMap((key) => of[key] ?? []));
  return { headerRow: head.row, total, rows, figures, endRow: row };
}

interface Head {
  readonly row: number;
  readonly codeColumn: number;
  readonly nameColumn: number;
}

/**
 * The row that heads the names. Codes stand in the columns to the left of 科目名称; where there is no such heading,
 * they are glued to the names under 项目.
 */
function findHead(region: Region): Head | null {
  const heading = (pattern: RegExp): Head | null => {
    for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + HEADER_WITHIN); row += 1) {
      const nameColumn = filledColumns(region, row).find((column) => pattern.test(textAt(region, row, column)));
      if (nameColumn !== undefined) return { row, codeColumn: leftmostColumn(region, row, nameColumn), nameColumn };
    }
    return null;
  };
  return heading(NAME_HEADING) ?? heading(ITEM_HEADING);
}

/** The first column that holds anything in or under the header. */
function leftmostColumn(region: Region, headRow: number, nameColumn: number): number {
  let leftmost = nameColumn;
  for (let row = headRow; row <= region.lastRow && !isNoteRow(region, row); row += 1) {
    leftmost = Math.min(leftmost, filledColumns(region, row)[0] ?? leftmost);
  }
  return leftmost;
}

function findFirstData(region: Region, head: Head): number | null {
  for (let row = head.row + 1; row <= region.lastRow; row += 1) {
    if (readLine(region, row, head) !== null) return row;
  }
  return null;
}

function headingRows(region: Region, headRow: number, firstData: number): number[] {
  const rows: number[] = [];
  for (let row = region.titleRow + 1; row < firstData; row += 1) {
    const before = row < headRow - 2;
    if (!before && !isLabelRow(region, row) && !(isColumnNumberRow(region, row) && row > headRow)) rows.push(row);
  }
  return rows;
}

/**
 * Which sheet column holds which column of the glossary; the first that matches wins. A heading that only says 合计
 * takes its meaning from the group above it; under a group the glossary does not know it counts only where no other
 * column fits, and under one of the other groups nothing counts (基本支出 under 本年收入 is not what was spent).
 */
function placeColumns<Column extends string>(
  region: Region,
  rows: readonly number[],
  firstColumn: number,
  columns: Glossary<Column>,
  otherGroups?: RegExp,
): Record<Column, number | null> {
  const find = lookup(columns);
  const places = mapRecord<Column, unknown, number | null>(columns, () => null);
  const doubtful: [Column, number][] = [];
  for (let column = firstColumn; column <= region.lastColumn; column += 1) {
    const path = headingPath(region, rows, column, firstColumn);
    const leaf = path[path.length - 1];
    if (leaf === undefined) continue;
    const groups = path.slice(0, -1).reverse();
    const byGroup = GENERIC.test(leaf) ? groups.map(find).find((key) => key !== null) : undefined;
    const key = byGroup ?? find(leaf);
    if (key === null || (byGroup === undefined && groups.some((group) => otherGroups?.test(group)))) continue;
    if (byGroup === undefined && GENERIC.test(leaf) && groups.length > 0) doubtful.push([key, column]);
    else places[key] ??= column;
  }
  for (const [key, column] of doubtful) places[key] ??= column;
  return places;
}

/** Code, name and level of a data row; null for a row that is no line of the table. */
function readLine(region: Region, row: number, head: Head): Pick<CodedRow<never>, 'code' | 'name' | 'level'> | null {
  if (isColumnNumberRow(region, row)) return null;
  const name = printedAt(region, row, head.nameColumn).replace(/^[\s\u3000]+/, '');
  const parts: string[] = [];
  for (let column = head.codeColumn; column < Math.max(head.nameColumn, head.codeColumn + 1); column += 1) {
    if (!isBlankAt(region, row, column)) parts.push(textAt(region, row, column));
  }
  const texts = [...parts, textAt(region, row, head.nameColumn)];
  if (texts.some((text) => TOTAL.test(text))) return { code: '', name: '合计', level: 'total' };
  const glued = texts.map((text) => CODE_AND_NAME.exec(text)).find((match) => match !== null);
  const code = joinCode(parts) ?? glued?.[1];
  const level = code === undefined ? undefined : LEVELS[code.length];
  if (code === undefined || level === undefined) return null;
  const printed = glued === undefined || glued === null ? name : printedName(region, row, head, glued[1] ?? '');
  return { code, name: printed, level };
}

/** `201|06|01` → 2010601; a full code in the last column stands for itself; 6 in a 款 column is 06. */
function joinCode(parts: readonly string[]): string | undefined {
  if (parts.length === 0 || parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const last = parts[parts.length - 1] ?? '';
  const code = parts.length === 1 || last.length >= 5
    ? last
    : parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('');
  return CODE.test(code) ? code : undefined;
}

function printedName(region: Region, row: number, head: Head, code: string): string {
  const cells = [printedAt(region, row, head.nameColumn), printedAt(region, row, head.codeColumn)];
  const glued = cells.find((text) => text.startsWith(code) && text.length > code.length);
  const beside = isNumericAt(region, row, head.nameColumn) ? '' : cells[0];
  return (glued?.slice(code.length) ?? beside ?? '').replace(/^[\s\u3000:：、.-]+/, '');
}
