import { accountsOf, BOOK, type Book } from '../accounts';
import { check, type Case } from './cases';
import {
  APPROPRIATION, ASSETS, BASIC, CAPITAL, EXPENSES, FUNDS, GENERAL, OPERATING, PERFORMANCE, PROCUREMENT, REVENUE, SUMMARY,
  THREE_PUBLIC,
} from './headings';
import { problemsOf } from './told';

describe('“三公”经费', () => {
  test.each<Case>([
    {
      name: 'right',
      lines: [
        THREE_PUBLIC,
        '“三公”经费财政拨款支出预算为12万元，支出决算为9万元，完成预算的75%，决算数小于预算数的主要原因是：节约。',
        '公务接待费支出预算为2万元，支出决算为1万元，完成预算的50%，比上年减少1万元，下降50%，主要原因是：来访减少。',
      ],
    },
    {
      name: 'another item’s amount',
      lines: [THREE_PUBLIC, '公务接待费支出预算为2万元，支出决算为8万元，完成预算的50%。'],
      rule: 'three-public/narrative-amount',
      expected: '1.00',
      cause: 'neighbour',
    },
    {
      name: 'a budget of its own',
      lines: [THREE_PUBLIC, '公务接待费支出预算数为5万元，支出决算为1万元，完成预算的50%。'],
      rule: 'three-public/narrative-budget',
      expected: '2.00',
    },
    {
      name: 'a missing 元',
      lines: [THREE_PUBLIC, '公务接待费支出预算数为2万，支出决算为1万元，完成预算的50%。'],
      rule: 'text/unit',
      severity: 'error',
      to: '公务接待费支出预算数为2万元，支出决算为1万元，完成预算的50%。',
    },
    {
      name: 'changes of the items that do not make that of the whole',
      lines: [
        THREE_PUBLIC,
        '“三公”经费支出决算为9万元，与上年相比减少3万元。',
        '因公出国（境）费支出决算为0万元，与上年持平。公务接待费支出决算为1万元，与上年相比减少1万元。',
        '公务用车购置费及运行维护费支出决算为8万元，与上年相比减少1万元。',
      ],
      rule: 'three-public/narrative-change',
      severity: 'error',
      expected: '2.00',
    },
    {
      name: 'changes of the items that make that of the whole',
      lines: [
        THREE_PUBLIC,
        '“三公”经费支出决算为9万元，与上年相比减少1万元。',
        '因公出国（境）费支出决算为0万元，与上年持平。公务接待费支出决算为1万元，与上年相比减少2万元。',
        '公务用车购置费支出决算为0万元，与上年持平；公务用车运行维护费支出决算为8万元，与上年相比增加1万元。',
      ],
    },
    {
      name: 'groups although nothing was spent',
      lines: [THREE_PUBLIC, '因公出国（境）费支出决算为0万元，全年安排因公出国（境）团组3个。'],
      rule: 'three-public/narrative-count',
      severity: 'warning',
    },
    {
      name: 'no guests although something was spent',
      lines: [THREE_PUBLIC, '公务接待费支出决算为1万元，全年共接待来访团组0个。'],
      rule: 'three-public/narrative-count',
      severity: 'warning',
    },
    {
      name: 'guests that are not counted, missed where the particulars are',
      lines: [
        THREE_PUBLIC,
        '“三公”经费支出决算为9万元，其中：公务接待费支出决算为1万元，公务用车购置费及运行维护费支出决算为8万元。',
        '1.因公出国（境）费支出决算为0万元。',
        '2.公务接待费支出决算为1万元，全年共接待来访团组3个。',
        '3.公务用车购置费及运行维护费支出决算为8万元，公务用车保有量为2辆。',
      ],
      rule: 'three-public/narrative-count',
      severity: 'warning',
      at: 3,
    },
    {
      name: 'an amount of no known item that lacks its unit',
      lines: [THREE_PUBLIC, '公务用车运行维护费8万元，其中燃料支出3.20，维修费4.80万元。'],
      rule: 'text/unit',
      severity: 'warning',
      to: '公务用车运行维护费8万元，其中燃料支出3.20万元，维修费4.80万元。',
    },
    {
      name: 'what a vehicle costs on average',
      lines: [THREE_PUBLIC, '公务用车运行维护费8万元，车均运行维护费2666.67元。'],
    },
    {
      name: 'what a vehicle costs on average, of a count that the text gives elsewhere',
      lines: [THREE_PUBLIC, '公务用车运行维护费8万元，车均运行维护费2.67万元。', '公务用车保有量3辆。'],
    },
    {
      name: 'an average of another count',
      lines: [THREE_PUBLIC, '公务用车保有量3辆，公务用车运行维护费8万元，车均运行维护费4万元。'],
      rule: 'three-public/narrative-average',
      severity: 'error',
      expected: '2.67',
      to: '公务用车保有量3辆，公务用车运行维护费8万元，车均运行维护费2.67万元。',
    },
    {
      name: 'an average that misses by its last digit',
      lines: [THREE_PUBLIC, '公务用车保有量3辆，公务用车运行维护费8万元，平均每辆2.66万元。'],
      rule: 'three-public/narrative-average',
      severity: 'warning',
      expected: '2.67',
    },
    {
      name: 'an average in 元 of amounts in 万元',
      lines: [THREE_PUBLIC, '公务接待费支出决算为1万元，接待来宾42人次，人均238.10元。'],
    },
    {
      name: 'an average in 元 that rounding of the amount explains',
      lines: [THREE_PUBLIC, '公务接待费支出决算为1万元，接待来宾42人次，人均237元。'],
      rule: 'three-public/narrative-average',
      severity: 'warning',
    },
    {
      name: 'an average in 元 with two digits exchanged',
      lines: [THREE_PUBLIC, '公务接待费支出决算为1万元，接待来宾42人次，人均接待费283.10元。'],
      rule: 'three-public/narrative-average',
      severity: 'error',
      expected: '238.10',
      to: '公务接待费支出决算为1万元，接待来宾42人次，人均接待费238.10元。',
    },
    {
      name: 'an average of which the user gave the count',
      lines: [THREE_PUBLIC, '公务用车运行维护费8万元，车均4.5万元。'],
      answers: { 'three-public/vehicles/owned': '2' },
      rule: 'three-public/narrative-average',
      expected: '4.00',
    },
    {
      name: 'averages that nothing is known of',
      lines: [THREE_PUBLIC, '公务用车运行维护费8万元，车均运行维护费5万元，近三年年均7.5万元，车均比上年减少0.5万元。'],
    },
    {
      name: 'no average where nothing was bought',
      lines: [THREE_PUBLIC, '购置公务用车0辆，车均购置费0.00万元。'],
    },
    {
      name: 'a rate on a base of 0',
      lines: [THREE_PUBLIC, '因公出国（境）费支出预算为0万元，支出决算为0万元，完成预算的0%，决算数等于预算数。'],
      rule: 'three-public/narrative-rate',
      severity: 'warning',
      to: '因公出国（境）费支出预算为0万元，支出决算为0万元，决算数等于预算数。',
    },
    {
      name: 'a share of 0',
      lines: [
        THREE_PUBLIC,
        '2030年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%，公务接待费支出决算1万元，占11.11%。',
      ],
    },
    {
      name: 'another item’s doings',
      lines: [THREE_PUBLIC, '公务接待费支出决算为1万元，主要用于出国考察。'],
      rule: 'text/mixed-up',
      severity: 'warning',
    },
    {
      name: 'a sum of vehicles',
      lines: [
        THREE_PUBLIC,
        '公务用车购置费及运行维护费支出决算为8万元，其中：公务用车购置费0万元；公务用车运行维护费8万元，用于燃油3.2万元。',
      ],
    },
  ])('$name', check);
});

