import { HostError, type HostFault } from '../host-error';

/** What this host needs of Excel: RangeAreas and changes of the whole workbook came with 1.9. */
const REQUIREMENT = ['ExcelApi', '1.9'] as const;

/** Error codes of Excel that mean something to the user; every other one is `failed`. */
const FAULTS: Readonly<Record<string, HostFault>> = {
  InvalidOperationInCellEditMode: 'busy',
  WriteNotSupportedWhenModalDialogOpen: 'busy',
  ActivityLimitReached: 'busy',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
};

/** Whether this Excel knows every call that the host makes. */
export function isExcelSupported(): boolean {
  return typeof Office !== 'undefined' && Office.context?.requirements?.isSetSupported(...REQUIREMENT) === true;
}

/**
 * Lets a batch work on the workbook. A context of its own, not `Excel.run`: that would send one more request
 * afterwards, to release objects which we never use across round trips.
 * @throws HostError `unsupported` in an Excel before ExcelApi 1.9, `busy` while a cell is edited, else `failed`.
 */
export async function withExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!isExcelSupported()) throw new HostError('unsupported');
  try {
    return await batch(new Excel.RequestContext());
  } catch (error) {
    throw toHostError(error);
  }
}

/** The error code of Excel, '' for an error of any other origin. */
export function codeOf(error: unknown): string {
  return error instanceof OfficeExtension.Error ? error.code : '';
}

/** Whether Excel carried the batch out up to an action that it refused, so that the trouble is in that action. */
export function isRefusedAction(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && typeof error.debugInfo?.errorLocation === 'string';
}

/** What the user is told of an error of Excel; the error itself stays as the cause. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const fault = FAULTS[codeOf(error)] ?? 'failed';
  const words = error instanceof Error ? error.message : String(error);
  return new HostError(fault, fault === 'failed' ? words.replace(/[。.]$/, '') : '', { cause: error });
}
