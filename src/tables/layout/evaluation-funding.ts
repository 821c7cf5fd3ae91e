import type { Figure, Origin, Unit } from '../../money/figure';
import type { Measure } from '../../money/measure';
import { normaliseLabel } from '../../workbook/label';
import type { Funding, FundingColumn, FundingLine, FundingPart } from '../evaluation';
import { keysOf, mapRecord } from './aliases';
import { amountAt, amountInWords, measureAt, refAt } from './evaluation-cells';
import { filledColumns, isNumericAt, printedAt, textAt, type Region } from './region';

/** 项目资金 and where its block ends. */
export interface FundingBody {
  readonly funding: Funding;
  readonly unit: Unit;
  readonly figures: readonly Figure[];
  /** The first row after the block. */
  readonly endRow: number;
}

type Column = FundingColumn | 'weight' | 'rate' | 'score';

const HEADS: Readonly<Record<Column, RegExp>> = {
  initialBudget: /^年初预算数?/,
  annualBudget: /^(?:全年|调整后?)预算数?/,
  actual: /^(?:全年|预算)?执行数/,
  weight: /^(?:分值|权重)/,
  rate: /^(?:预算)?执行率/,
  score: /^得分/,
};
const AMOUNTS: Readonly<Record<FundingColumn, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  actual: '全年执行数',
};
const TOTAL = /^(?:合计|总计|总额|(?:年度|项目)?(?:资金|预算)(?:总额|合计))$/;
const AFTER = /^(?:项目)?年度(?:总体|绩效)?目标|^(?:总体|预期)目标|^绩效指标(?:\(|$)|^一级指标$/;
const BY_REVENUE = /按收入性质分/;
const BY_SPENDING = /按支出性质分/;
const AMOUNT_IN_WORDS = /:\s*-?\d[\d,.]*\s*(?:万元)?\s*$/;
const HEADER_WITHIN = 12;

/** Reads 项目资金（资金情况、年度预算申请）: a head with 年初预算数 and 全年执行数, its lines in any order. Null without one. */
export function readFunding(region: Region, unit: Unit): FundingBody | null {
  const headRow = findHead(region);
  if (headRow === null) return null;
  const places = placesOf(region, headRow);
  const tableUnit = unitOf(region, headRow) ?? unit;
  const firstAmount = Math.min(...keysOf(AMOUNTS).map((key) => places[key] ?? Infinity));
  const lines: FundingLine[] = [];
  const parts = { byRevenue: [] as FundingPart[], bySpending: [] as FundingPart[] };
  let split: Split | null = null;
  let row = headRow + 1;
  for (; row <= region.lastRow && !startsNext(region, row); row += 1) {
    split = splitOf(region, row) ?? split;
    if (split !== null) {
      const { revenue, spending } = split;
      const edge = region.lastColumn + 1;
      const start = revenue === null ? 0 : revenue + 1;
      if (revenue !== null) parts.byRevenue.push(...readPart(region, row, [0, revenue, spending ?? edge], tableUnit));
      if (spending !== null) parts.bySpending.push(...readPart(region, row, [start, spending, edge], tableUnit));
      continue;
    }
    const line = readLine(region, row, firstAmount, places, tableUnit);
    if (line !== null) lines.push(line);
  }
  const total = lines.find(({ name }) => TOTAL.test(normaliseLabel(name))) ?? null;
  const others = lines.filter((line) => line !== total);
  const sources = others.filter((line, index) => index === 0 || !isPart(region, line));
  const funding = { total, sources, ...parts };
  const inWords = [...parts.byRevenue, ...parts.bySpending].map(({ amount }) => amount);
  return { funding, unit: tableUnit, figures: [...lines.flatMap(figuresOf), ...inWords], endRow: row };
}

function findHead(region: Region): number | null {
  for (let row = region.titleRow + 1; row <= Math.min(region.lastRow, region.titleRow + HEADER_WITHIN); row += 1) {
    const { actual, initialBudget, annualBudget } = placesOf(region, row);
    if (actual !== null && (initialBudget !== null || annualBudget !== null)) return row;
  }
  return null;
}

function placesOf(region: Region, row: number): Record<Column, number | null> {
  const columns = filledColumns(region, row);
  return mapRecord(HEADS, (pattern) => columns.find((column) => pattern.test(textAt(region, row, column))) ?? null);
}

/** 项目资金（万元）, 年度预算数（万元）: beside the head or above it. */
function unitOf(region: Region, headRow: number): Unit | null {
  for (const row of [headRow, headRow - 1]) {
    for (const column of filledColumns(region, row)) {
      const [, unit] = /\((万元|元)\)/.exec(textAt(region, row, column)) ?? [];
      if (unit === '万元' || unit === '元') return unit;
    }
  }
  return null;
}

function startsNext(region: Region, row: number): boolean {
  return filledColumns(region, row).some((column) => AFTER.test(textAt(region, row, column)));
}

/** The columns of 按收入性质分 and 按支出性质分. */
interface Split {
  readonly revenue: number | null;
  readonly spending: number | null;
}

function splitOf(region: Region, row: number): Split | null {
  const at = (pattern: RegExp): number | null =>
    filledColumns(region, row).find((column) => pattern.test(textAt(region, row, column))) ?? null;
  const [revenue, spending] = [at(BY_REVENUE), at(BY_SPENDING)];
  return revenue === null && spending === null ? null : { revenue, spending };
}

type Reach = readonly [from: number, own: number, end: number];

/**
 * 「其中：一般公共预算：540.44」, or the name in one cell and the amount in the next. In a row that has slipped the words
 * stand to the left of their column. Columns: the first that may hold them, their own, and the first of another part.
 */
function readPart(region: Region, row: number, [from, own, end]: Reach, unit: Unit): FundingPart[] {
  const columns = filledColumns(region, row);
  const column = columns.find((at) => at >= from && at <= own && textAt(region, row, at).includes(':')) ?? own;
  const printed = printedAt(region, row, column).normalize('NFKC');
  const name = normaliseLabel(printed.replace(AMOUNT_IN_WORDS, ''));
  if (name === '' || BY_REVENUE.test(name) || BY_SPENDING.test(name)) return [];
  const beside = columns.find((at) => at > column && at < end && isNumericAt(region, row, at));
  const amount = AMOUNT_IN_WORDS.test(printed)
    ? amountInWords(region, row, column, name, unit)
    : beside === undefined ? null : amountAt(region, row, beside, name, unit);
  return amount === null ? [] : [{ name, amount }];
}

function readLine(
  region: Region,
  row: number,
  firstAmount: number,
  places: Readonly<Record<Column, number | null>>,
  unit: Unit,
): FundingLine | null {
  const labelColumn = filledColumns(region, row).filter((column) => column < firstAmount).pop();
  if (labelColumn === undefined) return null;
  const printed = printedAt(region, row, labelColumn).replace(/\s+/g, '');
  const name = printed.replace(/^其中[:：]?/, '').replace(/[:：]+$/, '');
  const measure = (at: number | null, label: string, of: Measure, origin: Origin): Figure | null =>
    at === null ? null : measureAt(region, row, at, `${name} · ${label}`, of, origin);
  return {
    name,
    labelCell: refAt(region, row, labelColumn),
    amounts: mapRecord(AMOUNTS, (label, key) => {
      const at = places[key];
      return at === null ? null : amountAt(region, row, at, `${name} · ${label}`, unit);
    }),
    weight: measure(places.weight, '分值', '分', 'given'),
    rate: measure(places.rate, '执行率', '%', 'computed'),
    score: measure(places.score, '得分', '分', 'computed'),
  };
}

/** 其中 in front of a source that is not the first one: it is part of the source above it. */
function isPart(region: Region, { labelCell: { row, column } }: FundingLine): boolean {
  return textAt(region, row, column).startsWith('其中');
}

function figuresOf({ amounts, weight, rate, score }: FundingLine): Figure[] {
  return [...keysOf(amounts).map((key) => amounts[key]), weight, rate, score].flatMap((figure) => figure ?? []);
}
