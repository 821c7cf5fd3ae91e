import { existsSync, readFileSync } from 'node:fs';
import { RIBBON_FUNCTIONS } from '../../src/commands/ribbon';
import { isInOrder } from './element-order';
import { elementsOf, readManifest, type Element } from './read-manifest';

const ORIGIN = 'https://localhost:3000/';
const manifest = readManifest();
const elements = elementsOf(manifest);
const named = (name: string): readonly Element[] => elements.filter((element) => element.name === name);
const resources = elements.filter(({ attributes: { id, DefaultValue } }) => id !== undefined && DefaultValue !== undefined);
const resource = (id: string | undefined): string =>
  resources.find(({ attributes }) => attributes.id === id)?.attributes.DefaultValue ?? '';

test('every element stands where the schema wants it', () => {
  const misplaced = elements
    .filter(({ name, children }) => !isInOrder(name, children.map((child) => child.name)))
    .map(({ name, children }) => `${name}: ${children.map((child) => child.name).join(' ')}`);
  expect(misplaced).toEqual([]);
});

test.each([
  ['a child out of order', 'Group', ['Icon', 'Label', 'Control'], false],
  ['a child that is missing', 'Supertip', ['Title'], false],
  ['a child that may be missing', 'Host', ['DesktopFormFactor'], true],
  ['children that may be repeated', 'Icon', ['bt:Image', 'bt:Image', 'bt:Image', 'bt:Image'], true],
  ['a child of an element that has none', 'Id', ['Override'], false],
])('the order check knows %s', (_, parent, children, inOrder) => {
  expect(isInOrder(parent, children)).toBe(inOrder);
});

test('every reference has its resource, and every resource is used', () => {
  const used = elements.flatMap(({ attributes }) => attributes.resid ?? []);
  const ids = resources.flatMap(({ attributes }) => attributes.id ?? []);
  expect([...new Set(used)].sort()).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test('ids of controls, groups and tabs are unique', () => {
  const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) => named(name).map(({ attributes }) => attributes.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every text a user reads is Chinese with an English override, no longer than Excel shows', () => {
  expect(named('DefaultLocale').map(({ text }) => text)).toEqual(['zh-CN']);
  const description = manifest.children.find(({ name }) => name === 'Description');
  const texts = [...named('DisplayName'), ...named('bt:String'), description];
  for (const element of texts) {
    const overrides = (element?.children ?? []).filter(({ attributes }) => attributes.Locale === 'en-US');
    expect(element?.attributes.DefaultValue).toMatch(/[一-鿿]/);
    expect(overrides.map(({ attributes }) => attributes.Value)).toEqual([expect.stringMatching(/^[ -~]+$/)]);
  }
  const lengths = (parent: string): number[] =>
    named(parent).flatMap(({ children }) =>
      elementsOf({ name: '', attributes: {}, children, text: '' }).map(
        ({ attributes }) => (attributes.DefaultValue ?? attributes.Value ?? '').length,
      ),
    );
  expect(Math.max(...lengths('bt:ShortStrings'))).toBeLessThanOrEqual(125);
  expect(Math.max(...lengths('bt:LongStrings'))).toBeLessThanOrEqual(250);
});

test('the ribbon\'s functions are exactly those that the add-in binds', () => {
  const functions = named('FunctionName').map(({ text }) => text);
  expect([...functions].sort()).toEqual(Object.keys(RIBBON_FUNCTIONS).sort());
});

test('it asks for what the host uses, in a runtime that the pane and the ribbon share', () => {
  expect(named('Set').map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`)).toEqual([
    'ExcelApi 1.9', 'SharedRuntime 1.1',
  ]);
  const page = `${ORIGIN}taskpane.html`;
  const runtimes = named('Runtime').map(({ attributes }) => [resource(attributes.resid), attributes.lifetime]);
  expect(runtimes).toEqual([[page, 'long']]);
  expect(named('FunctionFile').map(({ attributes }) => resource(attributes.resid))).toEqual([page]);
  const locations = named('SourceLocation').map(({ attributes }) => attributes.DefaultValue ?? resource(attributes.resid));
  expect(locations).toEqual([page, page]);
});

test('every address is on the one server, and the build puts a file there', () => {
  const addresses = elements
    .map(({ attributes }) => attributes.DefaultValue ?? '')
    .filter((value) => value.includes('://'));
  expect(addresses.length).toBeGreaterThan(10);
  const pages: Readonly<Record<string, string>> = {
    'taskpane.html': 'src/taskpane/taskpane.html',
    'index.html': 'src/standalone/index.html',
  };
  for (const address of addresses) {
    expect(address.startsWith(ORIGIN)).toBe(true);
    const path = address.slice(ORIGIN.length);
    expect(existsSync(pages[path] ?? path)).toBe(true);
  }
});

test('icons have the size they are asked for', () => {
  const sizes = elements
    .filter(({ name, attributes }) => name === 'bt:Image' && attributes.size !== undefined)
    .map(({ attributes: { resid, size } }) => ({ file: resource(resid).slice(ORIGIN.length), size: Number(size) }));
  const wanted = [
    ...sizes,
    { file: named('IconUrl')[0]?.attributes.DefaultValue?.slice(ORIGIN.length) ?? '', size: 32 },
    { file: named('HighResolutionIconUrl')[0]?.attributes.DefaultValue?.slice(ORIGIN.length) ?? '', size: 64 },
  ];
  for (const { file, size } of wanted) {
    const header = readFileSync(file).subarray(0, 24);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([size, size]);
  }
});
