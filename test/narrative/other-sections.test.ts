import type { Answers } from '../../src/narrative/telling';
import { BOOK, type Book } from './accounts';
import { gapsOf, narrate, numbersOf, textOf } from './reading';

const told = (id: string, answers: Answers = {}, book: Book = {}): string =>
  textOf(narrate(book, { answers }), id).join('\n');

describe('agency operating expenses', () => {
  const KNOWN = {
    'agency-operating/budget': '75',
    'agency-operating/budgetReason': '节约',
    'agency-operating/lastYear': '68',
    'agency-operating/reason': '调价',
  };

  test('are 公用经费合计, against budget and last year', () => {
    expect(told('agency-operating', KNOWN)).toMatch(
      /支出70\.00万元，比年初预算数减少5\.00万元，降低6\.67%.*；与上年相比，增加2\.00万元，增长2\.94%/,
    );
    expect(numbersOf(narrate(), 'agency-operating')).toEqual(['70.00']);
  });

  test('are what the user says where that is another amount', () => {
    expect(told('agency-operating', { ...KNOWN, 'agency-operating/total': '66' })).toMatch(
      /支出66\.00万元，比年初预算数减少9\.00万元/,
    );
  });

  test.each([
    {
      name: 'level with the budget',
      answers: { ...KNOWN, 'agency-operating/budget': '70.00' },
      words: '与年初预算数持平',
    },
    {
      name: 'no rate on a budget of 0',
      answers: { ...KNOWN, 'agency-operating/budget': '0' },
      words: '比年初预算数增加70.00万元，主要原因是：节约',
    },
  ])('$name', ({ answers, words }) => {
    expect(told('agency-operating', answers)).toContain(words);
  });

  test('a department without any says so', () => {
    expect(
      told('agency-operating', {}, { basicTotals: [290, 0], basicExpenditure: [['301', '工资福利支出', 290]] }),
    ).toMatch(/没有机关运行经费支出/);
  });
});

describe('meetings and training', () => {
  test('are asked for, with the part that the table knows', () => {
    const book: Book = { basicExpenditure: [...(BOOK.basicExpenditure ?? []), ['30215', '会议费', 2.5]] };
    expect(told('general-expenses', {}, book)).toContain('其中基本支出 2.50 万元');
    expect(gapsOf(narrate(), 'general-expenses')).toContain('general-expenses/training');
  });

  test('are told as the user gives them, or that there were none', () => {
    const answers = {
      'general-expenses/meetings': '3.2',
      'general-expenses/meetings/content': '年度工作会议',
      'general-expenses/meetings/persons': '120',
      'general-expenses/training': '0',
      'general-expenses/events': '无',
    };
    expect(told('general-expenses', answers)).toBe(
      '2030年度开支会议费3.20万元，用于年度工作会议，人数120人；未发生培训费；未举办节庆、晚会、论坛、赛事等活动。',
    );
  });
});

describe('procurement', () => {
  const AMOUNTS = {
    'procurement/goods': '20',
    'procurement/works': '0',
    'procurement/services': '30',
    'procurement/small': '40',
    'procurement/micro': '10',
  };

  test('is summed and its shares computed', () => {
    expect(told('procurement', AMOUNTS)).toMatch(
      /总额50\.00万元.*中小企业合同金额40\.00万元，占政府采购支出总额的80\.00%.*小微企业合同金额10\.00万元，占政府采购支出总额的20\.00%。$/,
    );
  });

  test('tells the shares by kind where they are known, none of a kind that there was none of', () => {
    const answers = {
      ...AMOUNTS,
      'procurement/goodsSmall': '15',
      'procurement/worksSmall': '0',
      'procurement/servicesSmall': '25',
    };
    const text = told('procurement', answers);
    expect(text).toContain(
      '货物采购授予中小企业合同金额占货物支出金额的75.00%，服务采购授予中小企业合同金额占服务支出金额的83.33%。',
    );
    expect(text).not.toContain('工程采购授予');
  });

  test('there was none', () => {
    expect(
      told('procurement', { 'procurement/goods': '0', 'procurement/works': '0', 'procurement/services': '0' }),
    ).toMatch(/没有政府采购支出/);
  });

  test('an amount that is missing leaves the total open', () => {
    expect(gapsOf(narrate({}, { answers: { 'procurement/goods': '20' } }), 'procurement')).toContain(
      'procurement/works',
    );
  });
});

describe('state assets', () => {
  test('vehicles are the sum of their kinds', () => {
    const answers = {
      'state-assets/confidential': '1',
      'state-assets/emergency': '3',
      'state-assets/general': '2',
      'state-assets/special': '0',
    };
    expect(told('state-assets', answers)).toBe(
      '截至2030年12月31日，本部门共有车辆4辆，其中，机要通信用车1辆、应急保障用车3辆；单位价值50万元以上通用设备2台（套）；单位价值100万元以上专用设备0台（套）。',
    );
  });

  test('what is not known is asked for', () => {
    expect(gapsOf(narrate(), 'state-assets')).toEqual(['state-assets/vehicles', 'state-assets/equipment']);
  });
});

describe('performance', () => {
  test('what was evaluated are the expenses of the whole year', () => {
    expect(numbersOf(narrate(), 'performance')).toEqual(['410.00', '300.00', '110.00']);
  });

  test('projects are told where they are given, their share of the projects of 一般公共预算', () => {
    const answers = { 'performance/projects': '3', 'performance/funds': '45' };
    expect(told('performance', answers)).toContain('项目3个，涉及资金45.00万元，占一般公共预算项目支出总额的50.00%');
  });
});