describe('funds', () => {
  const flow: Book['governmentFunds'] = [
    ['', '合计', 0, 50, 40, 0, 40, 10],
    ['212', '城乡社区支出', 0, 50, 40, 0, 40, 10],
    ['21208', '土地出让安排的支出', 0, 50, 40, 0, 40, 10],
  ];
  test.each<Case>([
    {
      name: 'nil wording for an empty table',
      lines: [
        FUNDS,
        '本单位没有政府性基金收入，也没有使用政府性基金安排的支出。',
        CAPITAL,
        '本单位没有使用国有资本经营预算安排的支出。',
      ],
    },
    {
      name: 'zeros for an empty table',
      lines: [FUNDS, '2030年度政府性基金预算财政拨款收入0万元；支出0万元，其中基本支出0万元，项目支出0万元。'],
    },
    {
      name: 'the other fund',
      lines: [CAPITAL, '本单位没有使用政府性基金安排的支出。'],
      rule: 'state-capital/narrative-nil',
      severity: 'error',
    },
    {
      name: 'nothing said of an empty table',
      lines: [FUNDS, '详见附表。'],
      rule: 'government-funds/narrative-nil',
      severity: 'warning',
    },
    {
      name: 'nil wording although there are amounts',
      lines: [FUNDS, '本单位没有政府性基金收入，也没有使用政府性基金安排的支出。'],
      book: { governmentFunds: flow },
      rule: 'government-funds/narrative-nil',
      severity: 'error',
    },
    {
      name: 'right amounts',
      lines: [
        FUNDS,
        '2030年度政府性基金预算财政拨款收入50万元；支出40万元，其中：项目支出40万元，占100%；年末结转和结余10万元。',
      ],
      book: { governmentFunds: flow },
    },
    {
      name: 'a wrong amount',
      lines: [FUNDS, '2030年度政府性基金预算财政拨款收入40万元；支出40万元。'],
      book: { governmentFunds: flow },
      rule: 'government-funds/narrative-amount',
      expected: '50.00',
    },
  ])('$name', check);
});

