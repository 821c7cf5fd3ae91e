import { existsSync, readFileSync } from 'node:fs';
import { textOf } from './files';

const manifest = textOf('manifest.xml');
const urls = [...manifest.matchAll(/"(https:\/\/[^"]+)"/g)].map(([, url = '']) => url);

describe('manifest.xml', () => {
  it('has the version of package.json', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    expect(/<Version>([\d.]+)<\/Version>/.exec(manifest)?.[1]).toBe(`${version}.0`);
  });

  it('names one server only, which the build replaces', () => {
    expect([...new Set(urls.map((url) => new URL(url).origin))]).toEqual(['https://localhost:3000']);
    expect(textOf('webpack.config.js')).toContain("'https://localhost:3000'");
  });

  it('names pages and images that the build makes', () => {
    const paths = [...new Set(urls.map((url) => new URL(url).pathname).filter((path) => path !== '/'))];
    const made = (path: string): boolean =>
      path.startsWith('/assets/') ? existsSync(`.${path}`) : textOf('webpack.config.js').includes(`'${path.slice(1)}'`);
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => !made(path))).toEqual([]);
  });

  it('names images of the size it says', () => {
    const sized = [...manifest.matchAll(/bt:Image size="(\d+)" resid="([^"]+)"/g)];
    expect(sized.length).toBeGreaterThan(0);
    for (const [, size = '', id = ''] of sized) {
      const url = new RegExp(`bt:Image id="${id.replaceAll('.', '\\.')}" DefaultValue="([^"]+)"`).exec(manifest)?.[1] ?? '';
      const png = readFileSync(`.${new URL(url).pathname}`);
      expect([id, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([id, Number(size), Number(size)]);
    }
  });
});
