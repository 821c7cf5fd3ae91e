import { basename } from 'node:path';
import { TABLES } from '../../src/tables/registry';
import { filesIn, sourcesIn, textOf, topLevel } from './files';

const LONGEST_FILE = 400;
const ALLOWED = [
  'src', 'manifest.xml', 'assets', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', 'webpack.config.js',
  'README.md', 'LICENSE', 'docs',
];
const written = [...sourcesIn('src'), ...sourcesIn('test')];
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*\.tsx$/;

/** Lines of files that match, as `path:line`. */
function found(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

describe('the project folder', () => {
  it('holds what belongs there and dot files', () => {
    expect(topLevel().filter((name) => !name.startsWith('.') && !ALLOWED.includes(name))).toEqual([]);
  });

  it.each(ALLOWED)('has %s', (name) => {
    expect(topLevel()).toContain(name);
  });
});

describe('files', () => {
  it('are named in kebab-case, components in PascalCase', () => {
    const named = (path: string): boolean =>
      KEBAB.test(basename(path)) || (path.endsWith('.tsx') && PASCAL.test(basename(path)));
    expect([...filesIn('src'), ...filesIn('test'), ...filesIn('assets')].filter((path) => !named(path))).toEqual([]);
  });

  it(`in src have at most ${LONGEST_FILE} lines`, () => {
    expect(sourcesIn('src').filter((path) => textOf(path).split('\n').length > LONGEST_FILE + 1)).toEqual([]);
  });

  it('of src that are about one table have the name of the table', () => {
    const stems = Object.keys(TABLES).map((key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    const folders = ['tables', 'rules', 'narrative'];
    const sources = new Set(sourcesIn('src'));
    const missing = folders.flatMap((folder) => stems.map((stem) => `src/${folder}/${stem}.ts`)).filter((path) => !sources.has(path));
    expect(missing).toEqual([]);
  });

  it('export by name and re-export nothing but through registries', () => {
    const sources = sourcesIn('src');
    expect(found(sources, /^export default/)).toEqual([]);
    expect(found(sources, /^export (?:\*|\{[^}]*\}) from/)).toEqual([]);
  });
});

describe('nothing is left over', () => {
  const marker = (...parts: string[]): RegExp => new RegExp(parts.join(''));

  it.each([
    ['notes to do', marker('\\b(?:TO', 'DO|FIX', 'ME|XX', 'X:)')],
    ['silenced checks', marker('eslint-', 'disable|@ts-', '(?:ignore|nocheck|expect-error)')],
    ['tests left out or run alone', marker('\\b(?:it|test|describe)\\.', '(?:skip|only|todo)\\b|\\b(?:xit|fit|xdescribe)\\(')],
    ['paths of a machine', marker('(?:^|[^A-Za-z0-9._-])/(?:', 'work|farm|tmp|root|home)/')],
    ['files outside the project', marker('\\.\\./sha', 'red\\b')],
  ])('no %s', (_, pattern) => {
    expect(found([...written, 'package.json', 'webpack.config.js'], pattern)).toEqual([]);
  });
});
