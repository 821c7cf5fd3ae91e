import { HOUSE_STYLES, HUNAN, readStyleFile, SHANGHAI, styleFile, VOCABULARY } from '../../src/narrative/house-styles';
import { SECTIONS, SENTENCES } from '../../src/narrative/sections';
import { compileStyle, COMMON_SLOTS, sectionsOf, type HouseStyle } from '../../src/narrative/style';
import { parseTemplate, StyleError } from '../../src/narrative/template';
import { narrate, numbersOf, textOf } from './reading';

/** What no form leaves out. */
const TOLD_EVERYWHERE = [
  'summary', 'revenue', 'expenditure', 'appropriation', 'general-budget', 'basic-expenditure', 'three-public',
  'government-funds', 'state-capital', 'agency-operating', 'procurement', 'state-assets', 'performance',
];

const withSentence = (name: string, text: string): HouseStyle => ({
  ...HUNAN,
  sentences: { ...HUNAN.sentences, [name]: text },
});

test.each(HOUSE_STYLES)('$name words every sentence and tells every table', (style) => {
  expect(compileStyle(style, VOCABULARY).templates.size).toBe(Object.keys(SENTENCES).length);
  expect(sectionsOf(style).map(({ id }) => id)).toEqual(expect.arrayContaining(TOLD_EVERYWHERE));
});

test('the form of Hunan has fourteen sections, that of Shanghai eleven, the last of three parts', () => {
  expect(sectionsOf(HUNAN).map(({ id }) => id)).toEqual(SECTIONS.map(({ id }) => id));
  const headings = narrate({}, { style: SHANGHAI }).filter(({ inner }) => inner !== true).map(({ heading }) => heading);
  expect(headings.slice(9, 11)).toEqual(['十、预算绩效情况说明', '十一、其他重要事项的情况说明']);
  const inner = narrate({}, { style: SHANGHAI }).filter((section) => section.inner === true);
  expect(inner.map(({ id }) => id)).toEqual(['agency-operating', 'procurement', 'state-assets']);
  expect(inner.map(({ heading }) => heading.slice(0, 3))).toEqual(['（一）', '（二）', '（三）']);
});

