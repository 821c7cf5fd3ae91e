import { figureOf, type Figure, type Unit } from '../../src/money/figure';
import { TABLES, type TableKey } from '../../src/tables/registry';
import type {
  Accounts, AppropriationTable, BasicExpenditureTable, CodedRow, CodedTable, ExpenditureColumn, FundFlowColumn,
  GeneralBudgetColumn, RevenueColumn, SummaryTable, Table, ThreePublicItem, ThreePublicTable,
} from '../../src/tables/accounts';

/** What a cell of a test table holds. */
export type Value = string | number | null;

/** A row by functional classification: code ('' for 合计), name, and the columns in the order of the table. */
export type Row = readonly [code: string, name: string, ...values: Value[]];

export interface Book {
  readonly unit?: Unit;
  readonly year?: number | null;
  readonly department?: string | null;
  /** 收入总计 and 支出总计. */
  readonly summary?: readonly [Value, Value];
  readonly revenue?: readonly Row[];
  readonly expenditure?: readonly Row[];
  readonly appropriation?: readonly [Value, Value];
  /** Amounts of 政府性基金 and 国有资本经营 in 财政拨款收入支出决算总表. */
  readonly appropriatedFunds?: readonly [Value, Value];
  readonly generalBudget?: readonly Row[];
  /** Rows of 06: code, name, amount; then 人员经费合计 and 公用经费合计. */
  readonly basicExpenditure?: readonly Row[];
  readonly basicTotals?: readonly [Value, Value];
  readonly threePublic?: Readonly<Record<'budget' | 'actual', Readonly<Partial<Record<ThreePublicItem, Value>>>>>;
  readonly governmentFunds?: readonly Row[];
  readonly stateCapital?: readonly Row[];
}

/** Figures of one table, each in a cell of its own, in the order they were asked for. */
function sheetOf(key: TableKey, unit: Unit) {
  const figures: Figure[] = [];
  const figure = (label: string, value: Value): Figure => {
    const cell = { value, text: value === null ? '' : String(value), formula: null };
    const made = figureOf(label, { sheet: TABLES[key].id, row: figures.length, column: 2 }, cell, unit);
    figures.push(made);
    return made;
  };
  const frame = (): Table => {
    const { id, name } = TABLES[key];
    return {
      id,
      title: name,
      titleCell: { sheet: id, row: 0, column: 0 },
      sheet: id,
      area: { top: 0, left: 0, bottom: figures.length, right: 2 },
      unit,
      number: null,
      department: null,
      unitLabel: null,
      notes: [],
      figures,
    };
  };
  return { figure, frame };
}

function levelOf(code: string): CodedRow<never>['level'] {
  if (code === '') return 'total';
  return code.length === 3 ? 'class' : code.length === 5 ? 'section' : 'item';
}

function codedOf<Column extends string>(
  key: TableKey,
  unit: Unit,
  columns: readonly Column[],
  rows: readonly Row[] | undefined,
): CodedTable<Column> | null {
  if (rows === undefined) return null;
  const { figure, frame } = sheetOf(key, unit);
  const read = rows.map(([code, name, ...values]) => ({
    code,
    name,
    level: levelOf(code),
    figures: Object.fromEntries(
      columns.map((column, index) => [column, figure(`${name} · ${column}`, values[index] ?? null)]),
    ) as Record<Column, Figure>,
    empty: values.every((value) => value === null),
  }));
  return {
    ...frame(),
    total: read.find(({ code }) => code === '') ?? null,
    rows: read.filter(({ code }) => code !== ''),
  };
}

function summaryOf({ summary, unit = '万元' }: Book): SummaryTable | null {
  if (summary === undefined) return null;
  const { figure, frame } = sheetOf('summary', unit);
  const absent = {
    generalBudget: null, governmentFunds: null, stateCapital: null, superiorSubsidy: null, service: null,
    business: null, affiliateRemittance: null, other: null, surplusUsed: null, opening: null, currentYear: null,
  };
  const revenue = { ...absent, total: figure('收入总计', summary[0]) };
  const expenditure = {
    currentYear: figure('本年支出合计', summary[0]), surplusDistributed: null, closing: null,
    total: figure('支出总计', summary[1]),
  };
  return { ...frame(), revenue, expenditure, classes: [] };
}

function appropriationOf(book: Book): AppropriationTable | null {
  const { appropriation, appropriatedFunds = [null, null], unit = '万元' } = book;
  if (appropriation === undefined) return null;
  const { figure, frame } = sheetOf('appropriation', unit);
  const revenue = {
    generalBudget: null,
    governmentFunds: figure('政府性基金预算财政拨款', appropriatedFunds[0]),
    stateCapital: figure('国有资本经营预算财政拨款', appropriatedFunds[1]),
    currentYear: null, opening: null, openingGeneralBudget: null, openingGovernmentFunds: null,
    openingStateCapital: null,
    total: figure('财政拨款收入总计', appropriation[0]),
  };
  const spent = figure('财政拨款支出总计', appropriation[1]);
  const total = { total: spent, generalBudget: null, governmentFunds: null, stateCapital: null };
  return { ...frame(), revenue, expenditure: { currentYear: null, closing: null, total }, classes: [] };
}

