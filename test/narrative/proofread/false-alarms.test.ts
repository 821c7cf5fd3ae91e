import { check, type Case } from './cases';
import { GENERAL, SUMMARY } from './headings';

/**
 * Numbers of a text are bound by section, item, sentence and what they measure; what made another checker compare the
 * wrong ones, each beside the mistake that must still be found. The lessons about tables are in test/rules.
 */

const TOTAL = '2030年度收、支总计420万元。';

describe('a year is no amount', () => {
  test.each<Case>([
    { name: 'before the amount', lines: [SUMMARY, '2030年度收、支总计420万元。'] },
    { name: 'between the words and the amount', lines: [SUMMARY, '收、支总计（2030年度）420万元。'] },
    {
      name: 'a wrong amount after a year',
      lines: [SUMMARY, '2030年度收、支总计402万元。'],
      rule: 'summary/narrative-amount',
      expected: '420.00',
    },
  ])('$name', check);
});

describe('a number belongs to its own sentence', () => {
  test.each<Case>([
    { name: 'another amount in the next sentence', lines: [SUMMARY, `${TOTAL}主要原因是新增一个项目50万元。`] },
    { name: 'another amount in the sentence before', lines: [SUMMARY, `本年新增一个项目50万元。${TOTAL}`] },
    {
      name: 'a wrong amount, though the right one stands in the next sentence',
      lines: [SUMMARY, '2030年度收、支总计402万元。另有420万元列入下年。'],
      rule: 'summary/narrative-amount',
      expected: '420.00',
    },
  ])('$name', check);
});

describe('a number belongs to its own section', () => {
  test.each<Case>([
    {
      name: 'the same words with other amounts under other headings',
      lines: [SUMMARY, TOTAL, '二、财政拨款收入支出决算总体情况说明', '2030年度财政拨款收、支总计380万元。'],
    },
    {
      name: 'the amount of another section',
      lines: [SUMMARY, TOTAL, '二、财政拨款收入支出决算总体情况说明', '2030年度财政拨款收、支总计420万元。'],
      rule: 'appropriation/narrative-amount',
      expected: '380.00',
    },
    {
      name: 'expenditure of the general budget under its own heading',
      lines: [GENERAL, '（一）一般公共预算财政拨款支出决算总体情况', '2030年度一般公共预算财政拨款支出380万元，占本年支出合计的92.68%。'],
    },
  ])('$name', check);
});
