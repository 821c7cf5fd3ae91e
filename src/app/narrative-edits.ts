import { formatCell, type CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { isBlankText } from '../workbook/label';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../workbook/snapshot';
import type { OwnSheet } from '../host/host';
import type { Section } from '../narrative/paragraph';
import { narrativeLines } from './narrate';
import { readMemory, writtenMemory } from './narrative-memory';

/**
 * The edits that put the narrative into a cell and those below it, one line a cell. Cells that are blank are filled and
 * those that hold a line which was put into cells before are refreshed; a cell that holds anything else is never
 * written over. Throws a RangeError that names it.
 */
export function editsAt(
  workbook: WorkbookSnapshot,
  { sheet: name, row, column }: CellRef,
  sections: readonly Section[],
): readonly CellEdit[] {
  const sheet = findSheet(workbook, name);
  const lines = narrativeLines(sections);
  const placed = new Set<CellValue>(readMemory(workbook).placed);
  return lines.flatMap(({ text }, index): readonly CellEdit[] => {
    const cell = { sheet: sheet?.name ?? name, row: row + index, column };
    const { value: held, formula } = sheet === undefined ? NOTHING : cellAt(sheet, cell.row, cell.column);
    if (formula === null && held === text) return [];
    const isFree = formula === null && (isBlank(held) || placed.has(held));
    if (isFree) return [{ cell, from: held, to: text }];
    throw new RangeError(
      `${formatCell(cell)} 已有内容，没有写入任何单元格。说明共 ${lines.length} 行，请选择一个往下连续 ${lines.length} 行为空的单元格。`,
    );
  });
}

/** What is to be remembered once the narrative was put into cells: its lines, and earlier ones that still stand somewhere. */
export function placedMemory(workbook: WorkbookSnapshot, sections: readonly Section[]): string | null {
  const memory = readMemory(workbook);
  const values = new Set(workbook.sheets.flatMap(({ rows }) => rows.flatMap((cells) => cells.map(({ value }) => value))));
  const kept = memory.placed.filter((text) => values.has(text));
  const placed = [...new Set([...kept, ...narrativeLines(sections).map(({ text }) => text)])];
  return writtenMemory({ ...memory, placed });
}

/** What a sheet changes in the cells of the workbook's sheet of that name, or of a new one. */
export function sheetEdits(workbook: WorkbookSnapshot, { name, rows }: OwnSheet): readonly CellEdit[] {
  const earlier = findSheet(workbook, name)?.rows ?? [];
  const height = Math.max(earlier.length, rows.length);
  return Array.from({ length: height }, (_, row) => {
    const width = Math.max(earlier[row]?.length ?? 0, rows[row]?.length ?? 0);
    return Array.from({ length: width }, (__, column): CellEdit => {
      const written = rows[row]?.[column]?.value ?? null;
      const from = earlier[row]?.[column]?.value ?? null;
      return { cell: { sheet: name, row, column }, from, to: written === '' ? null : written };
    });
  })
    .flat()
    .filter(({ from, to }) => from !== to);
}

const NOTHING = { value: null, formula: null };

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}
