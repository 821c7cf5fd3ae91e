import type { CellEdit } from '../../workbook/edit';
import type { CellValue } from '../../workbook/snapshot';
import { addressOf, type Run } from './areas';
import { isFormulaOf, toValue } from './rows';
import { openSheets, sheetOf, type OpenSheets } from './sheets';

/** What a cell held at a moment: enough to put it back. */
export interface Held {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** Cells of the workbook that a batch works on: their edits and the ranges that are loaded with what they hold. */
export interface CellBatch {
  readonly sheets: OpenSheets;
  readonly targets: readonly Target[];
}

export interface Target {
  readonly run: Run<CellEdit>;
  readonly range: Excel.Range;
}

/** Opens the cells of these edits and asks what they hold at this point of the batch. */
export function openCells(context: Excel.RequestContext, runs: readonly Run<CellEdit>[]): CellBatch {
  const sheets = openSheets(context, runs.map(({ sheet }) => sheet));
  const targets = runs.map((run): Target => {
    const range = rangeOf(sheets, run);
    range.load('values,formulas,numberFormat');
    return { run, range };
  });
  return { sheets, targets };
}

export function rangeOf(sheets: OpenSheets, run: Run<CellEdit>): Excel.Range {
  return sheetOf(sheets, run.sheet).getRange(addressOf(run));
}

/** What the cells of a target held when the batch came by, from the first downwards; null if it did not come so far. */
export function heldBy({ run, range }: Target): readonly Held[] | null {
  const { values, formulas, numberFormat } = range.toJSON();
  if (values === undefined || formulas === undefined || numberFormat === undefined) return null;
  return run.items.map((_, row): Held => {
    const value: unknown = values[row]?.[0];
    const formula: unknown = formulas[row]?.[0];
    return {
      value: toValue(value),
      formula: isFormulaOf(formula, value) ? formula : null,
      numberFormat: String(numberFormat[row]?.[0]),
    };
  });
}

/** Whether a cell holds what is expected; one formatted as text holds a number that we wrote as its digits. */
export function isHeld(value: CellValue, expected: CellValue): boolean {
  return value === expected || (typeof expected === 'number' && value === String(expected));
}

/**
 * What to hand to Excel so that it keeps exactly this value. Text is marked as such by an apostrophe, lest it be
 * taken for a number, a date or a formula; a cell formatted as text needs none.
 */
export function toInput(value: CellValue, numberFormat: string): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'string' && numberFormat !== '@' ? `'${value}` : value;
}
