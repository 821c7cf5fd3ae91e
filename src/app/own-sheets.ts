import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { Accounts, SheetReading } from '../tables/accounts';
import { readAccounts } from '../tables/read-accounts';

/** A sheet about the workbook that the product keeps in it: no published table, and read by no rule. */
export interface OwnSheetKind {
  /** What a new one is called. */
  readonly name: string;
  /** What stands at its top, by which it is known under any name: a user's own sheet is never taken for it. */
  readonly title: string;
}

/** The record of a check: identities, findings and changes. */
export const AUDIT: OwnSheetKind = { name: '核对底稿', title: '核对底稿（决算公开助手生成）' };
/** What the tables cannot know, filled in by the user. */
export const SUPPLEMENT: OwnSheetKind = { name: '补充资料', title: '补充资料（决算公开助手生成）' };

const KINDS: readonly OwnSheetKind[] = [AUDIT, SUPPLEMENT];

/** The workbook's sheet of a kind; the first where it was copied, undefined where there is none. */
export function ownSheetOf({ sheets }: WorkbookSnapshot, kind: OwnSheetKind): SheetSnapshot | undefined {
  return sheets.find((sheet) => isOfKind(sheet, kind));
}

/** The name to write the sheet of a kind under: its own where it is there, otherwise one that nobody uses. */
export function ownSheetName(workbook: WorkbookSnapshot, kind: OwnSheetKind): string {
  return ownSheetOf(workbook, kind)?.name ?? freeSheetName(workbook, kind.name);
}

/** The wanted name, or one like it that no sheet of the workbook has. */
export function freeSheetName(workbook: WorkbookSnapshot, wanted: string): string {
  const isFree = (name: string): boolean => findSheet(workbook, name) === undefined;
  let name = wanted;
  for (let number = 1; !isFree(name); number += 1) name = `${wanted}（助手${number > 1 ? number : ''}）`;
  return name;
}

/** Reads the tables of a workbook; its sheets of ours are named as what they are, and nothing on them is read. */
export function accountsOf(workbook: WorkbookSnapshot): Accounts {
  const kindOf = new Map(workbook.sheets.map((sheet) => [sheet.name, KINDS.find((kind) => isOfKind(sheet, kind))]));
  const published = workbook.sheets.filter(({ name }) => kindOf.get(name) === undefined);
  const accounts = readAccounts({ ...workbook, sheets: published });
  const readings = new Map(accounts.sheets.map((reading) => [reading.sheet, reading]));
  const sheets = workbook.sheets.flatMap(({ name }): readonly SheetReading[] => {
    const reading = readings.get(name);
    if (reading !== undefined) return [reading];
    return [{ sheet: name, tables: [], taken: kindOf.get(name)?.title ?? '' }];
  });
  return { ...accounts, sheets };
}

/** Rows at the top that are searched for the title: the user may have put something above it, or beside it. */
const TOP_ROWS = 5;

function isOfKind({ rows }: SheetSnapshot, { title }: OwnSheetKind): boolean {
  return rows.slice(0, TOP_ROWS).some((cells) => cells.some(({ value }) => value === title));
}
