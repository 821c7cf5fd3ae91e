import type { Figure, Unit } from '../money/figure';
import { normaliseLabel } from '../workbook/label';
import type { ControlRate, EvaluationData, ExpenseColumn, ExpenseItem, ExpenseLine, YearLabel } from './evaluation';
import { evaluationFrame, type EvaluationDeclaration } from './evaluation-form';
import { keysOf, lookup, mapRecord, type Glossary } from './layout/aliases';
import { amountAt, isNilAt, measureAt, refAt } from './layout/evaluation-cells';
import { filledColumns, isNumericAt, printedAt, textAt, type Region } from './layout/region';

const ITEMS: Glossary<ExpenseItem> = {
  threePublic: ['三公经费', '"三公"经费', '“三公”经费合计'],
  vehicles: ['公务用车购置和维护经费', '公务用车购置及运行维护费', '公务用车购置和运行维护经费', '公务用车购置及维护经费'],
  vehiclePurchase: ['公车购置', '公务用车购置', '公务用车购置费'],
  vehicleRunning: ['公车运行维护', '公务用车运行维护', '公车运行维护费', '公务用车运行维护费'],
  overseasTravel: ['出国经费', '因公出国(境)费', '因公出国经费'],
  hospitality: ['公务接待', '公务接待费', '公务接待经费'],
  project: ['项目支出'],
  projectBusiness: ['业务工作经费', '业务经费', '业务工作专项'],
  projectRunning: ['运行维护经费', '运行维护专项'],
  projectSpecial: ['专项资金', '市级专项资金', '区级专项资金', '县级专项资金', '省级专项资金', '本级专项资金'],
  operating: ['公用经费'],
  office: ['办公经费', '办公费'],
  utilities: ['水费、电费、差旅费', '水费电费差旅费'],
  meetings: ['会议费、培训费', '会议费培训费'],
  procurement: ['政府采购金额'],
  basicAdjustment: ['部门基本支出预算调整', '部门整体支出预算调整'],
};

const COLUMNS: Readonly<Record<ExpenseColumn, RegExp>> = {
  lastActual: /^(?:(20\d\d)年度?)?(?:上年)?决算数?$/,
  budget: /^(?:(20\d\d)年度?)?(?:本年)?预算数?$/,
  actual: /^(?:(20\d\d)年度?)?(?:本年)?决算数?$/,
};
const COLUMN_NAMES: Readonly<Record<ExpenseColumn, string>> = {
  lastActual: '上年决算数',
  budget: '本年预算数',
  actual: '本年决算数',
};
const YEAR = /(20\d\d)年/;
const YEARLY = /^.{0,16}(?:决算数|预算数|在职人数|完工项目[)）]?)$/;

/** 部门整体支出绩效评价基础数据表. */
export const evaluationData: EvaluationDeclaration<EvaluationData> = {
  id: 'evaluation-data',
  name: '部门整体支出绩效评价基础数据表',
  title: /绩效(?:评价|自评)基础数据表(?:\(\d{4}年度?\))?$/,
  read(region, title, unit) {
    const expenses = readExpenses(region, unit);
    if (expenses === null) return null;
    const staff = readControl(region, /^编制数/, /实际在职人数|在职人数/, /^控制率/, '财政供养人员', '人');
    const area = readControl(region, /^批复规模/, /^实际规模/, /^规模控制率/, '楼堂馆所规模', '㎡');
    const investment = readControl(region, /^预算投资/, /^实际投资/, /^投资概算控制率/, '楼堂馆所投资', expenses.unit);
    const controls = [staff, area, investment].flatMap((control) => (control === null ? [] : [control.allowed, control.actual, control.rate]));
    const lines = [...keysOf(ITEMS).map((key) => expenses.items[key]), ...expenses.specials];
    const figures = [...controls, ...lines.flatMap((line) => (line === null ? [] : Object.values(line.amounts)))].flatMap((figure) => figure ?? []);
    return {
      ...evaluationFrame('evaluation-data', region, title, expenses.unit, figures.sort(inReadingOrder), expenses.endRow),
      staff,
      expenses: expenses.items,
      specials: expenses.specials,
      buildingArea: area,
      buildingInvestment: investment,
      years: readYears(region),
    };
  },
};

function inReadingOrder(a: Figure, b: Figure): number {
  return a.cell.row - b.cell.row || a.cell.column - b.cell.column;
}

interface Expenses {
  readonly items: Record<ExpenseItem, ExpenseLine | null>;
  readonly specials: readonly ExpenseLine[];
  readonly unit: Unit;
  readonly endRow: number;
}

const AFTER = /^楼堂馆所|^厉行节约|^说明/;

