import { sourcesIn, textOf } from './files';
import { importsOf, packageOf, type Import } from './imports';
import { CORE, folderOf, WALLS } from './walls';

/** Why an import breaks a wall; null where it does not. */
function breach({ from, module, path, types }: Import): string | null {
  const folder = folderOf(from) ?? '';
  const wall = WALLS[folder];
  if (wall === undefined) return `${from} stands behind no wall`;
  if (path === null) {
    if (module.startsWith('node:')) return wall.node === true ? null : `${from} uses Node: ${module}`;
    return wall.packages.includes(packageOf(module)) ? null : `${from} uses the package ${module}`;
  }
  const other = folderOf(path);
  if (other === folder) return null;
  if (other === null) return `${from} imports ${path} from outside src`;
  if (wall.folders.includes(other) || (types && wall.types?.includes(other) === true)) return null;
  return `${from} imports ${path}`;
}

describe('the walls between the folders of src', () => {
  const imports = sourcesIn('src').flatMap(importsOf);

  it('are kept by every import', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(breach).filter((found) => found !== null)).toEqual([]);
  });

  it('stand around every folder that has code', () => {
    const folders = new Set(sourcesIn('src').map(folderOf));
    expect([...folders].filter((folder) => folder === null || WALLS[folder] === undefined)).toEqual([]);
  });

  it('let nobody import a test', () => {
    expect(imports.filter(({ path }) => path?.startsWith('test/') === true)).toEqual([]);
  });

  it.each([
    ['src/workbook/a.ts', 'decimal.js', null, false],
    ['src/rules/a.ts', '../host/host', 'src/host/host.ts', false],
    ['src/app/a.ts', '../host/xlsx/a', 'src/host/xlsx/a.ts', false],
    ['src/tables/a.ts', '../check/a', 'src/check/a.ts', true],
    ['src/pane/a.tsx', '../tables/a', 'src/tables/a.ts', false],
    ['src/pane/a.tsx', 'node:fs', null, false],
    ['src/host/xlsx/a.ts', '@microsoft/office-js-helpers', null, false],
    ['src/host/excel/a.ts', '@e965/xlsx', null, false],
  ])('keep %s from importing %s', (from, module, path, types) => {
    expect(breach({ from, module, path, types })).not.toBeNull();
  });

  it('are drawn in docs/architecture.md, folder by folder', () => {
    const document = textOf('docs/architecture.md');
    expect(Object.keys(WALLS).filter((folder) => !document.includes(`\`src/${folder}/\``))).toEqual([]);
  });
});

describe('the pure core', () => {
  it('is compiled without DOM, Node and Office types', () => {
    const { compilerOptions, include } = JSON.parse(textOf('src/tsconfig.core.json')) as {
      compilerOptions: { lib: string[]; types: string[] };
      include: string[];
    };
    expect(compilerOptions.lib).toEqual(['ES2022']);
    expect(compilerOptions.types).toEqual([]);
    expect(include).toEqual(expect.arrayContaining([...CORE]));
  });
});
