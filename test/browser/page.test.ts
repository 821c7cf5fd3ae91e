import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { cellAt, findSheet } from '../../src/workbook/snapshot';
import { parseCell } from '../../src/workbook/address';
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

const SAMPLE = 'assets/sample.xlsx';
const folder = mkdtempSync(join(tmpdir(), 'page-'));

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

async function openPage(width = 1440, more: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce', ...more });
  const complaints = complaintsOf(page);
  await page.goto(server.address);
  await page.getByRole('button', { name: '打开工作簿' }).waitFor();
  return { page, complaints };
}

async function openSample(width?: number, more?: Parameters<Browser['newPage']>[0]): Promise<Opened> {
  const opened = await openPage(width, more);
  await opened.page.getByRole('button', { name: '试用示例' }).click();
  await button(opened.page, '检查').waitFor();
  return opened;
}

async function checkSample(width?: number): Promise<Opened> {
  const opened = await openSample(width);
  await button(opened.page, '检查').click();
  await heading(opened.page, '核对结果').waitFor();
  return opened;
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });
const counts = async (page: Page): Promise<readonly number[]> =>
  (await page.getByRole('group', { name: '按严重程度筛选' }).getByRole('button').allInnerTexts()).map((text) =>
    Number(/\d+/.exec(text)?.[0]),
  );
/** The page after a moment in which nothing moves, kept as a picture. */
async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(150);
  await screenshot(page, `page-${name}`);
}

test('the first click shows what the product does: open, check, find, repair, undo, describe, save', async () => {
  const { page, complaints } = await openSample();
  await keep(page, 'opened-1440');
  expect(await axeViolations(page)).toEqual([]);

  await button(page, '检查').click();
  await heading(page, '核对结果').waitFor();
  const before = await counts(page);
  expect(Math.min(...before.slice(0, 1), ...before.slice(2))).toBeGreaterThan(0);
  await keep(page, 'findings-1440');
  expect(await axeViolations(page)).toEqual([]);

  const link = page.getByRole('article').getByRole('button', { name: /^定位/ }).nth(1);
  const target = parseCell(((await link.getAttribute('aria-label')) ?? '').replace('定位 ', ''));
  await link.click();
  const active = page.locator('[role=gridcell][aria-selected=true]');
  await expect(page.getByRole('tab', { selected: true }).innerText()).resolves.toBe(target.sheet);
  expect([await active.getAttribute('data-row'), await active.getAttribute('data-column')].map(Number)).toEqual([
    target.row, target.column,
  ]);
  expect(await active.isVisible()).toBe(true);
  await keep(page, 'located-1440');

  await button(page, '修复尾差').click();
  await heading(page, '修复尾差').waitFor();
  await button(page, /^放开 \d+ 个数$/).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(0);
  await keep(page, 'repair-1440');
  expect(await axeViolations(page)).toEqual([]);
  const cell = parseCell(
    ((await rows.first().getByRole('button', { name: /^定位/ }).getAttribute('aria-label')) ?? '').replace('定位 ', ''),
  );
  const to = Number((await rows.first().locator('ins').innerText()).replace(/[^\d.-]/g, ''));
  await button(page, /^写入 \d+ 处$/).click();
  await heading(page, '核对结果').waitFor();
  const repaired = await counts(page);
  expect(repaired[2]).toBeLessThan(before[2] ?? 0);
  await keep(page, 'written-1440');

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '另存为').click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const saved = await openXlsx(new Uint8Array(readFileSync(await download.path())), 'saved.xlsx');
  const sheet = findSheet(await saved.read(), cell.sheet);
  expect(sheet && cellAt(sheet, cell.row, cell.column).value).toBe(to);
  expect(saved.marks().length).toBeGreaterThan(0);

  await button(page, '撤销上一次写入').click();
  await page.getByText(/已撤销/).first().waitFor();
  expect(await counts(page)).toEqual(before);

  await button(page, '生成说明').click();
  await heading(page, '情况说明').waitFor();
  await keep(page, 'narrative-1440');
  expect(await axeViolations(page)).toEqual([]);
  const sheets = await page.getByRole('tab').count();
  await button(page, '写入工作表').click();
  await page.getByText(/已写入工作表/).first().waitFor();
  expect(await page.getByRole('tab').count()).toBe(sheets + 1);
  await keep(page, 'narrative-placed-1440');
  expect(complaints).toEqual([]);
  await page.close();
});

/** What someone does who has no mouse. */
function keyboardOf(page: Page) {
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const wanted = button(page, name).first();
    for (let turn = 0; turn < 400; turn += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  };
  const go = async (name: string | RegExp, arrival: string): Promise<void> => {
    await tabTo(name);
    await page.keyboard.press('Enter');
    await heading(page, arrival).waitFor();
  };
  return { tabTo, go };
}

