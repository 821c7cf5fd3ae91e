import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { DocumentBlock } from '../../../src/host/document';
import { writeDocx } from '../../../src/host/docx/write-docx';

const plain = (text: string) => ({ text, highlighted: false });
const BLOCKS: readonly DocumentBlock[] = [
  { role: 'title', runs: [plain('2030年度部门决算情况说明')] },
  { role: 'heading', runs: [plain('一、总体情况')] },
  { role: 'subheading', runs: [plain('（一）“三公”经费')] },
  { role: 'body', runs: [plain('=总计 <420.00> 万元，'), { text: '〔待填：原因〕', highlighted: true }, plain('。')] },
];

interface Read {
  readonly style: string;
  readonly text: string;
  readonly highlighted: string;
}

function paragraphsOf(xml: string): Read[] {
  const read: { style: string; text: string; highlighted: string }[] = [];
  const parser = new SaxesParser();
  let marked = false;
  parser.on('opentag', ({ name, attributes }) => {
    const value = String(attributes['w:val'] ?? '');
    const last = read.at(-1);
    if (name === 'w:p') read.push({ style: '', text: '', highlighted: '' });
    else if (name === 'w:r') marked = false;
    else if (name === 'w:highlight') marked = true;
    else if (name === 'w:pStyle' && last !== undefined) last.style = value;
  });
  parser.on('text', (text) => {
    const last = read.at(-1);
    if (last === undefined) return;
    last.text += text;
    if (marked) last.highlighted += text;
  });
  parser.write(xml).close();
  return read;
}

describe('writeDocx', () => {
  let parts: Readonly<Record<string, Uint8Array>>;
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());

  beforeAll(async () => {
    parts = unzipSync(await writeDocx(BLOCKS));
  });

  test('every block is a paragraph of its style, its words as they are, gaps highlighted', () => {
    expect(paragraphsOf(part('word/document.xml'))).toEqual([
      { style: 'title', text: '2030年度部门决算情况说明', highlighted: '' },
      { style: 'heading', text: '一、总体情况', highlighted: '' },
      { style: 'subheading', text: '（一）“三公”经费', highlighted: '' },
      { style: 'body', text: '=总计 <420.00> 万元，〔待填：原因〕。', highlighted: '〔待填：原因〕' },
    ]);
  });

  test.each([
    { style: 'title', font: '方正小标宋简体', size: '44', indent: null },
    { style: 'heading', font: '黑体', size: '32', indent: '200' },
    { style: 'subheading', font: '楷体_GB2312', size: '32', indent: '200' },
    { style: 'body', font: '仿宋_GB2312', size: '32', indent: '200' },
  ])('$style is set in $font', ({ style, font, size, indent }) => {
    const [, xml = ''] = new RegExp(`w:styleId="${style}"(.*?)</w:style>`, 's').exec(part('word/styles.xml')) ?? [];
    expect(/w:eastAsia="([^"]*)"/.exec(xml)?.[1]).toBe(font);
    expect(/<w:sz w:val="(\d+)"/.exec(xml)?.[1]).toBe(size);
    expect(/w:firstLineChars="(\d+)"/.exec(xml)?.[1] ?? null).toBe(indent);
  });

  test('lines are exactly 28 points and the page is A4 with its number below', () => {
    const defaults = part('word/styles.xml').split('</w:docDefaults>')[0];
    expect(defaults).toMatch(/w:line="560"[^>]*w:lineRule="exact"/);
    const size = /<w:pgSz ([^>]*)>/.exec(part('word/document.xml'))?.[1] ?? '';
    expect([/w:w="([^"]*)"/.exec(size)?.[1], /w:h="([^"]*)"/.exec(size)?.[1]]).toEqual(['11906', '16838']);
    expect(Object.keys(parts).some((name) => part(name).includes('PAGE'))).toBe(true);
  });

  test('every font that is named has a fallback', () => {
    const styles = part('word/styles.xml');
    const named = new Set([...styles.matchAll(/w:eastAsia="([^"]*[\u4e00-\u9fff][^"]*)"/g)].map(([, font]) => font));
    const fallbacks = [...part('word/fontTable.xml').matchAll(/w:name="([^"]+)"><w:altName w:val="([^"]+)"/g)];
    expect(fallbacks.map(([, font]) => font)).toEqual(expect.arrayContaining([...named]));
    expect(named.size).toBe(5);
  });
});
