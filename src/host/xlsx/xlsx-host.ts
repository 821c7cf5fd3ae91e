import type { CellRef } from '../../workbook/address';
import type { CellEdit } from '../../workbook/edit';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { Host, Mark } from '../host';
import { HostError } from '../host-error';
import { assertWritable, settleMarks } from '../preconditions';
import { readBook, styleAt, type Book } from './book';
import { withFullCalculation } from './calculation-flag';
import { patchCells, type CellChange } from './cell-patch';
import { NOT_CALCULATED } from './cell-value';
import { withMarks, withoutMarks } from './mark-patch';
import { readMemoryPart, withMemory } from './memory-part';
import { withOwnSheet, withStyles } from './own-sheet';
import { pack, type Parts } from './package';
import { cellKey } from './position';
import { recalculate } from './recalculate';
import { textOf, withParts } from './relationships';
import { snapshotOf } from './snapshot-of';
import { mergeValues, withValue, type Values } from './values';
import { viewOf, type WorkbookView } from './view';

/** A host over a file that was opened, for a page that shows the file itself. */
export interface XlsxHost extends Host {
  /** An .xls file: it can be read and shown; writing, marking and saving end in `read-only`. */
  readonly readOnly: boolean;
  /** Writes what the user did by hand, of which listeners are told. Throws as `write` does. */
  enter(edits: readonly CellEdit[]): Promise<void>;
  /** The cells that are highlighted now, also by an earlier sitting. */
  marks(): readonly Mark[];
  /** Calls back when a cell is to be brought before the user's eyes; returns the way to stop it. */
  onReveal(listener: (cell: CellRef) => void): () => void;
  view(): WorkbookView;
  /** The file as it stands now. What was not changed keeps its bytes; the bytes that came in, if nothing was. */
  save(): Uint8Array;
}

const NO_VALUES: Values = new Map();
const MAX_SAVED_MARKS = 100_000;

/** A host over the parts of an .xlsx file. */
export function createXlsxHost(bytes: Uint8Array, parts: Parts, name: string): XlsxHost {
  const changeListeners = listeners<void>();
  const revealListeners = listeners<CellRef>();
  let book = readBook(parts, name);
  let typed: Values = NO_VALUES;
  let calculated: Values = NO_VALUES;
  let marks: readonly Mark[] | null = null;
  let selected: CellRef | null = null;
  let snapshot: WorkbookSnapshot | null = null;
  let lastTask: Promise<unknown> = Promise.resolve();

  const current = (): WorkbookSnapshot => (snapshot ??= {
    ...snapshotOf(book, name, mergeValues(typed, calculated)),
    ...readMemoryPart(book),
  });

  /** One change after the other: each starts from what the one before left. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    const turn = lastTask.then(task, task);
    lastTask = turn.catch(() => undefined);
    return turn;
  }

  async function change(edits: readonly CellEdit[]): Promise<void> {
    assertWritable(current(), edits);
    let next = typed;
    for (const { cell, to } of edits) {
      const sheet = findSheet(current(), cell.sheet)?.name ?? cell.sheet;
      next = withValue(book, next, sheet, cellKey(cell.row, cell.column), to === '' ? null : to);
    }
    calculated = await recalculate(book, next);
    typed = next;
    snapshot = null;
  }

  function rebuilt(next: Parts): void {
    book = readBook(next, name);
    snapshot = null;
  }

  function remember(memory: string | null | undefined): void {
    if (memory !== undefined) rebuilt(withMemory(book, memory));
  }

  const shownMarks = (): readonly Mark[] => marks ?? savedMarks(book);

  return {
    readOnly: false,
    read: async () => current(),
    write: (edits, memory) =>
      inTurn(async () => {
        await change(edits);
        remember(memory);
      }),
    enter: (edits) =>
      inTurn(async () => {
        await change(edits);
        changeListeners.tell();
      }),
    mark: (next) =>
      inTurn(async () => {
        const settled = settleMarks(current(), next);
        if (book.sheets.some(({ content }) => content.marks.length > 0)) rebuilt(withoutMarks(book));
        marks = settled;
      }),
    reveal: async (cell) => {
      const sheet = findSheet(current(), cell.sheet);
      if (sheet === undefined) throw new HostError('missing', cell.sheet);
      selected = { ...cell, sheet: sheet.name };
      revealListeners.tell(selected);
    },
    selection: async () => selected ?? firstCell(book),
    writeSheet: (sheet, memory) =>
      inTurn(async () => {
        const earlier = findSheet(current(), sheet.name);
        if (earlier?.protected === true) throw new HostError('protected', earlier.name);
        const kept = shownMarks().filter((mark) => mark.cell.sheet !== earlier?.name);
        rebuilt(withOwnSheet(book, sheet));
        remember(memory);
        if (earlier === undefined) return;
        if (marks !== null) marks = kept;
        typed = new Map([...typed].filter(([other]) => other !== earlier.name));
        calculated = await recalculate(book, typed);
        snapshot = null;
      }),
    onChange: changeListeners.add,
    onReveal: revealListeners.add,
    marks: shownMarks,
    view: () => viewOf(book, current(), shownMarks()),
    save: () => {
      const saved = partsWith(book, typed, calculated, marks ?? []);
      return saved === parts ? bytes : pack(saved);
    },
  };
}

/** The first cell of the first sheet that is to be seen. */
function firstCell({ sheets }: Book): CellRef {
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  return { sheet: first?.name ?? '', row: 0, column: 0 };
}

interface Listeners<Message> {
  add(listener: (message: Message) => void): () => void;
  tell(message: Message): void;
}

function listeners<Message>(): Listeners<Message> {
  const entries = new Set<(message: Message) => void>();
  return {
    add: (listener) => {
      const entry = (message: Message): void => listener(message);
      entries.add(entry);
      return () => entries.delete(entry);
    },
    tell: (message) => entries.forEach((entry) => entry(message)),
  };
}

/** The parts of a book with everything in them that is not in its file yet; its own where that is nothing. */
function partsWith(book: Book, typed: Values, calculated: Values, marks: readonly Mark[]): Parts {
  const changes: Record<string, string> = {};
  let uncalculated = false;
  for (const { name, part, content } of book.sheets) {
    const cells = new Map<number, CellChange>();
    for (const [key, value] of typed.get(name) ?? []) cells.set(key, { kind: 'typed', value });
    for (const [key, value] of calculated.get(name) ?? []) {
      cells.set(key, { kind: 'calculated', value });
      uncalculated ||= value === NOT_CALCULATED;
    }
    if (cells.size === 0) continue;
    const styleOf = (row: number, column: number): number => styleAt(content, row, column);
    changes[part] = patchCells(textOf(book.parts, part) ?? '', cells, styleOf);
  }
  if (uncalculated) changes[book.workbookPart] = withFullCalculation(textOf(book.parts, book.workbookPart) ?? '');
  const written = Object.keys(changes).length === 0 ? book.parts : withParts(book.parts, changes);
  if (marks.length === 0) return written;
  const styled = withStyles({ ...book, parts: written });
  return withMarks({ ...book, stylesPart: styled.stylesPart }, styled.parts, marks);
}

/** The cells of marks that came with the file; not endlessly many, should a user have stretched one over a column. */
function savedMarks({ sheets }: Book): Mark[] {
  const marks: Mark[] = [];
  for (const { name: sheet, content } of sheets) {
    for (const { area, kind } of content.marks) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          if (marks.length >= MAX_SAVED_MARKS) return marks;
          marks.push({ cell: { sheet, row, column }, kind });
        }
      }
    }
  }
  return marks;
}