test('the same with the keyboard alone', async () => {
  const { page } = await openPage();
  const { tabTo, go } = keyboardOf(page);
  await go('试用示例', '核对决算公开表');
  await button(page, '检查').waitFor();
  await go('检查', '核对结果');
  expect(await heading(page, '核对结果').evaluate((element) => element === document.activeElement)).toBe(true);
  await go('修复尾差', '修复尾差');
  await tabTo(/^放开 \d+ 个数$/);
  await page.keyboard.press('Enter');
  await button(page, /^写入 \d+ 处$/).waitFor();
  await go(/^写入 \d+ 处$/, '核对结果');
  await go('生成说明', '情况说明');
  await tabTo('写入工作表');
  await page.keyboard.press('Enter');
  await page.getByText(/已写入工作表/).first().waitFor();
  await page.close();
});

test('corrections one after the other, and what the tables cannot know, with the keyboard alone', async () => {
  const { page } = await checkSample();
  const { tabTo, go } = keyboardOf(page);
  const [errors = 0] = await counts(page);
  for (let turn = 0; turn < 2; turn += 1) {
    const card = page.getByRole('article').filter({ has: button(page, /^更正为 /) }).first();
    const position = await card.getAttribute('aria-posinset');
    await go(/^更正为 /, '更正');
    await go('写入 1 处', '核对结果');
    await page.waitForFunction((at) => document.activeElement?.getAttribute('aria-posinset') === at, position);
  }
  expect((await counts(page))[0]).toBeLessThan(errors);
  await keep(page, 'corrected-1440');

  await tabTo('更多');
  await page.keyboard.press('Enter');
  await go(/^补充资料/, '补充资料');
  await page.getByRole('textbox').first().waitFor();
  for (let turn = 0; turn < 40; turn += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('input, textarea') === true)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('987.65');
  await keep(page, 'supplement-1440');
  expect(await axeViolations(page)).toEqual([]);
  await tabTo('保存 1 项');
  await page.keyboard.press('Enter');
  await page.getByText(/已把 1 项写入/).first().waitFor();
  expect(await page.getByRole('tab', { name: '补充资料' }).count()).toBe(1);
  await go('生成说明', '情况说明');
  await page.close();
});

