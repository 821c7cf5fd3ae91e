import { check, type Case } from './cases';
import { BASIC, GENERAL } from './headings';

const ITEM = '1、教育支出（类）教育管理事务（款）行政运行（项）。';

describe('一般公共预算 item by item', () => {
  const item = (text: string): readonly string[] => [GENERAL, '（三）具体情况', ITEM, text];
  const wrong = (name: string, text: string, rest: Omit<Case, 'name' | 'lines'>): Case => ({
    name,
    lines: [...item(text), ...REST],
    ...rest,
  });
  const REST = [
    '2、教育支出（类）教育管理事务（款）一般行政管理事务（项）。',
    '年初预算为0万元，支出决算为60万元，决算数大于年初预算数的主要原因是：年中追加经费60万元。',
    '3、教育（类）普通教育（款）小学教育（项）。',
    '年初预算为40万元，支出决算为30万元，完成年初预算的75%，决算数小于年初预算数的主要原因是：压减支出。',
    '4、其他支出（类）其他支出（款）其他支出（项）。',
    '年初预算为100万元，支出决算为100万元，完成年初预算的100%，决算数等于年初预算数。',
  ];
  test.each<Case>([
    {
      name: 'right',
      lines: [
        ...item(
          '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约开支。',
        ),
        ...REST,
      ],
    },
    {
      name: 'name and amounts in one paragraph',
      lines: [
        GENERAL,
        '（三）具体情况',
        `${ITEM}年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。`,
        ...REST,
      ],
    },
    wrong(
      'another amount than the table',
      '年初预算为200万元，支出决算为180万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
      { rule: 'general-budget/narrative-amount', expected: '190.00' },
    ),
    wrong(
      '元 for 万元',
      '年初预算为200元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
      { rule: 'text/unit', severity: 'error', cause: 'unit' },
    ),
    wrong(
      'a rate that does not follow',
      '年初预算为200万元，支出决算为190万元，完成年初预算的97%，决算数小于年初预算数的主要原因是：节约。',
      { rule: 'general-budget/narrative-rate', expected: '95.00' },
    ),
    wrong('no rate', '年初预算为200万元，支出决算为190万元，决算数小于年初预算数的主要原因是：节约开支。', {
      rule: 'general-budget/narrative-rate',
      severity: 'error',
      to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约开支。',
    }),
    wrong('roughly level instead of a rate', '年初预算为191万元，支出决算为190万元，决算数与年初预算数基本持平。', {
      rule: 'general-budget/narrative-rate',
      severity: 'warning',
      expected: '99.48',
    }),
    {
      name: 'an item explained with another’s doings',
      book: {
        generalBudget: [
          ['', '合计', 12, 12, 0],
          ['221', '住房保障支出', 12, 12, 0],
          ['22102', '住房改革支出', 12, 12, 0],
          ['2210201', '住房公积金', 12, 12, 0],
        ],
      },
      lines: [
        GENERAL,
        '（三）具体情况',
        '1、住房保障支出（类）住房改革支出（款）住房公积金（项）。',
        '年初预算为10万元，支出决算为12万元，完成年初预算的120%，决算数大于年初预算数的主要原因是：医疗保险基数调整。',
      ],
      rule: 'text/mixed-up',
      severity: 'warning',
    },
    {
      name: 'classes in a paragraph that was broken in two',
      lines: [GENERAL, '主要用于以下方面：教育（类）支出280万元，占73.68%；其他（类）', '支出100万元，占26.32%。'],
    },
    {
      name: 'a class that the table does not have',
      lines: [
        GENERAL,
        '主要用于以下方面：教育（类）支出280万元，占73.68%；农林水（类）支出5万元，占1.32%；其他（类）支出100万元，占26.32%。',
      ],
      rule: 'general-budget/narrative-classes',
      severity: 'error',
    },
    wrong('level instead of a rate', '年初预算为190万元，支出决算为190万元，决算数与年初预算数持平。', {}),
    {
      name: 'a text that gives no rates',
      lines: [
        ...item('年初预算为200万元，支出决算为190万元，决算数小于年初预算数的主要原因是：节约开支。'),
        ...REST.map((line) => line.replace(/，完成年初预算的[\d.]+%/, '')),
      ],
    },
    wrong(
      'the wrong direction',
      '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数大于年初预算数的主要原因是：节约。',
      {
        rule: 'general-budget/narrative-direction',
        to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
      },
    ),
    wrong(
      'a choice not made',
      '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数大于（小于）年初预算数的主要原因是：节约。',
      {
        rule: 'text/placeholder',
        to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
      },
    ),
    wrong(
      'level although it is not',
      '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数与年初预算数持平。',
      { rule: 'general-budget/narrative-direction', to: null },
    ),
    wrong(
      'a difference from the budget',
      '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于预算数12万元，主要原因是：节约。',
      { rule: 'general-budget/narrative-change', expected: '10.00' },
    ),
    wrong(
      'a budget adjusted during the year',
      '年初预算为200万元，调整预算数为250万元，支出决算为190万元，完成调整预算的76%，决算数小于年初预算数的主要原因是：节约。',
      {},
    ),
    wrong(
      'a rate of the budget adjusted during the year',
      '年初预算为200万元，调整预算数为250万元，支出决算为190万元，完成调整预算的95%，决算数小于年初预算数的主要原因是：节约。',
      { rule: 'general-budget/narrative-rate', expected: '76.00' },
    ),
    wrong(
      'roughly level',
      '年初预算为191万元，支出决算为190万元，完成年初预算的99.48%，决算数与年初预算数基本持平。',
      {},
    ),
    wrong('no reason', '年初预算为200万元，支出决算为190万元，完成年初预算的95%。', {
      rule: 'general-budget/narrative-reason',
      severity: 'warning',
    }),
    wrong(
      'a budget that the user gave otherwise',
      '年初预算为200万元，支出决算为190万元，完成年初预算的90.48%，决算数小于年初预算数的主要原因是：节约。',
      {
        answers: { 'general-budget/2050101/budget': '210.00' },
        rule: 'general-budget/narrative-budget',
        expected: '210.00',
      },
    ),
    {
      name: 'items left out',
      lines: [
        ...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'),
        ...REST.slice(0, 4),
      ],
      rule: 'general-budget/narrative-items',
    },
    {
      name: 'an item that no table has',
      lines: [
        ...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'),
        ...REST,
        '5、卫生健康支出（类）公共卫生（款）卫生监督（项）。',
      ],
      rule: 'general-budget/narrative-items',
    },
    {
      name: 'budgets that do not add up',
      lines: [
        GENERAL,
        '（三）具体情况',
        '2030年度年初预算数为300万元。'.replace('年度', '年度一般公共预算财政拨款支出'),
        ITEM,
        '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
        ...REST,
      ],
      rule: 'general-budget/narrative-budget-sum',
      severity: 'error',
      expected: '340.00',
    },
    {
      name: 'a gap in the numbers',
      lines: [
        ...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'),
        ...REST.map((line) => line.replace(/^4、/, '5、')),
      ],
      rule: 'text/numbering',
    },
    {
      name: 'words left behind a name',
      lines: [
        GENERAL,
        '（三）具体情况',
        `${ITEM.slice(0, -1)}主要原因是：节约。`,
        '年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。',
        ...REST,
      ],
      rule: 'text/wording',
      to: ITEM,
    },
  ])('$name', check);
});

