import { formatArea, type Area } from '../../../src/workbook/address';
import { accessDenied, EmulatorGap, invalidArgument } from './faults';
import { displayed, enter } from './input';
import {
  cellOf,
  changeCell,
  fullAddress,
  parseArea,
  WHOLE_SHEET,
  type CellState,
  type SheetState,
} from './model';
import { asBoolean, asNumber, asText, only, type Remote } from './remote';
import { ruleCollectionRemote } from './rule-objects';
import type { Session } from './session';
import type { Json } from './wire';

/** Documented limit of `Worksheet.getRanges`. */
const ADDRESS_LIMIT = 8192;

/** More cells than any batch may read at once; Excel answers null for an unbounded range. */
const CELL_LIMIT = 5_000_000;

/** A rectangle of cells. */
export function rangeRemote(session: Session, sheet: SheetState, area: Area): Remote {
  const isSound = area.top <= area.bottom && area.left <= area.right && area.top >= 0 && area.left >= 0;
  if (!isSound || area.bottom > WHOLE_SHEET.bottom || area.right > WHOLE_SHEET.right) {
    throw invalidArgument(`range ${formatArea(area)}`);
  }
  const read = (what: (cell: CellState, column: number) => Json): Json => readGrid(sheet, area, what);
  const write = (values: Json, change: (cell: CellState, value: Json) => Partial<CellState>): void =>
    writeGrid(sheet, area, values, change);
  const enterAll = (values: Json): void => {
    const context = { apostrophe: session.apostrophe, results: sheet.results };
    write(values, (cell, value) => enter(cell, value, context));
    session.changed(sheet, area);
  };
  return {
    type: 'Range',
    get: {
      Address: () => fullAddress(sheet, area),
      RowIndex: () => area.top,
      ColumnIndex: () => area.left,
      RowCount: () => area.bottom - area.top + 1,
      ColumnCount: () => area.right - area.left + 1,
      Values: () => read(({ value }) => value ?? ''),
      Formulas: () => read(({ formula, value }) => formula ?? value ?? ''),
      Text: () => read((cell, column) => textIn(cell, sheet.columnWidths.get(column))),
      NumberFormat: () => read(({ numberFormat }) => numberFormat),
    },
    set: {
      Values: enterAll,
      Formulas: enterAll,
      NumberFormat: (formats) => write(formats, (_, format) => ({ numberFormat: asText(format, 'numberFormat') })),
    },
    open: {
      Format: () => formatRemote(sheet, [area]),
      ConditionalFormats: () => ruleCollectionRemote(sheet, [area]),
      Worksheet: () => ({ type: 'Worksheet', id: sheet.id, get: { Name: () => sheet.name } }),
    },
    call: {
      Clear: () => {
        clear(sheet, area);
        session.changed(sheet, area);
      },
      Select: () => {
        if (session.book.active !== sheet) throw new EmulatorGap('a selection on a sheet that is not active');
        session.book.selection = area;
      },
    },
  };
}

/** Several rectangles of one sheet, their addresses separated by commas. */
export function rangeAreasRemote(sheet: SheetState, addresses: string): Remote {
  if (addresses.length > ADDRESS_LIMIT) throw invalidArgument(`${addresses.length} characters of addresses`);
  const areas = addresses.split(',').map(parseArea);
  return {
    type: 'RangeAreas',
    get: { Address: () => areas.map((area) => fullAddress(sheet, area)).join(',') },
    open: {
      Format: () => formatRemote(sheet, areas),
      ConditionalFormats: () => ruleCollectionRemote(sheet, areas),
    },
  };
}

