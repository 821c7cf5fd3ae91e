import { toDocument } from '../../src/app/narrative-document';
import type { Section } from '../../src/narrative/paragraph';

const SECTION: Section = {
  id: 'summary',
  heading: '一、总体',
  paragraphs: [
    { key: '1', spans: [{ kind: 'text', text: '（一）概况' }], heading: true },
    {
      key: '2',
      spans: [
        { kind: 'text', text: '总计' },
        { kind: 'figure', text: '420.00', cells: [{ sheet: '表', row: 0, column: 0 }], formula: null },
        { kind: 'gap', need: '原因' },
      ],
    },
  ],
};

test('the narrative becomes a titled document whose gaps are highlighted', () => {
  expect(toDocument('情况说明', [SECTION])).toEqual([
    { role: 'title', runs: [{ text: '情况说明', highlighted: false }] },
    { role: 'heading', runs: [{ text: '一、总体', highlighted: false }] },
    { role: 'subheading', runs: [{ text: '（一）概况', highlighted: false }] },
    {
      role: 'body',
      runs: [
        { text: '总计', highlighted: false },
        { text: '420.00', highlighted: false },
        { text: '〔待填：原因〕', highlighted: true },
      ],
    },
  ]);
});