test('the grid is worked with the keyboard: moved in, typed in, taken back', async () => {
  const { page } = await checkSample();
  const grid = page.getByRole('grid');
  const active = page.locator('[role=gridcell][aria-selected=true]');
  const place = async (): Promise<readonly number[]> =>
    [await active.getAttribute('data-row'), await active.getAttribute('data-column')].map(Number);
  await grid.focus();
  await page.keyboard.press('Control+Home');
  expect(await place()).toEqual([0, 0]);
  await page.keyboard.press('Control+End');
  const [lastRow = 0] = await place();
  expect(lastRow).toBeGreaterThan(30);
  expect(await active.isVisible()).toBe(true);
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  const [row = 0, column = 0] = await place();
  const cell = page.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`);
  const before = await cell.innerText();
  await page.keyboard.type('123.45');
  await page.keyboard.press('Enter');
  await page.getByText(/可能已经过时/).first().waitFor();
  expect(await cell.innerText()).toContain('123.45');
  expect(await place()).not.toEqual([row, column]);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    ([text, at]) => document.querySelector(String(at))?.textContent === text,
    [before, `[role=gridcell][data-row="${row}"][data-column="${column}"] > span`] as const,
  );
  const sheet = await page.getByRole('tab', { selected: true }).innerText();
  await page.keyboard.press('Control+PageDown');
  expect(await page.getByRole('tab', { selected: true }).innerText()).not.toBe(sheet);
  await page.close();
});

test('a sheet of ten thousand rows is drawn as far as it is in sight, edited, taken back and typed again', async () => {
  const line = (row: number) =>
    Array.from({ length: 10 }, (_, column) => ({ value: row + column / 100, type: Number, format: '#,##0.00' }));
  const path = join(folder, '一万行.xlsx');
  writeFileSync(path, await writeExcelFile(Array.from({ length: 10_000 }, (_, row) => line(row))).toBuffer());
  const { page } = await openPage();
  await page.setInputFiles('input[type=file]', path);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('Control+End');
  await page.locator('[role=gridcell][data-row="9999"][data-column="9"]').waitFor();
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1500);
  await page.keyboard.press('Control+Home');
  const cell = page.locator('[role=gridcell][data-row="0"][data-column="0"] > span').first();
  const shows = (text: string) => page.locator('[role=gridcell][data-row="0"][data-column="0"]', { hasText: text }).waitFor();
  const before = await cell.innerText();
  await page.keyboard.type('123456.789');
  await page.keyboard.press('Enter');
  await shows('123,456.79');
  await page.keyboard.press('Control+z');
  await shows(before);
  await page.keyboard.press('Control+y');
  await shows('123,456.79');
  await page.close();
});

test('a cell is copied as it shows, and a block is pasted from the active cell on', async () => {
  const { page } = await openSample();
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  const copied = await grid.evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe(await page.locator('[data-active] > span').first().innerText());
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowDown');
  const row = Number(await page.locator('[data-active]').getAttribute('data-row'));
  await grid.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '甲\t7\r\n乙\t8\r\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const at = (down: number, column: number) => page.locator(`[role=gridcell][data-row="${row + down}"][data-column="${column}"]`);
  await at(1, 1).filter({ hasText: '8' }).waitFor();
  expect([await at(0, 0).innerText(), await at(1, 0).innerText()]).toEqual(['甲', '乙']);
  await page.close();
});

test('a file is opened by dropping it', async () => {
  const { page } = await openPage();
  const transfer = await page.evaluateHandle(async (address) => {
    const bytes = await (await fetch(address)).arrayBuffer();
    const data = new DataTransfer();
    data.items.add(new File([bytes], '本单位.xlsx'));
    return data;
  }, SAMPLE);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.getByText('松开鼠标，打开这个工作簿').waitFor();
  await keep(page, 'dropping-1440');
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('grid', { name: /公开01表|工作表/ }).waitFor();
  expect(await page.title()).toContain('本单位.xlsx');
  await page.close();
});

describe('what cannot be opened ends in one sentence', () => {
  test.each(BAD_FILES)('$fault', async ({ fault, name, sentence, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    const { page } = await openPage();
    await page.setInputFiles('input[type=file]', path);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toBe(sentence);
    await keep(page, `refused-${fault}-1440`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await button(page, '打开工作簿').isEnabled()).toBe(true);
    await page.close();
  });

  test('an open workbook stays where another cannot be opened', async () => {
    const { page } = await checkSample();
    const path = join(folder, '空的.xlsx');
    writeFileSync(path, '');
    await page.setInputFiles('input[type=file]', path);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('grid').isVisible()).toBe(true);
    expect(await heading(page, '核对结果').isVisible()).toBe(true);
    await keep(page, 'refused-beside-1440');
    await page.close();
  });
});

describe('unsaved changes', () => {
  async function changed(): Promise<Page> {
    const { page } = await checkSample();
    await button(page, '修复尾差').click();
    await button(page, /^放开 \d+ 个数$/).click();
    await button(page, /^写入 \d+ 处$/).click();
    await page.getByText(/已写入/).first().waitFor();
    return page;
  }

  test('are not lost to another file without a question', async () => {
    const page = await changed();
    await page.setInputFiles('input[type=file]', SAMPLE);
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    await keep(page, 'discard-1440');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '返回' }).click();
    expect(await button(page, '撤销上一次写入').isEnabled()).toBe(true);
    await page.setInputFiles('input[type=file]', SAMPLE);
    await page.getByRole('alertdialog').getByRole('button', { name: '放弃并打开' }).click();
    await heading(page, '核对决算公开表').waitFor();
    expect(await page.title()).toBe('sample.xlsx - 决算公开助手');
    await page.close();
  });

  test('are not lost with the page without a question, and saved ones need none', async () => {
    const page = await changed();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.reload({ timeout: 2000 }).catch(() => undefined);
    expect(asked).toEqual(['beforeunload']);
    expect(await page.title()).toContain('●');
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '另存为').click()]);
    await download.path();
    expect(await page.title()).not.toContain('●');
    await page.reload();
    await button(page, '打开工作簿').waitFor();
    expect(asked).toEqual(['beforeunload']);
    await page.close();
  });
});

describe('other sizes and colours', () => {
  test('a narrow page shows the pane or the workbook, and goes to the cell that is located', async () => {
    const { page } = await checkSample(480);
    await keep(page, 'narrow-pane-480');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    await page.getByRole('article').getByRole('button', { name: /^定位/ }).first().click();
    await page.locator('[role=gridcell][aria-selected=true]').waitFor();
    expect(await heading(page, '核对结果').isVisible()).toBe(false);
    await keep(page, 'narrow-workbook-480');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test.each([
    ['200 %', 720, 450],
    ['400 %', 360, 225],
  ])('at %s nothing is cut off', async (zoom, width, height) => {
    const { page } = await openSample(width);
    await page.setViewportSize({ width, height });
    await button(page, '检查').click();
    await heading(page, '核对结果').waitFor();
    await keep(page, `zoomed-${zoom.replace(/\D/g, '')}`);
    expect(await sidewaysOverflow(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test('without a workbook, at every width', async () => {
    for (const width of [1440, 480, 320]) {
      const { page, complaints } = await openPage(width);
      await keep(page, `landing-${width}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test.each([
    ['dark', { colorScheme: 'dark' }, []],
    ['contrast', { forcedColors: 'active' }, ['color-contrast']],
  ] as const)('%s', async (name, looks, leftOut) => {
    const { page } = await openSample(1440, looks);
    await button(page, '检查').click();
    await heading(page, '核对结果').waitFor();
    await page.getByRole('article').getByRole('button', { name: /^定位/ }).first().click();
    await keep(page, `findings-1440-${name}`);
    expect(await axeViolations(page, leftOut)).toEqual([]);
    await page.close();
  });
});
