import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { excel, loadedFiles } from './excel';

const PACKAGE = dirname(require.resolve('@microsoft/office-js/package.json'));

test('the page runs Office.js 1.1.110, loaded byte for byte from its package', () => {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  expect(version).toBe('1.1.110');
  expect(Object.keys(loadedFiles).sort()).toEqual(['excel-win32-16.01.js', 'office.js', 'zh-cn/office_strings.js']);
  for (const [path, hash] of Object.entries(loadedFiles)) {
    const bytes = readFileSync(join(PACKAGE, 'dist', path));
    expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, hash]);
  }
});

test('Office.js itself judges what an add-in may do', async () => {
  excel.open({ sheets: [{ name: '表', cells: { A1: 1 } }] });
  const context = new Excel.RequestContext();
  const range = context.workbook.worksheets.getItem('表').getRange('A1');
  expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  range.load('values');
  expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  await context.sync();
  expect(range.values).toEqual([[1]]);
  context.workbook.worksheets.getItem('无').load('name');
  await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
});
