import { readFileSync } from 'node:fs';
import { HostError, type HostFault } from '../../../src/host/host-error';

/** A file that is no workbook anyone can read. */
export interface BadFile {
  readonly fault: HostFault;
  readonly name: string;
  /** What the user is told of it. */
  readonly sentence: string;
  readonly bytes: () => Uint8Array;
}

const bad = (fault: HostFault, name: string, bytes: () => Uint8Array): BadFile => {
  return { fault, name, bytes, sentence: new HostError(fault, name).message };
};

/** Every way in which a file cannot be opened. */
export const BAD_FILES: readonly BadFile[] = [
  bad('empty', '空.xlsx', () => new Uint8Array()),
  bad('not-excel', '说明.xlsx', () => new TextEncoder().encode('这是一段文字，不是工作簿。')),
  bad('unreadable', '损坏.xlsx', () => new Uint8Array(readFileSync('assets/sample.xlsx')).slice(0, 9000)),
  bad('encrypted', '加密.xlsx', encrypted),
  bad('too-large', '过大.xlsx', () => new Uint8Array(50 * 1024 * 1024)),
];

/** The head of the compound file that a workbook with a password is put in. */
function encrypted(): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...'EncryptedPackage\0'].forEach((letter, index) => bytes.set([letter.charCodeAt(0)], 1024 + 2 * index));
  return bytes;
}
