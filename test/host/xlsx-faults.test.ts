import { CFB, utils, write as writeWorkbook } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { HostError, type HostFault } from '../../src/host/host-error';
import { richXlsx } from './rich-workbook';
import { buildParts, buildXlsx, zipParts } from './xlsx-fixture';

const NAME = '文件.xlsx';
const GOOD = buildXlsx({ sheets: [{ name: '公开01表', cells: { A1: '收入支出决算总表', B2: 1 } }] });

/** An OLE compound file with these streams. */
function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}

function xlsBytes(): Uint8Array {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['决算数', 1.5]]), '表');
  return new Uint8Array(writeWorkbook(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

/** An .xls file with a password: the record that says so stands behind the first one of its stream. */
function xlsWithPassword(): Uint8Array {
  const stream = CFB.find(CFB.parse(xlsBytes()), 'Workbook')?.content ?? [];
  const bytes = Uint8Array.from(stream as ArrayLike<number>);
  const head = 4 + ((bytes[2] ?? 0) | ((bytes[3] ?? 0) << 8));
  const filePass = [0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78];
  return compoundFile({ Workbook: Uint8Array.from([...bytes.slice(0, head), ...filePass, ...bytes.slice(head)]) });
}

function without(part: string): Uint8Array {
  const parts = buildParts({ sheets: [{ name: '表', cells: { A1: 1 } }] });
  return zipParts(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part)));
}

function withSheet(xml: string): Uint8Array {
  const parts = buildParts({ sheets: [{ name: '表', cells: { A1: 1 } }] });
  return zipParts({ ...parts, 'xl/worksheets/sheet1.xml': xml });
}

function mainPart(target: string): string {
  return `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="${target}"/></Relationships>`;
}

const DOCX = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': mainPart('word/document.xml'),
  'word/document.xml': '<w:document xmlns:w="x"/>',
};

const BINARY = {
  ...DOCX,
  '_rels/.rels': mainPart('xl/workbook.bin'),
  'xl/workbook.bin': Uint8Array.from([0x83, 0x01, 0x00, 0xff]),
};

/** A small file whose directory says that it unpacks to a gigabyte. */
function bomb(): Uint8Array {
  const parts = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`xl/${index}.xml`, 'x'.repeat(1000)]));
  const bytes = zipParts(parts);
  const data = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (data.getUint32(at, true) === 0x02014b50) data.setUint32(at + 24, 128 * 1024 * 1024, true);
  }
  return bytes;
}

describe('a file that cannot be used ends in its sentence', () => {
  test.each<[string, () => Uint8Array, HostFault]>([
    ['an empty file', () => new Uint8Array(0), 'empty'],
    ['a file of more than 40 MB', () => new Uint8Array(40 * 1024 * 1024 + 1), 'too-large'],
    ['a small file that unpacks to a gigabyte', bomb, 'too-large'],
    ['a text file', () => strToU8('收入,支出\n1,2'), 'not-excel'],
    ['a PDF file', () => strToU8('%PDF-1.7\n1 0 obj'), 'not-excel'],
    ['a Word document', () => zipParts(DOCX), 'not-excel'],
    ['an archive of pictures', () => zipParts({ '照片.png': Uint8Array.of(1, 2, 3) }), 'not-excel'],
    ['a binary workbook', () => zipParts(BINARY), 'not-excel'],
    ['an old Word document', () => compoundFile({ WordDocument: strToU8('x'.repeat(5000)) }), 'not-excel'],
    ['an .xlsx file with a password', () => compoundFile({ EncryptedPackage: strToU8('x'.repeat(5000)) }), 'encrypted'],
    ['an .xls file with a password', xlsWithPassword, 'encrypted'],
    ['half a file', () => GOOD.slice(0, GOOD.length / 2), 'unreadable'],
    ['a file without its end', () => GOOD.slice(0, -30), 'unreadable'],
    ['the first bytes of an archive', () => GOOD.slice(0, 4), 'unreadable'],
    ['half an .xls file', () => xlsBytes().slice(0, 2000), 'unreadable'],
    ['a workbook without one of its sheets', () => without(`xl/worksheets/sheet1.xml`), 'unreadable'],
    ['a sheet that breaks off', () => withSheet('<worksheet><sheetData>'), 'unreadable'],
    ['a sheet with what XML does not allow', () => withSheet('<worksheet>\u0000</worksheet>'), 'unreadable'],
  ])('%s', async (_, bytes, fault) => {
    const error: unknown = await openXlsx(bytes(), NAME).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ fault, where: NAME });
  });

  test('a changed byte is noticed, or changes nothing that is read', async () => {
    const original = richXlsx();
    const expected = await (await openXlsx(original, NAME)).read();
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = original.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        try {
          expect(await (await openXlsx(damaged, NAME)).read()).toEqual(expected);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          expect(['unreadable', 'not-excel', 'too-large']).toContain(error.fault);
        }
      }),
      { numRuns: 150 },
    );
  });
});
