import type { Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import type { MarkKind } from '../host';
import { MARK_FILLS, isMarkFormula, markFormula } from '../marks';
import { NOT_CALCULATED, readCellValue } from './cell-value';
import { cellKey, createCursor, keyPosition, parseAreas, type Position } from './position';
import { formulaIn, relativeFormula, type RelativeFormula } from './shared-formula';
import { isTrue, scanXml, type Tag } from './xml';

/** A cell as the file holds it. */
export interface StoredCell {
  readonly value: CellValue;
  /** With its `=`, null where the value was typed. */
  readonly formula: string | null;
  /** Number of its cell format. */
  readonly style: number;
}

/** Neighbouring columns of one width and format; zero-based, both ends included. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** In characters, null for the sheet's default. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** A row that is not like the others. */
export interface RowFormat {
  /** In points, null for the sheet's default. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** The format of those of its cells that are not in the file, null where the columns give it. */
  readonly style: number | null;
}

/** An area that one of our conditional formats covers. */
export interface MarkedArea {
  readonly area: Area;
  readonly kind: MarkKind;
}

/** What a worksheet's part says. */
export interface SheetContent {
  /** By `cellKey`; blank cells only where they are formatted, and of those not endlessly many. */
  readonly cells: ReadonlyMap<number, StoredCell>;
  readonly rows: ReadonlyMap<number, RowFormat>;
  readonly columns: readonly ColumnRun[];
  readonly merges: readonly Area[];
  readonly protected: boolean;
  /** In points, null where the part does not say. */
  readonly defaultRowHeight: number | null;
  /** In characters, null where the part does not say. */
  readonly defaultColumnWidth: number | null;
  readonly marks: readonly MarkedArea[];
}

/** So many blank cells are kept for their format, so that a sheet formatted to its last row fills no memory. */
const MAX_FORMATTED_BLANKS = 100_000;

interface ArrayFormula {
  readonly area: Area;
  readonly formula: string;
}

/** Reads a worksheet's part. Throws where it is not well-formed. */
export function readSheet(xml: string, strings: readonly string[]): SheetContent {
  const cells = new Map<number, StoredCell>();
  const rows = new Map<number, RowFormat>();
  const columns: ColumnRun[] = [];
  const merges: Area[] = [];
  const marks: MarkedArea[] = [];
  const shared = new Map<string, RelativeFormula>();
  const arrays: ArrayFormula[] = [];
  const cursor = createCursor();
  let isProtected = false;
  let defaultRowHeight: number | null = null;
  let defaultColumnWidth: number | null = null;
  let blanks = 0;
  let row = -1;
  let column = -1;
  let text = '';
  let value = '';
  let inlineText = '';
  let inGuide = false;
  let formulaTag: Tag | null = null;
  let formulaText = '';
  let areas: readonly Area[] = [];

  function openTopLevel({ name, attributes }: Tag): void {
    if (name === 'sheetProtection') isProtected = isTrue(attributes['sheet']);
    else if (name === 'conditionalFormatting') areas = parseAreas(attributes['sqref'] ?? '');
    else if (name === 'sheetFormatPr') {
      defaultRowHeight = numberOf(attributes['defaultRowHeight']);
      defaultColumnWidth = numberOf(attributes['defaultColWidth']);
    }
  }

  function openSecondLevel(tag: Tag): void {
    const { name, attributes } = tag;
    if (name === 'row') {
      row = cursor.enterRow(tag);
      const format: RowFormat = {
        height: numberOf(attributes['ht']),
        hidden: isTrue(attributes['hidden']),
        style: isTrue(attributes['customFormat']) ? numberOf(attributes['s']) : null,
      };
      const plain = format.height === null && !format.hidden && format.style === null;
      if (!plain && rows.size < MAX_FORMATTED_BLANKS) rows.set(row, format);
    } else if (name === 'col') {
      columns.push({
        first: Number(attributes['min'] ?? 1) - 1,
        last: Number(attributes['max'] ?? 1) - 1,
        width: numberOf(attributes['width']),
        hidden: isTrue(attributes['hidden']),
        style: Number(attributes['style'] ?? 0),
      });
    } else if (name === 'mergeCell') merges.push(...parseAreas(attributes['ref'] ?? ''));
  }

  function closeCell({ attributes }: Tag): void {
    const type = attributes['t'] ?? '';
    const formula = formulaTag === null ? null : formulaOf(formulaTag, formulaText, { row, column });
    const uncalculated = formula !== null && value === '' && type !== 'str';
    const content = uncalculated ? NOT_CALCULATED : readCellValue({ type, value, inlineText }, strings);
    const style = Number(attributes['s'] ?? 0);
    if (content === null && formula === null) {
      blanks += 1;
      if (style === 0 || blanks > MAX_FORMATTED_BLANKS) return;
    }
    cells.set(cellKey(row, column), { value: content, formula, style });
  }

  function formulaOf({ attributes }: Tag, source: string, position: Position): string {
    const formula = `=${source.replace(/_xl(?:fn|ws)\./g, '')}`;
    if (attributes['t'] === 'array' || attributes['t'] === 'dataTable') {
      for (const area of parseAreas(attributes['ref'] ?? '')) arrays.push({ area, formula });
    }
    if (attributes['t'] !== 'shared') return formula;
    const group = attributes['si'] ?? '';
    if (source !== '') {
      shared.set(group, relativeFormula(formula, position));
      return formula;
    }
    const relative = shared.get(group);
    return relative === undefined ? formula : formulaIn(relative, position);
  }

  scanXml(xml, {
    open: (tag) => {
      text = '';
      if (tag.depth === 1) openTopLevel(tag);
      else if (tag.depth === 2) openSecondLevel(tag);
      else if (tag.depth === 3 && tag.name === 'c') {
        column = cursor.enterCell(tag);
        value = '';
        inlineText = '';
        formulaTag = null;
      } else if (tag.name === 'rPh') inGuide = true;
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag.name === 'v' && tag.depth === 4) value = text;
      else if (tag.name === 'f' && tag.depth === 4) {
        formulaTag = tag;
        formulaText = text;
      } else if (tag.name === 't' && tag.depth >= 5 && !inGuide) inlineText += text;
      else if (tag.name === 'rPh') inGuide = false;
      else if (tag.name === 'c' && tag.depth === 3) closeCell(tag);
      else if (tag.name === 'formula' && tag.depth === 3 && isMarkFormula(text)) {
        const kind = markKind(text);
        marks.push(...areas.map((area) => ({ area, kind })));
      }
      text = '';
    },
  });
  for (const { area, formula } of arrays) {
    for (const [key, cell] of cellsIn(cells, area)) cells.set(key, { ...cell, formula: cell.formula ?? formula });
  }
  return { cells, rows, columns, merges, protected: isProtected, defaultRowHeight, defaultColumnWidth, marks };
}

function* cellsIn(cells: ReadonlyMap<number, StoredCell>, area: Area): Generator<[number, StoredCell]> {
  for (const [key, cell] of cells) {
    const { row, column } = keyPosition(key);
    const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    if (inside) yield [key, cell];
  }
}

function markKind(formula: string): MarkKind {
  const kinds = Object.keys(MARK_FILLS) as MarkKind[];
  return kinds.find((kind) => formula === markFormula(kind)) ?? 'error';
}

function numberOf(attribute: string | undefined): number | null {
  const number = Number(attribute ?? Number.NaN);
  return Number.isNaN(number) ? null : number;
}
