import { CLASSES, SECTIONS } from './codes';
import type { AppropriatedMoney, Fund, OtherMoney, Source, SourceItem, ThreePublicLeaves } from './source';

export const FUNDS: readonly Fund[] = ['generalBudget', 'governmentFunds', 'stateCapital'];

/** What came in, went out and was left of one fund, in whole 元. */
export interface FundFlow {
  readonly opening: number;
  readonly revenue: number;
  readonly basic: number;
  readonly project: number;
  readonly closing: number;
}

/** The same of all money that is no appropriation, in whole 元. */
export type OtherFlow = Readonly<Required<OtherMoney>> & { readonly opening: number; readonly closing: number };

/** One functional code with all its money; the total line has code ''. */
export interface Line {
  readonly code: string;
  readonly name: string;
  readonly funds: Readonly<Record<Fund, FundFlow>>;
  readonly otherMoney: OtherFlow;
}

export interface ThreePublic extends ThreePublicLeaves {
  readonly vehicles: number;
  readonly total: number;
}

/** A department's year with every sum worked out, in whole 元: all identities hold exactly. */
export interface SampleAccounts {
  readonly department: string;
  readonly year: number;
  readonly total: Line;
  /** Classes, sections and items in the order of their codes. */
  readonly lines: readonly Line[];
  /** By economic code of three or five digits; codes without money are missing. */
  readonly economic: ReadonlyMap<string, number>;
  readonly personnel: number;
  readonly operating: number;
  readonly threePublic: { readonly budget: ThreePublic; readonly actual: ThreePublic };
}

const NO_FLOW: FundFlow = { opening: 0, revenue: 0, basic: 0, project: 0, closing: 0 };
const NO_OTHER: OtherFlow = {
  opening: 0, superiorSubsidy: 0, service: 0, business: 0, affiliateRemittance: 0, other: 0, surplusUsed: 0,
  basic: 0, project: 0, superiorRemittance: 0, businessExpenditure: 0, affiliateSubsidy: 0,
  surplusDistributed: 0, closing: 0,
};

function mapValues<K extends string>(record: Readonly<Record<K, number>>, map: (value: number, key: K) => number) {
  const entries = (Object.entries(record) as [K, number][]).map(([key, value]) => [key, map(value, key)]);
  return Object.fromEntries(entries) as Record<K, number>;
}

const add = <K extends string>(a: Readonly<Record<K, number>>, b: Readonly<Record<K, number>>): Record<K, number> =>
  mapValues(a, (value, key) => value + b[key]);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function fundFlow(money: AppropriatedMoney | undefined, opening: number): FundFlow {
  const { basic = 0, project = 0, closing = 0 } = money ?? {};
  return { opening, revenue: basic + project + closing - opening, basic, project, closing };
}

function otherFlow(money: OtherMoney | undefined, opening: number): OtherFlow {
  const flow = { ...NO_OTHER, ...money, opening };
  return { ...flow, closing: opening + revenueOf(flow) + flow.surplusUsed - spendingOf(flow) - flow.surplusDistributed };
}

const revenueOf = (flow: OtherFlow): number =>
  flow.superiorSubsidy + flow.service + flow.business + flow.affiliateRemittance + flow.other;

const spendingOf = (flow: OtherFlow): number =>
  flow.basic + flow.project + flow.superiorRemittance + flow.businessExpenditure + flow.affiliateSubsidy;

function lineOf(item: SourceItem, before: Line | undefined): Line {
  const fund = (name: Fund): FundFlow => fundFlow(item[name], before?.funds[name].closing ?? 0);
  return {
    code: item.code,
    name: item.name,
    funds: {
      generalBudget: fund('generalBudget'),
      governmentFunds: fund('governmentFunds'),
      stateCapital: fund('stateCapital'),
    },
    otherMoney: otherFlow(item.otherMoney, before?.otherMoney.closing ?? 0),
  };
}

/** A line without money. */
export function emptyLine(code: string, name: string): Line {
  return sumLine(code, name, []);
}

function sumLine(code: string, name: string, lines: readonly Line[]): Line {
  const fund = (key: Fund): FundFlow => lines.reduce((flow, line) => add(flow, line.funds[key]), NO_FLOW);
  return {
    code,
    name,
    funds: {
      generalBudget: fund('generalBudget'),
      governmentFunds: fund('governmentFunds'),
      stateCapital: fund('stateCapital'),
    },
    otherMoney: lines.reduce((flow, line) => add(flow, line.otherMoney), NO_OTHER),
  };
}

