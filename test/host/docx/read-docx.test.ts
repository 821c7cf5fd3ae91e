import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../../src/host/docx/read-docx';
import { writeDocx } from '../../../src/host/docx/write-docx';
import { HostError } from '../../../src/host/host-error';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A .docx with this body, its main part under another name than usual. */
function docx(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const links = Object.keys(others).map((name) => `<Relationship Id="${name}" Type="${TYPE}/${name}" Target="${name}.xml"/>`);
  const relationships = (inner: string): Uint8Array => strToU8(`<Relationships>${inner}</Relationships>`);
  return zipSync({
    '_rels/.rels': relationships(`<Relationship Id="a" Type="${TYPE}/officeDocument" Target="word/document2.xml"/>`),
    'word/document2.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document2.xml.rels': relationships(links.join('')),
    ...Object.fromEntries(Object.entries(others).map(([name, xml]) => [`word/${name}.xml`, strToU8(xml)])),
  });
}

const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

test('what the product wrote comes back word for word', async () => {
  const lines = ['2030年度部门决算情况说明', '一、总体情况', '收、支总计 <420.00> 万元。'];
  const blocks = lines.map((text) => ({ role: 'body' as const, runs: [{ text, highlighted: false }] }));
  expect(readDocx(await writeDocx(blocks), '说明.docx')).toEqual(lines);
});

test.each([
  { name: 'runs of one paragraph', body: p(r('收、支总计') + r('420.00') + r('万元。')), lines: ['收、支总计420.00万元。'] },
  { name: 'blank paragraphs', body: p('') + p(r('甲')) + p(r('　 ')), lines: ['甲'] },
  { name: 'a line break within a paragraph', body: p(`${r('一、甲')}<w:r><w:br/></w:r>${r('乙。')}`), lines: ['一、甲', '乙。'] },
  {
    name: 'tracked changes',
    body: p(`<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins>${r('新')}</w:ins>${r('数')}`),
    lines: ['新数'],
  },
  {
    name: 'a table',
    body: `${p(r('甲'))}<w:tbl><w:tr><w:tc>${p(r('合计 12.34'))}</w:tc></w:tr></w:tbl>${p(r('乙'))}`,
    lines: ['甲', '乙'],
  },
  {
    name: 'a table of contents',
    body: p(`<w:r><w:instrText>PAGEREF _Toc1 \\h</w:instrText></w:r>${r('一、甲 3')}`) + p(r('一、甲')),
    lines: ['一、甲'],
  },
  {
    name: 'a text box told twice',
    body: p(`<mc:AlternateContent xmlns:mc="m"><mc:Choice>${p(r('框'))}</mc:Choice><mc:Fallback>${p(r('框'))}</mc:Fallback></mc:AlternateContent>${r('甲')}`),
    lines: ['框', '甲'],
  },
])('reads $name', ({ body, lines }) => {
  expect(readDocx(docx(body), 'x.docx')).toEqual(lines);
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}` +
    `${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'bullet', '•')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>';
  const styles = `<w:styles ${W}><w:style w:styleId="a3"><w:name w:val="标题"/><w:pPr>${inList(1, 0)}</w:pPr></w:style></w:styles>`;

  test('as Word prints them: each level anew below the one above, a list of its own from 1 on', () => {
    const lines = [
      p(r('甲'), inList(1, 0)),
      p(r('乙'), inList(1, 1)),
      p(r('丙'), inList(1, 1)),
      p(r('丁'), inList(1, 2)),
      p(r('不编号'), inList(0, 0)),
      p(r('戊'), '<w:pStyle w:val="a3"/>'),
      p(r('己'), inList(1, 1)),
      p(r('点'), inList(1, 3)),
      p(r('另起'), inList(2, 0)),
    ];
    expect(readDocx(docx(lines.join(''), { numbering, styles }), 'x.docx')).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '不编号',
      '二、戊',
      '（一）己',
      '点',
      '一、另起',
    ]);
  });
});

test.each([
  ['no archive', strToU8('文字')],
  ['the old format', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['another archive', zipSync({ 'a.txt': strToU8('a') })],
])('says of %s that it is no Word file', (_, bytes) => {
  expect(() => readDocx(bytes, '说明.doc')).toThrow(new HostError('not-word', '说明.doc').message);
});
