import { CLASSES } from '../sample/codes';
import type { SampleAccounts } from '../sample/figures';
import { placeKey } from '../sample/workbook';
import type { TableId } from '../sample/tables/frame';

/** `total = Σ terms − Σ less` over figures by their place; written down once more, apart from the product's rules. */
export interface Identity {
  readonly total: string;
  readonly terms: readonly string[];
  readonly less: readonly string[];
}

type Key = (table: TableId, row: string, column: string) => string;
const key: Key = (table, row, column) => placeKey({ table, row, column });

const FUNDS = ['generalBudget', 'governmentFunds', 'stateCapital'] as const;
const OTHER_REVENUE = ['superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other'] as const;
const SPENDING = ['total', 'basic', 'project'] as const;

/** The parts that make up the first column, for each table by functional classification. */
const COLUMNS = {
  revenue: ['total', 'appropriation', ...OTHER_REVENUE],
  expenditure: [...SPENDING, 'superiorRemittance', 'business', 'affiliateSubsidy'],
  'general-budget': SPENDING,
  'government-funds': SPENDING,
  'state-capital': SPENDING,
} as const;

const COLUMNS_BESIDE: Partial<Record<TableId, readonly string[]>> = {
  'government-funds': ['opening', 'revenue', 'closing'],
  'state-capital': ['opening', 'revenue', 'closing'],
};

/** Which of the conditions under which some identities hold the printed workbook fulfils. */
export interface Conditions {
  /** No balances in the summary. */
  readonly noBalances: boolean;
  /** No money but the general public budget's, and no balances. */
  readonly generalBudgetOnly: boolean;
}

/** Places that must be empty for the conditions to hold. */
export const BALANCES = [
  key('summary', 'opening', 'revenue'), key('summary', 'surplusUsed', 'revenue'),
  key('summary', 'surplusDistributed', 'expenditure'), key('summary', 'closing', 'expenditure'),
];
export const OTHER_MONEY = ['governmentFunds', 'stateCapital', ...OTHER_REVENUE].map((row) =>
  key('summary', row, 'revenue'),
);

/**
 * Everything that must hold between the printed figures of a department. Places that a form does not print, or does
 * not list because there is no money, fall out, as blank cells do.
 */
export function identitiesOf(
  accounts: SampleAccounts,
  places: ReadonlySet<string>,
  { noBalances, generalBudgetOnly }: Conditions,
): Identity[] {
  const all: Identity[] = [];
  const holds = (total: string, terms: readonly string[], less: readonly string[] = []): void => {
    const there = (keys: readonly string[]): string[] => keys.filter((each) => places.has(each));
    if (places.has(total) && there(terms).length > 0) all.push({ total, terms: there(terms), less: there(less) });
  };
  const codes = accounts.lines.map(({ code }) => code);
  const classes = CLASSES.map(([code]) => code);
  inCodedTables(holds, codes, classes);
  inSummary(holds, classes);
  inAppropriation(holds, classes);
  inBasicExpenditure(holds, [...places]);
  inThreePublic(holds);
  betweenTables(holds, classes);
  for (const code of codes) {
    if (noBalances) holds(key('expenditure', code, 'total'), [key('revenue', code, 'total')]);
  }
  for (const code of ['total', ...codes]) {
    if (!generalBudgetOnly) break;
    for (const column of SPENDING) holds(key('general-budget', code, column), [key('expenditure', code, column)]);
  }
  return all;
}

type Holds = (total: string, terms: readonly string[], less?: readonly string[]) => void;

function inCodedTables(holds: Holds, codes: readonly string[], classes: readonly string[]): void {
  for (const table of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const [sum, ...parts] = COLUMNS[table];
    const beside = COLUMNS_BESIDE[table] ?? [];
    for (const row of ['total', ...codes]) {
      holds(key(table, row, sum), parts.map((column) => key(table, row, column)));
      if (beside.length > 0) {
        const of = (column: string): string => key(table, row, column);
        holds(of('closing'), [of('opening'), of('revenue')], [of('total')]);
      }
    }
    for (const column of [sum, ...parts, ...beside]) {
      holds(key(table, 'total', column), classes.map((code) => key(table, code, column)));
      for (const code of codes.filter(({ length }) => length < 7)) {
        const below = codes.filter((other) => other.length === code.length + 2 && other.startsWith(code));
        holds(key(table, code, column), below.map((other) => key(table, other, column)));
      }
    }
  }
}

function inSummary(holds: Holds, classes: readonly string[]): void {
  const revenue = (row: string): string => key('summary', row, 'revenue');
  const spent = (row: string): string => key('summary', row, 'expenditure');
  holds(revenue('currentYear'), [...FUNDS, ...OTHER_REVENUE].map(revenue));
  holds(spent('currentYear'), classes.map(spent));
  holds(revenue('total'), ['currentYear', 'surplusUsed', 'opening'].map(revenue));
  holds(spent('total'), ['currentYear', 'surplusDistributed', 'closing'].map(spent));
  holds(revenue('total'), [spent('total')]);
}

