import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { formatCell, parseCell } from '../../src/workbook/address';
import { invert, type CellEdit } from '../../src/workbook/edit';
import { cellAt, findSheet, type CellValue } from '../../src/workbook/snapshot';
import type { Mark } from '../../src/host/host';
import { richXlsx, PREFIXED, RICH } from './rich-workbook';
import { edit, mark, paragraphSheet } from './stage';
import { all, inspectXlsx, parseXml } from './xlsx-inspect';

const FILE = '丰富.xlsx';
const RICH_PART = 'xl/worksheets/sheet1.xml';
const PREFIXED_PART = 'xl/worksheets/sheet2.xml';
const ORIGINAL = richXlsx();
const PARTS = texts(ORIGINAL);

/** The parts as text, one character a byte, so that equal texts are equal bytes. */
function texts(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]);
  return Object.fromEntries(parts) as Record<string, string>;
}

function utf8(text: string): string {
  return strFromU8(new TextEncoder().encode(text), true);
}

/** The parts of the saved file that are not byte for byte those of the original. */
function changedParts(saved: Uint8Array): string[] {
  const now = texts(saved);
  expect(Object.keys(now).slice(0, Object.keys(PARTS).length)).toEqual(Object.keys(PARTS));
  return Object.keys(now).filter((name) => now[name] !== PARTS[name]);
}

/** The original's text with stretches replaced, each of which must be there once. */
function replaced(part: string, ...stretches: readonly (readonly [string, string])[]): string {
  return stretches.reduce((text, [from, to]) => {
    expect(text.split(utf8(from))).toHaveLength(2);
    return text.replace(utf8(from), () => utf8(to));
  }, PARTS[part] ?? '');
}

