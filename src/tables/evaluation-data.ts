import { isMoney, type Figure, type FigureUnit, type Unit } from '../money/figure';
import { normaliseLabel } from '../workbook/label';
import type { ControlRate, EvaluationData, ExpenseColumn, ExpenseItem, ExpenseLine, YearLabel } from './evaluation';
import { evaluationFrame, type EvaluationDeclaration } from './evaluation-form';
import { keysOf, lookup, mapRecord, type Glossary } from './layout/aliases';
import { amountAt, isNilAt, measureAt, refAt } from './layout/evaluation-cells';
import { filledColumns, printedAt, textAt, type Region } from './layout/region';

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

const BUDGET = /^(?:20\d\d年度?)?(?:本年)?预算数?$/;
const ACTUAL = /^(?:20\d\d年度?)?(?:上年|本年)?决算数?$/;
const COLUMN_NAMES: Readonly<Record<ExpenseColumn, string>> = {
  lastActual: '上年决算数',
  budget: '本年预算数',
  actual: '本年决算数',
};
const STAFF = { allowed: /^编制数/, actual: /在职人数/, rate: /^控制率/ };
const AREA = { allowed: /^批复规模/, actual: /^实际规模/, rate: /^规模控制率/ };
const INVESTMENT = { allowed: /^预算投资/, actual: /^实际投资/, rate: /^投资概算控制率/ };
const AFTER = /^楼堂馆所|^厉行节约|^说明/;
const TEMPLATE = /^[.…]+$/;
const YEARLY = /^.{0,12}(20\d\d)年.{0,8}(?:决算数|预算数|在职人数|完工项目\)?)$/;

/** 部门整体支出绩效评价基础数据表. */
export const evaluationData: EvaluationDeclaration<EvaluationData> = {
  id: 'evaluation-data',
  name: '部门整体支出绩效评价基础数据表',
  title: /绩效(?:评价|自评)基础数据表(?:\(\d{4}年度?\))?$/,
  read(region, title, unit) {
    const head = findHead(region);
    if (head === null) return null;
    const tableUnit = unitOf(region, head.row) ?? unit;
    const { items, specials, endRow } = readExpenses(region, head, tableUnit);
    const staff = readControl(region, STAFF, '财政供养人员', '人');
    const buildingArea = readControl(region, AREA, '楼堂馆所规模', '㎡');
    const buildingInvestment = readControl(region, INVESTMENT, '楼堂馆所投资', tableUnit);
    const controls = [staff, buildingArea, buildingInvestment];
    const lines = [...keysOf(ITEMS).map((key) => items[key]), ...specials];
    const figures = [
      ...controls.flatMap((control) => (control === null ? [] : [control.allowed, control.actual, control.rate])),
      ...lines.flatMap((line) => (line === null ? [] : keysOf(line.amounts).map((key) => line.amounts[key]))),
    ].filter((figure) => figure !== null);
    return {
      ...evaluationFrame('evaluation-data', region, title, tableUnit, figures.sort(inReadingOrder), endRow),
      staff,
      expenses: items,
      specials,
      buildingArea,
      buildingInvestment,
      years: readYears(region, head),
    };
  },
};

function inReadingOrder(a: Figure, b: Figure): number {
  return a.cell.row - b.cell.row || a.cell.column - b.cell.column;
}

/** The row 经费控制情况 and its columns. */
interface Head {
  readonly row: number;
  readonly first: number;
  readonly places: Readonly<Record<ExpenseColumn, number>>;
}

function findHead(region: Region): Head | null {
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    const columns = filledColumns(region, row);
    const budget = columns.find((column) => BUDGET.test(textAt(region, row, column)));
    const [lastActual, actual] = columns.filter((column) => ACTUAL.test(textAt(region, row, column)));
    if (budget === undefined || lastActual === undefined || actual === undefined) continue;
    return { row, first: Math.min(lastActual, budget, actual), places: { lastActual, budget, actual } };
  }
  return null;
}