test.each(HOUSE_STYLES.flatMap(({ name, sentences }) =>
  Object.entries(sentences).map(([key, text]) => [name, key, text] as const),
))('%s: %s has full-width brackets and single punctuation', (_style, _name, text) => {
  expect(text.replace(/\[[，；][^[\]]*\]/g, '').replace(/\{[^{}]*\}|[[\]]/g, '数')).not.toMatch(/[()[\]{}"]|[，。；：、]{2}/);
});

test('another style changes order, headings and words, never the numbers', () => {
  const style: HouseStyle = {
    ...withSentence('summary/balanced', '收支总计{total}万元（{year}年与{lastYear}年）。[{department}]{comparison}'),
    sections: [{ id: 'revenue', heading: '收入' }, { id: 'summary', heading: '总体' }],
  };
  const sections = narrate({ department: '示例局' }, { style });
  expect(sections.map(({ heading }) => heading)).toEqual(['一、收入', '二、总体', '名词解释']);
  expect(textOf(sections, 'summary')[0]).toMatch(/^收支总计420\.00万元（2030年与2029年）。示例局与上年相比/);
  expect(numbersOf(sections, 'revenue')).toEqual(numbersOf(narrate(), 'revenue'));
});

describe('a style that is not sound is refused with the name of the sentence', () => {
  test.each([
    { name: 'a sentence that does not exist', style: withSentence('summary/extra', '文字') },
    { name: 'a slot that does not exist', style: withSentence('summary/balanced', '{sum}万元') },
    { name: 'a fact that may not exist, unbracketed', style: withSentence('revenue/total', '{total}，{items*；}') },
    { name: 'a brace left open', style: withSentence('summary/balanced', '{total万元') },
    { name: 'a bracket left open', style: withSentence('summary/balanced', '[{total}万元') },
    { name: 'brackets within brackets', style: withSentence('revenue/total', '[甲[乙{items}]]') },
    { name: 'brackets without a slot', style: withSentence('summary/balanced', '{total}[万元]') },
    { name: 'an empty slot', style: withSentence('summary/balanced', '{}万元') },
    { name: 'a direction of what has none', style: withSentence('summary/balanced', '{total?增加|减少}{total}万元') },
    { name: 'a direction in a sentence that has none', style: withSentence('comparison/unknown', '{missing?增加|减少}') },
    { name: 'a section that is there twice', style: { ...HUNAN, sections: [...HUNAN.sections, ...HUNAN.sections] } },
    { name: 'a section that does not exist', style: { ...HUNAN, sections: [{ id: 'annex', heading: '附件' }] } },
  ])('$name', ({ style }) => {
    expect(() => narrate({}, { style })).toThrow(StyleError);
  });

  test('a sentence that is missing', () => {
    const kept = Object.entries(HUNAN.sentences).filter(([name]) => name !== 'summary/balanced');
    const sentences = Object.fromEntries(kept);
    expect(() => compileStyle({ ...HUNAN, sentences }, VOCABULARY)).toThrow(/summary\/balanced/);
  });
});

test('a template is read into words, slots, directions and optional parts', () => {
  expect(parseTemplate('甲', '共{total}元，{change?增|减|平}[，占{share}]：{items*；}')).toEqual([
    { kind: 'literal', text: '共' },
    { kind: 'slot', slot: 'total', separator: '' },
    { kind: 'literal', text: '元，' },
    { kind: 'direction', slot: 'change', words: ['增', '减', '平'] },
    { kind: 'optional', parts: [{ kind: 'literal', text: '，占' }, { kind: 'slot', slot: 'share', separator: '' }] },
    { kind: 'literal', text: '：' },
    { kind: 'slot', slot: 'items', separator: '；' },
  ]);
});

test('no sentence has a slot of its own under a common name', () => {
  const common = COMMON_SLOTS.map((slot) => slot.replace('?', ''));
  for (const slots of Object.values(SENTENCES)) expect(slots.filter((slot) => common.includes(slot))).toEqual([]);
});

describe('a template file', () => {
  test.each(HOUSE_STYLES)('of $name that was written out is read as it was', (style) => {
    expect(readStyleFile(styleFile(style))).toEqual({
      ...style,
      glossary: (style.glossary ?? []).map((term) => ({ also: [], ...term })),
    });
  });

  const edited = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(styleFile(HUNAN)) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };

  test.each([
    ['no JSON, with its line', '{\n  "name": "甲",\n  sections\n}', /JSON（第 3 行）/],
    ['a list', '[]', /最外层/],
    ['no name', edited((file) => delete file['name']), /name/],
    ['a section without a heading', edited((file) => (file['sections'] = [{ id: 'revenue' }])), /sections\[0\]\.heading/],
    ['a group whose parts are no list', edited((file) => (file['sections'] = [{ heading: '其他', parts: 1 }])), /parts/],
    ['a sentence that is a number', edited((file) => (file['sentences'] = { ...HUNAN.sentences, 'revenue/total': 1 })), /revenue\/total/],
    ['a term without words', edited((file) => (file['glossary'] = [{ name: '甲' }])), /glossary\[0\]\.text/],
    ['a sentence nobody knows', edited((file) => (file['sentences'] = { ...HUNAN.sentences, 'a/b': '甲' })), /a\/b/],
  ])('with %s is refused with the place', (_name, text, place) => {
    expect(() => readStyleFile(text)).toThrow(StyleError);
    expect(() => readStyleFile(text)).toThrow(place);
  });

  test('says all that is wrong at once', () => {
    const sentences = { ...HUNAN.sentences, 'revenue/total': '{sum}万元', 'summary/balanced': '{total' };
    const problems = (() => {
      try {
        readStyleFile(JSON.stringify({ ...HUNAN, sentences }));
      } catch (error) {
        return error instanceof StyleError ? error.problems : [];
      }
      return [];
    })();
    expect(problems).toHaveLength(2);
  });
});
