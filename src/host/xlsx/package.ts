import { unzipSync, zipSync, type Zippable } from 'fflate';
import { HostError } from '../host-error';

/** The parts of a file in their order, by name without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const MAX_FILE_BYTES = 40 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

/** Throws `empty` or `too-large` before anything is read. */
export function assertSize(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new HostError('empty', name);
  if (bytes.length > MAX_FILE_BYTES) throw new HostError('too-large', name);
}

/** What a file is by its first bytes: a zip archive, an OLE compound file, or neither. */
export function containerOf(bytes: Uint8Array): 'zip' | 'ole' | 'other' {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  return begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ? 'ole' : 'other';
}

/**
 * Unpacks a zip archive. Throws `too-large` where it claims to unpack to more than a workbook could need, before
 * unpacking any of it, and `unreadable` where a part's length or check sum is not what the archive says.
 */
export function unpack(bytes: Uint8Array, name: string): Parts {
  const expected = readChecksums(bytes);
  const sizes: { readonly name: string; readonly size: number }[] = [];
  let unpacked: Readonly<Record<string, Uint8Array>>;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        sizes.push({ name: entry.name, size: entry.originalSize });
        return false;
      },
    });
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    if (total > MAX_UNPACKED_BYTES) throw new HostError('too-large', name);
    unpacked = unzipSync(bytes);
  } catch (error) {
    throw error instanceof HostError ? error : new HostError('unreadable', name, { cause: error });
  }
  const parts = new Map<string, Uint8Array>();
  sizes.forEach((entry, index) => {
    const content = unpacked[entry.name];
    if (content === undefined || content.length !== entry.size) throw new HostError('unreadable', name);
    const checksum = expected[index];
    if (checksum !== undefined && checksum !== crc32(content)) throw new HostError('unreadable', name);
    parts.set(entry.name, content);
  });
  return parts;
}

/** Packs parts in their order; the same parts give the same bytes. */
export function pack(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  const mtime = new Date(1980, 0, 1);
  for (const [name, content] of parts) entries[name] = [content, { mtime }];
  return zipSync(entries);
}

/**
 * The CRC-32 of each entry, in the order of the archive's central directory, which fflate does not tell. None where
 * the directory is of the 64-bit kind.
 */
function readChecksums(bytes: Uint8Array): number[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checksums: number[] = [];
  let end = bytes.length - 22;
  while (end >= 0 && data.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return checksums;
  let at = data.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && data.getUint32(at, true) === 0x02014b50) {
    checksums.push(data.getUint32(at + 16, true));
    at += 46 + data.getUint16(at + 28, true) + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return checksums;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
