import type { AstExpression } from '@borgar/fx/xlsx';
import type { CellValue } from '../../workbook/snapshot';
import type { Book } from './book';
import { isErrorValue, NOT_CALCULATED } from './cell-value';
import { functionName, resolveReference, type SheetArea } from './formula';

/** The functions of Excel by their names; what a cell can hold goes in and comes out, errors as `Error`. */
export type Functions = Readonly<Record<string, unknown>>;

/** What an expression is worked out with. */
export interface Surroundings {
  readonly book: Book;
  readonly functions: Functions;
  /** The cells of an area in rows, as far as anything is in them; may throw {@link NotCalculable}. */
  readonly read: (area: SheetArea) => readonly (readonly CellValue[])[];
}

/** Thrown where a result cannot be known: a function that is not there, an array, a circle. */
export class NotCalculable extends Error {}

/** One of Excel's error values on its way through an expression. */
class ErrorValue extends Error {}

type Rows = readonly (readonly CellValue[])[];
type Value = CellValue | Rows;

/** The result of an expression that stands on a sheet, an error value as its text. Throws {@link NotCalculable}. */
export function evaluate(expression: AstExpression, sheet: string, surroundings: Surroundings): CellValue {
  try {
    return scalar(valueOf(expression, sheet, surroundings)) ?? 0;
  } catch (error) {
    if (error instanceof ErrorValue) return error.message;
    throw error;
  }
}

function valueOf(node: AstExpression, sheet: string, surroundings: Surroundings): Value {
  const operand = (argument: AstExpression): CellValue => scalar(valueOf(argument, sheet, surroundings));
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'ErrorLiteral':
      throw new ErrorValue(node.value);
    case 'ReferenceIdentifier': {
      const target = resolveReference(surroundings.book, node.value, sheet);
      if (target.kind === 'area') return surroundings.read(target);
      if (target.kind === 'name') return valueOf(target.expression, target.sheet, surroundings);
      throw new NotCalculable();
    }
    case 'UnaryExpression': {
      const number = toNumber(operand(node.arguments[0] ?? fail()));
      if (node.operator === '-') return -number;
      if (node.operator === '%') return number / 100;
      throw new NotCalculable();
    }
    case 'BinaryExpression': {
      const [left = fail(), right = fail()] = node.arguments;
      return binary(node.operator, operand(left), operand(right));
    }
    case 'CallExpression':
      return call(functionName(node.callee.name), node.arguments, sheet, surroundings);
    default:
      throw new NotCalculable();
  }
}

function fail(): never {
  throw new NotCalculable();
}

/** The one value of an area of one cell; a larger one would be an array, or meant by its row. */
function scalar(value: Value): CellValue {
  if (!isRows(value)) return value;
  const [row = []] = value;
  if (value.length > 1 || row.length > 1) throw new NotCalculable();
  const cell = row[0] ?? null;
  if (typeof cell === 'string' && isErrorValue(cell)) throw new ErrorValue(cell);
  return cell;
}

function isRows(value: Value): value is Rows {
  return typeof value === 'object' && value !== null;
}

function toNumber(value: CellValue): number {
  if (value === null) return 0;
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw new ErrorValue('#VALUE!');
  return number;
}

function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  switch (operator) {
    case '+':
      return sum(toNumber(left), toNumber(right));
    case '-':
      return sum(toNumber(left), -toNumber(right));
    case '*':
      return toNumber(left) * toNumber(right);
    case '/':
      if (toNumber(right) === 0) throw new ErrorValue('#DIV/0!');
      return toNumber(left) / toNumber(right);
    case '^':
      return toNumber(left) ** toNumber(right);
    case '&':
      return toText(left) + toText(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      throw new NotCalculable();
  }
}

/** Excel takes the last bits of a binary difference of almost equal numbers for 0. */
function sum(left: number, right: number): number {
  const total = left + right;
  return Math.abs(total) < Math.abs(left) * 2 ** -49 ? 0 : total;
}

function toText(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : (value ?? '');
}

/** Numbers come before texts, texts before truth values; texts without regard to case. */
function compare(left: CellValue, right: CellValue): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const ranks = ['number', 'string', 'boolean'];
  if (typeof a !== typeof b) return ranks.indexOf(typeof a) - ranks.indexOf(typeof b);
  if (typeof a === 'string') return a.toLowerCase().localeCompare(String(b).toLowerCase());
  return Number(a) - Number(b);
}

function blankLike(other: CellValue): CellValue {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

/** In an area these see numbers only, a number typed as text is none to them. */
const SEE_NUMBERS_ONLY = [
  'SUM', 'AVERAGE', 'MIN', 'MAX', 'PRODUCT', 'COUNT', 'SUMSQ', 'MEDIAN', 'STDEV', 'VAR', 'LARGE', 'SMALL',
];

function call(name: string, args: readonly AstExpression[], sheet: string, surroundings: Surroundings): CellValue {
  const argument = (index: number): CellValue => {
    const expression = args[index];
    return expression === undefined ? null : scalar(valueOf(expression, sheet, surroundings));
  };
  if (name === 'IF') return toNumber(argument(0)) !== 0 ? argument(1) : args.length > 2 ? argument(2) : false;
  if (name === 'IFERROR') {
    try {
      return argument(0);
    } catch (error) {
      if (error instanceof ErrorValue) return argument(1);
      throw error;
    }
  }
  const implementation = Object.hasOwn(surroundings.functions, name) ? surroundings.functions[name] : undefined;
  if (typeof implementation !== 'function') throw new NotCalculable();
  const values = args.map((expression) => {
    const value = expression === null ? null : valueOf(expression, sheet, surroundings);
    return SEE_NUMBERS_ONLY.includes(name) && isRows(value) ? numbersIn(value) : value;
  });
  return resultOf(Reflect.apply(implementation, undefined, values));
}

function numbersIn(rows: Rows): number[] {
  return rows.flat().filter((value): value is number => {
    if (typeof value === 'string' && isErrorValue(value)) throw new ErrorValue(value);
    return typeof value === 'number';
  });
}

function resultOf(result: unknown): CellValue {
  if (result instanceof Error) throw new ErrorValue(result.message);
  if (typeof result === 'number' && !Number.isFinite(result)) throw new ErrorValue('#NUM!');
  if (typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean') return result;
  throw new NotCalculable();
}

/** A value to be read in a formula. Throws {@link NotCalculable} where it is waiting to be calculated itself. */
export function readable(value: CellValue): CellValue {
  if (value === NOT_CALCULATED) throw new NotCalculable();
  return value;
}
