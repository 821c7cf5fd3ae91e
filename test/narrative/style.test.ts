import { SECTIONS, SENTENCES } from '../../src/narrative/sections';
import { compileStyle, COMMON_SLOTS, type HouseStyle } from '../../src/narrative/style';
import { parseTemplate, StyleError } from '../../src/narrative/template';
import { HUNAN } from '../../src/narrative/write-narrative';
import { narrate, numbersOf, textOf } from './reading';

const withSentence = (name: string, text: string): HouseStyle => ({
  ...HUNAN,
  sentences: { ...HUNAN.sentences, [name]: text },
});

test('the style that ships words every sentence and tells every section', () => {
  expect(compileStyle(HUNAN, SENTENCES).templates.size).toBe(Object.keys(SENTENCES).length);
  expect(HUNAN.sections.map(({ id }) => id)).toEqual(SECTIONS.map(({ id }) => id));
});

test.each(Object.entries(HUNAN.sentences))('%s has full-width brackets and single punctuation', (_name, text) => {
  expect(text.replace(/\[[，；][^[\]]*\]/g, '').replace(/\{[^{}]*\}|[[\]]/g, '数')).not.toMatch(/[()[\]{}"]|[，。；：、]{2}/);
});

test('another style changes order, headings and words, never the numbers', () => {
  const style: HouseStyle = {
    ...withSentence('summary/balanced', '收支总计{total}万元（{year}年与{lastYear}年）。[{department}]{comparison}'),
    sections: [{ id: 'revenue', heading: '收入' }, { id: 'summary', heading: '总体' }],
  };
  const sections = narrate({ department: '示例局' }, { style });
  expect(sections.map(({ heading }) => heading)).toEqual(['一、收入', '二、总体']);
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
    { name: 'a section that does not exist', style: { ...HUNAN, sections: [{ id: 'annex', heading: '附件' }] } },
  ])('$name', ({ style }) => {
    expect(() => narrate({}, { style })).toThrow(StyleError);
  });

  test('a sentence that is missing', () => {
    const kept = Object.entries(HUNAN.sentences).filter(([name]) => name !== 'summary/balanced');
    const sentences = Object.fromEntries(kept);
    expect(() => compileStyle({ ...HUNAN, sentences }, SENTENCES)).toThrow(/summary\/balanced/);
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
