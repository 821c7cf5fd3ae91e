import { filesIn, sourcesIn, textOf } from './files';
import { importsOf, packageOf } from './imports';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): Package => JSON.parse(textOf(path)) as Package;
const project = read('package.json');
const declared = { ...project.dependencies, ...project.devDependencies };

/** Packages that are used without being imported: by the word that shows it. */
const IMPLIED: Readonly<Record<string, { readonly file: string; readonly word: string }>> = {
  '@types/jest': { file: 'tsconfig.json', word: '"jest"' },
  '@types/node': { file: 'tsconfig.json', word: '"node"' },
  '@types/office-js': { file: 'tsconfig.json', word: '"office-js"' },
  '@microsoft/office-js': { file: 'webpack.config.js', word: '@microsoft/office-js' },
  esbuild: { file: 'test/office/emulator/bundle.ts', word: '.bin/esbuild' },
  'jest-environment-jsdom': { file: 'package.json', word: '"testEnvironment": "jsdom"' },
  'swc-loader': { file: 'webpack.config.js', word: 'swc-loader' },
  'webpack-cli': { file: 'package.json', word: 'webpack --mode' },
  'webpack-dev-server': { file: 'package.json', word: 'webpack serve' },
};

const scripts = [...filesIn('.ci'), 'webpack.config.js'].map(textOf).join('\n');
const commands = Object.values(project.scripts).join('\n');

function isUsed(name: string, imported: ReadonlySet<string>): boolean {
  if (imported.has(name)) return true;
  if (name.startsWith('@types/') && imported.has(name.slice('@types/'.length))) return true;
  const implied = IMPLIED[name];
  if (implied !== undefined) return textOf(implied.file).includes(implied.word);
  if ([`'${name}'`, `'${name}/`, `"${name}"`].some((mention) => scripts.includes(mention))) return true;
  if (new RegExp(`(?:^|\\s)${name}\\s`, 'm').test(commands)) return true;
  return Object.keys(declared).some((other) => read(`node_modules/${other}/package.json`).peerDependencies?.[name] !== undefined);
}

const importedBy = (folder: string): Set<string> =>
  new Set(sourcesIn(folder).flatMap(importsOf).filter(({ path }) => path === null).map(({ module }) => packageOf(module)));

describe('package.json', () => {
  it('asks for exact versions', () => {
    expect(Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('asks for nothing that is not used', () => {
    const imported = new Set([...importedBy('src'), ...importedBy('test')]);
    expect(Object.keys(declared).filter((name) => !isUsed(name, imported))).toEqual([]);
  });

  it('ships what src imports', () => {
    const shipped = [...importedBy('src')].filter((name) => !name.startsWith('node:'));
    expect(shipped.filter((name) => project.dependencies[name] === undefined)).toEqual([]);
  });

  it('asks for everything test imports', () => {
    const needed = [...importedBy('test')].filter((name) => !name.startsWith('node:'));
    expect(needed.filter((name) => declared[name] === undefined)).toEqual([]);
  });

  it('runs scripts that exist', () => {
    const files = Object.values(project.scripts).flatMap((script) => script.match(/[\w./-]+\.(?:mjs|ts|tsx|js)\b/g) ?? []);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(textOf(file)).not.toBe('');
  });
});

describe('package-lock.json', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, object> };

  it('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry)).toEqual([]);
  });

  it('names what other systems need, so that npm ci works on each of them', () => {
    type Entry = { readonly optionalDependencies?: Readonly<Record<string, string>> };
    const named = Object.keys(lock.packages);
    const missing = Object.values(lock.packages as Record<string, Entry>)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !named.some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  it('is of the same version and dependencies as package.json', () => {
    expect(lock.packages['']).toMatchObject({
      version: project.version,
      dependencies: project.dependencies,
      devDependencies: project.devDependencies,
    });
  });
});

describe('licences', () => {
  /** Office.js has terms of its own: docs/licences.md. */
  const FREE = /^\(?(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0)\b/;

  it('of everything we ask for are free, but for Office.js', () => {
    const others = Object.keys(declared).filter((name) => !FREE.test(read(`node_modules/${name}/package.json`).license ?? ''));
    expect(others.filter((name) => !textOf('docs/licences.md').includes(`\`${name}\``))).toEqual([]);
  });
});
