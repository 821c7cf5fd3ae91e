import type { Book } from './accounts';
import { gapsOf, narrate, numbersOf } from './reading';

const OPEN = ['summary/lastYear', 'summary/reason'];

describe('the grand totals', () => {
  test.each<{ name: string; book: Book; numbers: string[]; gaps: string[] }>([
    { name: 'one number for both sides', book: { summary: [420, 420] }, numbers: ['420.00'], gaps: OPEN },
    { name: 'two where they differ', book: { summary: [420, '419.5'] }, numbers: ['420.00', '419.50'], gaps: [] },
    { name: 'the other side for a blank one', book: { summary: [null, 420] }, numbers: ['420.00'], gaps: OPEN },
    {
      name: 'text is no amount',
      book: { summary: ['见附表', '见附表'] },
      numbers: [],
      gaps: ['支出总计（summary!C3 不是数字）', ...OPEN],
    },
  ])('$name', ({ book, numbers, gaps }) => {
    const sections = narrate(book);
    expect(numbersOf(sections, 'summary')).toEqual(numbers);
    expect(gapsOf(sections, 'summary')).toEqual(gaps);
  });

  test('财政拨款 is told by its 总计', () => {
    expect(numbersOf(narrate({ appropriation: [385, 385] }), 'appropriation')).toEqual(['385.00']);
  });
});
