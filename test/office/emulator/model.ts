import { columnNumber, formatArea, formatA1, type Area } from '../../../src/workbook/address';
import type { CellValue } from '../../../src/workbook/snapshot';
import { invalidArgument, itemNotFound, RichApiError } from './faults';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** A cell's content and format. */
export interface CellState {
  readonly value: CellValue;
  /** With its `=`. */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly bold: boolean;
  /** RRGGBB. */
  readonly fill: string | null;
  /** Colour of the line under the cell, RRGGBB. */
  readonly line: string | null;
  /** Of the font, RRGGBB. */
  readonly color: string;
  /** Of the font, in points. */
  readonly fontSize: number;
  readonly wrapText: boolean;
  readonly verticalAlignment: string;
}

/**
 * A conditional format; `formula` (with its `=`) and `fill` (RRGGBB) are those of the type Custom. The type
 * `Unreadable` stands for the rules made by hand that Excel fails to load.
 */
export interface RuleState {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  formula: string;
  fill: string | null;
}

export interface SheetState {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  protected: boolean;
  /** A chart sheet: it has a tab and no cells. */
  readonly chart: boolean;
  readonly cells: Map<number, CellState>;
  /** Highest priority first. */
  rules: RuleState[];
  readonly columnWidths: Map<number, number>;
  frozenRows: number;
  /** What the formulas that ever stood on the sheet gave: there is no calculation. */
  readonly results: Map<string, CellValue>;
}

/** A custom XML part. */
export interface XmlPartState {
  readonly id: string;
  xml: string;
}

export interface BookState {
  readonly name: string;
  readonly xmlParts: XmlPartState[];
  readonly sheets: SheetState[];
  active: SheetState;
  selection: Area;
}

export const EMPTY_CELL: CellState = Object.freeze({
  value: null,
  formula: null,
  numberFormat: 'General',
  bold: false,
  fill: null,
  line: null,
  color: '000000',
  fontSize: 11,
  wrapText: false,
  verticalAlignment: 'Bottom',
});

let ids = 0;

/** A new identity in the form that Excel gives it. */
export function newId(): string {
  ids += 1;
  return `{${ids.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
}

export function newSheet(name: string, options: { readonly chart?: boolean } = {}): SheetState {
  if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name)) throw invalidArgument(`sheet name ${name}`);
  return {
    id: newId(),
    name,
    visibility: 'Visible',
    protected: false,
    chart: options.chart ?? false,
    cells: new Map(),
    rules: [],
    columnWidths: new Map(),
    frozenRows: 0,
    results: new Map(),
  };
}

/** Name or id, the name without regard to case. */
export function sheetByKey(book: BookState, key: string): SheetState | undefined {
  return book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
}

/** Appends a sheet, as `worksheets.add` does. */
export function addSheet(book: BookState, sheet: SheetState): SheetState {
  if (sheetByKey(book, sheet.name) !== undefined) {
    throw new RichApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }
  book.sheets.push(sheet);
  return sheet;
}

const keyOf = (row: number, column: number): number => row * (LAST_COLUMN + 1) + column;

export function cellOf(sheet: SheetState, row: number, column: number): CellState {
  return sheet.cells.get(keyOf(row, column)) ?? EMPTY_CELL;
}

export function changeCell(sheet: SheetState, row: number, column: number, change: Partial<CellState>): void {
  const cell = { ...cellOf(sheet, row, column), ...change };
  sheet.cells.set(keyOf(row, column), cell);
  if (cell.formula !== null) sheet.results.set(cell.formula, cell.value);
}

/** Every cell that was ever given content or format, with its position. */
export function* cellsOf(sheet: SheetState): Generator<readonly [row: number, column: number, cell: CellState]> {
  for (const [key, cell] of sheet.cells) {
    yield [Math.floor(key / (LAST_COLUMN + 1)), key % (LAST_COLUMN + 1), cell];
  }
}

/** The smallest area around every cell that holds something; null on a blank sheet. */
export function usedArea(sheet: SheetState): Area | null {
  let used: Area | null = null;
  for (const [row, column, { value, formula }] of cellsOf(sheet)) {
    if (value === null && formula === null) continue;
    used =
      used === null
        ? { top: row, left: column, bottom: row, right: column }
        : {
            top: Math.min(used.top, row),
            left: Math.min(used.left, column),
            bottom: Math.max(used.bottom, row),
            right: Math.max(used.right, column),
          };
  }
  return used;
}

export const WHOLE_SHEET: Area = Object.freeze({ top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });

export function isWholeSheet(area: Area): boolean {
  return formatArea(area) === formatArea(WHOLE_SHEET);
}

export function isInside(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Reads `B2` or `B2:C9`, with or without `$`. */
export function parseArea(text: string): Area {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text.trim());
  if (match === null) throw invalidArgument(`address ${text}`);
  const [, left = '', top = '', right = left, bottom = top] = match;
  const area = {
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  };
  const isSound = area.top >= 0 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN;
  if (!isSound || area.top > area.bottom || area.left > area.right) throw invalidArgument(`address ${text}`);
  return area;
}

/** `'公开 02''表'!B2`, as `Range.address` gives it. */
export function fullAddress(sheet: SheetState, area: Area): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name);
  return `${plain ? sheet.name : `'${sheet.name.replace(/'/g, "''")}'`}!${formatArea(area)}`;
}

/** The sheet of that name; for tests, so it throws where there is none. */
export function sheetNamed(book: BookState, name: string): SheetState {
  const sheet = sheetByKey(book, name);
  if (sheet === undefined) throw itemNotFound(`sheet ${name}`);
  return sheet;
}

/** `公开01表!B4`, as the contract of hosts writes a cell. */
export function cellName(sheet: SheetState, area: Area): string {
  return `${sheet.name}!${formatA1(area.top, area.left)}`;
}
