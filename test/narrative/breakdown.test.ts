import { gapsOf, narrate, numbersOf, textOf } from './reading';

describe('revenue and expenditure', () => {
  test('name the items that are not 0, each with its share of the total', () => {
    expect(textOf(narrate(), 'revenue')).toEqual([
      '2030年度收入合计400.00万元，其中：财政拨款收入380.00万元，占95.00%；其他收入20.00万元，占5.00%。',
    ]);
    expect(numbersOf(narrate(), 'expenditure')).toEqual(['410.00', '300.00', '73.17%', '110.00', '26.83%']);
  });

  test('one item is a list of one', () => {
    const sections = narrate({ revenue: [['', '合计', 5, 5, null, null, null, null, null]] });
    expect(numbersOf(sections, 'revenue')).toEqual(['5.00', '5.00', '100.00%']);
  });

  test('nothing at all is 0 without a list and without a share', () => {
    const sections = narrate({ revenue: [['', '合计', 0, 0, 0, 0, 0, 0, 0]] });
    expect(textOf(sections, 'revenue')).toEqual(['2030年度收入合计0.00万元。']);
  });

  test('a total that is blank over rows that are not is missing, not 0', () => {
    const sections = narrate({ revenue: [['', '合计', null, null], ['205', '教育支出', 400, 400]] });
    expect(numbersOf(sections, 'revenue')).toEqual([]);
    expect(gapsOf(sections, 'revenue')).toEqual([
      '本年收入合计（revenue!C1 为空）', '财政拨款收入（revenue!C2 为空）', '占比',
    ]);
  });

  test('a table without a 合计 row has no total to quote', () => {
    const sections = narrate({ expenditure: [['205', '教育支出', 400, 400]] });
    expect(gapsOf(sections, 'expenditure')).toContain('本年支出合计（表中没有此项）');
  });
});
