import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { Area } from '../../src/workbook/address';
import type { CellSpec, CellStyle } from './grid';
import type { WorkbookSpec } from './workbook';

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;
const SONG = { fontFamily: '宋体', fontSize: 10, alignVertical: 'center' } as const;

const STYLES = {
  title: { ...SONG, fontFamily: '方正小标宋简体', fontSize: 18, align: 'center', height: 30 },
  corner: { ...SONG, align: 'right' },
  caption: { ...SONG, align: 'left' },
  header: { ...SONG, ...BORDER, align: 'center', wrap: true },
  text: { ...SONG, ...BORDER, align: 'left', wrap: true },
  amount: { ...SONG, ...BORDER, align: 'right' },
  number: { ...SONG, ...BORDER, align: 'center' },
  note: { ...SONG, align: 'left', wrap: true, height: 28 },
  heading: { ...SONG, fontFamily: '黑体', fontSize: 12, align: 'left' },
  plain: { ...SONG, fontSize: 11, align: 'left', wrap: true },
} as const satisfies Record<CellStyle, object>;

function toCell(spec: CellSpec | undefined, merge: Area | undefined): Cell {
  if (spec === undefined) return null;
  const { value, style } = spec;
  const span = merge && {
    columnSpan: merge.right - merge.left + 1,
    rowSpan: merge.bottom - merge.top + 1,
  };
  const looks = { ...STYLES[style], ...span };
  if (value === null) return looks;
  if (typeof value === 'string') return { ...looks, value, type: String };
  if (typeof value === 'boolean') return { ...looks, value, type: Boolean };
  return { ...looks, value, type: Number, format: style === 'amount' ? '0.00' : 'General' };
}

/** Packs the parts again in a fixed order with a fixed date, so that the same workbook is always the same bytes. */
function reproducible(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  const first = parts.filter(([name]) => name === '[Content_Types].xml');
  const rest = parts.filter(([name]) => name !== '[Content_Types].xml');
  return zipSync(Object.fromEntries([...first, ...rest]), { mtime: '2024-01-01T00:00:00', level: 9 });
}

/** The workbook as an .xlsx file with fonts, borders, merges and column widths; the same bytes each time. */
export async function toXlsx(workbook: WorkbookSpec): Promise<Uint8Array> {
  const file = await writeExcelFile(
    workbook.sheets.map(({ name, cells, merges, widths }) => ({
      sheet: name,
      data: cells.map((line, row) =>
        Array.from(line, (spec, column) =>
          toCell(spec, merges.find(({ top, left }) => top === row && left === column)),
        ),
      ),
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
    })),
    { fontFamily: '宋体', fontSize: 10 },
  ).toBuffer();
  return reproducible(file);
}
