// What the scripts of this folder share: where the project is and how to run a step of it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Says something to the person at the terminal, never on stdout. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs a program to its end and answers its exit status; one that could not start or was killed counts as 1. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error !== undefined) say(`${program}: ${error.message}`);
  return status ?? 1;
}

/** Runs a script of an installed package, such as `webpack/bin/webpack.js`, with this Node. */
export function runInstalled(script, args, options = {}) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

/** Runs npm: the one that started us, or the one on the path. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}
