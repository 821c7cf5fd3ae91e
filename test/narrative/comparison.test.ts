import { accountsOf, BOOK, type Book } from './accounts';
import { gapsOf, narrate, numbersOf, textOf } from './reading';

const REASON = ['summary/reason'];

describe('last year', () => {
  const lastYear = (book: Book, year: number | null = 2029) => ({
    lastYear: accountsOf({ ...BOOK, ...book, year }),
  });

  test.each([
    { name: 'more', before: 400, numbers: ['420.00', '20.00', '5.00%'], words: ['增加', '增长'], gaps: REASON },
    { name: 'less', before: 480, numbers: ['420.00', '60.00', '12.50%'], words: ['减少', '下降'], gaps: REASON },
    { name: 'the same', before: 420, numbers: ['420.00'], words: ['持平'], gaps: [] },
    { name: 'nothing before', before: 0, numbers: ['420.00', '420.00'], words: ['增加'], gaps: REASON },
  ])('$name: the change and its rate on last year’s amount', ({ before, numbers, words, gaps }) => {
    const sections = narrate({}, lastYear({ summary: [before, before] }));
    expect(numbersOf(sections, 'summary')).toEqual(numbers);
    expect(gapsOf(sections, 'summary')).toEqual(gaps);
    const [text = ''] = textOf(sections, 'summary');
    expect(['增加', '增长', '减少', '下降', '持平'].filter((word) => text.includes(word))).toEqual(words);
  });

  test('an answer stands above the workbook', () => {
    const sections = narrate({}, { ...lastYear({ summary: [400, 400] }), answers: { 'summary/lastYear': '420.00' } });
    expect(numbersOf(sections, 'summary')).toEqual(['420.00']);
  });

  test('accounts of another year are not last year’s', () => {
    expect(gapsOf(narrate({}, lastYear({}, 2027)), 'summary')).toContain('summary/lastYear');
    expect(gapsOf(narrate({}, lastYear({}, null)), 'summary')).not.toContain('summary/lastYear');
  });

  test('reaches every comparison', () => {
    const sections = narrate({}, lastYear({}));
    for (const { id } of sections) expect(gapsOf(sections, id).filter((key) => key.endsWith('/lastYear'))).toEqual([]);
  });
});
