import type Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import { normaliseLabel } from '../workbook/label';
import type { Figure, Unit } from '../money/figure';
import type { Accounts, EconomicRow, NamedLine } from './accounts';
import { keysOf } from './layout/aliases';
import { figureAt, filledColumns, headingPath, isColumnNumberRow, isLabelRow, textAt, type Region } from './layout/region';
import economicNames from './economic-codes.json';

/**
 * The official base tables (财决01表 …) in the workbook: what the published tables were converted from, in 元. A
 * table that the workbook does not have is null.
 */
export type BaseTables = Pick<
  Accounts,
  | 'summary' | 'revenue' | 'expenditure' | 'appropriation' | 'generalBudget' | 'threePublic'
> & { readonly basicExpenditure: readonly EconomicRow[] | null };

const ECONOMIC: Readonly<Record<string, string>> = economicNames;

/**
 * Reads 财决08-1表 一般公共预算财政拨款基本支出决算明细表: one row a functional code, one column an economic section,
 * grouped by class. Only its 合计 row matters here. Null where the region has no such header.
 */
export function readEconomicColumns(region: Region, unit: Unit): readonly EconomicRow[] | null {
  const totalRow = rowOfTotal(region);
  if (totalRow === null) return null;
  const headings: number[] = [];
  for (let row = region.titleRow + 1; row < totalRow; row += 1) {
    if (!isLabelRow(region, row) && !isColumnNumberRow(region, row)) headings.push(row);
  }
  const rows: EconomicRow[] = [];
  for (let column = 0; column <= region.lastColumn; column += 1) {
    const path = headingPath(region, headings, column, 0);
    const code = economicCode(path);
    if (code === null || rows.some((row) => row.code === code)) continue;
    const name = ECONOMIC[code] ?? '';
    rows.push({
      code,
      name,
      level: code.length === 3 ? 'class' : 'section',
      amount: figureAt(region, totalRow, column, `${code} ${name}`, unit),
    });
  }
  return rows.length === 0 ? null : rows;
}

function rowOfTotal(region: Region): number | null {
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    const [first] = filledColumns(region, row);
    if (first !== undefined && /^合计$/.test(textAt(region, row, first)) && filledColumns(region, row).length > 2) return row;
  }
  return null;
}

/** 工资福利支出 › 小计 is 301, 工资福利支出 › 基本工资 is 30101. */
function economicCode(path: readonly string[]): string | null {
  const codes = keysOf(ECONOMIC);
  const named = (name: string, code: string): boolean => normaliseLabel(ECONOMIC[code] ?? '') === normaliseLabel(name);
  const leaf = path[path.length - 1];
  const group = path
    .slice(0, -1)
    .reverse()
    .map((text) => codes.find((code) => code.length === 3 && named(text, code)))
    .find((code) => code !== undefined);
  if (leaf === undefined || group === undefined) return null;
  if (leaf === '小计') return group;
  return codes.find((code) => code.length === 5 && code.startsWith(group) && named(leaf, code)) ?? null;
}

/** A published figure and the base figure it was converted from. */
export interface Converted {
  readonly published: Figure;
  readonly base: Figure;
}

/** Pairs the published figures with those of the base tables, by line, code and column, never by place. */
export function* convertedPairs(accounts: Accounts, base: BaseTables): Generator<Converted> {
  const { summary, appropriation, basicExpenditure, threePublic } = accounts;
  if (summary !== null && base.summary !== null) {
    yield* samePairs(summary.revenue, base.summary.revenue);
    yield* samePairs(summary.expenditure, base.summary.expenditure);
    yield* sameLines(summary.classes, base.summary.classes);
  }
  for (const key of ['revenue', 'expenditure', 'generalBudget'] as const) {
    const [table, source] = [accounts[key], base[key]];
    if (table === null || source === null) continue;
    if (table.total !== null && source.total !== null) yield* samePairs(table.total.figures, source.total.figures);
    for (const row of table.rows) {
      const same = source.rows.find(({ code }) => code === row.code);
      if (same !== undefined) yield* samePairs(row.figures, same.figures);
    }
  }
  if (appropriation !== null && base.appropriation !== null) {
    const [e, source] = [appropriation.expenditure, base.appropriation.expenditure];
    yield* samePairs(appropriation.revenue, base.appropriation.revenue);
    for (const key of keysOf(e)) yield* samePairs(e[key] ?? {}, source[key] ?? {});
    yield* sameLines(appropriation.classes, base.appropriation.classes);
  }
  for (const row of basicExpenditure?.rows ?? []) {
    const same = base.basicExpenditure?.find(({ code }) => code === row.code);
    if (same !== undefined) yield { published: row.amount, base: same.amount };
  }
  if (threePublic !== null && base.threePublic !== null) {
    yield* samePairs(threePublic.budget, base.threePublic.budget);
    yield* samePairs(threePublic.actual, base.threePublic.actual);
  }
}

/** The amounts, in 万元, that the base tables of a workbook give for published cells, by address. A blank gives none. */
export function exactAmounts(accounts: Accounts): ReadonlyMap<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  if (accounts.base === null) return amounts;
  for (const { published, base } of convertedPairs(accounts, accounts.base)) {
    if (base.content.kind === 'number') amounts.set(formatCell(published.cell), base.exact);
  }
  return amounts;
}

type Figures = Readonly<Record<string, Figure | null>>;

function* samePairs(published: Figures, base: Figures): Generator<Converted> {
  for (const key of keysOf(published)) {
    const [a, b] = [published[key], base[key]];
    if (a && b) yield { published: a, base: b };
  }
}

function* sameLines(published: readonly NamedLine<string>[], base: readonly NamedLine<string>[]): Generator<Converted> {
  for (const line of published) {
    const same = base.find(({ name }) => normaliseLabel(name) === normaliseLabel(line.name));
    if (same !== undefined) yield* samePairs(line.figures, same.figures);
  }
}
