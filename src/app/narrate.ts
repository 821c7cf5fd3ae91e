import { formatCell, type CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { isBlankText } from '../workbook/label';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../workbook/snapshot';
import { paragraphText, type Section } from '../narrative/paragraph';

/** A heading or paragraph as it goes into a cell of its own. */
export interface NarrativeLine {
  /** By which it is known again: `summary`, `general-budget/2010101`. */
  readonly key: string;
  readonly text: string;
  readonly heading: boolean;
}

/** The narrative in lines, from the first heading to the last paragraph. */
export function narrativeLines(sections: readonly Section[]): readonly NarrativeLine[] {
  return sections.flatMap(({ id, heading, paragraphs }): readonly NarrativeLine[] => [
    { key: id, text: heading, heading: true },
    ...paragraphs.map((paragraph) => ({
      key: `${id}/${paragraph.key}`,
      text: paragraphText(paragraph),
      heading: paragraph.heading === true,
    })),
  ]);
}

/**
 * The edits that put the narrative into a cell and those below it, one line a cell. Cells that are blank are filled and
 * those that `isOurs` knows are refreshed; a cell that holds anything else is never written over. Throws a RangeError
 * that names it.
 */
export function editsAt(
  workbook: WorkbookSnapshot,
  { sheet: name, row, column }: CellRef,
  sections: readonly Section[],
  isOurs: (cell: CellRef, held: CellValue) => boolean,
): readonly CellEdit[] {
  const sheet = findSheet(workbook, name);
  const lines = narrativeLines(sections);
  return lines.flatMap(({ text }, index): readonly CellEdit[] => {
    const cell = { sheet: sheet?.name ?? name, row: row + index, column };
    const { value: held, formula } = sheet === undefined ? NOTHING : cellAt(sheet, cell.row, cell.column);
    if (formula === null && held === text) return [];
    const isFree = formula === null && (isBlank(held) || isOurs(cell, held));
    if (isFree) return [{ cell, from: held, to: text }];
    throw new RangeError(
      `${formatCell(cell)} 已有内容，没有写入任何单元格。说明共 ${lines.length} 行，请选择一个往下连续 ${lines.length} 行为空的单元格。`,
    );
  });
}

const NOTHING = { value: null, formula: null };

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}
