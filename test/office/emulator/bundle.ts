import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { WorkbookSpec } from '../../host/stage';
import type { ExcelOptions } from './excel';
import { specOf } from './seed';

const run = promisify(execFile);
let bundled: Promise<string> | null = null;

/**
 * The text of one script that puts an emulated Excel with this workbook behind a page and leaves it in
 * `window.__excel`. To be injected before the page loads office.js (`page.addInitScript({ content })`).
 */
export async function bundleEmulator(
  workbook: WorkbookSpec | WorkbookSnapshot,
  options: ExcelOptions = {},
): Promise<string> {
  bundled ??= bundle();
  const spec = 'name' in workbook ? specOf(workbook) : workbook;
  return `${await bundled}\nwindow.__installExcel(${JSON.stringify(spec)}, ${JSON.stringify(options)});`;
}

/** esbuild runs as a program because its JavaScript interface refuses the globals of Jest. */
async function bundle(): Promise<string> {
  const esbuild = join(__dirname, '../../../node_modules/.bin/esbuild');
  const entry = join(__dirname, 'browser.ts');
  const { stdout } = await run(esbuild, [entry, '--bundle', '--format=iife', '--charset=utf8', '--log-level=error'], {
    maxBuffer: 1 << 26,
  });
  return stdout;
}
