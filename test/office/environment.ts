import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-jsdom';
import { DESKTOP } from './emulator/desktop';
import { installExcel, type EmulatedExcel } from './emulator/excel';

/** What a test of the project `office` finds in its global object. */
export interface OfficeGlobals {
  readonly excel: EmulatedExcel;
  /** SHA-256 of every file of Office.js that the page loaded, by its path in the package's `dist`. */
  readonly loadedFiles: Readonly<Record<string, string>>;
}

const ORIGIN = 'https://addin.test';
const LIBRARY = `${ORIGIN}/office-js/`;
const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** The jsdom of Jest's own environment, which need not be the version that others use. */
const jsdom = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as {
  readonly ResourceLoader: new () => object;
};

/** Serves Office.js from its package, byte for byte, and nothing else. */
class LibraryLoader extends jsdom.ResourceLoader {
  readonly files: Record<string, string> = {};

  async fetch(url: string): Promise<Buffer> {
    if (!url.startsWith(LIBRARY)) throw new Error(`the page asked for ${url}`);
    const path = new URL(url).pathname.replace('/office-js/', '');
    const bytes = await readFile(join(DIST, path));
    this.files[path] = createHash('sha256').update(bytes).digest('hex');
    return bytes;
  }
}

/**
 * A task pane as Excel for Windows opens it: a page with Microsoft's unmodified office.js, and behind it an
 * emulated Excel. A test chooses an older Excel with `@jest-environment-options {"excelApi": "1.8"}`.
 */
export default class OfficeEnvironment extends TestEnvironment {
  private readonly loader: LibraryLoader;
  private readonly excelApi: string | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const { testEnvironmentOptions } = config.projectConfig;
    const loader = new LibraryLoader();
    const options = { ...testEnvironmentOptions, url: `${ORIGIN}/taskpane.html`, resources: loader };
    super({ ...config, projectConfig: { ...config.projectConfig, testEnvironmentOptions: options } }, context);
    this.loader = loader;
    this.excelApi = typeof testEnvironmentOptions.excelApi === 'string' ? testEnvironmentOptions.excelApi : undefined;
  }

  override async setup(): Promise<void> {
    await super.setup();
    const window = this.global as unknown as Window & typeof globalThis;
    // Every browser has these; jsdom does not pass them on.
    Object.assign(window, { TextDecoder, TextEncoder, Uint8Array });
    const ExcelApi = this.excelApi ?? DESKTOP.requirementSets.ExcelApi ?? '1.15';
    const requirementSets = { ...DESKTOP.requirementSets, ExcelApi };
    const excel = installExcel(window, { sheets: [{ name: 'Sheet1', cells: {} }] }, { requirementSets });
    await new Promise<void>((resolve, reject) => {
      const script = window.document.createElement('script');
      script.src = `${LIBRARY}office.js`;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error('office.js was not loaded'));
      window.document.head.append(script);
    });
    await window.Office.onReady();
    await excel.idle();
    const globals: OfficeGlobals = { excel, loadedFiles: this.loader.files };
    Object.assign(window, { __office: globals });
  }
}
