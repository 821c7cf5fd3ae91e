import { parse, parseA1Ref, tokenize, type AstExpression } from '@borgar/fx/xlsx';
import type { Area } from '../../workbook/address';
import type { Book } from './book';

/** An area on a sheet of the workbook. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** A formula as an expression; undefined where it cannot be parsed. */
export function parseFormula(formula: string): AstExpression | undefined {
  try {
    return parse(tokenize(formula.startsWith('=') ? formula : `=${formula}`));
  } catch {
    return undefined;
  }
}

/** What a reference in a formula stands for. */
export type Target =
  | ({ readonly kind: 'area' } & SheetArea)
  /** A name that stands for another expression. */
  | { readonly kind: 'name'; readonly expression: AstExpression; readonly sheet: string }
  /** Another workbook, which no edit of this one changes. */
  | { readonly kind: 'outside' }
  /** A table, several sheets at once, a name that is not defined: it could be anything. */
  | { readonly kind: 'unknown' };

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** What a reference means in a formula on a sheet. */
export function resolveReference(book: Book, reference: string, sheet: string): Target {
  const parsed = parseA1Ref(reference);
  if (parsed === undefined) return { kind: 'unknown' };
  if (parsed.workbookName) return { kind: 'outside' };
  const home = parsed.sheetName ? knownSheet(book, parsed.sheetName) : sheet;
  if (home === undefined) return { kind: 'unknown' };
  if ('range' in parsed && parsed.range !== undefined) {
    const { top, left, bottom, right } = parsed.range;
    const area = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? LAST_ROW, right: right ?? LAST_COLUMN };
    return { kind: 'area', sheet: home, area };
  }
  return 'name' in parsed ? resolveName(book, parsed.name, home) : { kind: 'unknown' };
}

function knownSheet(book: Book, name: string): string | undefined {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.name;
}

function resolveName(book: Book, name: string, sheet: string): Target {
  const same = book.names.filter((defined) => defined.name.toLowerCase() === name.toLowerCase());
  const defined = same.find((one) => one.sheet === sheet) ?? same.find((one) => one.sheet === null);
  const expression = defined === undefined ? undefined : parseFormula(defined.formula);
  return expression === undefined ? { kind: 'unknown' } : { kind: 'name', expression, sheet };
}

/** What a formula's result hangs on. */
export interface Precedents {
  readonly areas: readonly SheetArea[];
  /** It may hang on any cell: an address that is calculated, a table, a name that is not defined. */
  readonly anywhere: boolean;
}

const CALCULATES_ADDRESSES = ['INDIRECT', 'OFFSET'];
/** Operators that make an area of others: from here to there, where both meet, both together, what was spilled. */
const MAKES_AREAS = [':', ' ', ',', '#'];
const MAX_NAMES_DEEP = 20;

/** The cells that an expression on a sheet reads. */
export function precedentsOf(book: Book, expression: AstExpression, sheet: string, depth = 0): Precedents {
  const areas: SheetArea[] = [];
  let anywhere = depth > MAX_NAMES_DEEP;

  function visit(node: AstExpression): void {
    switch (node.type) {
      case 'ReferenceIdentifier': {
        const target = resolveReference(book, node.value, sheet);
        if (target.kind === 'area') areas.push(target);
        else if (target.kind === 'unknown') anywhere = true;
        else if (target.kind === 'name' && !anywhere) {
          const inner = precedentsOf(book, target.expression, target.sheet, depth + 1);
          areas.push(...inner.areas);
          anywhere ||= inner.anywhere;
        }
        break;
      }
      case 'UnaryExpression':
      case 'BinaryExpression':
        anywhere ||= MAKES_AREAS.includes(node.operator);
        node.arguments.forEach(visit);
        break;
      case 'CallExpression':
        if (node.callee.type !== 'Identifier' || CALCULATES_ADDRESSES.includes(functionName(node.callee.name))) {
          anywhere = true;
        }
        node.arguments.forEach((argument) => argument !== null && visit(argument));
        break;
      case 'Literal':
      case 'ErrorLiteral':
      case 'ArrayExpression':
        break;
      default:
        anywhere = true;
    }
  }

  visit(expression);
  return { areas, anywhere };
}

/** A function's name as users know it, without the prefix by which files mark newer ones. */
export function functionName(name: string): string {
  return name.toUpperCase().replace(/^(?:_XL(?:FN|WS)\.)+/, '');
}
