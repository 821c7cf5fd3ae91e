import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { formatArea, parseCell } from '../../src/workbook/address';
import { bundleEmulator } from '../office/emulator/bundle';
import type { ExcelOptions } from '../office/emulator/excel';
import { BAD_FILES } from './support/bad-files';
import { launch, screenshot, serve, type Served } from './support/browser';
import { builtProduct } from './support/build';
import { axeViolations, complaintsOf, sidewaysOverflow } from './support/checks';

jest.setTimeout(300_000);

let browser: Browser;
let server: Served;

beforeAll(async () => {
  server = await serve(await builtProduct());
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });

/** The task pane as Excel opens it, over the genuine Office.js, with the sample workbook in the emulated Excel. */
async function openTaskpane(width = 400, options: ExcelOptions = {}) {
  const sample = await openXlsx(new Uint8Array(readFileSync('assets/sample.xlsx')), '决算公开.xlsx');
  const page = await browser.newPage({ viewport: { width, height: 760 }, reducedMotion: 'reduce' });
  const complaints = complaintsOf(page);
  await page.addInitScript({ content: await bundleEmulator(await sample.read(), options) });
  await page.goto(`${server.address}taskpane.html`);
  return { page, complaints };
}

const folder = mkdtempSync(join(tmpdir(), 'taskpane-'));

const rulesInWorkbook = (page: Page): Promise<number> =>
  page.evaluate(() => window.__excel.book.sheets.reduce((sum, { rules }) => sum + rules.length, 0));
const gaps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.__excel.gaps.map(({ message }) => message));

