import { HUNAN, writeNarrative } from '../../src/narrative/write-narrative';
import { accountsOf, BOOK, type Book } from './accounts';
import { gapsOf, narrate, numbersOf, textOf } from './reading';

const IDS = [
  'summary', 'revenue', 'expenditure', 'appropriation', 'general-budget', 'basic-expenditure', 'three-public',
  'government-funds', 'state-capital',
];
const WITHOUT_TABLE = ['agency-operating', 'general-expenses', 'procurement', 'state-assets', 'performance'];

describe('the sections', () => {
  test('are those of the house style, numbered in its order', () => {
    const sections = narrate();
    expect(sections.map(({ id }) => id)).toEqual([...IDS, ...WITHOUT_TABLE]);
    expect(sections.map(({ heading }) => heading.slice(0, 2))).toEqual(
      ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、', '九、', '十、', '十一', '十二', '十三', '十四'],
    );
  });

  test.each(IDS)('%s names its missing table as a gap and invents nothing', (id) => {
    const another: Book = id === 'summary' ? { appropriation: [1, 1] } : { summary: [1, 1] };
    const sections = writeNarrative(accountsOf(another));
    expect(numbersOf(sections, id)).toEqual([]);
    expect(gapsOf(sections, id)).toEqual([expect.stringContaining('工作簿中没有找到')]);
  });

  test('a workbook without any of the tables has no narrative', () => {
    expect(writeNarrative(accountsOf({}))).toEqual([]);
  });

  test.each([
    { name: 'from the accounts', book: { year: 2031 }, options: {}, year: '2031年度' },
    { name: 'as the user says', book: { year: 2031 }, options: { year: 2029 }, year: '2029年度' },
    { name: 'as a gap where nothing says it', book: { year: null }, options: {}, year: '〔待填：年度〕年度' },
  ])('the year comes $name', ({ book, options, year }) => {
    expect(textOf(narrate(book, options), 'revenue')[0]?.startsWith(year)).toBe(true);
  });
});

describe('percentages', () => {
  const thirds = {
    revenue: [['', '合计', 3, 1, 1, 1, 0, 0, 0]],
  } satisfies Book;

  test.each([
    { digits: 1, close: false, shares: ['33.3%', '33.3%', '33.3%'] },
    { digits: 2, close: false, shares: ['33.33%', '33.33%', '33.33%'] },
    { digits: 1, close: true, shares: ['33.4%', '33.3%', '33.3%'] },
    { digits: 2, close: true, shares: ['33.34%', '33.33%', '33.33%'] },
  ] as const)('$digits digits, closed: $close', ({ digits, close, shares }) => {
    const numbers = numbersOf(narrate(thirds, { percentDigits: digits, closeShares: close }), 'revenue');
    expect(numbers.filter((text) => text.endsWith('%'))).toEqual(shares);
  });

  test('shares that do not make up the whole are never forced to', () => {
    const book = { revenue: [['', '合计', 3, 1, 1, 0, 0, 0, 0]] } satisfies Book;
    const numbers = numbersOf(narrate(book, { closeShares: true }), 'revenue');
    expect(numbers).toEqual(['3.00', '1.00', '33.33%', '1.00', '33.33%']);
  });
});

describe('units', () => {
  test('a workbook in 元 is told in 万元', () => {
    const sections = narrate({ unit: '元', summary: [4200000.45, 4200000.45] });
    expect(numbersOf(sections, 'summary')).toEqual(['420.00']);
  });
});

test('the same accounts give the same narrative, and nothing is changed by writing it', () => {
  const accounts = Object.freeze(accountsOf(BOOK));
  expect(writeNarrative(accounts)).toEqual(writeNarrative(accounts, { style: HUNAN }));
});