/** 经费控制情况: a head with 上年决算数, 本年预算数 and 本年决算数, its items below in the first filled column. */
function readExpenses(region: Region, unit: Unit): Expenses | null {
  const head = findHead(region);
  if (head === null) return null;
  const find = lookup(ITEMS);
  const items = mapRecord<ExpenseItem, unknown, ExpenseLine | null>(ITEMS, () => null);
  const specials: ExpenseLine[] = [];
  const [, printedUnit] = /\((万元|元)\)/.exec(filledColumns(region, head.row).map((column) => textAt(region, head.row, column)).join()) ?? [];
  const tableUnit = printedUnit === '元' || printedUnit === '万元' ? printedUnit : unit;
  let row = head.row + 1;
  let inSpecials = false;
  for (; row <= region.lastRow; row += 1) {
    const labels = filledColumns(region, row).filter((column) => column < head.first);
    if (labels.some((column) => AFTER.test(textAt(region, row, column)))) break;
    const key = labels.map((column) => find(itemLabel(textAt(region, row, column)))).find((found) => found !== null) ?? null;
    const name = labels.map((column) => printedAt(region, row, column)).join('');
    if (key === null && !inSpecials) continue;
    if (key === null && (name === '' || /^[.…]+$/.test(name))) continue;
    const line = lineAt(region, row, itemName(name), head.places, tableUnit);
    inSpecials = key === 'projectSpecial' || (inSpecials && key === null);
    if (key === null) specials.push(line);
    else items[key] ??= line;
  }
  return { items, specials, unit: tableUnit, endRow: row };
}

function itemLabel(text: string): string {
  return normaliseLabel(text).replace(/\([^()]*一行\)$/, '');
}

function itemName(printed: string): string {
  return itemLabel(printed).replace(/\s+/g, '');
}

function findHead(region: Region): { readonly row: number; readonly first: number; readonly places: Record<ExpenseColumn, number> } | null {
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    const columns = filledColumns(region, row);
    const budget = columns.find((column) => COLUMNS.budget.test(textAt(region, row, column)));
    const [before, ...after] = columns.filter((column) => COLUMNS.actual.test(textAt(region, row, column)));
    const lastActual = columns.find((column) => COLUMNS.lastActual.test(textAt(region, row, column))) ?? before;
    const actual = after[after.length - 1];
    if (budget === undefined || lastActual === undefined || actual === undefined) continue;
    return { row, first: Math.min(lastActual, budget, actual), places: { lastActual, budget, actual } };
  }
  return null;
}

function lineAt(region: Region, row: number, name: string, places: Readonly<Record<ExpenseColumn, number>>, unit: Unit): ExpenseLine {
  return {
    name,
    amounts: mapRecord(places, (column, key) => amountAt(region, row, column, `${name} · ${COLUMN_NAMES[key]}`, unit)),
  };
}

/** Three heads side by side with their values in the row below; null where the form has no such heads. */
function readControl(
  region: Region,
  allowedHead: RegExp,
  actualHead: RegExp,
  rateHead: RegExp,
  name: string,
  of: '人' | '㎡' | Unit,
): ControlRate | null {
  for (let row = region.titleRow + 1; row < region.lastRow; row += 1) {
    const columns = filledColumns(region, row);
    const at = (head: RegExp): number | undefined => columns.find((column) => head.test(textAt(region, row, column)));
    const [allowed, actual, rate] = [at(allowedHead), at(actualHead), at(rateHead)];
    if (allowed === undefined || actual === undefined) continue;
    const valueAt = (column: number | undefined, label: string): Figure | null => {
      if (column === undefined || isLabel(region, row + 1, column)) return null;
      const whole = `${name} · ${label}`;
      return of === '万元' || of === '元' ? amountAt(region, row + 1, column, whole, of) : measureAt(region, row + 1, column, whole, of, 'given');
    };
    return {
      allowed: valueAt(allowed, textAt(region, row, allowed)),
      actual: valueAt(actual, textAt(region, row, actual)),
      rate: rate === undefined || isLabel(region, row + 1, rate) ? null : measureAt(region, row + 1, rate, `${name} · 控制率`, '%', 'computed'),
    };
  }
  return null;
}

/** A row of words right below the heads is another line of heads: there is no value. */
function isLabel(region: Region, row: number, column: number): boolean {
  return !isNilAt(region, row, column) && !isNumericAt(region, row, column) && !/\d/.test(textAt(region, row, column));
}

/** The column heads that name a year: the table's own, but for the column of last year. */
function readYears(region: Region): YearLabel[] {
  const years: YearLabel[] = [];
  const head = findHead(region);
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    for (const column of filledColumns(region, row)) {
      const text = printedAt(region, row, column).replace(/\s+/g, '');
      const [, year] = YEAR.exec(text.normalize('NFKC')) ?? [];
      if (year === undefined || !YEARLY.test(text)) continue;
      const isLast = row === head?.row && column === head.places.lastActual;
      years.push({ cell: refAt(region, row, column), text, year: Number(year), back: isLast ? 1 : 0 });
    }
  }
  return years;
}
