import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, textOf } from './files';

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };
const documents = ['README.md', ...filesIn('docs').filter((path) => path.endsWith('.md'))];

describe.each(documents)('%s', (path) => {
  const text = textOf(path);

  it('tells npm commands that exist', () => {
    const told = [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(told.filter((name) => scripts[name] === undefined && !['ci', 'install'].includes(name))).toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(path, '..', target)))).toEqual([]);
  });
});

describe('README.md', () => {
  it.each(['npm start', 'npm test', 'ExcelApi 1.9', 'manifest.xml'])('says %s', (words) => {
    expect(textOf('README.md')).toContain(words);
  });
});
