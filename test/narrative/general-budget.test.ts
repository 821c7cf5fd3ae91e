import { gapsOf, narrate, narrateWithout, numbersOf, textOf } from './reading';

describe('一般公共预算', () => {
  const text = textOf(narrate(), 'general-budget');

  test('its share is of all expenditure', () => {
    expect(numbersOf(narrate(), 'general-budget').slice(0, 2)).toEqual(['380.00', '92.68%']);
  });

  test('without 支出决算表 the share is a gap, and with none spent there is none', () => {
    expect(gapsOf(narrateWithout('expenditure'), 'general-budget')[0]).toBe('占本年支出合计的百分比');
    const nothing = narrate({ expenditure: [['', '合计', 0]] });
    expect(numbersOf(nothing, 'general-budget').slice(0, 2)).toEqual(['380.00', '380.00']);
  });

  test('the structure has every class with its share, the class word behind its own name', () => {
    expect(text[3]).toContain('教育（类）支出280.00万元，占73.68%；其他（类）支出100.00万元，占26.32%。');
  });

  test('the items are the lowest rows that are not 0, named from class to item, in the order of the table', () => {
    expect(text.filter((line) => /^\d+、/.test(line))).toEqual([
      '1、教育支出（类）教育管理事务（款）行政运行（项）。',
      '2、教育支出（类）教育管理事务（款）一般行政管理事务（项）。',
      '3、教育支出（类）普通教育（款）小学教育（项）。',
      '4、其他支出（类）其他支出（款）其他支出（项）。',
    ]);
  });

  test('a section without items speaks for itself', () => {
    const rows = [['', '合计', 5], ['205', '教育支出', 5], ['20501', '教育管理事务', 5]] as const;
    const sections = narrate({ generalBudget: rows });
    expect(textOf(sections, 'general-budget')).toContain('1、教育支出（类）教育管理事务（款）。');
  });

  test('a class that is blank over its items is missing, not left out', () => {
    const rows = [['', '合计', 5], ['205', '教育支出', null], ['2050101', '行政运行', 5]] as const;
    const sections = narrate({ generalBudget: rows });
    expect(gapsOf(sections, 'general-budget')).toContain('教育支出决算数（general-budget!C4 为空）');
    expect(textOf(sections, 'general-budget')).toContain('1、教育支出（类）行政运行（项）。');
  });

  test('an empty table is told as such', () => {
    const sections = narrate({ generalBudget: [['', '合计', null, null, null]] });
    expect(numbersOf(sections, 'general-budget')).toEqual([]);
    expect(gapsOf(sections, 'general-budget')).toEqual([]);
    expect(textOf(sections, 'general-budget')).toHaveLength(1);
  });

  test.each([
    { name: 'unknown', budget: '', numbers: ['190.00'], gaps: ['budget', null, null, 'reason'], word: '' },
    { name: 'not a number', budget: '约二百', numbers: ['190.00'], gaps: ['budget', null, null, 'reason'], word: '' },
    { name: 'smaller', budget: '152', numbers: ['190.00', '125.00%'], gaps: ['reason'], word: '大于' },
    { name: 'larger', budget: '200.00', numbers: ['190.00', '95.00%'], gaps: ['reason'], word: '小于' },
    { name: 'equal', budget: '190', numbers: ['190.00', '100.00%'], gaps: [], word: '持平' },
    { name: '0, so without a rate', budget: '0', numbers: ['190.00'], gaps: ['reason'], word: '大于' },
  ])('an item whose initial budget is $name', ({ budget, numbers, gaps, word }) => {
    const [section] = narrate({}, { answers: { 'general-budget/2050101/budget': budget } }).filter(
      ({ id }) => id === 'general-budget',
    );
    const at = text.findIndex((line) => line.startsWith('1、')) + 1;
    const spans = section?.paragraphs[at]?.spans ?? [];
    expect(spans.flatMap((span) => (span.kind === 'figure' ? [span.text] : []))).toEqual(numbers);
    expect(spans.flatMap((span) => (span.kind === 'gap' ? [span.key?.split('/').at(-1) ?? null] : []))).toEqual(gaps);
    expect(spans.some((span) => span.kind === 'text' && span.text.includes(word))).toBe(true);
  });
});
