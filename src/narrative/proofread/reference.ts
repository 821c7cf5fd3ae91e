import type Decimal from 'decimal.js';
import { formatCell, type CellRef } from '../../workbook/address';
import type { Accounts } from '../../tables/accounts';

/** What a judgement needs to know of the tables besides the topics. */
export interface Reference {
  /** The printed title of the table that a cell stands in. */
  titleOf(cell: CellRef): string | null;
  /** Whether an accused cell may rightly hold this amount: one that would explain what it is accused of. */
  mayBe(cell: CellRef, amount: Decimal): boolean;
  /** Whether one of these cells is itself accused of being wrong and no other table confirms its amount. */
  isDoubtful(cells: readonly CellRef[]): boolean;
  /** What else in the tables has this amount: 「《支出决算表》合计 · 本年支出合计」; null for none, or small amounts. */
  sameAmount(amount: Decimal, except: readonly CellRef[]): string | null;
}

/** Below this (万元) two amounts that are the same mean nothing. */
const TELLING = 1;

/**
 * Cells that are accused of being wrong, as `formatCell` prints them, each with the amounts (万元) that would explain
 * what it is accused of, where such are known.
 */
export type Doubts = ReadonlyMap<string, readonly Decimal[]>;

/** Looks up what a text's numbers are compared with. */
export function referenceOf({ tables }: Accounts, doubtful: Doubts): Reference {
  const titles = new Map<string, string>();
  const amounts = new Map<string, string>();
  const byAmount = new Map<string, { readonly cell: CellRef; readonly name: string }[]>();
  for (const { title, figures } of tables) {
    for (const { cell, shown, label } of figures) {
      titles.set(formatCell(cell), title);
      if (shown.lt(TELLING)) continue;
      const key = shown.toFixed(2);
      amounts.set(formatCell(cell), key);
      byAmount.set(key, [...(byAmount.get(key) ?? []), { cell, name: `《${title}》${label}` }]);
    }
  }
  const isConfirmed = (cell: CellRef): boolean => {
    const others = byAmount.get(amounts.get(formatCell(cell)) ?? '') ?? [];
    return others.some((other) => other.cell.sheet !== cell.sheet && !doubtful.has(formatCell(other.cell)));
  };
  return {
    titleOf: (cell) => titles.get(formatCell(cell)) ?? null,
    mayBe: (cell, amount) => doubtful.get(formatCell(cell))?.some((value) => value.eq(amount)) === true,
    isDoubtful: (cells) => cells.some((cell) => doubtful.has(formatCell(cell)) && !isConfirmed(cell)),
    sameAmount(amount, except) {
      const others = new Set(except.map(formatCell));
      return byAmount.get(amount.toFixed(2))?.find(({ cell }) => !others.has(formatCell(cell)))?.name ?? null;
    },
  };
}
