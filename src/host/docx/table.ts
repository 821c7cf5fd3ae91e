import type * as DocxLibrary from 'docx';
import type { Paragraph, Table } from 'docx';
import type { DocumentCell, DocumentTable } from '../document';

/** The library, which is loaded when the first document is written. */
type Docx = typeof DocxLibrary;

/** Paragraph styles of what belongs to a table. */
export const TABLE_STYLES = { title: 'tableTitle', label: 'tableLabel', cell: 'tableCell', note: 'tableNote' } as const;

const BORDER = { style: 'single', size: 4, color: '000000' } as const;
const CELL_MARGIN = 60;

/** A table with its title, its labels and its notes; `width` is that of the text, in twentieths of a point. */
export function tableParts(docx: Docx, table: DocumentTable, width: number): readonly (Paragraph | Table)[] {
  const { AlignmentType, Paragraph, Tab, Table, TableLayoutType, TableRow, TabStopType, TextRun, WidthType } = docx;
  const widths = shareOut(table.widths, width);
  const borders = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
  const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
  const places = cellPlaces([...table.header, ...table.body]);
  const cell = (content: DocumentCell, column: number) =>
    new docx.TableCell({
      columnSpan: content.columns,
      rowSpan: content.rows,
      verticalAlign: docx.VerticalAlignTable.CENTER,
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
      width: { size: sumOf(widths.slice(column, column + content.columns)), type: WidthType.DXA },
      children: [
        new Paragraph({ style: TABLE_STYLES.cell, alignment: alignments[content.align], children: [new TextRun(content.text)] }),
      ],
    });
  const row = (cells: readonly DocumentCell[], line: number): InstanceType<typeof TableRow> =>
    new TableRow({
      tableHeader: line < table.header.length,
      cantSplit: true,
      children: cells.map((content, index) => cell(content, places[line]?.[index] ?? 0)),
    });
  const [left, right] = table.labels;
  return [
    new Paragraph({ style: TABLE_STYLES.title, children: [new TextRun(table.title)] }),
    new Paragraph({
      style: TABLE_STYLES.label,
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [new TextRun(left), new TextRun({ children: [new Tab(), right] })],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: sumOf(widths), type: WidthType.DXA },
      columnWidths: [...widths],
      borders: { ...borders, insideHorizontal: BORDER, insideVertical: BORDER },
      rows: [...table.header, ...table.body].map(row),
    }),
    ...table.notes.map((note) => new Paragraph({ style: TABLE_STYLES.note, children: [new TextRun(note)] })),
  ];
}

/** The widths in proportion, so that they fill the page. */
function shareOut(widths: readonly number[], width: number): readonly number[] {
  const sum = sumOf(widths);
  return widths.map((own) => Math.floor((own / sum) * width));
}

/** The column that each cell of each row begins in: cells from above and from the left take room. */
function cellPlaces(rows: readonly (readonly DocumentCell[])[]): readonly (readonly number[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((cells, line) => {
    let column = 0;
    return cells.map((content) => {
      while (taken[line]?.has(column) === true) column += 1;
      for (let below = 0; below < content.rows; below += 1) {
        for (let beside = 0; beside < content.columns; beside += 1) taken[line + below]?.add(column + beside);
      }
      return column;
    });
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
