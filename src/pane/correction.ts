import type { RepairRow } from '../app/assistant';
import type { CheckReport } from '../app/check';
import type { Finding } from '../check/finding';
import type { FigureUnit } from '../money/figure';
import { formatA1, isSameCell } from '../workbook/address';
import { changedWords } from '../workbook/changed-words';
import type { CellEdit } from '../workbook/edit';
import { tableAt } from './finding-groups';
import { valueText } from './wording';

/** What changes, as a reader knows it: both amounts, or of two texts the words in which they differ. */
function changeText({ from, to }: CellEdit, unit?: FigureUnit): { readonly from: string; readonly to: string } {
  return typeof from === 'string' && typeof to === 'string'
    ? changedWords(from, to)
    : { from: valueText(from, unit), to: valueText(to, unit) };
}

/** The correction a finding offers, as rows of the same preview that a repair has. */
export function correctionRows(report: CheckReport, finding: Finding): readonly RepairRow[] {
  return (finding.fix ?? []).map((edit) => {
    const table = tableAt(report.tables, edit.cell);
    const figure = table?.figures.find(({ cell }) => isSameCell(cell, edit.cell));
    return {
      edit,
      table: table?.title ?? edit.cell.sheet,
      label: figure?.label ?? formatA1(edit.cell.row, edit.cell.column),
      ...changeText(edit, figure?.unit),
      closes: finding.evidence.map(({ message }) => message),
    };
  });
}