describe('基本支出', () => {
  const text = (side: string): readonly string[] => [
    BASIC,
    `2030年度一般公共预算财政拨款基本支出290万元，其中：${side}。`,
  ];
  test.each<Case>([
    {
      name: 'right',
      lines: text(
        '人员经费220万元，占基本支出的75.86%，主要包括基本工资、津贴补贴、对个人和家庭的补助；公用经费70万元，占基本支出的24.14%，主要包括办公费',
      ),
    },
    {
      name: 'the whole expenditure for the basic one',
      lines: [BASIC, '2030年度一般公共预算财政拨款基本支出380万元。'],
      rule: 'basic-expenditure/narrative-amount',
      expected: '290.00',
      cause: 'neighbour',
    },
    {
      name: 'a share of the whole expenditure',
      lines: text('人员经费220万元，占基本支出的57.89%'),
      rule: 'basic-expenditure/narrative-share',
      expected: '75.86',
    },
    {
      name: 'an account left out',
      lines: text('人员经费220万元，主要包括基本工资、津贴补贴'),
      rule: 'basic-expenditure/narrative-accounts',
      to: '2030年度一般公共预算财政拨款基本支出290万元，其中：人员经费220万元，主要包括基本工资、津贴补贴、对个人和家庭的补助。',
    },
    {
      name: 'an account that has no amount',
      lines: text('公用经费70万元，主要包括办公费、印刷费'),
      rule: 'basic-expenditure/narrative-accounts',
    },
    { name: 'a list that is open', lines: text('人员经费220万元，主要包括基本工资、津贴补贴等支出') },
    {
      name: 'a short name',
      book: {
        basicExpenditure: [
          ['301', '工资福利支出', 220],
          ['30101', '基本工资', 220],
          ['30213', '维修（护）费', 50],
          ['30239', '其他交通费用', 20],
        ],
      },
      lines: text('公用经费70万元，主要包括维修费、其他交通费'),
      rule: 'text/name',
      severity: 'warning',
    },
  ])('$name', check);
});
