import { gapsOf, narrate, numbersOf, spansOf, textOf } from './reading';

describe.each([
  { id: 'government-funds', table: 'governmentFunds', elsewhere: [5, null] },
  { id: 'state-capital', table: 'stateCapital', elsewhere: [null, 5] },
] as const)('$id', ({ id, table, elsewhere }) => {
  test('an empty table is told as none', () => {
    const sections = narrate();
    expect(textOf(sections, id)[0]).toContain('没有');
    expect(spansOf(sections, id).every(({ kind }) => kind === 'text')).toBe(true);
  });

  test('an empty table is not told as none where the appropriation table has amounts', () => {
    const sections = narrate({ appropriatedFunds: elsewhere });
    expect(gapsOf(sections, id)).toHaveLength(1);
    expect(textOf(sections, id)[0]).not.toContain('没有');
  });

  test('amounts are told, then each item with what is not 0', () => {
    const sections = narrate({
      [table]: [
        ['', '合计', 2, 10, 9, 0, 9, 3],
        ['212', '城乡社区支出', 2, 10, 9, 0, 9, 3],
        ['21208', '安排的支出', 2, 10, 9, 0, 9, 3],
        ['2120801', '补偿支出', 2, 4, 6, 0, 6, null],
        ['2120802', '开发支出', null, 6, 3, 0, 3, 3],
      ],
    });
    expect(numbersOf(sections, id)).toEqual([
      '10.00', '2.00', '9.00', '9.00', '100.00%', '3.00', '2.00', '4.00', '6.00', '6.00', '3.00', '3.00',
    ]);
  });
});
