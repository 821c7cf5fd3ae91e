import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtProduct } from './support/build';

jest.setTimeout(300_000);

const OFFICE = 'node_modules/@microsoft/office-js/dist';
const INITIAL_LIMIT = 200 * 1024;

let dist: string;
beforeAll(async () => {
  dist = await builtProduct();
});

const page = (name: string): string => readFileSync(join(dist, name), 'utf8');
const scriptsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<script[^>]* src="?([^">\s]+)/g)].map(([, src]) => src ?? '');
const zipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

test('office.js is Microsoft\'s, byte for byte, and enough of it for Excel on Windows, Mac and the web', () => {
  const shipped = filesIn(join(dist, 'office-js')).filter((file) => file.endsWith('.js'));
  for (const file of shipped) {
    const original = join(OFFICE, relative(join(dist, 'office-js'), file));
    expect(readFileSync(file).equals(readFileSync(original))).toBe(true);
  }
  const names = shipped.map((file) => relative(join(dist, 'office-js'), file).replaceAll('\\', '/'));
  expect(names).toEqual(
    expect.arrayContaining([
      'office.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'zh-cn/office_strings.js',
      'en-us/office_strings.js',
    ]),
  );
});

test('the page that works without Excel knows nothing of office.js, the task pane loads it first', () => {
  expect(scriptsOf(page('index.html')).filter((src) => src.includes('office'))).toEqual([]);
  expect(scriptsOf(page('taskpane.html'))[0]).toBe('office-js/office.js');
});

test.each(['index.html', 'taskpane.html'])('%s allows no eval, no foreign host and no script of its own', (name) => {
  const html = page(name);
  const policy = /Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/);
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
  expect(html).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
});

test.each(['index.html', 'taskpane.html'])('%s starts small: what opens and checks a workbook comes later', (name) => {
  const initial = scriptsOf(page(name)).filter((src) => !src.startsWith('office-js/'));
  expect(initial.length).toBeGreaterThan(0);
  expect(zipped(initial)).toBeLessThan(INITIAL_LIMIT);
});

test('every script but office.js carries its content in its name', () => {
  const own = readdirSync(dist).filter((name) => name.endsWith('.js'));
  expect(own.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name))).toEqual([]);
});

test('the manifest names another server on request, everywhere', () => {
  const origin = 'https://finance.intranet.example:8443';
  const script = `
    const config = require('./webpack.config.js')({ origin: ${JSON.stringify(origin)} });
    const copy = config.plugins.find((plugin) => plugin.constructor.name === 'CopyPlugin');
    const { transform } = copy.patterns.find((pattern) => pattern.from === 'manifest.xml');
    process.stdout.write(transform(require('node:fs').readFileSync('manifest.xml')));`;
  const manifest = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(manifest).not.toContain('localhost');
  expect(manifest.split(origin).length).toBeGreaterThan(10);
  expect(page('manifest.xml')).toBe(readFileSync('manifest.xml', 'utf8'));
});
