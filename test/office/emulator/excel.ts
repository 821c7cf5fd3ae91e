import { formatArea, parseCell, type Area } from '../../../src/workbook/address';
import type { CellValue } from '../../../src/workbook/snapshot';
import type { WorkbookSpec } from '../../host/stage';
import { carryOut } from './batch';
import { connectDesktop, DESKTOP, type DesktopOptions, type ExcelMessage } from './desktop';
import type { ApostropheInTextCell } from './input';
import { addSheet, changeCell, newId, newSheet, sheetNamed, type BookState, type SheetState } from './model';
import { openBook } from './seed';
import type { Batch } from './wire';
import { workbookRemote } from './workbook-objects';

export interface ExcelOptions extends Partial<DesktopOptions> {
  readonly apostrophe?: ApostropheInTextCell;
  /** Largest request and answer in bytes; Excel on the web takes 5 MB, the desktop has no limit. */
  readonly payloadLimit?: number;
}

/** What went over the line since it was last reset. */
export interface Traffic {
  readonly requests: number;
  readonly actions: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** How a request ends that never becomes an answer: before it reached the workbook, or after it was carried out. */
export type Accident = 'refused' | 'answer-lost';

/** An Excel at work, seen from the user's side of the screen. */
export interface EmulatedExcel {
  /** The workbook that is open. */
  readonly book: BookState;
  readonly traffic: Traffic;
  /** Opens another workbook, as it would be after a start of Excel. */
  readonly open: (spec: WorkbookSpec) => void;
  /** Saves, closes and opens the workbook again: identities are new and nobody listens any more. */
  readonly reopen: () => void;
  /** Runs an action and tells what it sent and received. */
  readonly measure: (action: () => Promise<unknown>) => Promise<Traffic>;
  /** A person types; `cell` as `sheet!A1`. */
  readonly userEdit: (cell: string, value: CellValue) => Promise<void>;
  /** The user is editing a cell: Excel refuses every request. */
  readonly setBusy: (busy: boolean) => void;
  readonly protectSheet: (name: string, isProtected: boolean) => void;
  /** Appends a sheet that is a chart: it has a tab and no cells. */
  readonly addChartSheet: (name: string) => void;
  /** The next requests meet these accidents, one each; null is none. */
  readonly meet: (...accidents: readonly (Accident | null)[]) => void;
  readonly configure: (options: Pick<ExcelOptions, 'apostrophe' | 'payloadLimit'>) => void;
  /** Presses the ribbon button of a function; resolves when the add-in reports that it is done. */
  readonly ribbon: (functionName: string) => Promise<void>;
  /** Resolves when every request has been answered and every event delivered. */
  readonly idle: () => Promise<void>;
  /** What the add-in asked for and the emulator does not know; empty in a sound test. */
  readonly gaps: readonly Error[];
}

const NOTHING: Traffic = { requests: 0, actions: 0, bytesSent: 0, bytesReceived: 0 };
const CELL_EDIT_MODE = 5004;
const REQUEST_TOO_LARGE = 5103;
const ANSWER_TOO_LARGE = 5104;
const INTERNAL_ERROR = 5001;
const CELLS_CHANGED = 10;

/** Puts an Excel for Windows behind a window; to be called before office.js is loaded in it. */
export function installExcel(target: Window, spec: WorkbookSpec, options: ExcelOptions = {}): EmulatedExcel {
  const desktop: DesktopOptions = { ...DESKTOP, ...options };
  let book = openBook(spec);
  let traffic = NOTHING;
  let busy = false;
  let isSubscribed = false;
  let { apostrophe = 'dropped', payloadLimit = Infinity } = options;
  let messages: ExcelMessage[] = [];
  const accidents: (Accident | null)[] = [];
  const gaps: Error[] = [];
  const tellsTrigger = Number(desktop.requirementSets.ExcelApi?.split('.')[1]) >= 14;

  const announce = (sheet: SheetState, area: Area, byAddIn: boolean): void => {
    if (!isSubscribed) return;
    const address = formatArea(area);
    const event = { changeType: 'RangeEdited', source: 'Local', worksheetId: sheet.id, address };
    const payload = tellsTrigger ? { ...event, triggerSource: byAddIn ? 'ThisLocalAddin' : 'Unknown' } : event;
    messages.push({ type: CELLS_CHANGED, target: 'Workbook', payload });
  };

  const carryOutText = (body: string): string => {
    const root = workbookRemote({
      book,
      apostrophe,
      changed: (sheet, area) => announce(sheet, area, true),
      subscribe: () => {
        isSubscribed = true;
      },
    });
    const batch = JSON.parse(body) as Batch;
    traffic = { ...traffic, actions: traffic.actions + batch.Actions.length };
    return JSON.stringify(carryOut(batch, root));
  };

  const request = (body: string): string | number => {
    traffic = { ...traffic, requests: traffic.requests + 1, bytesSent: traffic.bytesSent + bytes(body) };
    if (busy) return CELL_EDIT_MODE;
    const accident = accidents.shift() ?? null;
    if (accident === 'refused') return INTERNAL_ERROR;
    if (bytes(body) > payloadLimit) return REQUEST_TOO_LARGE;
    try {
      const answer = carryOutText(body);
      traffic = { ...traffic, bytesReceived: traffic.bytesReceived + bytes(answer) };
      if (accident === 'answer-lost') return INTERNAL_ERROR;
      return bytes(answer) > payloadLimit ? ANSWER_TOO_LARGE : answer;
    } catch (error) {
      const gap = error instanceof Error ? error : new Error(String(error));
      gaps.push(gap);
      target.setTimeout(() => {
        throw gap;
      }, 0);
      return INTERNAL_ERROR;
    }
  };

  const connection = connectDesktop(
    target,
    {
      request,
      answered: () => {
        connection.tell(messages);
        messages = [];
      },
    },
    desktop,
  );

  const idle = async (): Promise<void> => {
    do {
      await new Promise((resolve) => target.setTimeout(resolve, 0));
    } while (connection.pending() > 0);
  };

  return {
    get book() {
      return book;
    },
    get traffic() {
      return traffic;
    },
    gaps,
    idle,
    open: (other) => {
      book = openBook(other);
      isSubscribed = false;
    },
    reopen: () => {
      book = { ...book, sheets: book.sheets.map(reopened) };
      book.active = sheetNamed(book, book.active.name);
      isSubscribed = false;
    },
    measure: async (action) => {
      traffic = NOTHING;
      await action();
      await idle();
      return traffic;
    },
    userEdit: async (cell, value) => {
      await idle();
      const { sheet: name, row, column } = parseCell(cell);
      const sheet = sheetNamed(book, name);
      changeCell(sheet, row, column, { value, formula: null });
      announce(sheet, { top: row, left: column, bottom: row, right: column }, false);
      connection.tell(messages);
      messages = [];
      await idle();
    },
    setBusy: (isBusy) => {
      busy = isBusy;
    },
    protectSheet: (name, isProtected) => {
      sheetNamed(book, name).protected = isProtected;
    },
    addChartSheet: (name) => {
      addSheet(book, newSheet(name, { chart: true }));
    },
    meet: (...next) => {
      accidents.push(...next);
    },
    configure: (change) => {
      apostrophe = change.apostrophe ?? apostrophe;
      payloadLimit = change.payloadLimit ?? payloadLimit;
    },
    ribbon: connection.press,
  };
}

function reopened(sheet: SheetState): SheetState {
  return { ...sheet, id: newId(), rules: sheet.rules.map((rule) => ({ ...rule, id: newId() })) };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
