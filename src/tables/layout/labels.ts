import { normaliseText } from '../../workbook/label';
import type { Unit } from '../../money/figure';
import { filledColumns, printedAt, textAt, type Region } from './region';

/** What a table says of itself above its header. */
export interface TableLabels {
  readonly number: string | null;
  readonly department: string | null;
  readonly unitLabel: string | null;
  /** null where the form does not say, or says a unit no published table is printed in. */
  readonly unit: Unit | null;
}

const NUMBER = /公开\d+(?:-\d+)?表|财决(?:附)?\d+(?:-\d+)?表/;
const UNIT = /(?:金额)?单位:?\(?(人民币)?(万元|千元|亿元|元)\)?/;
const DEPARTMENT = /^(?:部门名称|单位名称|编制单位|编制部门|填报单位|部门|单位):(.*)$/;

/**
 * Reads 公开0N表, 部门 and 单位 from the rows between `region.labelRow` and the header; forms print them in any
 * cell, above or below the title, side by side or in one cell (「部门：公开05表」).
 */
export function readLabels(region: Region, headerRow: number): TableLabels {
  let number: string | null = null;
  let department: string | null = null;
  let unitText: string | null = null;
  for (let row = region.labelRow; row < headerRow; row += 1) {
    for (const column of filledColumns(region, row)) {
      const text = textAt(region, row, column);
      if (text.length > 60) continue;
      number ??= NUMBER.exec(text)?.[0] ?? null;
      unitText ??= UNIT.exec(text)?.[2] ?? null;
      department ??= departmentIn(region, row, column);
    }
  }
  return {
    number,
    department,
    unitLabel: unitText,
    unit: unitText === '万元' || unitText === '元' ? unitText : null,
  };
}

function departmentIn(region: Region, row: number, column: number): string | null {
  const printed = printedAt(region, row, column).replace(/[：]/g, ':');
  const match = DEPARTMENT.exec(printed.replace(/[\s\u3000]+/g, ' '));
  if (match === null) return null;
  const own = withoutLabels(match[1] ?? '');
  if (own !== '') return own;
  const next = withoutLabels(printedAt(region, row, column + 1));
  return next === '' ? null : next;
}

function withoutLabels(text: string): string {
  const cut = text.replace(/(?:公开\d+表|财决\S*表|(?:金额)?单位[:：].*)/g, '').trim();
  return UNIT.test(normaliseText(cut)) || /^(?:万元|元)$/.test(cut) ? '' : cut;
}
