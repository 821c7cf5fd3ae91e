import { normaliseText } from '../workbook/label';
import { cellAt, findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { DocumentCell, DocumentTable } from '../host/document';
import type { Accounts, Table } from '../tables/accounts';

/** In digits of the small print of tables: what an A4 page takes upright, and on its side. */
const UPRIGHT_WIDTH = 97;
const LYING_WIDTH = 141;
/** So much wider than an upright page a table may be: its words wrap. */
const SQUEEZED = 1.15;
const WIDEST_COLUMN = 34;
const WIDEST_AMOUNTS = 14;
const NARROWEST_COLUMN = 5;
/** In digits: room at both sides of a cell's words. */
const MARGIN = 3;
const LABEL = /^(?:公开\d+表|(?:金额)?单位[:：(（]|\(?(?:金额)?单位|部门[:：]|编制(?:单位|部门)[:：]|单位名称[:：]|部门名称[:：])/;
const COLUMN_NUMBERS = '栏次';
const LINE_NUMBERS = '行次';
const LINE_NUMBER = /^\d{1,2}$/;
const NUMBER = /^-?[\d,]+(?:\.\d*)?%?$/;

/** The published tables of a workbook as tables of a document, in the order of the workbook. */
export function documentTables(workbook: WorkbookSnapshot, accounts: Accounts): readonly DocumentTable[] {
  return accounts.tables.flatMap((table): readonly DocumentTable[] => {
    const sheet = findSheet(workbook, table.sheet);
    return sheet === undefined ? [] : [tableOf(sheet, table, table.department ?? accounts.department)];
  });
}

/** The grid between the title and the notes, as it is displayed. */
interface Grid {
  readonly rows: readonly (readonly string[])[];
  /** How many of the rows are headings. */
  readonly headings: number;
}

function tableOf(sheet: SheetSnapshot, table: Table, department: string | null): DocumentTable {
  const { rows, headings } = gridOf(sheet, table);
  const { widths, landscape } = widthsOf(rows, headings);
  const unit = table.unitLabel ?? table.unit;
  return {
    role: 'table',
    title: table.title.replace(/\s+/g, ''),
    labels: [department === null ? '' : `部门：${department}`, `金额单位：${unit}`],
    widths,
    header: headerCells(rows.slice(0, headings)),
    body: rows.slice(headings).map((row) => row.map(bodyCell)),
    notes: table.notes,
    landscape,
  };
}

function gridOf(sheet: SheetSnapshot, { titleCell, area, figures }: Table): Grid {
  const firstFigure = Math.min(...figures.map(({ cell }) => cell.row));
  const lines = Array.from({ length: area.bottom - titleCell.row }, (_, index) => titleCell.row + 1 + index);
  const textsOf = (row: number): string[] => (sheet.rows[row] ?? []).map((__, column) => cellAt(sheet, row, column).text.trim());
  const kept = lines
    .map((row) => ({ isHeading: row < firstFigure, texts: textsOf(row) }))
    .filter(({ isHeading, texts }) => !isHeading || !isAboveTheGrid(texts));
  const width = Math.max(0, ...kept.map(({ texts }) => texts.length));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    kept.some(({ texts }) => (texts[column] ?? '') !== ''),
  );
  return {
    rows: kept.map(({ texts }) => used.map((column) => texts[column] ?? '')),
    headings: kept.filter(({ isHeading }) => isHeading).length,
  };
}

/** Blank, or nothing but the table's number, department and unit. */
function isAboveTheGrid(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length === 0 || (filled.length <= 3 && filled.some((text) => LABEL.test(normaliseText(text))));
}

/**
 * The headings with the cells that a form merges put together: a heading goes on over the blank cells to its right
 * that no heading above it covers, and down over blank cells, but not into the row that numbers the columns.
 */
function headerCells(rows: readonly (readonly string[])[]): readonly (readonly DocumentCell[])[] {
  const taken = rows.map((row) => row.map(() => false));
  return rows.map((row, top) =>
    row.flatMap((text, left): readonly DocumentCell[] => {
      if (taken[top]?.[left] === true) return [];
      const isFree = (line: number, column: number): boolean =>
        rows[line]?.[column] === '' && taken[line]?.[column] === false && rows[line - 1]?.[column] !== LINE_NUMBERS;
      const isNumbering = (line: number): boolean => rows[line]?.includes(COLUMN_NUMBERS) === true;
      let columns = 1;
      while (text !== '' && isFree(top, left + columns)) columns += 1;
      const span = Array.from({ length: columns }, (_, index) => left + index);
      let height = 1;
      while (!isNumbering(top + height) && span.every((column) => isFree(top + height, column))) height += 1;
      for (let line = top; line < top + height; line += 1) {
        for (const column of span) (taken[line] ?? [])[column] = true;
      }
      return [{ text, columns, rows: height, align: 'center' }];
    }),
  );
}

function bodyCell(text: string): DocumentCell {
  const align = LINE_NUMBER.test(text) ? 'center' : NUMBER.test(text) && text.includes('.') ? 'right' : 'left';
  return { text, columns: 1, rows: 1, align };
}

/** As wide as the longest number of a column, or as what stands in it as far as the page has room: words wrap. */
function widthsOf(
  rows: readonly (readonly string[])[],
  headings: number,
): Pick<DocumentTable, 'widths' | 'landscape'> {
  const [first = []] = rows;
  const columns = first.map((_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const amounts = texts.filter((text) => NUMBER.test(text));
    const numbers = Math.max(NARROWEST_COLUMN, ...amounts.map((text) => digitsOf(text) + MARGIN));
    const words = Math.max(NARROWEST_COLUMN, ...texts.map((text) => digitsOf(text) + MARGIN));
    const hasWords = texts.slice(headings).some((text) => text !== '' && !NUMBER.test(text));
    const widest = hasWords ? WIDEST_COLUMN : WIDEST_AMOUNTS;
    return { numbers, words: Math.max(numbers, Math.min(widest, words)) };
  });
  const atLeast = columns.reduce((sum, { numbers }) => sum + numbers, 0);
  const wished = columns.reduce((sum, { words, numbers }) => sum + words - numbers, 0);
  const landscape = atLeast + wished > UPRIGHT_WIDTH * SQUEEZED;
  const room = Math.max(0, (landscape ? LYING_WIDTH : UPRIGHT_WIDTH) - atLeast);
  const share = wished === 0 ? 1 : Math.min(1, room / wished);
  return { widths: columns.map(({ numbers, words }) => numbers + (words - numbers) * share), landscape };
}

function digitsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);
}
