// Installs the dependencies when node_modules is not what package-lock.json asks for. Prints to stderr only, because
// the command line that runs after it prints JSON on stdout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm, say } from './steps.mjs';

const OLDEST_NODE = 20;

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** Whether every package of the lock file is installed in that version; optional ones may be missing. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (wanted === null || present === null) return false;
  const mayBeMissing = (entry) => entry.optional === true || entry.devOptional === true;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? mayBeMissing(entry) : found.version === entry.version;
  });
}

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  say(`需要 Node.js ${OLDEST_NODE} 或更高版本，当前是 ${process.versions.node}。请从 nodejs.org 安装后重试。`);
  say(`Node.js ${OLDEST_NODE} or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!isInstalled()) {
  say('正在安装依赖（仅首次或更新后需要）… Installing dependencies …');
  const status = runNpm(['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    say('依赖没有装好：npm ci 失败，原因见上。请检查网络或 npm 软件源设置，然后重新运行本命令。');
    say('The dependencies could not be installed: npm ci failed, see above. Check network or npm registry and run again.');
    process.exit(1);
  }
}
