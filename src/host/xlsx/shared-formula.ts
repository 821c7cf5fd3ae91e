import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import { formatA1 } from '../../workbook/address';
import type { Position } from './position';

/** A formula (with its `=`) whose relative references are told from the cell it stands in. */
export interface RelativeFormula {
  readonly text: string;
}

/** A formula as it stands in a cell, made independent of that cell. */
export function relativeFormula(formula: string, { row, column }: Position): RelativeFormula {
  return { text: translateFormulaToR1C1(formula, formatA1(row, column)) };
}

/** A relative formula as it reads in a cell. */
export function formulaIn({ text }: RelativeFormula, { row, column }: Position): string {
  return translateFormulaToA1(text, formatA1(row, column));
}
