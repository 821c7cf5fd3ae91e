import { normaliseText } from '../workbook/label';
import type { SheetSnapshot } from '../workbook/snapshot';
import type { TableId } from './accounts';
import type { EvaluationId } from './evaluation';
import type { Region } from './layout/region';

/** How a table's title reads, numbering, year and department in front of it allowed. */
export interface TitlePattern<Id extends TableId | EvaluationId = TableId | EvaluationId> {
  readonly id: Id;
  readonly pattern: RegExp;
}

/** A printed title and the rows that may belong to it. */
export interface Located<Id extends TableId | EvaluationId = TableId | EvaluationId> {
  readonly id: Id;
  readonly title: string;
  readonly region: Region;
}

const LONGEST_TITLE = 60;
const LABEL_ROWS_ABOVE_TITLE = 3;

/**
 * Finds every table title on a sheet, whatever its place, number or order. Patterns are tried in the order given,
 * so the more specific title comes first. A title in the middle of a sentence is none: it must end the cell.
 */
export function locateTitles(sheet: SheetSnapshot, patterns: readonly TitlePattern[]): Located[] {
  const titles: { readonly id: Located['id']; readonly title: string; readonly row: number; readonly column: number }[] = [];
  sheet.rows.forEach((cells, row) => {
    cells.forEach(({ value }, column) => {
      if (typeof value !== 'string' || value.length > LONGEST_TITLE) return;
      const text = normaliseText(value).replace(/[(](?:(?:公开)?\d*表?|财决.*)[)]$/, '');
      const match = patterns.find(({ pattern }) => pattern.test(text));
      const previous = titles[titles.length - 1];
      if (match === undefined || (previous?.id === match.id && previous.row === row)) return;
      titles.push({ id: match.id, title: value.trim(), row, column });
    });
  });
  const lastColumn = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0) - 1;
  return titles.map((title, index) => {
    const next = titles[index + 1];
    return {
      id: title.id,
      title: title.title,
      region: {
        sheet,
        titleRow: title.row,
        titleColumn: title.column,
        labelRow: Math.max(index === 0 ? 0 : title.row - 1, title.row - LABEL_ROWS_ABOVE_TITLE),
        lastRow: (next === undefined ? sheet.rows.length : next.row) - 1,
        lastColumn,
      },
    };
  });
}
