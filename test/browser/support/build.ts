import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'assets', 'manifest.xml', 'webpack.config.js'];
const GALLERY_SOURCES = [...SOURCES, 'test/browser/support', 'test/pane/support'];
const LONGEST_BUILD = 280_000;

/** The folder of the product's build, made now where it is missing or older than what it is made from. */
export async function builtProduct(): Promise<string> {
  await build('dist', 'index.html', 'webpack.config.js', SOURCES);
  return 'dist';
}

/** The folder of the page that shows the pane over answers a test chooses. */
export async function builtGallery(): Promise<string> {
  await build('test-output/gallery', 'index.html', 'test/browser/support/gallery.webpack.mjs', GALLERY_SOURCES);
  return 'test-output/gallery';
}

async function build(folder: string, product: string, config: string, sources: readonly string[]): Promise<void> {
  mkdirSync('test-output', { recursive: true });
  const lock = join('test-output', `${folder.replaceAll('/', '-')}.lock`);
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    const made = join(folder, product);
    if (existsSync(made) && statSync(made).mtimeMs >= Math.max(...sources.map(newest))) return;
    const webpack = ['node_modules/webpack/bin/webpack.js', '--config', config, '--mode', 'production'];
    execFileSync(process.execPath, webpack, { stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Takes the lock that keeps test files from building into each other; one that a killed run left is void. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const left = statSync(lock, { throwIfNoEntry: false });
    if (left !== undefined && Date.now() - left.mtimeMs > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function newest(path: string): number {
  const own = statSync(path);
  return own.isDirectory() ? Math.max(...readdirSync(path).map((name) => newest(join(path, name))), 0) : own.mtimeMs;
}
