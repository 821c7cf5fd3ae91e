import { formatCell, type CellRef } from '../../workbook/address';
import { cellAt, findSheet, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** A conditional format by the lower-case name of its sheet and Excel's identity. */
export interface FormatRef {
  readonly sheet: string;
  readonly id: string;
}

/** The conditional formats of type Custom, as far as they are known. */
export interface KnownFormats {
  /** Our highlights. */
  readonly ours: readonly FormatRef[];
  /** Ours or the user's: nobody has read their formulas yet. */
  readonly unread: readonly FormatRef[];
  /** Identities of the user's own. */
  readonly others: ReadonlySet<string>;
}

/**
 * What the host remembers from call to call, so that the usual call needs one round trip. Any of it may be out of
 * date; whoever relies on it verifies within that round trip.
 */
export interface Sitting {
  /** The workbook as last read, null before the first reading. */
  snapshot: WorkbookSnapshot | null;
  /** What we wrote since, by {@link keyOf} the cell. */
  readonly written: Map<string, CellValue>;
  /** Since the last reading Excel told of no change but our own. */
  calm: boolean;
  /** Null while nobody looked. */
  formats: KnownFormats | null;
  /** The identities of the custom XML parts that hold our memory, null while nobody looked. */
  memoryParts: readonly string[] | null;
  /** What we changed ourselves, for an Excel that does not tell who changed a cell. */
  readonly own: OwnChanges;
}

export interface OwnChanges {
  /** `{sheet identity}!B4:B7`, each once written and not yet reported by Excel. */
  readonly areas: Set<string>;
  /** Identities of the sheets we made: whoever changes one from its first cell on is us. */
  readonly sheets: Set<string>;
}

export function newSitting(): Sitting {
  const own = { areas: new Set<string>(), sheets: new Set<string>() };
  return { snapshot: null, written: new Map(), calm: false, formats: null, memoryParts: null, own };
}

export function keyOf(cell: CellRef): string {
  return formatCell({ ...cell, sheet: cell.sheet.toLowerCase() });
}

/** The sheet as last read, undefined where there was none of that name or nothing was read. */
export function knownSheet({ snapshot }: Sitting, name: string): SheetSnapshot | undefined {
  return snapshot === null ? undefined : findSheet(snapshot, name);
}

/** What a cell holds if nobody but us changed it since the last reading. */
export function knownValue(sitting: Sitting, sheet: SheetSnapshot, cell: CellRef): CellValue {
  const written = sitting.written.get(keyOf(cell));
  return written === undefined ? cellAt(sheet, cell.row, cell.column).value : written;
}