test('in Excel: check, locate, repair, undo, describe, clear', async () => {
  const { page, complaints } = await openTaskpane();
  await button(page, '检查').click();
  await heading(page, '核对结果').waitFor();
  await screenshot(page, 'taskpane-findings-400');
  expect(await rulesInWorkbook(page)).toBeGreaterThan(0);
  expect(await sidewaysOverflow(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);

  const link = page.getByRole('article').getByRole('button', { name: /^定位/ }).first();
  const target = parseCell(((await link.getAttribute('aria-label')) ?? '').replace('定位 ', ''));
  await link.click();
  await page.evaluate(() => window.__excel.idle());
  const shown = await page.evaluate(() => {
    const { active, selection } = window.__excel.book;
    return { sheet: active.name, area: selection };
  });
  expect([shown.sheet, formatArea(shown.area)]).toEqual([
    target.sheet,
    formatArea({ top: target.row, bottom: target.row, left: target.column, right: target.column }),
  ]);

  const valueOf = ({ sheet, row, column }: ReturnType<typeof parseCell>): Promise<unknown> =>
    page.evaluate(
      ([name, key]) => window.__excel.book.sheets.find((one) => one.name === name)?.cells.get(key)?.value,
      [sheet, row * 16_384 + column] as const,
    );
  await button(page, '修复尾差').click();
  await heading(page, '修复尾差').waitFor();
  await button(page, /^放开 \d+ 个数$/).click();
  const first = page.getByRole('row').filter({ has: page.getByRole('checkbox') }).first();
  const cell = parseCell(
    ((await first.getByRole('button', { name: /^定位/ }).getAttribute('aria-label')) ?? '').replace('定位 ', ''),
  );
  const before = await valueOf(cell);
  const to = Number((await first.locator('ins').innerText()).replace(/[^\d.-]/g, ''));
  await button(page, /^写入 \d+ 处$/).click();
  await page.getByText(/已写入/).first().waitFor();
  expect(await valueOf(cell)).toBe(to);
  await button(page, '撤销').click();
  await page.getByText(/已撤销/).first().waitFor();
  expect(await valueOf(cell)).toBe(before);

  await button(page, '生成说明').click();
  await heading(page, '情况说明').waitFor();
  await screenshot(page, 'taskpane-narrative-400');
  const sheets = await page.evaluate(() => window.__excel.book.sheets.length);
  await button(page, '写入工作表').click();
  await page.getByText(/已写入工作表/).first().waitFor();
  expect(await page.evaluate(() => window.__excel.book.sheets.length)).toBe(sheets + 1);

  await button(page, '返回核对结果').click();
  await button(page, '更多').click();
  await page.getByRole('button', { name: /^清除标记/ }).click();
  await page.getByText(/已清除/).first().waitFor();
  expect(await rulesInWorkbook(page)).toBe(0);
  expect(await gaps(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('what the tables cannot know is filled in beside the workbook, kept in its own sheet, and can be taken back', async () => {
  const { page, complaints } = await openTaskpane();
  await button(page, '检查').click();
  await heading(page, '核对结果').waitFor();
  await button(page, '更多').click();
  await page.getByRole('button', { name: /^补充资料/ }).click();
  await page.getByRole('textbox').first().fill('987.65');
  await button(page, '保存 1 项').click();
  await page.getByText(/已把 1 项写入/).first().waitFor();
  await screenshot(page, 'taskpane-supplement-400');
  const held = (): Promise<boolean> =>
    page.evaluate(() => {
      const sheet = window.__excel.book.sheets.find(({ name }) => name === '补充资料');
      return [...(sheet?.cells.values() ?? [])].some(({ value }) => value === 987.65);
    });
  expect(await held()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await button(page, '撤销').click();
  await page.getByText(/已撤销/).first().waitFor();
  expect(await held()).toBe(false);
  expect(await gaps(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('a workbook of last year that cannot be opened is told in one sentence, and the findings stay', async () => {
  const { page } = await openTaskpane(320);
  await button(page, '检查').click();
  await heading(page, '核对结果').waitFor();
  await button(page, '更多').click();
  for (const { fault, name, sentence, bytes } of BAD_FILES) {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    await page.setInputFiles('input[type=file]', path);
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    await screenshot(page, `taskpane-refused-${fault}-320`);
    expect(await heading(page, '核对结果').isVisible()).toBe(true);
    await button(page, '关闭提示').click();
  }
  expect(await axeViolations(page, ['region'])).toEqual([]);
  await page.close();
});

test('what the user types in Excel makes the findings stale', async () => {
  const { page } = await openTaskpane();
  await button(page, '检查').click();
  await heading(page, '核对结果').waitFor();
  await page.evaluate(() => window.__excel.userEdit('公开01表!C7', 1));
  await page.getByText(/可能已经过时/).first().waitFor();
  await page.close();
});

test('an Excel that is busy is told in one sentence, and can be tried again', async () => {
  const { page } = await openTaskpane(320);
  await button(page, '检查').waitFor();
  await page.evaluate(() => window.__excel.setBusy(true));
  await button(page, '检查').click();
  await heading(page, '检查没有完成').waitFor();
  await page.evaluate(() => window.__excel.setBusy(false));
  await button(page, '重试').click();
  await heading(page, '核对结果').waitFor();
  await page.close();
});

test.each([
  ['runCheck', '核对结果'],
  ['planRepair', '修复尾差'],
])('the ribbon\'s %s leads to %s', async (name, title) => {
  const { page } = await openTaskpane();
  await button(page, '检查').waitFor();
  await page.evaluate((command) => window.__excel.ribbon(command), name);
  await heading(page, title).waitFor();
  expect(await gaps(page)).toEqual([]);
  await page.close();
});

describe('where the pane cannot work', () => {
  test('an Excel that is too old is told so, with a way on', async () => {
    const { page } = await openTaskpane(320, { requirementSets: { ExcelApi: '1.8', SharedRuntime: '1.1' } });
    await heading(page, 'Excel 版本过低').waitFor();
    await screenshot(page, 'taskpane-unsupported-320');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test('a plain browser is sent to the page', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 760 } });
    await page.goto(`${server.address}taskpane.html`);
    await heading(page, '请在 Excel 中打开').waitFor();
    await screenshot(page, 'taskpane-browser-320');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link').click();
    await button(page, '打开工作簿').waitFor();
    await page.close();
  });
});
