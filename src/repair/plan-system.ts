import type Decimal from 'decimal.js';
import type { Equation } from '../check/equation';
import type { Figure } from '../money/figure';

/** Why a cell stays as it is. */
export type Hold = 'locked' | 'formula' | 'blank' | 'zero' | 'error' | 'unit';

/** One printed cell; several figures may stand for it. */
export interface PrintedCell {
  readonly index: number;
  readonly figure: Figure;
  hold: Hold | null;
  /** It is the total of a sum, not a single item. */
  total: boolean;
  /** It may not rise, or not fall, lest a part exceed its whole. */
  low: number;
  high: number;
}

export interface CellTerm {
  readonly cell: PrintedCell;
  readonly coefficient: number;
}

/** An equation as the repair sees it: `Σ coefficient · shift of the cell = right`, in units of the last digit. */
export interface Line {
  readonly equation: Equation;
  readonly terms: readonly CellTerm[];
  readonly right: number;
  readonly copy: boolean;
}

export interface System {
  readonly cells: readonly PrintedCell[];
  /** The equations that hold or can be made to hold exactly. */
  readonly lines: readonly Line[];
}