function formatRemote(sheet: SheetState, areas: readonly Area[]): Remote {
  const change: Change = (part, changed = areas) => {
    if (sheet.protected) throw accessDenied();
    forEachCell(changed, (row, column) => changeCell(sheet, row, column, part));
  };
  return {
    type: 'RangeFormat',
    set: {
      WrapText: (value) => change({ wrapText: asBoolean(value, 'wrapText') }),
      VerticalAlignment: (value) => change({ verticalAlignment: asText(value, 'verticalAlignment') }),
      ColumnWidth: (value) => {
        if (sheet.protected) throw accessDenied();
        const width = asNumber(value, 'columnWidth');
        for (const { left, right } of areas) {
          for (let column = left; column <= right; column += 1) sheet.columnWidths.set(column, width);
        }
      },
    },
    open: {
      Borders: () => ({ type: 'RangeBorderCollection', item: (edge) => borderRemote(areas, edge, change) }),
      Fill: () => ({ type: 'RangeFill', set: { Color: (value) => change({ fill: asColour(value) }) } }),
      Font: () => ({
        type: 'RangeFont',
        set: {
          Bold: (value) => change({ bold: asBoolean(value, 'bold') }),
          Color: (value) => change({ color: asColour(value) }),
          Size: (value) => change({ fontSize: asNumber(value, 'size') }),
        },
      }),
    },
    call: { AutofitRows: () => undefined },
  };
}

/** The line under the last row of each area. */
function borderRemote(areas: readonly Area[], edge: Json, change: Change): Remote {
  only(edge, 'EdgeBottom', 'the border');
  const lined = areas.map((area): Area => ({ ...area, top: area.bottom }));
  return {
    type: 'RangeBorder',
    set: {
      Style: (value) => only(value, 'Continuous', 'border style'),
      Color: (value) => change({ line: asColour(value) }, lined),
    },
  };
}

type Change = (part: Partial<CellState>, areas?: readonly Area[]) => void;

/** RRGGBB of `#RRGGBB`. */
function asColour(value: Json): string {
  const [, colour] = /^#([0-9A-F]{6})$/i.exec(asText(value, 'colour')) ?? [];
  if (colour === undefined) throw invalidArgument(`colour ${String(value)}`);
  return colour.toUpperCase();
}

/** A number that does not fit into its column is displayed as ####. */
function textIn({ value, numberFormat }: CellState, width = Infinity): string {
  const text = displayed(value, numberFormat);
  const POINTS_A_DIGIT = 5.5;
  const isTooWide = typeof value === 'number' && text.length * POINTS_A_DIGIT > width;
  return isTooWide ? '#'.repeat(Math.floor(width / POINTS_A_DIGIT)) : text;
}

function readGrid(sheet: SheetState, area: Area, what: (cell: CellState, column: number) => Json): Json {
  const { top, left, bottom, right } = area;
  if ((bottom - top + 1) * (right - left + 1) > CELL_LIMIT) return null;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, index) => {
      const column = left + index;
      return what(cellOf(sheet, top + row, column), column);
    }),
  );
}

function writeGrid(
  sheet: SheetState,
  area: Area,
  values: Json,
  change: (cell: CellState, value: Json) => Partial<CellState>,
): void {
  if (sheet.protected) throw accessDenied();
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  const isGrid = Array.isArray(values) && values.length === rows;
  if (!isGrid || !values.every((line: Json) => Array.isArray(line) && line.length === columns)) {
    throw invalidArgument(`array for ${rows} × ${columns} cells`);
  }
  forEachCell([area], (row, column) => {
    const value = values[row - area.top][column - area.left] as Json;
    if (value === null) throw new EmulatorGap('null in an array of values');
    changeCell(sheet, row, column, change(cellOf(sheet, row, column), value));
  });
}

function clear(sheet: SheetState, area: Area): void {
  if (sheet.protected) throw accessDenied();
  if (formatArea(area) !== formatArea(WHOLE_SHEET)) throw new EmulatorGap('clearing a part of a sheet');
  sheet.cells.clear();
  sheet.rules = [];
}

function forEachCell(areas: readonly Area[], visit: (row: number, column: number) => void): void {
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) visit(row, column);
    }
  }
}
