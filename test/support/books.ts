import { evaluate, type Equation } from '../../src/check/equation';
import { figureOf, type Figure, type Unit } from '../../src/money/figure';
import type { CellValue } from '../../src/workbook/snapshot';

/** One printed amount of an invented department, known to the 分. */
interface Amount {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly cents: number;
}

/** `total = Σ terms − Σ less` over numbers of amounts. */
interface Identity {
  readonly rule: string;
  readonly total: number;
  readonly terms: readonly number[];
  readonly less: readonly number[];
}

/** A department's accounts before they are rounded: every identity holds to the 分. */
export interface Book {
  readonly amounts: readonly Amount[];
  readonly identities: readonly Identity[];
  /** What a repair leaves alone by default: 总计, 本年收入/支出合计, the 合计 rows. */
  readonly grandTotals: ReadonlySet<number>;
  /** 人员经费合计, 公用经费合计. */
  readonly reluctant: ReadonlySet<number>;
}

/** How a book is published. */
export interface Publication {
  /** `rounded`: two digits, as typed; `exact`: all digits in the cell, two of them shown. */
  readonly digits: 'rounded' | 'exact';
  readonly unit: Unit;
  /** An amount of 0 is printed as 0.00, or left out. */
  readonly zero: 0 | null;
  /** Numbers of the amounts whose cells hold formulas. */
  readonly formulas?: ReadonlySet<number>;
}

export interface PublishedBook {
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
}

export const CENTS_PER_WAN = 1_000_000;

/** Small deterministic generator (mulberry32) of numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Collects the amounts and identities of a book. */
export class BookBuilder {
  private readonly amounts: Amount[] = [];
  private readonly identities: Identity[] = [];
  private readonly grandTotals = new Set<number>();
  private readonly reluctant = new Set<number>();

  add(sheet: string, row: number, column: number, cents: number, name?: string): number {
    const label = name ?? `${sheet} 第${row + 1}行第${column + 1}栏`;
    return this.amounts.push({ sheet, row, column, label, cents }) - 1;
  }

  centsOf(amount: number): number {
    const found = this.amounts[amount];
    if (found === undefined) throw new RangeError(`no amount ${amount}`);
    return found.cents;
  }

  sum(amounts: readonly number[]): number {
    return amounts.reduce((sum, amount) => sum + this.centsOf(amount), 0);
  }

  /** Declares an identity; a book that does not keep it to the 分 is a mistake of the generator. */
  identity(rule: string, total: number, terms: readonly number[], less: readonly number[] = []): void {
    if (this.centsOf(total) !== this.sum(terms) - this.sum(less)) throw new RangeError(`${rule} does not hold`);
    this.identities.push({ rule, total, terms, less });
  }

  lock(...amounts: readonly number[]): void {
    for (const amount of amounts) this.grandTotals.add(amount);
  }

  spare(...amounts: readonly number[]): void {
    for (const amount of amounts) this.reluctant.add(amount);
  }

  build(): Book {
    const { amounts, identities, grandTotals, reluctant } = this;
    return { amounts, identities, grandTotals, reluctant };
  }
}

const TYPED: Publication = { digits: 'rounded', unit: '万元', zero: 0 };

/** Prints a book: every amount rounded by itself, half up, which is where 尾差 come from. */
export function publish(book: Book, publication: Partial<Publication> = {}): PublishedBook {
  const { digits, unit, zero, formulas } = { ...TYPED, ...publication };
  const figures = book.amounts.map(({ sheet, row, column, label, cents }, amount) => {
    const value = cents === 0 ? zero : printed(cents, unit, digits);
    const formula = formulas?.has(amount) === true ? '=0' : null;
    return figureOf(label, { sheet, row, column }, { value, text: '', formula }, unit);
  });
  return { figures, equations: judge(book, figures) };
}

/** The book's identities over printed figures, which may have been changed since. */
export function judge(book: Book, figures: readonly Figure[]): Equation[] {
  const at = (amount: number): Figure | null => figures[amount] ?? null;
  return book.identities.flatMap(({ rule, total, terms, less }) => {
    const equation = evaluate(rule, { total: at(total), terms: terms.map(at), less: less.map(at) });
    return equation === null ? [] : [equation];
  });
}

/** The book with some amounts wrong by one 万元 and a half, as no rounding explains. */
export function spoil(book: Book, wrong: ReadonlySet<number>): Book {
  const spoiled = (amount: Amount): Amount => ({ ...amount, cents: amount.cents + 1.5 * CENTS_PER_WAN });
  return { ...book, amounts: book.amounts.map((amount, i) => (wrong.has(i) ? spoiled(amount) : amount)) };
}

function printed(cents: number, unit: Unit, digits: Publication['digits']): CellValue {
  if (unit === '元') return cents / 100;
  return digits === 'exact' ? cents / CENTS_PER_WAN : Math.floor(cents / 10_000 + 0.5) / 100;
}