function basicExpenditureOf(book: Book): BasicExpenditureTable | null {
  const { basicExpenditure, basicTotals = [null, null], unit = '万元' } = book;
  if (basicExpenditure === undefined) return null;
  const { figure, frame } = sheetOf('basicExpenditure', unit);
  const rows = basicExpenditure.map(([code, name, value = null]) => ({
    code,
    name,
    level: code.length === 3 ? ('class' as const) : ('section' as const),
    amount: figure(`${code} ${name}`, value),
  }));
  const personnel = figure('人员经费合计', basicTotals[0]);
  const operating = figure('公用经费合计', basicTotals[1]);
  return { ...frame(), rows, personnel, operating };
}

function threePublicOf({ threePublic, unit = '万元' }: Book): ThreePublicTable | null {
  if (threePublic === undefined) return null;
  const { figure, frame } = sheetOf('threePublic', unit);
  const side = (name: 'budget' | 'actual') => {
    const of = (item: ThreePublicItem) => figure(`${item} ${name}`, threePublic[name][item] ?? null);
    return {
      total: of('total'), overseasTravel: of('overseasTravel'), vehicles: of('vehicles'),
      vehiclePurchase: of('vehiclePurchase'), vehicleRunning: of('vehicleRunning'), hospitality: of('hospitality'),
    };
  };
  const budget = side('budget');
  const actual = side('actual');
  return { ...frame(), budget, actual };
}

const REVENUE: readonly RevenueColumn[] = [
  'total', 'appropriation', 'superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other',
];
const EXPENDITURE: readonly ExpenditureColumn[] = [
  'total', 'basic', 'project', 'superiorRemittance', 'business', 'affiliateSubsidy',
];
const GENERAL_BUDGET: readonly GeneralBudgetColumn[] = ['total', 'basic', 'project'];
const FUND_FLOW: readonly FundFlowColumn[] = ['opening', 'revenue', 'total', 'basic', 'project', 'closing'];

/** Accounts made by hand: a table that the book does not mention is not in the workbook. */
export function accountsOf(book: Book): Accounts {
  const unit = book.unit ?? '万元';
  const tables = {
    summary: summaryOf(book),
    revenue: codedOf('revenue', unit, REVENUE, book.revenue),
    expenditure: codedOf('expenditure', unit, EXPENDITURE, book.expenditure),
    appropriation: appropriationOf(book),
    generalBudget: codedOf('generalBudget', unit, GENERAL_BUDGET, book.generalBudget),
    basicExpenditure: basicExpenditureOf(book),
    threePublic: threePublicOf(book),
    governmentFunds: codedOf('governmentFunds', unit, FUND_FLOW, book.governmentFunds),
    stateCapital: codedOf('stateCapital', unit, FUND_FLOW, book.stateCapital),
  };
  return {
    year: book.year === undefined ? 2030 : book.year,
    department: book.department ?? null,
    ...tables,
    overallEvaluation: null,
    projectEvaluations: null,
    evaluationData: null,
    base: null,
    tables: Object.values(tables).filter((table) => table !== null),
    evaluations: [],
    sheets: [],
    problems: [],
  };
}

/** A small department whose nine tables agree with each other: 400.00 of revenue, 420.00 with what was carried over. */
export const BOOK: Book = {
  summary: [420, 420],
  revenue: [
    ['', '合计', 400, 380, 0, 0, 0, 0, 20],
    ['205', '教育支出', 400, 380, 0, 0, 0, 0, 20],
  ],
  expenditure: [
    ['', '合计', 410, 300, 110, null, null, null],
    ['205', '教育支出', 310, 200, 110, null, null, null],
  ],
  appropriation: [380, 380],
  generalBudget: [
    ['', '合计', 380, 290, 90],
    ['205', '教育支出', 280, 190, 90],
    ['20501', '教育管理事务', 250, 190, 60],
    ['2050101', '行政运行', 190, 190, null],
    ['2050102', '一般行政管理事务', 60, null, 60],
    ['20502', '普通教育', 30, null, 30],
    ['2050202', '小学教育', 30, null, 30],
    ['2050299', '其他普通教育支出', null, null, null],
    ['229', '其他支出', 100, 100, 0],
    ['22999', '其他支出', 100, 100, 0],
    ['2299999', '其他支出', 100, 100, 0],
  ],
  basicExpenditure: [
    ['301', '工资福利支出', 200],
    ['30101', '基本工资', 150],
    ['30102', '津贴补贴', 50],
    ['30103', '奖金', null],
    ['302', '商品和服务支出', 70],
    ['30201', '办公费', 70],
    ['30202', '印刷费', 0],
    ['303', '对个人和家庭的补助', 20],
    ['310', '资本性支出', null],
  ],
  basicTotals: [220, 70],
  threePublic: {
    budget: { total: 12, overseasTravel: 0, vehicles: 10, vehiclePurchase: 0, vehicleRunning: 10, hospitality: 2 },
    actual: { total: 9, overseasTravel: 0, vehicles: 8, vehiclePurchase: 0, vehicleRunning: 8, hospitality: 1 },
  },
  governmentFunds: [['', '合计', null, null, null, null, null, null]],
  stateCapital: [['', '合计', null, null, null, null, null, null]],
};
