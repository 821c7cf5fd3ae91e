import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a build, a test run or an installation leaves behind; none of it belongs to the project. */
const LEFT_BEHIND = new Set(['node_modules', 'dist', 'test-output', 'coverage', '.git']);

/** Entries of the project's own folder, without what is left behind there. */
export function topLevel(): string[] {
  return readdirSync('.').filter((name) => !LEFT_BEHIND.has(name) && !name.endsWith('.log'));
}

/** Every file below a folder, with forward slashes. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)],
  );
}

/** Every TypeScript file below a folder. */
export function sourcesIn(folder: string): string[] {
  return filesIn(folder).filter((path) => /\.tsx?$/.test(path));
}

/** A file's text. */
export function textOf(path: string): string {
  return readFileSync(join(path), 'utf8');
}
