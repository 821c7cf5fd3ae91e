import { gapsOf, narrate, narrateWithout, numbersOf, spansOf, textOf } from './reading';

describe('基本支出', () => {
  test('is that of 一般公共预算, its sides with their share and the accounts that are not 0', () => {
    const sections = narrate();
    expect(numbersOf(sections, 'basic-expenditure')).toEqual(['290.00', '220.00', '75.86%', '70.00', '24.14%']);
    const [, total] = spansOf(sections, 'basic-expenditure');
    expect(total).toMatchObject({ cells: [{ sheet: 'general-budget' }], formula: null });
    const [text = ''] = textOf(sections, 'basic-expenditure');
    expect(text).toContain('主要包括基本工资、津贴补贴、对个人和家庭的补助；');
    expect(text.endsWith('主要包括办公费。')).toBe(true);
  });

  test('without that table the sides add up to it', () => {
    const sections = narrateWithout('generalBudget');
    expect(spansOf(sections, 'basic-expenditure')[1]).toMatchObject({
      text: '290.00',
      formula: '人员经费合计 220.00 + 公用经费合计 70.00',
    });
  });

  test('a blank side over accounts that are not is missing', () => {
    expect(gapsOf(narrate({ basicTotals: [null, 70] }), 'basic-expenditure')[0]).toMatch(/^人员经费合计/);
  });
});
