// Finds a Chromium for the browser tests, or gets one; prints its path. Never answers without one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run, say } from './steps.mjs';

const { env, platform } = process;

/** Where people have Chrome, Edge or Chromium installed. */
function usualPlaces() {
  if (platform === 'win32') {
    const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const suffixes = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((folder) => suffixes.map((suffix) => join(folder, suffix)));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (env.PATH ?? '/usr/local/bin:/usr/bin').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** What playwright downloaded earlier, newest first. */
function playwrightPlaces() {
  const caches = { win32: join(env.LOCALAPPDATA ?? '', 'ms-playwright'), darwin: join(homedir(), 'Library/Caches/ms-playwright') };
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? caches[platform] ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().reverse();
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return builds.flatMap((build) => programs.map((program) => join(cache, build, program)));
}

/** Whether a program runs: some systems install a stub in its place. On Windows asking would open a window. */
function runs(program) {
  if (!existsSync(program)) return false;
  return platform === 'win32' || spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

const installed = () => [...usualPlaces(), ...playwrightPlaces()].find(runs);

/** Debian's own Chromium with a font for Chinese, where we may install. */
function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  say('没有找到浏览器，正在用 apt-get 安装 chromium 和中文字体… Installing chromium and a Chinese font …');
  const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
}

function installWithPlaywright() {
  say('没有找到浏览器，正在下载 Chromium… Downloading Chromium …');
  run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}

/** The path of a browser that runs, installed if need be. Throws where there is none and none can be had. */
export function findBrowser() {
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH 指向的 ${env.CHROME_PATH} 不能运行。CHROME_PATH does not run.`);
  }
  for (const install of [() => undefined, installWithApt, installWithPlaywright]) {
    install();
    const browser = installed();
    if (browser !== undefined) return browser;
  }
  throw new Error(
    '浏览器测试需要 Chrome、Edge 或 Chromium，没有找到，也没有装上。请安装其一，或用环境变量 CHROME_PATH 指明它的路径。' +
      'The browser tests need Chrome, Edge or Chromium: install one or name it in CHROME_PATH.',
  );
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${findBrowser()}\n`);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
