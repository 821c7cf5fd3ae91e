import { examine } from '../../src/app/check';
import { documentTables } from '../../src/app/document-tables';
import type { DocumentCell, DocumentTable } from '../../src/host/document';
import { accountsOf } from '../../src/app/own-sheets';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample } from '../sample/clean';
import { LAYOUTS } from '../sample/layout';

const tablesOf = (workbook: WorkbookSnapshot): readonly DocumentTable[] => {
  const { accounts } = examine(workbook);
  return documentTables(workbook, accounts);
};

/** How many columns and rows the cells of a table fill: none is left blank, none filled twice. */
function coverage(rows: readonly (readonly DocumentCell[])[], width: number): readonly number[] {
  const covered = rows.map(() => Array.from({ length: width }, () => 0));
  rows.forEach((cells, top) => {
    let left = 0;
    for (const { columns, rows: height } of cells) {
      while ((covered[top]?.[left] ?? 1) > 0 && left < width) left += 1;
      for (let row = top; row < top + height; row += 1) {
        for (let column = left; column < left + columns; column += 1) {
          const line = covered[row];
          if (line !== undefined) line[column] = (line[column] ?? 0) + 1;
        }
      }
    }
  });
  return covered.flat();
}

describe.each(LAYOUTS)('%s', (_, layout) => {
  const { snapshot } = cleanSample(layout);
  const tables = tablesOf(snapshot);

  test('every table is there under its title, with department and unit', () => {
    const { accounts } = examine(snapshot);
    expect(tables.map(({ title }) => title)).toEqual(accounts.tables.map(({ title }) => title.replace(/\s+/g, '')));
    expect(tables.every(({ labels: [left, right] }) => left.includes(accounts.department ?? '') && right.includes('元'))).toBe(true);
  });

  test('every cell of the grid is filled exactly once, headings over groups included', () => {
    for (const { header, body, widths } of tables) {
      expect(header.length).toBeGreaterThan(0);
      expect(new Set(coverage(header, widths.length))).toEqual(new Set([1]));
      expect(new Set(coverage(body, widths.length))).toEqual(new Set([1]));
    }
  });

  test('every amount of the table is printed as it is displayed', () => {
    const { accounts } = examine(snapshot);
    for (const [index, { figures }] of accounts.tables.entries()) {
      const printed = tables[index]?.body.flat().map(({ text }) => text) ?? [];
      const shown = figures.filter(({ blank }) => !blank).map(({ cell }) => {
        const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
        return sheet?.rows[cell.row]?.[cell.column]?.text.trim();
      });
      expect(printed).toEqual(expect.arrayContaining(shown));
    }
  });
});

test('headings are merged as forms merge them, and never into the row that numbers the columns', () => {
  const rows: CellValue[][] = [
    ['支出决算表', null, null, null],
    ['单位：万元', null, null, null],
    ['项目', null, '本年支出合计', '基本支出'],
    ['科目编码', '科目名称', null, null],
    ['栏次', null, 1, 2],
    ['合计', null, 10, 10],
    ['201', '一般公共服务支出', 10, 10],
  ];
  const cells = rows.map((line) => line.map((value) => ({ value, text: value === null ? '' : String(value), formula: null })));
  const workbook = { name: '', sheets: [{ name: '表', hidden: false, protected: false, rows: cells }] };
  const [table] = documentTables(workbook, accountsOf(workbook));
  const spans = table?.header.map((line) => line.map(({ text, columns, rows: height }) => `${text} ${columns}×${height}`));
  expect(spans).toEqual([
    ['项目 2×1', '本年支出合计 1×2', '基本支出 1×2'],
    ['科目编码 1×1', '科目名称 1×1'],
    ['栏次 2×1', '1 1×1', '2 1×1'],
  ]);
});
