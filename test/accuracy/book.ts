import type { CellRef } from '../../src/workbook/address';
import { BLANK_CELL, type Cell, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import type { SampleAccounts } from '../sample/figures';
import type { Layout } from '../sample/layout';
import { toSnapshot } from '../sample/snapshot';
import { buildTables } from '../sample/workbook';
import { makeYears } from './department';
import { BALANCES, identitiesOf, OTHER_MONEY, type Identity } from './identities';
import { makeLayout } from './layouts';
import { sampler } from './sampler';

/** What a cell holds in units of its last digit (0.01 万元, or 0.01 元 in a 元 workbook); null where it is blank. */
export type Units = number | null;

/** A correct published workbook of an invented department. */
export interface Book {
  readonly seed: number;
  readonly layout: Layout;
  readonly accounts: SampleAccounts;
  readonly snapshot: WorkbookSnapshot;
  /** The same department's workbook of the year before. */
  readonly lastYear: WorkbookSnapshot;
  /** Every figure by its place. */
  readonly cells: ReadonlyMap<string, CellRef>;
  readonly values: ReadonlyMap<string, Units>;
  /** What holds between the figures. */
  readonly identities: readonly Identity[];
  /** What the figures are in the other unit, printed with two digits: what is typed by mistaking the unit. */
  readonly inOtherUnit: ReadonlyMap<string, Units>;
}

/** The same seed always makes the same book. */
export function makeBook(seed: number): Book {
  const sample = sampler(seed);
  const layout = makeLayout(sample);
  const { before, now } = makeYears(sample, layout);
  const workbook = buildTables(now, layout);
  const snapshot = toSnapshot(workbook);
  const other = toSnapshot(buildTables(now, { ...layout, unit: layout.unit === '元' ? '万元' : '元' }));
  const unitsIn = (read: WorkbookSnapshot): Map<string, Units> => {
    const sheets = new Map(read.sheets.map((sheet) => [sheet.name, sheet]));
    return new Map(
      [...workbook.places].map(([place, { sheet, row, column }]) => {
        const value = sheets.get(sheet)?.rows[row]?.[column]?.value;
        return [place, typeof value === 'number' ? Math.round(value * 100) : null];
      }),
    );
  };
  const values = unitsIn(snapshot);
  return {
    seed,
    layout,
    accounts: now,
    snapshot,
    lastYear: toSnapshot(buildTables(before, layout)),
    cells: workbook.places,
    values,
    identities: identitiesUnder({ accounts: now, cells: workbook.places }, values),
    inOtherUnit: unitsIn(other),
  };
}

/** The workbook with other values in some cells, by place. */
export function withValues(book: Book, changes: ReadonlyMap<string, Units>): WorkbookSnapshot {
  const sheets = new Map(book.snapshot.sheets.map(({ name, rows }) => [name, rows.map((cells) => [...cells])]));
  for (const [place, value] of changes) {
    const cell = book.cells.get(place);
    const row = cell === undefined ? undefined : sheets.get(cell.sheet)?.[cell.row];
    if (cell === undefined || row === undefined) throw new RangeError(`no cell for ${place}`);
    row[cell.column] = cellOf(value);
  }
  return {
    ...book.snapshot,
    sheets: book.snapshot.sheets.map((sheet) => ({ ...sheet, rows: sheets.get(sheet.name) ?? sheet.rows })),
  };
}

function cellOf(units: Units): Cell {
  return units === null ? BLANK_CELL : { value: units / 100, text: (units / 100).toFixed(2), formula: null };
}

/** What must hold between figures that have these values: some identities hold under conditions on them. */
export function identitiesUnder(
  { accounts, cells }: Pick<Book, 'accounts' | 'cells'>,
  values: ReadonlyMap<string, Units>,
): Identity[] {
  const empty = (places: readonly string[]): boolean => places.every((place) => (values.get(place) ?? 0) === 0);
  const noBalances = empty(BALANCES);
  const generalBudgetOnly = noBalances && empty(OTHER_MONEY);
  return identitiesOf(accounts, new Set(cells.keys()), { noBalances, generalBudgetOnly });
}
