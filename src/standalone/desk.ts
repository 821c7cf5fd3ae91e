import { createAssistant } from '../app/create-assistant';
import type { Assistant } from '../app/assistant';
import type { Host } from '../host/host';
import type { XlsxHost } from '../host/xlsx/xlsx-host';
import type { WorkbookView } from '../host/xlsx/view';
import type { CellRef } from '../workbook/address';
import { invert, type CellEdit } from '../workbook/edit';
import { BLANK_CELL, cellAt, findSheet, type Cell } from '../workbook/snapshot';
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
   * Puts what the user typed or pasted into cells, all or none. Throws a HostError where a cell cannot be written, a
   * RangeError for a formula: only Excel computes one.
   */
  type(entries: readonly Entry[]): Promise<void>;
  /** Takes back what was typed last. */
  undoTyping(): Promise<void>;
  /** Types again what was taken back last, as long as nothing else was typed. */
  redoTyping(): Promise<void>;
  /** The file as it stands, which counts as saved from now on. Throws a HostError. */
  save(): Uint8Array;
}

/** What the user typed or pasted into one cell. */
export interface Entry {
  readonly cell: CellRef;
  readonly text: string;
}

const NO_FORMULAS = '网页版不计算公式。请填写数值，或在 Excel 中录入公式。';

let opened = 0;

/** Puts an opened file on the desk, its first visible sheet on top. */
export function createDesk(file: XlsxHost, name: string): Desk {
  const listeners = new Set<() => void>();
  const typed: (readonly CellEdit[])[] = [];
  let takenBack: (readonly CellEdit[])[] = [];
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

  const held = async ({ sheet, row, column }: CellRef): Promise<Cell> => {
    const found = findSheet(await file.read(), sheet);
    return found === undefined ? BLANK_CELL : cellAt(found, row, column);
  };
  /** What was typed goes over whatever the assistant has written since. */
  const enter = async (edits: readonly CellEdit[]): Promise<void> => {
    await file.enter(await Promise.all(edits.map(async (edit) => ({ ...edit, from: (await held(edit.cell)).value }))));
    changed(true);
  };
  const enterAgain = async (edits: readonly CellEdit[]): Promise<void> => {
    await enter(edits);
    const active = edits[0]?.cell;
    if (active !== undefined) set({ active, reveals: state.reveals + 1 });
  };

  /** The file, seen through: whatever the assistant does to it is on the page at once. */
  const watched: Host = {
    ...file,
    async write(edits, memory) {
      await file.write(edits, memory);
      changed(true);
    },
    selection: async () => state.active,
    async mark(marks) {
      await file.mark(marks);
      changed(false);
    },
    async writeSheet(sheet, memory) {
      await file.writeSheet(sheet, memory);
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
    async type(entries) {
      const edits: CellEdit[] = [];
      for (const { cell, text } of entries) {
        const { value: from, formula } = await held(cell);
        const to = typedValue(text);
        if (to === from || text === formula) continue;
        if (text.startsWith('=')) throw new RangeError(NO_FORMULAS);
        edits.push({ cell, from, to });
      }
      if (edits.length === 0) return;
      await enter(edits);
      typed.push(edits);
      takenBack = [];
    },
    async undoTyping() {
      const last = typed.at(-1);
      if (last === undefined) return;
      await enterAgain(invert(last).reverse());
      typed.pop();
      takenBack.push(last);
    },
    async redoTyping() {
      const next = takenBack.at(-1);
      if (next === undefined) return;
      await enterAgain(next);
      takenBack.pop();
      typed.push(next);
    },
    save() {
      const bytes = file.save();
      set({ unsaved: false });
      return bytes;
    },
  };
}
