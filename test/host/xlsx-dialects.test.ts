import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { edit, mark, paragraphSheet } from './stage';
import { buildParts, zipParts } from './xlsx-fixture';
import { inspectXlsx, parseXml } from './xlsx-inspect';

const NAME = '别家.xlsx';
const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

describe('files that are not like Excel’s own', () => {
  const plain = buildParts({ sheets: [{ name: '表', cells: { A1: 1, A2: '甲' } }] });
  const strict = Object.fromEntries(
    Object.entries(plain).map(([name, part]) => [
      name,
      part
        .replaceAll(`${TRANSITIONAL}/spreadsheetml/2006`, `${STRICT}/spreadsheetml`)
        .replaceAll(`${TRANSITIONAL}/officeDocument/2006`, `${STRICT}/officeDocument`),
    ]),
  );
  const unstyled = Object.fromEntries(
    Object.entries(plain)
      .filter(([name]) => name !== 'xl/styles.xml')
      .map(([name, part]) => [name, part.replace(/<(?:Relationship|Override)[^>]*styles[^>]*>/, '')]),
  );

  test.each([
    ['in the strict edition of the format', strict],
    ['without a styles part', unstyled],
    ['in other folders, with a byte order mark', moved(plain)],
  ])('%s are read, written, marked and given a sheet', async (_, parts) => {
    const host = await openXlsx(zipParts(parts), NAME);
    await host.write([edit('表!A1', 1, 2)]);
    await host.mark([mark('表!A1', 'error')]);
    await host.writeSheet(paragraphSheet('说明', ['标题'], ['段']));
    const saved = host.save();
    for (const part of Object.values(inspectXlsx(saved).parts)) parseXml(part);
    const later = await openXlsx(saved, NAME);
    const read = await later.read();
    expect(read.sheets.map(({ name }) => name)).toEqual(['表', '说明']);
    const values = read.sheets.map((sheet) => sheet.rows.map((row) => row.map(({ value }) => value)));
    expect(values).toEqual([
      [[2], ['甲']],
      [['标题'], ['段']],
    ]);
    expect(later.marks()).toEqual([mark('表!A1', 'error')]);
    const looks = [0, 1].map((row) => later.view().sheets[1]?.cellAt(row, 0).style);
    expect(looks).toMatchObject([{ bold: true, wrap: false }, { bold: false, wrap: true }]);
    await later.mark([]);
    expect((await openXlsx(later.save(), NAME)).marks()).toEqual([]);
  });
});

/** The same workbook with its parts elsewhere: nothing but the relationships says where they are. */
function moved(parts: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(parts).map(([name, part]) => {
    const place = name.replace('xl/worksheets/', 'Sheets/').replace('xl/', 'content/book/');
    const linked = part
      .replaceAll('/xl/worksheets/', '/Sheets/')
      .replaceAll('"worksheets/', '"/Sheets/')
      .replaceAll('xl/', 'content/book/');
    return [place, `\ufeff${linked}`];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
