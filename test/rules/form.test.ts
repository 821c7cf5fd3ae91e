import { checkWorkbook } from '../../src/app/check';
import { readAccounts } from '../../src/tables/read-accounts';
import type { Cell, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample } from '../sample/clean';
import { testRule } from './rule-tester';

testRule('form/text-in-number', {
  valid: [
    { name: 'a text number with a full-width space', edits: [['expenditure', '201', 'basic', '583.50　']] },
    { name: 'a bare trailing point', edits: [['basic-expenditure', 'personnel', 'actual', '644.']] },
    { name: 'thousands separators', edits: [['revenue', 'total', 'total', '1,173.40']] },
    { name: 'a cell of one full-width space', edits: [['expenditure', '201', 'business', '　']] },
    { name: 'a dash', edits: [['expenditure', '201', 'business', '—']] },
  ],
  invalid: [
    { name: 'words', edits: [['expenditure', '201', 'basic', '详见附表']], at: ['expenditure', '201', 'basic'], verdict: 'error' },
    { name: 'a heading that slipped into the figures', edits: [['revenue', '2070104', 'total', '本年收入合计']], at: ['revenue', '2070104', 'total'], verdict: 'error' },
    { name: 'a number with its unit', edits: [['three-public', 'actual', 'hospitality', '1.84万元']], at: ['three-public', 'actual', 'hospitality'], verdict: 'error' },
  ],
});

testRule('form/number-as-text', {
  valid: [
    { name: 'a blank typed as a space or a dash', edits: [['expenditure', '201', 'business', '　'], ['expenditure', '207', 'business', '—']] },
  ],
  invalid: [
    { name: 'a number with a full-width space', edits: [['expenditure', '201', 'basic', '583.50　']], at: ['expenditure', '201', 'basic'], verdict: 'warning' },
  ],
});

describe('form/department', () => {
  const { snapshot } = cleanSample();
  const DEPARTMENT = '云溪市档案文献中心';
  const { tables } = readAccounts(snapshot);
  const named = (name: string, count: number): WorkbookSnapshot => {
    const changed = new Set(tables.slice(0, count).map(({ sheet }) => sheet));
    const renamed = (cell: Cell): Cell => {
      const value = typeof cell.value === 'string' ? cell.value.replaceAll(DEPARTMENT, name) : cell.value;
      return { ...cell, value, text: String(value ?? '') };
    };
    const sheets = snapshot.sheets.map((sheet) =>
      changed.has(sheet.name) ? { ...sheet, rows: sheet.rows.map((cells) => cells.map(renamed)) } : sheet,
    );
    return { ...snapshot, sheets };
  };
  const found = (workbook: WorkbookSnapshot) =>
    checkWorkbook(workbook).findings.filter(({ rule }) => rule === 'form/department');

  test.each([1, 2])('%i tables that name another department are reported together', (count) => {
    const titles = tables.slice(0, count).map(({ titleCell }) => titleCell);
    expect(found(named('云溪市教育局', count))).toMatchObject([{ severity: 'warning', cells: titles, fix: null }]);
  });

  test.each([DEPARTMENT, `${DEPARTMENT}（本级）`, `中共${DEPARTMENT}`])('nothing where some are named %s', (name) => {
    expect(found(named(name, 2))).toEqual([]);
  });
});