function inAppropriation(holds: Holds, classes: readonly string[]): void {
  const revenue = (row: string): string => key('appropriation', row, 'revenue');
  const spent = (row: string, column: string): string => key('appropriation', row, column);
  holds(revenue('currentYear'), FUNDS.map(revenue));
  holds(revenue('opening'), FUNDS.map((fund) => revenue(`opening.${fund}`)));
  holds(revenue('total'), ['currentYear', 'opening'].map(revenue));
  holds(revenue('total'), [spent('total', 'total')]);
  for (const row of [...classes, 'currentYear', 'closing', 'total']) {
    holds(spent(row, 'total'), FUNDS.map((fund) => spent(row, fund)));
  }
  for (const column of ['total', ...FUNDS]) {
    holds(spent('currentYear', column), classes.map((code) => spent(code, column)));
    holds(spent('total', column), ['currentYear', 'closing'].map((row) => spent(row, column)));
  }
  for (const fund of FUNDS) holds(spent('total', fund), [revenue(fund), revenue(`opening.${fund}`)]);
}

function inBasicExpenditure(holds: Holds, places: readonly string[]): void {
  const amount = (row: string): string => key('basic-expenditure', row, 'actual');
  const rows = places.flatMap((place) => /^basic-expenditure\/([^/]+)/.exec(place)?.[1] ?? []);
  const classes = rows.filter((row) => /^\d{3}$/.test(row));
  for (const code of classes) {
    holds(amount(code), rows.filter((row) => row.length === 5 && row.startsWith(code)).map(amount));
  }
  const isPersonnel = (code: string): boolean => code === '301' || code === '303';
  holds(amount('personnel'), classes.filter(isPersonnel).map(amount));
  holds(amount('operating'), classes.filter((code) => !isPersonnel(code)).map(amount));
  holds(key('general-budget', 'total', 'basic'), [amount('personnel'), amount('operating')]);
}

function inThreePublic(holds: Holds): void {
  for (const side of ['budget', 'actual']) {
    const of = (item: string): string => key('three-public', side, item);
    holds(of('total'), ['overseasTravel', 'vehicles', 'hospitality'].map(of));
    holds(of('vehicles'), ['vehiclePurchase', 'vehicleRunning'].map(of));
  }
}

function betweenTables(holds: Holds, classes: readonly string[]): void {
  const copy = (a: readonly [TableId, string, string], b: readonly [TableId, string, string]): void =>
    holds(key(...a), [key(...b)]);
  const summary = (row: string): string => key('summary', row, 'revenue');
  copy(['revenue', 'total', 'total'], ['summary', 'currentYear', 'revenue']);
  holds(key('revenue', 'total', 'appropriation'), FUNDS.map(summary));
  for (const source of OTHER_REVENUE) copy(['revenue', 'total', source], ['summary', source, 'revenue']);
  copy(['expenditure', 'total', 'total'], ['summary', 'currentYear', 'expenditure']);
  holds(
    key('expenditure', 'total', 'total'),
    [key('revenue', 'total', 'total'), summary('opening'), summary('surplusUsed')],
    [key('summary', 'surplusDistributed', 'expenditure'), key('summary', 'closing', 'expenditure')],
  );
  copy(['appropriation', 'currentYear', 'revenue'], ['revenue', 'total', 'appropriation']);
  for (const fund of FUNDS) copy(['appropriation', fund, 'revenue'], ['summary', fund, 'revenue']);
  for (const code of classes) {
    copy(['expenditure', code, 'total'], ['summary', code, 'expenditure']);
    copy(['general-budget', code, 'total'], ['appropriation', code, 'generalBudget']);
  }
  copy(['general-budget', 'total', 'total'], ['appropriation', 'currentYear', 'generalBudget']);
  copy(['government-funds', 'total', 'revenue'], ['appropriation', 'governmentFunds', 'revenue']);
  copy(['government-funds', 'total', 'opening'], ['appropriation', 'opening.governmentFunds', 'revenue']);
  copy(['government-funds', 'total', 'total'], ['appropriation', 'currentYear', 'governmentFunds']);
  copy(['government-funds', 'total', 'closing'], ['appropriation', 'closing', 'governmentFunds']);
  copy(['state-capital', 'total', 'total'], ['appropriation', 'currentYear', 'stateCapital']);
  copy(['state-capital', 'total', 'revenue'], ['appropriation', 'stateCapital', 'revenue']);
  copy(['state-capital', 'total', 'opening'], ['appropriation', 'opening.stateCapital', 'revenue']);
  copy(['state-capital', 'total', 'closing'], ['appropriation', 'closing', 'stateCapital']);
}
