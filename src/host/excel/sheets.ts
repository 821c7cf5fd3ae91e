import { HostError } from '../host-error';
import { codeOf } from './run';

interface OpenSheet {
  /** As it was asked for. */
  readonly name: string;
  readonly sheet: Excel.Worksheet;
}

/** Worksheets of a batch by their lower-case names: Excel tells names apart without regard to case. */
export type OpenSheets = ReadonlyMap<string, OpenSheet>;

/**
 * Looks sheets up before anything else of the batch happens, so that a missing one fails it with nothing done,
 * and loads what tells afterwards why the batch failed.
 */
export function openSheets(context: Excel.RequestContext, names: Iterable<string>): OpenSheets {
  const sheets = new Map<string, OpenSheet>();
  for (const name of names) {
    if (sheets.has(name.toLowerCase())) continue;
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load('id,name,visibility,protection/protected');
    sheets.set(name.toLowerCase(), { name, sheet });
  }
  return sheets;
}

/** The opened sheet of a name. */
export function sheetOf(sheets: OpenSheets, name: string): Excel.Worksheet {
  const opened = sheets.get(name.toLowerCase());
  if (opened === undefined) throw new RangeError(`工作表 ${name} 没有打开`);
  return opened.sheet;
}

/**
 * Names the sheet that made a batch fail: the answer of Excel holds all that was loaded before the failure.
 * @returns `missing` or `protected` with the name, or the error itself where neither is the reason.
 */
export function blame(error: unknown, sheets: OpenSheets): unknown {
  const code = codeOf(error);
  for (const { name, sheet } of sheets.values()) {
    const { name: loaded, protection } = sheet.toJSON();
    if (code === 'ItemNotFound' && loaded === undefined) return new HostError('missing', name, { cause: error });
    if (code === 'AccessDenied' && protection?.protected === true) {
      return new HostError('protected', loaded ?? name, { cause: error });
    }
  }
  return error;
}
