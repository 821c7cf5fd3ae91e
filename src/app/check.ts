import type { Finding, Severity, Skipped } from '../check/finding';
import type { Table, SheetReading } from '../tables/accounts';

/** What a check found, ready to be shown or printed. */
export interface CheckReport {
  /** File name of the workbook. */
  readonly file: string;
  readonly year: number | null;
  readonly department: string | null;
  readonly tables: readonly Table[];
  readonly sheets: readonly SheetReading[];
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly summary: Readonly<Record<Severity, number>>;
}
