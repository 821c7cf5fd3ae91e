import type { OwnChanges } from './sitting';

/** How a sheet that is emptied as a whole may be named. */
const FROM_THE_TOP = /^(?:A?1:|A:)/;

/** Tells of changes that the user makes on any sheet. */
export interface ChangeFeed {
  /** Adds a listener; gives the way to remove it. */
  readonly listen: (listener: () => void) => () => void;
  /** Subscribes with Excel as a part of this batch, unless that was done; to be confirmed when the batch succeeded. */
  readonly subscribe: (context: Excel.RequestContext) => { readonly confirm: () => void };
  readonly isSubscribed: () => boolean;
}

/**
 * One subscription for the whole workbook, which lives as long as the page. What the add-in itself writes is no
 * change: Excel says so from ExcelApi 1.14 on, before that it is known by where we wrote.
 */
export function newChangeFeed(own: OwnChanges): ChangeFeed {
  const listeners = new Set<() => void>();
  let isSubscribed = false;

  const isOurs = ({ triggerSource, worksheetId, address }: Excel.WorksheetChangedEventArgs): boolean => {
    if (Office.context.requirements.isSetSupported('ExcelApi', '1.14')) return triggerSource === 'ThisLocalAddin';
    return own.areas.delete(`${worksheetId}!${address}`) || (own.sheets.has(worksheetId) && FROM_THE_TOP.test(address));
  };

  const tell = async (change: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (isOurs(change)) return;
    for (const listener of [...listeners]) listener();
  };

  return {
    isSubscribed: () => isSubscribed,
    listen: (listener) => {
      const own = (): void => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    subscribe: (context) => {
      if (!isSubscribed) context.workbook.worksheets.onChanged.add(tell);
      return {
        confirm: () => {
          isSubscribed = true;
        },
      };
    },
  };
}
