import type { AstExpression } from '@borgar/fx/xlsx';
import type { Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import type { Book, BookSheet } from './book';
import { NOT_CALCULATED } from './cell-value';
import { evaluate, NotCalculable, readable, type Functions, type Surroundings } from './evaluate';
import { parseFormula, precedentsOf, type Precedents } from './formula';
import { cellKey, keyPosition } from './position';
import type { Values } from './values';

interface FormulaCell {
  readonly sheet: string;
  readonly key: number;
  readonly stored: CellValue;
  readonly expression: AstExpression | undefined;
  readonly precedents: Precedents;
}

/**
 * The results of the formulas that hang on typed values, where they are no longer what the file holds. A formula is
 * trusted to be worked out only if it first gives the result in the file from the values in the file; all others, and
 * what hangs on them, are {@link NOT_CALCULATED} rather than out of date.
 */
export async function recalculate(book: Book, typed: Values): Promise<Values> {
  const outdated = formulasOn(typed, formulaCells(book));
  if (outdated.length === 0) return new Map();
  const functions: Functions = await import('@formulajs/formulajs');
  const results = new Map<string, Map<number, CellValue>>();
  const waiting = new Map(outdated.map((cell) => [idOf(cell.sheet, cell.key), cell]));
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  const storedIn = (sheet: string, key: number): CellValue => sheets.get(sheet)?.content.cells.get(key)?.value ?? null;

  const before: Surroundings = {
    book,
    functions,
    read: ({ sheet, area }) => rowsOf(sheets.get(sheet), undefined, area, (key) => readable(storedIn(sheet, key))),
  };
  const after: Surroundings = {
    book,
    functions,
    read: ({ sheet, area }) => {
      return rowsOf(sheets.get(sheet), typed.get(sheet), area, (key) => readable(current(sheet, key)));
    },
  };

  function current(sheet: string, key: number): CellValue {
    const result = results.get(sheet)?.get(key);
    if (result !== undefined) return result;
    const cell = waiting.get(idOf(sheet, key));
    if (cell !== undefined) return settle(cell);
    const value = typed.get(sheet)?.get(key);
    return value === undefined ? storedIn(sheet, key) : value;
  }

  function settle(cell: FormulaCell): CellValue {
    // What is found again on the way hangs on itself.
    put(cell, NOT_CALCULATED);
    const result = isTrusted(cell, before) ? attempt(cell, after) : NOT_CALCULATED;
    put(cell, result);
    return result;
  }

  function put({ sheet, key }: FormulaCell, value: CellValue): void {
    const onSheet = results.get(sheet) ?? new Map<number, CellValue>();
    results.set(sheet, onSheet.set(key, value));
  }

  for (const cell of outdated) current(cell.sheet, cell.key);
  return new Map([...results].map(([sheet, values]) => [sheet, changedOnly(sheets.get(sheet), values)]));
}

function changedOnly(sheet: BookSheet | undefined, values: ReadonlyMap<number, CellValue>): Map<number, CellValue> {
  return new Map([...values].filter(([key, value]) => sheet?.content.cells.get(key)?.value !== value));
}

function idOf(sheet: string, key: number): string {
  return `${sheet}!${key}`;
}

const ANYWHERE: Precedents = { areas: [], anywhere: true };

const graphs = new WeakMap<Book, readonly FormulaCell[]>();

function formulaCells(book: Book): readonly FormulaCell[] {
  const known = graphs.get(book);
  if (known !== undefined) return known;
  const cells: FormulaCell[] = [];
  for (const { name: sheet, content } of book.sheets) {
    for (const [key, { formula, value: stored }] of content.cells) {
      if (formula === null) continue;
      const expression = parseFormula(formula);
      const precedents = expression === undefined ? ANYWHERE : precedentsOf(book, expression, sheet);
      cells.push({ sheet, key, stored, expression, precedents });
    }
  }
  graphs.set(book, cells);
  return cells;
}

/** The formulas that hang on any of these values, directly or through others. */
function formulasOn(typed: Values, formulas: readonly FormulaCell[]): FormulaCell[] {
  const changed = new Map([...typed].map(([sheet, values]) => [sheet, new Set(values.keys())]));
  if ([...changed.values()].every((keys) => keys.size === 0)) return [];
  const found: FormulaCell[] = [];
  let left = formulas;
  for (let size = -1; size < found.length; ) {
    size = found.length;
    const untouched: FormulaCell[] = [];
    for (const formula of left) {
      const { areas, anywhere } = formula.precedents;
      const isReached = anywhere || areas.some(({ sheet, area }) => touches(changed.get(sheet), area));
      if (!isReached) untouched.push(formula);
      else {
        found.push(formula);
        changed.set(formula.sheet, (changed.get(formula.sheet) ?? new Set()).add(formula.key));
      }
    }
    left = untouched;
  }
  return found;
}

function touches(keys: ReadonlySet<number> | undefined, area: Area): boolean {
  if (keys === undefined) return false;
  const { top, left, bottom, right } = area;
  if ((bottom - top + 1) * (right - left + 1) > keys.size) {
    for (const key of keys) if (isInside(key, area)) return true;
    return false;
  }
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) if (keys.has(cellKey(row, column))) return true;
  }
  return false;
}

function isInside(key: number, { top, left, bottom, right }: Area): boolean {
  const { row, column } = keyPosition(key);
  return row >= top && row <= bottom && column >= left && column <= right;
}

const MAX_AREA = 1_000_000;

/** The cells of an area in rows, cut to where the sheet or the typed values hold anything. */
function rowsOf(
  sheet: BookSheet | undefined,
  typed: ReadonlyMap<number, CellValue> | undefined,
  area: Area,
  read: (key: number) => CellValue,
): CellValue[][] {
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const cut = size <= 10_000 ? area : usedPart(sheet, typed, area);
  if ((cut.bottom - cut.top + 1) * (cut.right - cut.left + 1) > MAX_AREA) throw new NotCalculable();
  const rows: CellValue[][] = [];
  for (let row = cut.top; row <= cut.bottom; row += 1) {
    const line: CellValue[] = [];
    for (let column = cut.left; column <= cut.right; column += 1) line.push(read(cellKey(row, column)));
    rows.push(line);
  }
  return rows;
}

function usedPart(sheet: BookSheet | undefined, typed: ReadonlyMap<number, CellValue> | undefined, area: Area): Area {
  let { top: bottom, left: right } = area;
  for (const key of [...(sheet?.content.cells.keys() ?? []), ...(typed?.keys() ?? [])]) {
    if (!isInside(key, area)) continue;
    const { row, column } = keyPosition(key);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { ...area, bottom, right };
}

function isTrusted(cell: FormulaCell, before: Surroundings): boolean {
  const again = attempt(cell, before);
  if (typeof again !== 'number' || typeof cell.stored !== 'number') return again === cell.stored;
  return Math.abs(again - cell.stored) <= 1e-9 * Math.max(1, Math.abs(again), Math.abs(cell.stored));
}

function attempt({ sheet, expression }: FormulaCell, surroundings: Surroundings): CellValue {
  if (expression === undefined) return NOT_CALCULATED;
  try {
    const result = evaluate(expression, sheet, surroundings);
    return result === '' ? null : result;
  } catch (error) {
    if (error instanceof NotCalculable) return NOT_CALCULATED;
    throw error;
  }
}
