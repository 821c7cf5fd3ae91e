import { formatCell } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { TableName } from '../check/describe';
import type { Finding, Severity, Skipped } from '../check/finding';
import { run, type Judgement } from '../check/run';
import type { TextDocument } from '../narrative/proofread/document';
import { RULES } from '../rules/registry';
import type { Accounts, SheetReading, Table, TableId } from '../tables/accounts';
import type { InitialBudget } from '../tables/initial-budget';
import type { EvaluationId } from '../tables/evaluation';
import { blockFindings } from './block-findings';
import { allTables, byCell } from './by-cell';
import { contradictionFindings } from './contradictions';
import { diagnose, testWhole } from './diagnose';
import { findingsOf, inOrder } from './findings';
import { accountsOf } from './own-sheets';
import { proofreadTexts } from './proofread';
import { relationsOf, type Relation } from './relations';
import { readSupplement, type Supplement } from './supplement';

/** What a check found, ready to be shown or printed. */
export interface CheckReport {
  /** File name of the workbook. */
  readonly file: string;
  readonly year: number | null;
  readonly department: string | null;
  /** The published tables and, after them, the 绩效 tables. */
  readonly tables: readonly Table<TableId | EvaluationId>[];
  readonly sheets: readonly SheetReading[];
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** How the tables agree with each other. */
  readonly relations: readonly Relation[];
  readonly summary: Readonly<Record<Severity, number>>;
  /** Why the findings are not highlighted in the workbook; null where they are, or were not meant to be. */
  readonly notice: string | null;
}

/** A workbook read and judged: what the report is made of and the repair is planned from. */
export interface Examination {
  readonly workbook: WorkbookSnapshot;
  readonly accounts: Accounts;
  /** Last year's accounts where the user gave that workbook. */
  readonly lastYear: Accounts | null;
  /** 年初预算 where the user gave the workbook of the 部门预算. */
  readonly budget: InitialBudget | null;
  /** What the user filled in of what no table has. */
  readonly supplement: Supplement;
  /** Texts beside the workbook that are proofread with it: pasted, or read from a Word file. */
  readonly texts: readonly TextDocument[];
  readonly judgement: Judgement;
}

/** Reads the published tables of a workbook, and of last year's where given, and judges them by every rule. */
export function examine(
  workbook: WorkbookSnapshot,
  lastYearWorkbook: WorkbookSnapshot | null = null,
  budget: InitialBudget | null = null,
  texts: readonly TextDocument[] = [],
): Examination {
  const accounts = accountsOf(workbook);
  const lastYear = lastYearWorkbook === null ? null : accountsOf(lastYearWorkbook);
  const supplement = readSupplement(workbook, accounts, lastYear, budget);
  return { workbook, accounts, lastYear, budget, supplement, texts, judgement: run(accounts, RULES, lastYear) };
}

const UNSETTLED: Skipped = {
  rule: '全套表的尾差',
  because: '等式太多，在限定的计算量内没有判断各处尾差能否同时由四舍五入造成',
};

/** The report of an examination: findings about culprits, the broken identities folded under them. */
export function report(examination: Examination): CheckReport {
  const { workbook, accounts, lastYear, supplement, judgement } = examination;
  const diagnosis = diagnose(accounts, lastYear, judgement);
  const { groups } = diagnosis;
  const { contradictions, settled } = testWhole(judgement, diagnosis);
  const names = tableNames(accounts);
  const inTables = findingsOf(workbook, judgement, groups, names, blockFindings(workbook, accounts, diagnosis, names));
  const texts = proofreadTexts(examination, { inTables, groups });
  const findings = inOrder(workbook, [
    ...inTables, ...contradictionFindings(contradictions, names), ...texts.findings, ...supplement.problems,
  ]);
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    file: workbook.name,
    year: accounts.year,
    department: accounts.department,
    tables: allTables(accounts),
    sheets: accounts.sheets,
    findings,
    skipped: [...judgement.skipped, ...(settled ? [] : [UNSETTLED]), ...texts.skipped],
    relations: relationsOf(accounts, judgement),
    summary: { error: count('error'), warning: count('warning'), rounding: count('rounding') },
    notice: null,
  };
}

/** Reads, judges and reports in one step. */
export function checkWorkbook(
  workbook: WorkbookSnapshot,
  lastYear: WorkbookSnapshot | null = null,
  texts: readonly TextDocument[] = [],
): CheckReport {
  return report(examine(workbook, lastYear, null, texts));
}

/** The printed title of the table each figure stands in. */
export function tableNames(accounts: Accounts): TableName {
  const titles = byCell(allTables(accounts), (_, { title }) => title);
  return ({ cell }) => titles.get(formatCell(cell)) ?? cell.sheet;
}
