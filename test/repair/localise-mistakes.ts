import { evaluate, type Equation } from '../../src/check/equation';
import type { Cause } from '../../src/check/finding';
import { figureOf, type Figure } from '../../src/money/figure';
import type { CellValue } from '../../src/workbook/snapshot';
import { publish, type Book, type Publication } from '../support/books';

/** The ways in which the tests make a number wrong; `other` is none that the product knows. */
export type MistakeKind = Extract<
  Cause,
  'unit' | 'decimal' | 'transposition' | 'digit' | 'missing-digit' | 'extra-digit' | 'sign' | 'blank' | 'zero'
> | 'other';

export const MISTAKE_KINDS: readonly MistakeKind[] = [
  'unit',
  'decimal',
  'transposition',
  'digit',
  'missing-digit',
  'extra-digit',
  'sign',
  'blank',
  'zero',
  'other',
];

export interface Mistake {
  /** The number of the amount in its book. */
  readonly amount: number;
  readonly kind: MistakeKind;
  readonly right: CellValue;
  readonly wrong: CellValue;
}

export interface MistakenBook {
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
  readonly mistakes: readonly Mistake[];
}

/** A published book in which as many cells hold something else than they should. */
export function makeMistakes(book: Book, sample: () => number, count: number, publication: Publication): MistakenBook {
  const { figures } = publish(book, publication);
  const mistakes: Mistake[] = [];
  for (let tries = 0; mistakes.length < count && tries < 1000; tries += 1) {
    const amount = Math.floor(sample() * figures.length);
    const kind = MISTAKE_KINDS[Math.floor(sample() * MISTAKE_KINDS.length)] ?? 'other';
    const right = cellValue(figures[amount]);
    if (typeof right !== 'number' || right === 0 || mistakes.some((other) => other.amount === amount)) continue;
    const wrong = spoil(sample, kind, right);
    if (wrong !== undefined && wrong !== right) mistakes.push({ amount, kind, right, wrong });
  }
  const wrongValues = new Map(mistakes.map(({ amount, wrong }) => [amount, wrong]));
  return { ...withValues(book, figures, wrongValues), mistakes };
}

/** A book's equations over its figures, some of them holding other values. */
export function withValues(
  book: Book,
  figures: readonly Figure[],
  values: ReadonlyMap<number, CellValue>,
): { readonly figures: readonly Figure[]; readonly equations: readonly Equation[] } {
  const changed = figures.map((figure, amount) => {
    const value = values.get(amount);
    const cell = value === undefined ? null : { value, text: '', formula: null };
    return cell === null ? figure : figureOf(figure.label, figure.cell, cell, figure.unit);
  });
  const at = (amount: number): Figure | null => changed[amount] ?? null;
  const equations = book.identities.flatMap(
    ({ rule, total, terms, less }) =>
      evaluate(rule, { total: at(total), terms: terms.map(at), less: less.map(at) }) ?? [],
  );
  return { figures: changed, equations };
}

function cellValue(figure: Figure | undefined): CellValue {
  return figure?.content.kind === 'number' ? figure.content.value.toNumber() : null;
}

/** What a cell holds after a mistake of the kind; undefined where the kind cannot strike this number. */
function spoil(sample: () => number, kind: MistakeKind, right: number): CellValue | undefined {
  const cents = Math.round(right * 100);
  const digits = String(cents);
  const at = Math.floor(sample() * digits.length);
  const before = digits.slice(0, at);
  const here = digits[at] ?? '';
  const after = digits.slice(at + 1);
  const anyDigit = Math.floor(sample() * 10);
  switch (kind) {
    case 'unit':
      return cents * 100;
    case 'decimal':
      return anyDigit < 5 ? cents / 10 : Math.round(cents / 10) / 100;
    case 'transposition':
      return at + 1 < digits.length ? Number(before + after.slice(0, 1) + here + after.slice(1)) / 100 : undefined;
    case 'digit':
      return Number(`${before}${anyDigit}${after}`) / 100;
    case 'missing-digit':
      return digits.length > 3 ? Number(before + after) / 100 : undefined;
    case 'extra-digit':
      return Number(`${before}${anyDigit}${here}${after}`) / 100;
    case 'sign':
      return -right;
    case 'blank':
      return null;
    case 'zero':
      return 0;
    case 'other':
      return Math.round(cents * (0.3 + 1.4 * sample()) + 7) / 100;
  }
}
