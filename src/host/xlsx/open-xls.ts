import { HostError } from '../host-error';
import { unpack } from './package';
import { createXlsxHost, type XlsxHost } from './xlsx-host';

/**
 * A read-only host over an .xls file: its content is put into the newer format and read from there. Throws
 * `encrypted` where it has a password (an .xlsx that has one comes in the same container), `not-excel` where the
 * container holds something else.
 */
export async function openXls(bytes: Uint8Array, name: string): Promise<XlsxHost> {
  if (holdsStream(bytes, 'EncryptedPackage')) throw new HostError('encrypted', name);
  if (!holdsStream(bytes, 'Workbook') && !holdsStream(bytes, 'Book')) throw new HostError('not-excel', name);
  const { read, write } = await import('@e965/xlsx');
  let converted: Uint8Array;
  try {
    const workbook = read(bytes, { type: 'array', cellNF: true, cellText: false });
    converted = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }));
  } catch (error) {
    const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new HostError(isEncrypted ? 'encrypted' : 'unreadable', name, { cause: error });
  }
  const host = createXlsxHost(converted, unpack(converted, name), name);
  const refuse = (): never => {
    throw new HostError('read-only', name);
  };
  const refuseLater = async (): Promise<void> => refuse();
  return {
    ...host,
    readOnly: true,
    write: refuseLater,
    enter: refuseLater,
    mark: refuseLater,
    writeSheet: refuseLater,
    save: refuse,
  };
}

/** Whether a compound file names such a stream: names stand in its directory in UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name, '\0'].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
