import type { Area } from '../../../src/workbook/address';
import type { ApostropheInTextCell } from './input';
import type { BookState, SheetState } from './model';

/** What the objects of Excel's API work on. */
export interface Session {
  readonly book: BookState;
  readonly apostrophe: ApostropheInTextCell;
  /** The add-in changed cells: those who listen will hear of it. */
  readonly changed: (sheet: SheetState, area: Area) => void;
  /** The add-in wants to hear of changes on any sheet. */
  readonly subscribe: () => void;
}
