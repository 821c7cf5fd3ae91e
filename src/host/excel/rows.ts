import { BLANK_CELL, type Cell, type CellValue } from '../../workbook/snapshot';

/** What a loaded range tells of its cells; every array has a line for each row. */
export interface Block {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** The rows of a sheet from its first cell on; blocks follow one another downwards and start in the same column. */
export function toRows(blocks: readonly Block[]): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (const { rowIndex, columnIndex, values, text, formulas } of blocks) {
    while (rows.length < rowIndex) rows.push([]);
    const margin = Array.from({ length: columnIndex }, () => BLANK_CELL);
    values.forEach((line, row) => {
      const cells = line.map((value, column) => toCell(value, text[row]?.[column], formulas[row]?.[column]));
      rows.push([...margin, ...cells]);
    });
  }
  return rows;
}

/** Excel gives '' for a blank cell and an error value as its text. */
export function toValue(value: unknown): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

function toCell(raw: unknown, shown: string | undefined, formula: unknown): Cell {
  const value = toValue(raw);
  const isFormula = isFormulaOf(formula, raw);
  if (value === null && !isFormula) return BLANK_CELL;
  return { value, text: legible(shown ?? '', value), formula: isFormula ? formula : null };
}

/** A text that begins with = is given as its own formula, without the apostrophe that makes it text. */
export function isFormulaOf(formula: unknown, value: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

/** In a column that is too narrow Excel displays ####, which tells a reader nothing of the number. */
function legible(shown: string, value: CellValue): string {
  return typeof value === 'number' && /^#+$/.test(shown) ? String(value) : shown;
}
