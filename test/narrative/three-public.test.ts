import { gapsOf, narrate, numbersOf, textOf } from './reading';

describe('“三公”', () => {
  test('has budget, actual and rate of the total and of four items, none on a budget of 0', () => {
    expect(numbersOf(narrate(), 'three-public').slice(0, 13)).toEqual([
      '12.00', '9.00', '75.00%', '0.00', '0.00', '2.00', '1.00', '50.00%', '0.00', '0.00', '10.00', '8.00', '80.00%',
    ]);
  });

  test('shares are of the actual total', () => {
    const line = textOf(narrate(), 'three-public').find((text) => text.includes('占'));
    expect(line?.match(/占[\d.]+%/g)).toEqual(['占11.11%', '占0.00%', '占88.89%']);
  });

  test('counts are asked for only where money was spent', () => {
    const gaps = gapsOf(narrate(), 'three-public');
    expect(gaps).toEqual(expect.arrayContaining([
      'three-public/hospitality/groups', 'three-public/hospitality/persons', 'three-public/vehicles/owned',
    ]));
    expect(gaps).not.toContain('three-public/overseasTravel/groups');
    expect(gaps).not.toContain('three-public/vehiclePurchase/bought');
  });

  test('an empty table is 0 throughout, without any percentage', () => {
    const numbers = numbersOf(narrate({ threePublic: { budget: {}, actual: {} } }), 'three-public');
    expect(new Set(numbers)).toEqual(new Set(['0.00']));
  });

  test('a side that was left out beside one that was not is missing, not 0', () => {
    const sections = narrate({ threePublic: { budget: {}, actual: { total: 1, hospitality: 1 } } });
    expect(gapsOf(sections, 'three-public')[0]).toBe('“三公”经费预算数（预算数各栏均为空）');
    expect(numbersOf(sections, 'three-public')[0]).toBe('1.00');
  });

  test('a blank total over items is missing', () => {
    const sections = narrate({ threePublic: { budget: { hospitality: 1 }, actual: { total: 1, hospitality: 1 } } });
    expect(gapsOf(sections, 'three-public')[0]).toMatch(/^“三公”经费预算数（three-public!C\d+ 为空）$/);
  });
});