function unitOf(region: Region, row: number): Unit | null {
  const texts = filledColumns(region, row).map((column) => textAt(region, row, column));
  const unit = /\((万元|元)\)/.exec(texts.join(' '))?.[1];
  return unit === '万元' || unit === '元' ? unit : null;
}

interface Expenses {
  readonly items: Readonly<Record<ExpenseItem, ExpenseLine | null>>;
  readonly specials: readonly ExpenseLine[];
  readonly endRow: number;
}

/** The items below the head; what stands between 专项资金 and the next item are single projects. */
function readExpenses(region: Region, { row: headRow, first, places }: Head, unit: Unit): Expenses {
  const find = lookup(ITEMS);
  const items = mapRecord<ExpenseItem, unknown, ExpenseLine | null>(ITEMS, () => null);
  const specials: ExpenseLine[] = [];
  let inSpecials = false;
  let row = headRow + 1;
  for (; row <= region.lastRow; row += 1) {
    const labels = filledColumns(region, row).filter((column) => column < first);
    const names = labels.map((column) => itemName(printedAt(region, row, column)));
    if (names.some((name) => AFTER.test(name))) break;
    const key = names.map(find).find((found) => found !== null) ?? null;
    inSpecials = key === 'projectSpecial' || (inSpecials && key === null);
    const name = names.join('');
    if (key === null && (!inSpecials || name === '' || TEMPLATE.test(name))) continue;
    const line = lineAt(region, row, name, places, unit);
    if (key === null) specials.push(line);
    else items[key] ??= line;
  }
  return { items, specials, endRow: row };
}

function itemName(printed: string): string {
  return normaliseLabel(printed).replace(/\([^()]*一行\)$/, '');
}

function lineAt(region: Region, row: number, name: string, places: Head['places'], unit: Unit): ExpenseLine {
  const at = (column: number, key: ExpenseColumn): Figure =>
    amountAt(region, row, column, `${name} · ${COLUMN_NAMES[key]}`, unit);
  return { name, amounts: mapRecord(places, at) };
}

/** Three heads side by side with their values in the row below; null where the form has no such heads. */
function readControl(
  region: Region,
  heads: Readonly<Record<keyof ControlRate, RegExp>>,
  name: string,
  of: FigureUnit,
): ControlRate | null {
  for (let row = region.titleRow + 1; row < region.lastRow; row += 1) {
    const columns = filledColumns(region, row);
    const places = mapRecord<keyof ControlRate, RegExp, number | undefined>(heads, (head) =>
      columns.find((column) => head.test(textAt(region, row, column))),
    );
    if (places.allowed === undefined || places.actual === undefined) continue;
    return mapRecord<keyof ControlRate, number | undefined, Figure | null>(places, (column, key) => {
      if (column === undefined || isLabel(region, row + 1, column)) return null;
      const label = `${name} · ${key === 'rate' ? '控制率' : textAt(region, row, column)}`;
      if (key === 'rate') return measureAt(region, row + 1, column, label, '%', 'computed');
      if (isMoney(of)) return amountAt(region, row + 1, column, label, of);
      return measureAt(region, row + 1, column, label, of, 'given');
    });
  }
  return null;
}

/** A row of words right below the heads is another line of heads: there is no value. */
function isLabel(region: Region, row: number, column: number): boolean {
  return !isNilAt(region, row, column) && !/\d/.test(textAt(region, row, column));
}

/** The heads that name a year: the table's own, but for the column of last year. */
function readYears(region: Region, head: Head): YearLabel[] {
  const years: YearLabel[] = [];
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    for (const column of filledColumns(region, row)) {
      const text = printedAt(region, row, column).replace(/\s+/g, '');
      const [, year] = YEARLY.exec(text.normalize('NFKC')) ?? [];
      if (year === undefined) continue;
      const isLast = row === head.row && column === head.places.lastActual;
      years.push({ cell: refAt(region, row, column), text, year: Number(year), back: isLast ? 1 : 0 });
    }
  }
  return years;
}