describe('what stands in no table', () => {
  test.each<Case>([
    {
      name: 'operating expenses',
      lines: [
        OPERATING,
        '2030年度机关运行经费支出70万元，比年初预算数减少5万元，下降6.67%，主要原因是：节约；比上年决算数增加2万元，增长2.94%。',
      ],
    },
    {
      name: 'level with a budget that it does not equal',
      lines: [OPERATING, '2030年度机关运行经费支出70万元，年初预算68万元，与年初预算持平。'],
      rule: 'agency-operating/narrative-direction',
    },
    {
      name: 'operating expenses that changed places with their budget',
      lines: [OPERATING, '2030年度机关运行经费支出75万元，年初预算70万元。'],
      rule: 'agency-operating/narrative-amount',
      severity: 'error',
      expected: '70.00',
      cause: 'neighbour',
      to: null,
    },
    {
      name: 'operating expenses of another scope',
      lines: [OPERATING, '2030年度机关运行经费支出66万元。'],
      rule: 'agency-operating/narrative-amount',
      severity: 'warning',
      to: null,
    },
    {
      name: 'procurement',
      lines: [
        PROCUREMENT,
        '政府采购支出总额60万元，其中：政府采购货物支出20万元、政府采购工程支出10万元、政府采购服务支出30万元。授予中小企业合同金额45万元，占政府采购支出总额的75%，其中：授予小微企业合同金额9万元，占授予中小企业合同金额的20%。',
      ],
    },
    {
      name: 'a total that its parts do not make',
      lines: [
        PROCUREMENT,
        '政府采购支出总额62万元，其中：政府采购货物支出20万元、政府采购工程支出10万元、政府采购服务支出30万元。',
      ],
      rule: 'procurement/narrative-sum',
      severity: 'error',
      expected: '60.00',
    },
    {
      name: 'a share of the wrong whole',
      lines: [
        PROCUREMENT,
        '政府采购支出总额60万元。授予中小企业合同金额45万元，占政府采购支出总额的80%。',
      ],
      rule: 'procurement/narrative-share',
      expected: '75.00',
    },
    {
      name: 'a kind’s share of the whole',
      lines: [
        PROCUREMENT,
        '政府采购支出总额60万元，其中：政府采购货物支出20万元、政府采购工程支出0万元、政府采购服务支出40万元。授予中小企业合同金额60万元，占政府采购支出总额的100%。货物采购授予中小企业合同金额占货物支出金额的33.3%。',
      ],
      rule: 'procurement/narrative-share',
      expected: '100.00',
    },
    {
      name: 'vehicles',
      lines: [
        ASSETS,
        '截至2030年12月31日，共有车辆4辆，其中，机要通信用车1辆、应急保障用车3辆；单位价值50万元以上通用设备0台（套）。',
      ],
    },
    {
      name: 'vehicles that do not add up',
      lines: [
        ASSETS,
        '截至2030年12月31日，共有车辆4辆，其中，机要通信用车1辆、应急保障用车2辆。',
      ],
      rule: 'state-assets/narrative-count',
      expected: '3.00',
    },
    {
      name: 'training within the basic part',
      lines: [EXPENSES, '2030年度开支培训费3万元；未发生会议费。'],
      book: {
        basicExpenditure: [
          ['30216', '培训费', 5],
          ['30215', '会议费', 0],
        ],
      },
      rule: 'general-expenses/narrative-amount',
      severity: 'warning',
      expected: '5.00',
    },
    {
      name: 'what was evaluated',
      lines: [PERFORMANCE, '整体支出410万元，其中：基本支出310万元，项目支出110万元。'],
      rule: 'performance/narrative-amount',
      expected: '300.00',
    },
  ])('$name', check);
});

describe('a section that is missing', () => {
  const HEADINGS = [SUMMARY, REVENUE, '三、支出决算情况说明', APPROPRIATION, GENERAL, BASIC, THREE_PUBLIC, FUNDS, CAPITAL];
  const NUMBERS = '一二三四五六七八九';
  const without = (missing: number): string[] =>
    HEADINGS.filter((_, index) => index !== missing).map((line, index) => `${NUMBERS.charAt(index)}${line.slice(1)}`);
  const found = (lines: readonly string[]): readonly (readonly [string, number])[] =>
    problemsOf(lines, accountsOf(BOOK))
      .filter(({ rule }) => rule === 'text/section')
      .map(({ severity, passage }) => [severity, passage] as const);

  test('none', () => expect(found(HEADINGS)).toEqual([]));
  test.each([[8, 7], [6, 5], [2, 1], [0, 0]])('of the nine, number %i, is missed at line %i', (missing, at) => {
    expect(found(without(missing))).toEqual([['warning', at]]);
  });
  test('an extract lacks none', () => expect(found(HEADINGS.slice(4, 6))).toEqual([]));
});
