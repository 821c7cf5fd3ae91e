import { evaluate, type Equation } from '../../src/check/equation';
import { figureOf, type Figure, type Unit } from '../../src/money/figure';
import { parseCell, type CellRef } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/snapshot';

export interface Fixture {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly equations: readonly Equation[];
  /** The figure of a cell or variable. Throws a RangeError where there is none. */
  readonly at: (name: string) => Figure;
}

/** A cell that holds a formula. */
export interface FormulaCell {
  readonly formula: string;
  readonly value: CellValue;
}

/**
 * A hand-made workbook: what the cells hold, and identities written as `02!C11 = 02!C12 + 02!C13 - 02!C14`.
 * Names that are no addresses are variables and stand side by side on a sheet of their own.
 */
export function fixture(
  values: Readonly<Record<string, CellValue | FormulaCell>>,
  identities: readonly string[],
  unit: Unit = '万元',
): Fixture {
  const figures = new Map(
    Object.entries(values).map(([name, content], index) => {
      const isFormula = typeof content === 'object' && content !== null;
      const cell = isFormula
        ? { value: content.value, text: '', formula: content.formula }
        : { value: content, text: '', formula: null };
      return [name, figureOf(name, cellOf(name, index), cell, unit)] as const;
    }),
  );
  const at = (name: string): Figure => {
    const figure = figures.get(name);
    if (figure === undefined) throw new RangeError(`no cell ${name}`);
    return figure;
  };
  const equations = identities.flatMap((identity) => {
    const [total = '', ...parts] = identity.split(/\s*(?=[=+-]\s)/);
    const side = (sign: RegExp): Figure[] =>
      parts.filter((part) => sign.test(part)).map((part) => at(part.replace(/^[=+-]\s*/, '')));
    return evaluate(identity, { total: at(total), terms: side(/^[=+]/), less: side(/^-/) }) ?? [];
  });
  return { figures, equations, at };
}

function cellOf(name: string, index: number): CellRef {
  return name.includes('!') ? parseCell(name) : { sheet: '变量', row: 0, column: index };
}

/** The columns of a sheet, each from top to bottom. */
export function columnsOf(figures: Iterable<Figure>): readonly (readonly Figure[])[] {
  const columns = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.cell.sheet}!${figure.cell.column}`;
    columns.set(key, [...(columns.get(key) ?? []), figure]);
  }
  return [...columns.values()].map((column) => column.sort((a, b) => a.cell.row - b.cell.row));
}