describe('a workbook with everything in it', () => {
  test('comes back as the bytes it was when nothing was changed', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.read();
    host.view();
    expect(host.save()).toBe(ORIGINAL);
  });

  test('changes in nothing but the cells that were written and the results that hang on them', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.write([
      edit(`${RICH}!B3`, 1234.5, 1234.51),
      edit(`${RICH}!C3`, '437.83　', 437.83),
      edit(`${RICH}!B4`, 40, null),
      edit(`${RICH}!C4`, null, 3),
      edit(`${RICH}!B2`, '决算数', '=1&2'),
      edit(`${RICH}!E5`, null, 7),
      edit(`${RICH}!A7`, null, '新行'),
      edit(`${RICH}!C7`, null, 9),
      edit(`${RICH}!D4`, true, false),
      edit(`${RICH}!B12`, null, 1),
    ]);
    const saved = host.save();
    expect(changedParts(saved)).toEqual([RICH_PART]);
    expect(texts(saved)[RICH_PART]).toBe(
      replaced(
        RICH_PART,
        ['<dimension ref="A1:D9"/>', '<dimension ref="A1:E12"/>'],
        ['<v>1234.5</v>', '<v>1234.51</v>'],
        ['<c r="C3" s="2" t="s"><v>3</v></c>', '<c r="C3" s="2"><v>437.83</v></c>'],
        ['<c r="B4" s="2"><v>40</v></c>', '<c r="B4" s="2"/>'],
        ['<c r="C4" s="2"/>', '<c r="C4" s="2"><v>3</v></c>'],
        [
          '<c r="B2" t="inlineStr"><is><r><t>决算</t></r><r><rPr><b/></rPr><t>数</t></r></is></c>',
          '<c r="B2" t="inlineStr"><is><t xml:space="preserve">=1&amp;2</t></is></c>',
        ],
        ['<row r="5" spans="1:4">', '<row r="5" spans="1:5">'],
        ['<v>11</v></c></row>', '<v>11</v></c><c r="E5"><v>7</v></c></row>'],
        [
          '<row r="8" spans="2:4"',
          '<row r="7"><c r="A7" t="inlineStr"><is><t xml:space="preserve">新行</t></is></c><c r="C7" s="2"><v>9</v></c>' +
            '</row><row r="8" spans="2:4"',
        ],
        ['<c r="D4" t="b"><v>1</v></c>', '<c r="D4" t="b"><v>0</v></c>'],
        ['<v>169.585</v>', '<v>164.3863</v>'],
        ['</sheetData>', '<row r="12"><c r="B12"><v>1</v></c></row></sheetData>'],
      ),
    );
  });

  test('calculates a shared formula again where it stands', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.write([edit(`${RICH}!C6`, 2, 2.5)]);
    expect(texts(host.save())[RICH_PART]).toBe(
      replaced(
        RICH_PART,
        ['<c r="C6" s="2"><v>2</v></c>', '<c r="C6" s="2"><v>2.5</v></c>'],
        ['<v>22</v>', '<v>22.5</v>'],
      ),
    );
  });

  test('keeps prefixes and white space of a part that is written another way', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.write([
      edit(`${PREFIXED}!B1`, 12.5, 13),
      edit(`${PREFIXED}!A1`, '项目', '甲'),
      edit(`${PREFIXED}!C4`, null, '乙'),
      edit(`${PREFIXED}!A3`, null, 1),
    ]);
    const saved = host.save();
    expect(changedParts(saved)).toEqual([PREFIXED_PART]);
    expect(texts(saved)[PREFIXED_PART]).toBe(
      replaced(
        PREFIXED_PART,
        [
          "<x:c t='str'><x:v>项目</x:v></x:c>",
          "<x:c t='inlineStr'><x:is><x:t xml:space=\"preserve\">甲</x:t></x:is></x:c>",
        ],
        ['<x:v>12.5</x:v>', '<x:v>13</x:v>'],
        [
          "<x:row r='4' />",
          '<x:row r="3"><x:c r="A3"><x:v>1</x:v></x:c></x:row>' +
            "<x:row r='4' >" +
            '<x:c r="C4" t="inlineStr"><x:is><x:t xml:space="preserve">乙</x:t></x:is></x:c></x:row>',
        ],
        ['<x:v>25</x:v>', '<x:v>26</x:v>'],
      ),
    );
  });

  test('gets one rule a kind and sheet, after its own rules, and the looks of them, and nothing else', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.mark([
      mark(`${RICH}!B3`, 'error'),
      mark(`${RICH}!B4`, 'error'),
      mark(`${RICH}!C3`, 'error'),
      mark(`${RICH}!C4`, 'error'),
      mark(`${RICH}!A9`, 'error'),
      mark(`${RICH}!B6`, 'rounding'),
      mark(`${PREFIXED}!B1`, 'rounding'),
    ]);
    const saved = host.save();
    expect(changedParts(saved)).toEqual([RICH_PART, PREFIXED_PART, 'xl/styles.xml'].sort(inFileOrder));
    const rule = (p: string, kind: string, look: number, priority: number): string =>
      `<${p}cfRule type="expression" dxfId="${look}" priority="${priority}">` +
      `<${p}formula>N("决算公开助手:${kind}")=0</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
    const now = texts(saved);
    expect(now[RICH_PART]).toBe(
      replaced(RICH_PART, [
        '</conditionalFormatting><dataValidations',
        '</conditionalFormatting>' +
          `<conditionalFormatting sqref="B3:C4 A9">${rule('', 'error', 1, 8)}` +
          `<conditionalFormatting sqref="B6">${rule('', 'rounding', 2, 9)}<dataValidations`,
      ]),
    );
    expect(now[PREFIXED_PART]).toBe(
      replaced(PREFIXED_PART, [
        '</x:mergeCells>',
        `</x:mergeCells><x:conditionalFormatting sqref="B1">${rule('x:', 'rounding', 2, 1)}`,
      ]),
    );
    const look = (fill: string): string =>
      `<dxf><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`;
    expect(now['xl/styles.xml']).toBe(
      replaced(
        'xl/styles.xml',
        ['<dxfs count="1">', '<dxfs count="3">'],
        ['</dxfs>', `${look('FFC7CE')}${look('BDD7EE')}</dxfs>`],
      ),
    );
  });

  test('is what it was once its marks are gone, also in a later sitting', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.mark([mark(`${RICH}!B3`, 'error'), mark(`${PREFIXED}!B1`, 'warning')]);
    const later = await openXlsx(host.save(), FILE);
    expect(later.marks()).toEqual([mark(`${RICH}!B3`, 'error'), mark(`${PREFIXED}!B1`, 'warning')]);
    await later.mark([]);
    expect(changedParts(later.save())).toEqual([]);
    await host.mark([]);
    expect(host.save()).toBe(ORIGINAL);
  });

  test('tells only those parts of a new sheet that list sheets, and keeps them in order', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.writeSheet(paragraphSheet('说明 & "生成"', ['一、标题'], ['段']));
    const saved = host.save();
    const listing = ['[Content_Types].xml', 'docProps/app.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
    expect(changedParts(saved)).toEqual([...listing, 'xl/styles.xml', 'xl/worksheets/sheet5.xml'].sort(inFileOrder));
    const { document } = inspectXlsx(saved);
    const entry = all(document('xl/workbook.xml'), 'sheet').at(-1);
    expect(entry?.attributes).toMatchObject({ name: '说明 & "生成"', sheetId: '8' });
    const links = all(document('xl/_rels/workbook.xml.rels'), 'Relationship');
    const link = links.find(({ attributes }) => attributes['Id'] === entry?.attributes['id']);
    expect(link?.attributes['Target']).toBe('worksheets/sheet5.xml');
    const types = all(document('[Content_Types].xml'), 'Override').map((one) => one.attributes['PartName']);
    expect(types).toContain('/xl/worksheets/sheet5.xml');
    const titles = all(all(document('docProps/app.xml'), 'TitlesOfParts')[0], 'lpstr').map(({ text }) => text);
    expect(titles).toEqual([RICH, PREFIXED, '透视', '隐', '说明 & "生成"', '税率']);
    const properties = document('docProps/app.xml');
    expect(all(all(properties, 'HeadingPairs')[0], 'i4').map(({ text }) => text)).toEqual(['5', '1']);
    expect(all(all(properties, 'TitlesOfParts')[0], 'vector')[0]?.attributes['size']).toBe('6');
  });

  test('freezes the first rows of a new sheet, and adds its looks once', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    const sheet = { ...paragraphSheet('底稿', ['一、标题'], ['段']), frozenRows: 1 };
    await host.writeSheet(sheet);
    const first = inspectXlsx(host.save());
    const pane = all(first.document(first.sheetPart('底稿')), 'pane')[0]?.attributes;
    expect(pane).toMatchObject({ ySplit: '1', topLeftCell: 'A2', state: 'frozen' });
    await host.writeSheet(sheet);
    expect(inspectXlsx(host.save()).parts['xl/styles.xml']).toEqual(first.parts['xl/styles.xml']);
  });

  test('leaves no part behind that only the replaced sheet led to', async () => {
    const host = await openXlsx(ORIGINAL, FILE);
    await host.writeSheet(paragraphSheet(RICH, [], ['段']));
    const saved = inspectXlsx(host.save());
    const gone = Object.keys(PARTS).filter((name) => !(name in saved.parts));
    expect(gone.sort()).toEqual([
      'xl/calcChain.xml',
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/media/image1.png',
      'xl/printerSettings/printerSettings1.bin',
      'xl/tables/table1.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
    ]);
    const types = all(saved.document('[Content_Types].xml'), 'Override');
    const typed = types.map(({ attributes }) => (attributes['PartName'] ?? '').slice(1));
    expect(typed.filter((name) => !(name in saved.parts))).toEqual([]);
    const links = all(saved.document('xl/_rels/workbook.xml.rels'), 'Relationship');
    expect(links.map(({ attributes }) => attributes['Target'])).not.toContain('calcChain.xml');
    expect((await openXlsx(host.save(), FILE)).marks()).toEqual([]);
  });
});

function inFileOrder(a: string, b: string): number {
  const names = Object.keys(PARTS);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return place(a) - place(b);
}

describe('as laws', () => {
  const cell = fc.record({
    sheet: fc.constantFrom(RICH, PREFIXED, '透视'),
    row: fc.nat(12),
    column: fc.nat(6),
  });
  const awkward = ['一', '　', ' ', '=', '\n', '\t', '\r', '<', '&', '"', "'", '_x000D_', '_x', ']]>', '\u0001', '💡'];
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...awkward) }));
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), text);

  async function editsOf(changes: readonly { cell: CellEdit['cell']; to: CellValue }[]): Promise<CellEdit[]> {
    const workbook = await (await openXlsx(ORIGINAL, FILE)).read();
    const byCell = new Map(changes.map((change) => [formatCell(change.cell), change]));
    return [...byCell.values()].flatMap(({ cell: ref, to }) => {
      const sheet = findSheet(workbook, ref.sheet);
      const held = sheet === undefined ? undefined : cellAt(sheet, ref.row, ref.column);
      const next = to === '' ? null : Object.is(to, -0) ? 0 : to;
      return held === undefined || held.formula !== null ? [] : [{ cell: ref, from: held.value, to: next }];
    });
  }

  const changes = fc.array(fc.record({ cell, to: value }), { maxLength: 12 });

  test('what was written is what a later sitting reads, in well-formed parts', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const host = await openXlsx(ORIGINAL, FILE);
        await host.write(await editsOf(list));
        const saved = host.save();
        for (const [name, part] of Object.entries(inspectXlsx(saved).parts)) if (name.endsWith('.xml')) parseXml(part);
        expect(await (await openXlsx(saved, FILE)).read()).toEqual(await host.read());
      }),
      { numRuns: 25 },
    );
  });

  test('undoing all that was written gives the very bytes back', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const host = await openXlsx(ORIGINAL, FILE);
        const edits = await editsOf(list);
        await host.write(edits);
        await host.write(invert(edits));
        expect(host.save()).toBe(ORIGINAL);
      }),
      { numRuns: 25 },
    );
  });

  test('undoing in a later sitting gives the old values back', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const host = await openXlsx(ORIGINAL, FILE);
        const before = await host.read();
        const edits = await editsOf(list);
        await host.write(edits);
        const later = await openXlsx(host.save(), FILE);
        await later.write(invert(edits));
        const values = (book: typeof before): unknown[] =>
          edits.map(({ cell: ref }) => {
            const sheet = findSheet(book, ref.sheet);
            return sheet === undefined ? undefined : cellAt(sheet, ref.row, ref.column).value;
          });
        expect(values(await later.read())).toEqual(values(before));
      }),
      { numRuns: 25 },
    );
  });

  const kind = fc.constantFrom('error', 'warning', 'rounding') satisfies fc.Arbitrary<Mark['kind']>;

  test('marks of any shape are saved and read back, and leave no byte behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ cell, kind }), { maxLength: 40 }), async (list) => {
        const marks = [...new Map(list.map((one) => [formatCell(one.cell), one])).values()];
        const host = await openXlsx(ORIGINAL, FILE);
        await host.mark(marks);
        const saved = host.save();
        const later = await openXlsx(saved, FILE);
        const names = (some: readonly Mark[]): string[] =>
          some.map((one) => `${formatCell(one.cell)} ${one.kind}`).sort();
        expect(names(later.marks())).toEqual(names(marks));
        expect(Object.keys(inspectXlsx(saved).markedCells())).toHaveLength(marks.length);
        await later.mark([]);
        expect(changedParts(later.save())).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

test('edits and marks of one cell are saved together', async () => {
  const host = await openXlsx(ORIGINAL, FILE);
  await host.mark([mark(`${RICH}!B3`, 'error')]);
  await host.write([edit(`${RICH}!B3`, 1234.5, 1)]);
  const later = await openXlsx(host.save(), FILE);
  const sheet = findSheet(await later.read(), RICH);
  const { row, column } = parseCell(`${RICH}!B3`);
  expect(sheet === undefined ? null : cellAt(sheet, row, column).value).toBe(1);
  expect(later.marks()).toEqual([mark(`${RICH}!B3`, 'error')]);
});