function withSums(items: readonly Line[]): Line[] {
  const classNames = new Map(CLASSES);
  const prefixes = [...new Set(items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5)]))];
  const sums = prefixes.map((prefix) =>
    sumLine(
      prefix,
      (prefix.length === 3 ? classNames.get(prefix) : SECTIONS[prefix]) ?? prefix,
      items.filter(({ code }) => code.startsWith(prefix)),
    ),
  );
  return [...sums, ...items].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function threePublicOf(leaves: ThreePublicLeaves): ThreePublic {
  const vehicles = leaves.vehiclePurchase + leaves.vehicleRunning;
  return { ...leaves, vehicles, total: leaves.overseasTravel + vehicles + leaves.hospitality };
}

/**
 * Works out every sum of a year. `before` is the year before: what it left over is carried in.
 * Throws a RangeError where the leaves cannot be true: the economic details do not reach for the items.
 */
export function deriveAccounts(source: Source, before?: SampleAccounts): SampleAccounts {
  const details = Object.entries(source.economic);
  const basicTotal = sum(details.map(([, amount]) => amount));
  const itemised = sum(source.items.map((item) => item.generalBudget?.basic ?? 0));
  if (basicTotal < itemised) throw new RangeError('基本支出明细少于各项基本支出');
  const items = source.items.map((item) => {
    const basic = item.code === source.runningItem ? { basic: basicTotal - itemised } : {};
    const money = { ...item.generalBudget, ...basic };
    return lineOf({ ...item, generalBudget: money }, before?.lines.find(({ code }) => code === item.code));
  });
  const economicClass = (code: string): number =>
    sum(details.filter(([detail]) => detail.startsWith(code)).map(([, amount]) => amount));
  const personnel = economicClass('301') + economicClass('303');
  return {
    department: source.department,
    year: source.year,
    total: sumLine('', '合计', items),
    lines: withSums(items),
    economic: new Map([
      ...[...new Set(details.map(([code]) => code.slice(0, 3)))].map((code) => [code, economicClass(code)] as const),
      ...details,
    ]),
    personnel,
    operating: basicTotal - personnel,
    threePublic: {
      budget: threePublicOf(source.threePublic.budget),
      actual: threePublicOf(source.threePublic.actual),
    },
  };
}

const toHundreds = (amount: number): number => Math.round(amount / 100) * 100;

/** The same year with every leaf a whole multiple of 0.01 万元, so that nothing is lost in printing it. */
export function roundedSource(source: Source): Source {
  const money = <T extends object>(leaves: T | undefined): T | undefined =>
    leaves && (mapValues(leaves as Record<string, number>, toHundreds) as T);
  return {
    ...source,
    items: source.items.map((item) => ({
      code: item.code,
      name: item.name,
      ...Object.fromEntries(
        ([...FUNDS, 'otherMoney'] as const).flatMap((key) => (item[key] ? [[key, money(item[key])]] : [])),
      ),
    })),
    economic: mapValues(source.economic, toHundreds),
    threePublic: {
      budget: mapValues({ ...source.threePublic.budget }, toHundreds),
      actual: mapValues({ ...source.threePublic.actual }, toHundreds),
    },
  };
}

/** Columns of the revenue table for one line, in whole 元. */
export function revenueColumns(line: Line) {
  const appropriation = sum(FUNDS.map((fund) => line.funds[fund].revenue));
  const { superiorSubsidy, service, business, affiliateRemittance, other } = line.otherMoney;
  const total = appropriation + revenueOf(line.otherMoney);
  return { total, appropriation, superiorSubsidy, service, business, affiliateRemittance, other };
}

/** Columns of the expenditure table for one line, in whole 元. */
export function expenditureColumns(line: Line) {
  const { superiorRemittance, businessExpenditure: business, affiliateSubsidy } = line.otherMoney;
  const basic = sum(FUNDS.map((fund) => line.funds[fund].basic)) + line.otherMoney.basic;
  const project = sum(FUNDS.map((fund) => line.funds[fund].project)) + line.otherMoney.project;
  const total = basic + project + superiorRemittance + business + affiliateSubsidy;
  return { total, basic, project, superiorRemittance, business, affiliateSubsidy };
}

/** Expenditure of one line from each fund and from all three, in whole 元. */
export function appropriationColumns(line: Line) {
  const spent = (fund: Fund): number => line.funds[fund].basic + line.funds[fund].project;
  const funds = {
    generalBudget: spent('generalBudget'),
    governmentFunds: spent('governmentFunds'),
    stateCapital: spent('stateCapital'),
  };
  return { total: funds.generalBudget + funds.governmentFunds + funds.stateCapital, ...funds };
}

/** A balance of one line by fund, over the three funds, and over all money, in whole 元. */
export function balanceColumns(line: Line, balance: 'opening' | 'closing') {
  const funds = {
    generalBudget: line.funds.generalBudget[balance],
    governmentFunds: line.funds.governmentFunds[balance],
    stateCapital: line.funds.stateCapital[balance],
  };
  const appropriation = funds.generalBudget + funds.governmentFunds + funds.stateCapital;
  return { ...funds, appropriation, all: appropriation + line.otherMoney[balance] };
}
