import { formatCell, type CellRef } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import { isBlankValue } from '../workbook/label';
import { cellAt, findSheet, type CellValue, type WorkbookSnapshot } from '../workbook/snapshot';
import type { OwnSheet } from '../host/host';
import type { Section } from '../narrative/paragraph';
import { narrativeLines } from './narrate';
import { readMemory, writtenMemory } from './narrative-memory';
import type { Difference } from './narrative-sheet';
import { isAlike } from './written-lines';

/** What putting the narrative into cells changes, and where a person had changed it since it was put there before. */
export interface PlacedLines {
  readonly edits: readonly CellEdit[];
  readonly differences: readonly Difference[];
}

/**
 * The edits that put the narrative into a cell and those below it, one line a cell. Cells that are blank are filled and
 * those that hold a line which was put into cells before are refreshed. Among those a line that a person changed stays,
 * unless its difference is `accepted`. A cell that holds anything else is never written over: throws a RangeError that
 * names it.
 */
export function editsAt(
  workbook: WorkbookSnapshot,
  { sheet: name, row, column }: CellRef,
  sections: readonly Section[],
  accepted: ReadonlySet<string> = new Set(),
): PlacedLines {
  const sheet = findSheet(workbook, name);
  const placed = new Set<CellValue>(readMemory(workbook).placed);
  const lines = narrativeLines(sections).map(({ text }, index) => {
    const cell = { sheet: sheet?.name ?? name, row: row + index, column };
    const { value, formula } = sheet === undefined ? NOTHING : cellAt(sheet, cell.row, cell.column);
    return { text, cell, value, formula };
  });
  const isRefresh = lines.some(({ value }) => placed.has(value));
  const edits: CellEdit[] = [];
  const differences: Difference[] = [];
  for (const { text, cell, value, formula } of lines) {
    if (formula === null && value === text) continue;
    const key = formatCell(cell);
    const isFree = formula === null && (isBlankValue(value) || placed.has(value));
    const isEdited = isRefresh && formula === null && typeof value === 'string' && isAlike(value, text);
    if (!isFree && !isEdited) {
      throw new RangeError(
        `${key} 已有内容，没有写入任何单元格。说明共 ${lines.length} 行，请选择一个往下连续 ${lines.length} 行为空的单元格。`,
      );
    }
    if (isFree || accepted.has(key)) edits.push({ cell, from: value, to: text });
    else differences.push({ key, kind: 'edited', held: String(value), written: text });
  }
  return { edits, differences };
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
