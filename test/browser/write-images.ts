import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openXlsx } from '../../src/host/xlsx/open-xlsx';
import { bundleEmulator } from '../office/emulator/bundle';
import { launch, serve } from './support/browser';
import { builtProduct } from './support/build';

/** The pictures of the README: the sample workbook as the page and the task pane show it, in docs/images. */
const FOLDER = 'docs/images';
const SAMPLE = 'assets/sample.xlsx';

async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByRole('heading', { name: '核对结果', exact: true }).waitFor();
}

async function writeImages(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const server = await serve(await builtProduct());
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(server.address);
    await page.getByRole('button', { name: '试用示例' }).click();
    await check(page);
    await keep(page, 'page-findings');
    await page.getByRole('button', { name: '修复尾差', exact: true }).click();
    await page.getByRole('heading', { name: '修复尾差', exact: true }).waitFor();
    await page.getByRole('button', { name: /^放开 \d+ 个数$/ }).click();
    await page.getByRole('button', { name: /^写入 \d+ 处$/ }).waitFor();
    await keep(page, 'page-repair');

    const pane = await browser.newPage({ viewport: { width: 400, height: 760 }, reducedMotion: 'reduce' });
    const sample = await openXlsx(new Uint8Array(readFileSync(SAMPLE)), '决算公开.xlsx');
    await pane.addInitScript({ content: await bundleEmulator(await sample.read()) });
    await pane.goto(`${server.address}taskpane.html`);
    await check(pane);
    await keep(pane, 'pane-findings');
  } finally {
    await browser.close();
    await server.stop();
  }
}

void writeImages();
