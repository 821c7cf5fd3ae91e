import { figureOf, type Figure, type Origin, type Unit } from '../../money/figure';
import { numeralIn, type Measure } from '../../money/measure';
import { cellAt, type CellValue } from '../../workbook/snapshot';
import type { CellRef } from '../../workbook/address';
import { printedAt, textAt, type Region } from './region';

/** What people write where there is nothing to write. */
const NIL = /^(?:无|\/+|\\+|不适用|不涉及|[-—–―]+)$/;
const WAN_SUFFIX = /(?:万元|万)$/;

/** The address of a cell of the region. */
export function refAt(region: Region, row: number, column: number): CellRef {
  return { sheet: region.sheet.name, row, column };
}

/** Whether a cell of an evaluation table says nothing: blank, 无, or a stroke. */
export function isNilAt(region: Region, row: number, column: number): boolean {
  const text = textAt(region, row, column);
  return text === '' || NIL.test(text);
}

/** The amount of a cell, its 万元 allowed to stand in it. */
export function amountAt(region: Region, row: number, column: number, label: string, unit: Unit): Figure {
  const { value } = cellAt(region.sheet, row, column);
  const bare = typeof value === 'string' && unit === '万元' ? value.trim().replace(WAN_SUFFIX, '') : value;
  return withValue(region, row, column, label, unit, bare);
}

/** The score, rate or count of a cell. `given` marks stand as they are; computed ones were rounded. */
export function measureAt(
  region: Region,
  row: number,
  column: number,
  label: string,
  measure: Measure,
  origin: Origin,
): Figure {
  const cell = cellAt(region.sheet, row, column);
  const nil = isNilAt(region, row, column);
  return figureOf(label, refAt(region, row, column), nil ? { ...cell, value: null } : cell, measure, origin);
}

/** The number that stands last in the words of a cell (「其中：基本支出：448.55」); null where there is none. */
export function amountInWords(region: Region, row: number, column: number, label: string, unit: Unit): Figure | null {
  const numeral = numeralIn(printedAt(region, row, column));
  return numeral === null ? null : withValue(region, row, column, label, unit, numeral.toNumber());
}

/** The marks in brackets behind a name: 「产出指标 (40分)」. */
export function marksInWords(region: Region, row: number, column: number, label: string): Figure | null {
  const numeral = numeralIn(printedAt(region, row, column));
  if (numeral === null) return null;
  const cell = cellAt(region.sheet, row, column);
  const value = numeral.toNumber();
  return figureOf(label, refAt(region, row, column), { ...cell, value, text: String(value) }, '分', 'given');
}

function withValue(region: Region, row: number, column: number, label: string, unit: Unit, value: CellValue): Figure {
  const cell = cellAt(region.sheet, row, column);
  const held = isNilAt(region, row, column) ? null : value;
  return figureOf(label, refAt(region, row, column), { ...cell, value: held }, unit);
}
