import { BOOK } from '../accounts';
import { check, type Case } from './cases';
import { APPROPRIATION, GENERAL, REVENUE, SUMMARY } from './headings';

describe('the grand total and how it compares', () => {
  test.each<Case>([
    {
      name: 'right',
      lines: [SUMMARY, '2030年度收、支总计420万元。与上年相比，增加20万元，增长5%，主要是因为：新增人员3人。'],
    },
    {
      name: 'other words for it',
      lines: [SUMMARY, '2030 年度收入总计、支出总计均为 420.00 万元，较上年减少80万元，下降16.00%。'],
    },
    {
      name: 'a wrong total',
      lines: [SUMMARY, '2030年度收、支总计402.00万元。'],
      rule: 'summary/narrative-amount',
      severity: 'error',
      expected: '420.00',
      to: '2030年度收、支总计420.00万元。',
    },
    {
      name: 'a rate of another base',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加20万元，增长4.76%。'],
      rule: 'summary/narrative-change',
      severity: 'error',
      expected: '5.00',
    },
    {
      name: 'a rate that misses in its last digit',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加30万元，增长7.70%。'],
      rule: 'summary/narrative-change',
      severity: 'warning',
      expected: '7.69',
    },
    {
      name: 'a fall of more than everything',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，减少580万元，下降138.1%。'],
      rule: 'summary/narrative-change',
      severity: 'error',
      expected: '58.00',
    },
    {
      name: 'words that contradict each other',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，减少20万元，增长5.00%。'],
      rule: 'summary/narrative-direction',
      to: '2030年度收、支总计420万元，与上年相比，增加20万元，增长5.00%。',
    },
    {
      name: 'last year’s workbook',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加20万元，增长5%。'],
      lastYear: { ...BOOK, summary: [400, 400] },
    },
    {
      name: 'a change against last year’s workbook',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加25万元。'],
      lastYear: { ...BOOK, summary: [400, 400] },
      rule: 'summary/narrative-change',
      expected: '20.00',
    },
    {
      name: 'level where it is not',
      lines: [SUMMARY, '2030年度收、支总计420万元，与上年持平。'],
      lastYear: { ...BOOK, summary: [400, 400] },
      rule: 'summary/narrative-direction',
      to: null,
    },
    {
      name: 'last year’s amount in the sentence',
      lines: [SUMMARY, '2030年度收、支总计420万元，比上年400万元增加20万元，增长5%。'],
    },
    {
      name: 'a change from last year’s amount in the sentence',
      lines: [SUMMARY, '2030年度收、支总计420万元，比上年400万元增加25万元。'],
      rule: 'summary/narrative-change',
      expected: '20.00',
    },
    {
      name: 'compared in one word',
      lines: [SUMMARY, '2030年度收、支总计420万元，同比增加20万元，增长6%。'],
      rule: 'summary/narrative-change',
      expected: '5.00',
    },
    {
      name: 'numbers of an explanation',
      lines: [
        SUMMARY,
        '2030年度收、支总计420万元，与上年相比，增加20万元，增长5%，主要原因是：基本支出增加12万元，项目支出增加8万元；追加专项经费6万元。',
      ],
    },
    { name: 'amounts in another section', lines: [APPROPRIATION, '2030年度财政拨款收、支总计380万元。'] },
    {
      name: 'the revenue of the year for the total',
      lines: [APPROPRIATION, '2030年度财政拨款收、支总计400万元。'],
      rule: 'appropriation/narrative-amount',
      expected: '380.00',
    },
  ])('$name', check);
});

describe('lists with shares', () => {
  test.each<Case>([
    {
      name: 'right',
      lines: [REVENUE, '2030年度收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5.0%。'],
    },
    {
      name: 'other words for a share',
      lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占比95%；其他收入20万元，占全部收入的5%。'],
    },
    {
      name: 'none of a kind that there is none of',
      lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5%，无事业收入。'],
    },
    {
      name: 'none of a kind that there is',
      lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占95%，无其他收入。'],
      rule: 'revenue/narrative-amount',
      expected: '20.00',
    },
    {
      name: 'a wrong share',
      lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占90.48%；其他收入20万元，占5%。'],
      rule: 'revenue/narrative-share',
      expected: '95.00',
    },
    {
      name: 'two amounts exchanged',
      lines: [REVENUE, '收入合计400万元，其中：财政拨款收入20万元。'],
      rule: 'revenue/narrative-amount',
      expected: '380.00',
      cause: 'neighbour',
    },
    {
      name: 'a share without its word',
      lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，5%。'],
      rule: 'text/wording',
      to: '收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5%。',
    },
    {
      name: 'a doubled sign',
      lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95%%。'],
      rule: 'text/punctuation',
      to: '收入合计400万元，其中：财政拨款收入380万元，占95%。',
    },
    {
      name: 'a missing sign',
      lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95；其他收入20万元，占5%。'],
      rule: 'text/unit',
    },
    {
      name: 'a rounded amount',
      lines: [REVENUE, '收入合计400万元，其中：其他收入20.4万元。'],
      book: { revenue: [['', '合计', 400, 379.62, 0, 0, 0, 0, 20.38]] },
      rule: 'revenue/narrative-amount',
      severity: 'warning',
      expected: '20.38',
    },
  ])('$name', check);
});

describe('一般公共预算 by class', () => {
  const classes = (text: string): readonly string[] => [
    GENERAL,
    '（二）结构情况',
    `2030年度一般公共预算财政拨款支出380万元，主要用于以下方面：${text}。`,
  ];
  test.each<Case>([
    { name: 'right', lines: classes('教育（类）支出280万元，占73.68%；其他（类）支出100万元，占26.32%') },
    {
      name: 'the class with its own 支出',
      lines: classes('教育支出（类）280万元，占73.7%；其他支出（类）100万元，占26.3%'),
    },
    {
      name: 'a class that is left out',
      lines: classes('教育（类）支出280万元，占73.68%；教育（类）支出280万元，占73.68%'),
      rule: 'general-budget/narrative-classes',
    },
    {
      name: 'the share of another total',
      lines: classes('教育（类）支出280万元，占68.29%；其他（类）支出100万元，占26.32%'),
      rule: 'general-budget/narrative-share',
      expected: '73.68',
    },
    {
      name: 'a paragraph left over from last year',
      lines: [
        GENERAL,
        '（一）总体情况',
        '2030年度一般公共预算财政拨款支出380万元，与上年相比，一般公共预算财政拨款支出增加30万元，增长8.57%。',
        '（二）结构情况',
        '2030年度一般公共预算财政拨款支出350万元，主要用于以下方面：教育（类）支出260万元，占74.29%；其他（类）支出90万元，占25.71%。',
      ],
      rule: 'general-budget/narrative-last-year',
      expected: '380.00',
      cause: 'last-year',
      to: '2030年度一般公共预算财政拨款支出380.00万元，主要用于以下方面：教育（类）支出280.00万元，占73.68%；其他（类）支出100.00万元，占26.32%。',
    },
  ])('$name', check);
});
