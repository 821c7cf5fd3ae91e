import { createAssistant } from '../app/create-assistant';
import type { Assistant } from '../app/assistant';
import type { Host } from '../host/host';
import type { XlsxHost } from '../host/xlsx/xlsx-host';
import type { WorkbookView } from '../host/xlsx/view';
import type { CellRef } from '../workbook/address';
import { BLANK_CELL, cellAt, findSheet, type CellValue } from '../workbook/snapshot';
import { typedValue } from './typed-value';

/** What the page shows of an open workbook at one moment. */
export interface DeskState {
  readonly view: WorkbookView;
  /** The active cell, on the sheet that is shown. */
  readonly active: CellRef;
  /** Counts up with every cell that is brought before the user's eyes. */
  readonly reveals: number;
  /** There is something the user has not yet saved; highlights alone are nothing to lose. */
  readonly unsaved: boolean;
}

/** An open workbook on the page: what is seen of it and what can be done to it by hand. */
export interface Desk {
  /** Another one for every file that is opened. */
  readonly id: number;
  readonly name: string;
  readonly readOnly: boolean;
  readonly assistant: Promise<Assistant>;
  state(): DeskState;
  /** Calls back after every change of the state; answers the way to stop it. */
  subscribe(listener: () => void): () => void;
  activate(cell: CellRef): void;
  /**
   * Puts what the user typed into a cell. Throws a HostError where the cell cannot be written, a RangeError for a
   * formula: only Excel computes one.
   */
  type(cell: CellRef, text: string): Promise<void>;
  /** Takes back what was typed last. */
  undoTyping(): Promise<void>;
  /** Types again what was taken back last, as long as nothing else was typed. */
  redoTyping(): Promise<void>;
  /** The file as it stands, which counts as saved from now on. Throws a HostError. */
  save(): Uint8Array;
}

/** What was typed into a cell, and what it held before. */
interface Typed {
  readonly cell: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

const NO_FORMULAS = '网页版不计算公式。请填写数值，或在 Excel 中录入公式。';

let opened = 0;

/** Puts an opened file on the desk, its first visible sheet on top. */
export function createDesk(file: XlsxHost, name: string): Desk {
  const listeners = new Set<() => void>();
  const typed: Typed[] = [];
  let takenBack: Typed[] = [];
  const view = file.view();
  const first = view.sheets.find(({ hidden }) => !hidden) ?? view.sheets[0];
  let state: DeskState = {
    view,
    active: { sheet: first?.name ?? '', row: 0, column: 0 },
    reveals: 0,
    unsaved: false,
  };
  const set = (next: Partial<DeskState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const changed = (unsaved: boolean): void => set({ view: file.view(), unsaved: state.unsaved || unsaved });
  file.onReveal((active) => set({ active, reveals: state.reveals + 1 }));

  const enter = async (cell: CellRef, value: CellValue): Promise<void> => {
    await file.enter(cell, value);
    changed(true);
  };

  /** The file, seen through: whatever the assistant does to it is on the page at once. */
  const watched: Host = {
    ...file,
    async write(edits) {
      await file.write(edits);
      changed(true);
    },
    selection: async () => state.active,
    async mark(marks) {
      await file.mark(marks);
      changed(false);
    },
    async writeSheet(sheet) {
      await file.writeSheet(sheet);
      changed(true);
    },
  };

  opened += 1;
  return {
    id: opened,
    name,
    readOnly: file.readOnly,
    assistant: Promise.resolve(createAssistant(watched)),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    activate: (active) => set({ active }),
    async type(cell, text) {
      const sheet = findSheet(await file.read(), cell.sheet);
      const { value, formula } = sheet === undefined ? BLANK_CELL : cellAt(sheet, cell.row, cell.column);
      const next = typedValue(text);
      if (next === value || text === formula) return;
      if (text.startsWith('=')) throw new RangeError(NO_FORMULAS);
      await enter(cell, next);
      typed.push({ cell, from: value, to: next });
      takenBack = [];
    },
    async undoTyping() {
      const last = typed.at(-1);
      if (last === undefined) return;
      await enter(last.cell, last.from);
      typed.pop();
      takenBack.push(last);
      set({ active: last.cell, reveals: state.reveals + 1 });
    },
    async redoTyping() {
      const next = takenBack.at(-1);
      if (next === undefined) return;
      await enter(next.cell, next.to);
      takenBack.pop();
      typed.push(next);
      set({ active: next.cell, reveals: state.reveals + 1 });
    },
    save() {
      const bytes = file.save();
      set({ unsaved: false });
      return bytes;
    },
  };
}
