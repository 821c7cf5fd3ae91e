import type { Area } from '../../../src/workbook/address';
import { EmulatorGap, invalidArgument, itemNotFound, RichApiError } from './faults';
import { addSheet, newSheet, parseArea, sheetByKey, usedArea, WHOLE_SHEET, type SheetState } from './model';
import { rangeAreasRemote, rangeRemote } from './range-objects';
import { asNumber, asText, only, type Remote } from './remote';
import type { Session } from './session';
import type { Json } from './wire';
import { xmlPartsRemote } from './xml-part-objects';

/** `context.workbook`, the root of every path. */
export function workbookRemote(session: Session): Remote {
  return {
    type: 'Workbook',
    get: { Name: () => session.book.name },
    open: {
      CustomXmlParts: () => xmlPartsRemote(session.book),
      Worksheets: () => worksheetCollectionRemote(session),
      Application: () => ({
        type: 'Application',
        call: {
          SuspendApiCalculationUntilNextSync: () => undefined,
          SuspendScreenUpdatingUntilNextSync: () => undefined,
        },
      }),
    },
    make: {
      GetActiveCell: () => {
        const { active, selection: { top, left } } = session.book;
        return rangeRemote(session, active, { top, left, bottom: top, right: left });
      },
    },
  };
}

const SERVICES: Readonly<Record<string, Remote>> = {
  'Microsoft.InternalService.AddinInternalService': {
    type: 'AddinInternalService',
    call: { NotifyActionHandlerReady: () => undefined },
  },
  'Microsoft.AppRuntime.AppRuntimeService': {
    type: 'AppRuntimeService',
    call: {
      SetAppRuntimeState: (state) => {
        if (state !== 'Visible') throw new EmulatorGap(`the runtime state ${String(state)}`);
      },
    },
  },
};

/**
 * An object that a script makes by its name: Office.js itself reports on starting up that it is ready; an add-in
 * asks the runtime to show its task pane.
 */
export function serviceRemote(name: string): Remote {
  const service = SERVICES[name];
  if (service === undefined) throw new EmulatorGap(`the service ${name}`);
  return service;
}

function worksheetCollectionRemote(session: Session): Remote {
  const { book } = session;
  const find = (key: Json | undefined): SheetState | undefined => sheetByKey(book, asText(key, 'sheet name'));
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map((sheet) => worksheetRemote(session, sheet)),
    item: (key) => {
      const sheet = find(key);
      if (sheet === undefined) throw itemNotFound(`sheet ${String(key)}`);
      return worksheetRemote(session, sheet);
    },
    make: {
      Add: (name) => worksheetRemote(session, addSheet(book, newSheet(asText(name, 'sheet name')))),
      GetItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet === undefined ? null : worksheetRemote(session, sheet);
      },
    },
    call: { _RegisterDataChangedEvent: () => session.subscribe() },
  };
}

function worksheetRemote(session: Session, sheet: SheetState): Remote {
  const { book } = session;
  const onCells = (area: Area): Remote => {
    guardCells(sheet);
    return rangeRemote(session, sheet, area);
  };
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: { Id: () => sheet.id, Name: () => sheet.name, Visibility: () => sheet.visibility },
    set: {
      Position: (value) => {
        const position = asNumber(value, 'position');
        if (position < 0 || position >= book.sheets.length) throw invalidArgument(`position ${position}`);
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(position, 0, sheet);
      },
    },
    open: {
      Protection: () => ({ type: 'WorksheetProtection', get: { Protected: () => sheet.protected } }),
      FreezePanes: () => ({
        type: 'WorksheetFreezePanes',
        call: {
          FreezeRows: (count) => {
            sheet.frozenRows = asNumber(count, 'count');
          },
        },
      }),
    },
    make: {
      GetRange: (address) => onCells(address === null ? WHOLE_SHEET : parseArea(asText(address, 'address'))),
      GetRangeByIndexes: (row, column, rows, columns) => {
        const top = asNumber(row, 'startRow');
        const left = asNumber(column, 'startColumn');
        const bottom = top + asNumber(rows, 'rowCount') - 1;
        return onCells({ top, left, bottom, right: left + asNumber(columns, 'columnCount') - 1 });
      },
      GetRanges: (addresses) => {
        guardCells(sheet);
        return rangeAreasRemote(sheet, asText(addresses, 'addresses'));
      },
      GetUsedRangeOrNullObject: (valuesOnly) => {
        only(valuesOnly, true, 'valuesOnly');
        guardCells(sheet);
        const used = usedArea(sheet);
        return used === null ? null : rangeRemote(session, sheet, used);
      },
    },
    call: {
      Activate: () => {
        if (sheet.visibility !== 'Visible') {
          throw new RichApiError('InvalidOperation', 'This operation is not permitted for the current object.');
        }
        book.active = sheet;
      },
    },
  };
}

function guardCells(sheet: SheetState): void {
  if (sheet.chart) throw new RichApiError('UnsupportedSheet', 'This sheet type does not support this operation.');
}
