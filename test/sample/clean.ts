import { formatCell, isSameCell, type CellRef } from '../../src/workbook/address';
import { BLANK_CELL, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { sampleYears } from './books';
import type { SampleAccounts } from './figures';
import type { Layout } from './layout';
import { toSnapshot } from './snapshot';
import type { TableId } from './tables/frame';
import { buildTables, placeKey, type WorkbookSpec } from './workbook';

type Funds = 'generalBudget' | 'governmentFunds' | 'stateCapital';
type Spending = 'total' | 'basic' | 'project';

/** The columns of each table by key, as the product names its figures. */
export interface ColumnOf {
  readonly summary: 'revenue' | 'expenditure';
  readonly revenue:
    | 'total' | 'appropriation' | 'superiorSubsidy' | 'service' | 'business' | 'affiliateRemittance' | 'other';
  readonly expenditure: Spending | 'superiorRemittance' | 'business' | 'affiliateSubsidy';
  readonly appropriation: 'revenue' | 'total' | Funds;
  readonly 'general-budget': Spending;
  readonly 'basic-expenditure': 'actual';
  readonly 'government-funds': 'opening' | 'revenue' | 'closing' | Spending;
  readonly 'state-capital': 'opening' | 'revenue' | 'closing' | Spending;
  readonly 'three-public':
    | 'total' | 'overseasTravel' | 'vehicles' | 'vehiclePurchase' | 'vehicleRunning' | 'hospitality';
}

/** A workbook whose figures can be addressed by what they mean. */
export interface Sample {
  readonly accounts: SampleAccounts;
  readonly workbook: WorkbookSpec;
  readonly snapshot: WorkbookSnapshot;
  /**
   * The cell of a figure. Rows: a functional or economic code; `total` for a 合计 row; in the side-by-side tables
   * the line's key (`generalBudget`, `service`, `currentYear`, `surplusUsed`, `opening`, `opening.stateCapital`,
   * `surplusDistributed`, `closing`, `total`) or a class code; `personnel` and `operating`; `budget` and `actual`.
   * Throws a RangeError where the sample has no such figure.
   */
  cellOf<T extends TableId>(table: T, row: string, column: ColumnOf[T]): CellRef;
}

/** Wraps a workbook whose tables the builder laid out. */
export function sampleOf(accounts: SampleAccounts, workbook: WorkbookSpec): Sample {
  return {
    accounts,
    workbook,
    snapshot: toSnapshot(workbook),
    cellOf(table, row, column) {
      const cell = workbook.places.get(placeKey({ table, row, column }));
      if (cell === undefined) throw new RangeError(`样例中没有 ${table} / ${row} / ${column}`);
      return cell;
    },
  };
}

/** One of the sample's two years. */
export type SampleYear = 'now' | 'before';

/** The sample with every identity exact to the last digit; `before` is the year before. */
export function cleanSample(layout: Partial<Layout> = {}, year: SampleYear = 'now'): Sample {
  const accounts = sampleYears(true)[year];
  return sampleOf(accounts, buildTables(accounts, layout));
}

/** The sample as it is published: every cell rounded on its own, so with ordinary 尾差 and no error. */
export function publishedSample(layout: Partial<Layout> = {}, year: SampleYear = 'now'): Sample {
  const accounts = sampleYears(false)[year];
  return sampleOf(accounts, buildTables(accounts, layout));
}

function withValue(sheet: SheetSnapshot, cell: CellRef, value: CellValue): SheetSnapshot {
  const rows = sheet.rows.map((line, row) =>
    line.map((old, column) => {
      if (!isSameCell(cell, { sheet: sheet.name, row, column })) return old;
      if (value === null) return BLANK_CELL;
      return { value, text: typeof value === 'number' ? value.toFixed(2) : String(value), formula: null };
    }),
  );
  return { ...sheet, rows };
}

/** The workbook with one cell changed. Throws a RangeError where the workbook has no such cell. */
export function edited(snapshot: WorkbookSnapshot, cell: CellRef, value: CellValue): WorkbookSnapshot {
  const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
  if (sheet?.rows[cell.row]?.[cell.column] === undefined) throw new RangeError(`工作簿中没有 ${formatCell(cell)}`);
  return { ...snapshot, sheets: snapshot.sheets.map((each) => (each === sheet ? withValue(each, cell, value) : each)) };
}

/** The value of a cell. Throws a RangeError where the workbook has no such cell. */
export function valueAt(snapshot: WorkbookSnapshot, cell: CellRef): CellValue {
  const found = snapshot.sheets.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.[cell.column];
  if (found === undefined) throw new RangeError(`工作簿中没有 ${formatCell(cell)}`);
  return found.value;
}
