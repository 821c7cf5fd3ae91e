import { HostError } from '../host-error';
import { openXls } from './open-xls';
import { assertSize, containerOf, unpack } from './package';
import { createXlsxHost, type XlsxHost } from './xlsx-host';

export type { XlsxHost } from './xlsx-host';

/**
 * Opens an .xlsx or .xls file, in a browser or in Node. The name is that of the file, without its folder. Throws
 * `empty`, `too-large`, `encrypted`, `not-excel` or `unreadable`, each with the file's name.
 */
export async function openXlsx(bytes: Uint8Array, name: string): Promise<XlsxHost> {
  assertSize(bytes, name);
  try {
    switch (containerOf(bytes)) {
      case 'zip':
        return createXlsxHost(bytes, unpack(bytes, name), name);
      case 'ole':
        return await openXls(bytes, name);
      case 'other':
        throw new HostError('not-excel', name);
    }
  } catch (error) {
    throw error instanceof HostError ? error : new HostError('unreadable', name, { cause: error });
  }
}
