import { HUNAN } from '../../src/narrative/house-styles';
import { writeNarrative } from '../../src/narrative/write-narrative';
import { paragraphText } from '../../src/narrative/paragraph';
import { accountsOf, BOOK, type Book } from './accounts';
import { gapsOf, narrate, numbersOf, textOf } from './reading';

const IDS = [
  'summary', 'revenue', 'expenditure', 'appropriation', 'general-budget', 'basic-expenditure', 'three-public',
  'government-funds', 'state-capital',
];
const GLOSSARY = 'glossary';
const WITHOUT_TABLE = ['agency-operating', 'general-expenses', 'procurement', 'state-assets', 'performance'];

describe('the sections', () => {
  test('are those of the house style, numbered in its order', () => {
    const sections = narrate();
    expect(sections.map(({ id }) => id)).toEqual([...IDS, ...WITHOUT_TABLE, GLOSSARY]);
    expect(sections.map(({ heading }) => heading.slice(0, 2))).toEqual(
      ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、', '九、', '十、', '十一', '十二', '十三', '十四', '名词'],
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

describe('terms', () => {
  const names = (book: Book): readonly string[] =>
    narrate(book).filter(({ id }) => id === GLOSSARY).flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key));

  test('are explained where they occur, numbered in their order, and not where they do not', () => {
    const other = { revenue: [['', '合计', 3, 1, 0, 0, 2, 0, 0]] } satisfies Book;
    const none = { revenue: [['', '合计', 3, 3, 0, 0, 0, 0, 0]] } satisfies Book;
    expect(names(other)).toContain('经营收入');
    expect(names(none)).not.toContain('经营收入');
    const lines = textOf(narrate(other), GLOSSARY);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(expect.arrayContaining(['一、', '二、', '三、']));
  });

  test('are left out of a style that explains none', () => {
    expect(narrate({}, { style: { ...HUNAN, glossary: [] } }).map(({ id }) => id)).not.toContain(GLOSSARY);
  });
});

describe('the paragraphs', () => {
  test('have keys of their own, an item that of its code', () => {
    const keys = narrate().flatMap(({ id, paragraphs }) => paragraphs.map(({ key }) => `${id}/${key}`));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['summary/1', 'general-budget/2050101', 'three-public/hospitality']));
  });

  test('of one item keep their key whatever items come and go', () => {
    const keyed = (book: Book): ReadonlyMap<string, string> =>
      new Map(narrate(book).flatMap(({ id, paragraphs }) =>
        paragraphs.map((one) => [`${id}/${one.key}`, paragraphText(one).replace(/^\d+、/, '')] as const)));
    const row = (code: string, amount: number) => [code, code, amount, amount, 0] as const;
    const total = (amount: number) => ['', '合计', amount, amount, 0] as const;
    const before = keyed({ generalBudget: [total(3), row('2010101', 1), row('2080501', 2)] });
    const after = keyed({ generalBudget: [total(2), row('2080501', 2)] });
    expect(after.get('general-budget/2080501/name')).toBe(before.get('general-budget/2080501/name'));
    expect(after.has('general-budget/2010101')).toBe(false);
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

  test.each([
    { rounding: 'half-up', share: '12.5%' },
    { rounding: 'half-even', share: '12.4%' },
  ] as const)('$rounding is chosen once', ({ rounding, share }) => {
    const book = { revenue: [['', '合计', 10000, 1245, 8755, 0, 0, 0, 0]] } satisfies Book;
    const numbers = numbersOf(narrate(book, { percentDigits: 1, rounding }), 'revenue');
    expect(numbers[2]).toBe(share);
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
