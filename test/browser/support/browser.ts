import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Nothing that would ask the network, the screen or a first-time user. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Chromium that `.ci/browser.mjs` finds or installs. Throws where there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = execFileSync(process.execPath, ['.ci/browser.mjs'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...FLAGS, ...sandbox] });
}

/** A running server and the way to stop it. */
export interface Served {
  /** With a trailing slash. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves a folder on a free port of this machine, with the product's own server. */
export async function serve(folder = 'dist'): Promise<Served> {
  const server = spawn(process.execPath, ['.ci/serve.mjs', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => {
    server.once('exit', () => done());
  });
  for await (const address of createInterface({ input: server.stdout })) {
    return {
      address,
      async stop() {
        server.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`${folder} 没有能够提供`);
}

/** Keeps what the page shows as `test-output/screenshots/NAME.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join('test-output', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
