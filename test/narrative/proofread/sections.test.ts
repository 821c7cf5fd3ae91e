import Decimal from 'decimal.js';
import { corrected } from '../../../src/narrative/proofread/problem';
import { proofread } from '../../../src/narrative/proofread/proofread';
import { TEXT_RULES } from '../../../src/narrative/proofread/rules';
import type { Answers } from '../../../src/narrative/telling';
import { formatCell } from '../../../src/workbook/address';
import { accountsOf, BOOK, type Book } from '../accounts';
import { problemsOf } from './told';

/** What a text says, and what must be found in it: nothing, or one problem with the right number or words. */
interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly book?: Book;
  readonly answers?: Answers;
  readonly lastYear?: Book;
  readonly rule?: string;
  readonly severity?: 'error' | 'warning';
  readonly expected?: string;
  /** The line with the problem once it is corrected; null where no correction may be offered. */
  readonly to?: string | null;
  readonly cause?: string;
}

const KNOWN = new Set(TEXT_RULES.map(({ id }) => id));

function check({ lines, book = {}, answers = {}, lastYear, rule, severity, expected, to, cause }: Case): void {
  const before = lastYear === undefined ? {} : { lastYear: accountsOf({ year: 2029, ...lastYear }) };
  const problems = problemsOf(lines, accountsOf({ ...BOOK, ...book }), { answers, ...before });
  expect(problems.filter((problem) => !KNOWN.has(problem.rule))).toEqual([]);
  expect(problems.map((problem) => problem.rule)).toEqual(rule === undefined ? [] : [rule]);
  const [problem] = problems;
  if (problem === undefined) return;
  expect(problem.message).not.toMatch(/undefined|NaN|null|\{|\}/);
  expect(lines[problem.passage]).toContain(problem.quote.replace(/…$/, ''));
  if (severity !== undefined) expect(problem.severity).toBe(severity);
  if (expected !== undefined) expect(problem.expected?.toFixed(2)).toBe(expected);
  if (cause !== undefined) expect(problem.cause).toBe(cause);
  if (to === null) expect(problem.replacements).toBeNull();
  else if (to !== undefined) expect(corrected(lines[problem.passage] ?? '', problem.replacements ?? [])).toBe(to);
}

const SUMMARY = '一、收入支出决算总体情况说明';
const REVENUE = '二、收入决算情况说明';
const APPROPRIATION = '四、财政拨款收入支出决算总体情况说明';
const GENERAL = '五、一般公共预算财政拨款支出决算情况说明';
const BASIC = '六、一般公共预算财政拨款基本支出决算情况说明';
const THREE = '七、财政拨款“三公”经费支出决算情况说明';
const ITEM = '1、教育支出（类）教育管理事务（款）行政运行（项）。';

describe('the grand total and how it compares', () => {
  test.each<Case>([
    { name: 'right', lines: [SUMMARY, '2030年度收、支总计420万元。与上年相比，增加20万元，增长5%，主要是因为：新增人员3人。'] },
    { name: 'other words for it', lines: [SUMMARY, '2030 年度收入总计、支出总计均为 420.00 万元，较上年减少80万元，下降16.00%。'] },
    { name: 'a wrong total', lines: [SUMMARY, '2030年度收、支总计402.00万元。'], rule: 'summary/narrative-amount', severity: 'error', expected: '420.00', to: '2030年度收、支总计420.00万元。' },
    { name: 'a rate of another base', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加20万元，增长4.76%。'], rule: 'summary/narrative-change', severity: 'error', expected: '5.00' },
    { name: 'a rate that misses in its last digit', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加30万元，增长7.70%。'], rule: 'summary/narrative-change', severity: 'warning', expected: '7.69' },
    { name: 'a fall of more than everything', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，减少580万元，下降138.1%。'], rule: 'summary/narrative-change', severity: 'error', expected: '58.00' },
    { name: 'words that contradict each other', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，减少20万元，增长5.00%。'], rule: 'summary/narrative-direction', to: '2030年度收、支总计420万元，与上年相比，增加20万元，增长5.00%。' },
    { name: 'last year’s workbook', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加20万元，增长5%。'], lastYear: { ...BOOK, summary: [400, 400] } },
    { name: 'a change against last year’s workbook', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加25万元。'], lastYear: { ...BOOK, summary: [400, 400] }, rule: 'summary/narrative-change', expected: '20.00' },
    { name: 'level where it is not', lines: [SUMMARY, '2030年度收、支总计420万元，与上年持平。'], lastYear: { ...BOOK, summary: [400, 400] }, rule: 'summary/narrative-direction', to: null },
    { name: 'last year’s amount in the sentence', lines: [SUMMARY, '2030年度收、支总计420万元，比上年400万元增加20万元，增长5%。'] },
    { name: 'a change from last year’s amount in the sentence', lines: [SUMMARY, '2030年度收、支总计420万元，比上年400万元增加25万元。'], rule: 'summary/narrative-change', expected: '20.00' },
    { name: 'compared in one word', lines: [SUMMARY, '2030年度收、支总计420万元，同比增加20万元，增长6%。'], rule: 'summary/narrative-change', expected: '5.00' },
    { name: 'numbers of an explanation', lines: [SUMMARY, '2030年度收、支总计420万元，与上年相比，增加20万元，增长5%，主要原因是：基本支出增加12万元，项目支出增加8万元；追加专项经费6万元。'] },
    { name: 'amounts in another section', lines: [APPROPRIATION, '2030年度财政拨款收、支总计380万元。'] },
    { name: 'the revenue of the year for the total', lines: [APPROPRIATION, '2030年度财政拨款收、支总计400万元。'], rule: 'appropriation/narrative-amount', expected: '380.00' },
  ])('$name', check);
});

describe('lists with shares', () => {
  test.each<Case>([
    { name: 'right', lines: [REVENUE, '2030年度收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5.0%。'] },
    { name: 'other words for a share', lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占比95%；其他收入20万元，占全部收入的5%。'] },
    { name: 'none of a kind that there is none of', lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5%，无事业收入。'] },
    { name: 'none of a kind that there is', lines: [REVENUE, '本年收入合计400万元，其中：财政拨款收入380万元，占95%，无其他收入。'], rule: 'revenue/narrative-amount', expected: '20.00' },
    { name: 'a wrong share', lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占90.48%；其他收入20万元，占5%。'], rule: 'revenue/narrative-share', expected: '95.00' },
    { name: 'two amounts exchanged', lines: [REVENUE, '收入合计400万元，其中：财政拨款收入20万元。'], rule: 'revenue/narrative-amount', expected: '380.00', cause: 'neighbour' },
    { name: 'a share without its word', lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，5%。'], rule: 'text/wording', to: '收入合计400万元，其中：财政拨款收入380万元，占95%；其他收入20万元，占5%。' },
    { name: 'a doubled sign', lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95%%。'], rule: 'text/punctuation', to: '收入合计400万元，其中：财政拨款收入380万元，占95%。' },
    { name: 'a missing sign', lines: [REVENUE, '收入合计400万元，其中：财政拨款收入380万元，占95；其他收入20万元，占5%。'], rule: 'text/unit' },
    { name: 'a rounded amount', lines: [REVENUE, '收入合计400万元，其中：其他收入20.4万元。'], book: { revenue: [['', '合计', 400, 379.62, 0, 0, 0, 0, 20.38]] }, rule: 'revenue/narrative-amount', severity: 'warning', expected: '20.38' },
  ])('$name', check);
});

describe('一般公共预算 by class', () => {
  const classes = (text: string): readonly string[] => [GENERAL, '（二）结构情况', `2030年度一般公共预算财政拨款支出380万元，主要用于以下方面：${text}。`];
  test.each<Case>([
    { name: 'right', lines: classes('教育（类）支出280万元，占73.68%；其他（类）支出100万元，占26.32%') },
    { name: 'the class with its own 支出', lines: classes('教育支出（类）280万元，占73.7%；其他支出（类）100万元，占26.3%') },
    { name: 'a class that is left out', lines: classes('教育（类）支出280万元，占73.68%；教育（类）支出280万元，占73.68%'), rule: 'general-budget/narrative-classes' },
    { name: 'the share of another total', lines: classes('教育（类）支出280万元，占68.29%；其他（类）支出100万元，占26.32%'), rule: 'general-budget/narrative-share', expected: '73.68' },
    {
      name: 'a paragraph left over from last year',
      lines: [
        GENERAL, '（一）总体情况', '2030年度一般公共预算财政拨款支出380万元，与上年相比，一般公共预算财政拨款支出增加30万元，增长8.57%。',
        '（二）结构情况', '2030年度一般公共预算财政拨款支出350万元，主要用于以下方面：教育（类）支出260万元，占74.29%；其他（类）支出90万元，占25.71%。',
      ],
      rule: 'general-budget/narrative-last-year',
      expected: '380.00',
      cause: 'last-year',
      to: '2030年度一般公共预算财政拨款支出380.00万元，主要用于以下方面：教育（类）支出280.00万元，占73.68%；其他（类）支出100.00万元，占26.32%。',
    },
  ])('$name', check);
});

describe('一般公共预算 item by item', () => {
  const item = (text: string): readonly string[] => [GENERAL, '（三）具体情况', ITEM, text];
  const wrong = (name: string, text: string, rest: Omit<Case, 'name' | 'lines'>): Case => ({ name, lines: [...item(text), ...REST], ...rest });
  const REST = [
    '2、教育支出（类）教育管理事务（款）一般行政管理事务（项）。', '年初预算为0万元，支出决算为60万元，决算数大于年初预算数的主要原因是：年中追加经费60万元。',
    '3、教育（类）普通教育（款）小学教育（项）。', '年初预算为40万元，支出决算为30万元，完成年初预算的75%，决算数小于年初预算数的主要原因是：压减支出。',
    '4、其他支出（类）其他支出（款）其他支出（项）。', '年初预算为100万元，支出决算为100万元，完成年初预算的100%，决算数等于年初预算数。',
  ];
  test.each<Case>([
    { name: 'right', lines: [...item('年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约开支。'), ...REST] },
    { name: 'name and amounts in one paragraph', lines: [GENERAL, '（三）具体情况', `${ITEM}年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。`, ...REST] },
    wrong('another amount than the table', '年初预算为200万元，支出决算为180万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。', { rule: 'general-budget/narrative-amount', expected: '190.00' }),
    wrong('元 for 万元', '年初预算为200元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。', { rule: 'text/unit', severity: 'error', cause: 'unit' }),
    wrong('a rate that does not follow', '年初预算为200万元，支出决算为190万元，完成年初预算的97%，决算数小于年初预算数的主要原因是：节约。', { rule: 'general-budget/narrative-rate', expected: '95.00' }),
    wrong('no rate', '年初预算为200万元，支出决算为190万元，决算数小于年初预算数的主要原因是：节约开支。', { rule: 'general-budget/narrative-rate', severity: 'warning', to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约开支。' }),
    wrong('the wrong direction', '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数大于年初预算数的主要原因是：节约。', { rule: 'general-budget/narrative-direction', to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。' }),
    wrong('a choice not made', '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数大于（小于）年初预算数的主要原因是：节约。', { rule: 'text/placeholder', to: '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。' }),
    wrong('level although it is not', '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数与年初预算数持平。', { rule: 'general-budget/narrative-direction', to: null }),
    wrong('a difference from the budget', '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于预算数12万元，主要原因是：节约。', { rule: 'general-budget/narrative-change', expected: '10.00' }),
    wrong('a budget adjusted during the year', '年初预算为200万元，调整预算数为250万元，支出决算为190万元，完成调整预算的76%，决算数小于年初预算数的主要原因是：节约。', {}),
    wrong('a rate of the budget adjusted during the year', '年初预算为200万元，调整预算数为250万元，支出决算为190万元，完成调整预算的95%，决算数小于年初预算数的主要原因是：节约。', { rule: 'general-budget/narrative-rate', expected: '76.00' }),
    wrong('roughly level', '年初预算为191万元，支出决算为190万元，完成年初预算的99.48%，决算数与年初预算数基本持平。', {}),
    wrong('no reason', '年初预算为200万元，支出决算为190万元，完成年初预算的95%。', { rule: 'general-budget/narrative-reason', severity: 'warning' }),
    wrong('a budget that the user gave otherwise', '年初预算为200万元，支出决算为190万元，完成年初预算的90.48%，决算数小于年初预算数的主要原因是：节约。', { answers: { 'general-budget/2050101/budget': '210.00' }, rule: 'general-budget/narrative-budget', expected: '210.00' }),
    { name: 'items left out', lines: [...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'), ...REST.slice(0, 4)], rule: 'general-budget/narrative-items' },
    { name: 'an item that no table has', lines: [...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'), ...REST, '5、卫生健康支出（类）公共卫生（款）卫生监督（项）。'], rule: 'general-budget/narrative-items' },
    {
      name: 'budgets that do not add up',
      lines: [GENERAL, '（三）具体情况', '2030年度年初预算数为300万元。'.replace('年度', '年度一般公共预算财政拨款支出'), ITEM, '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。', ...REST],
      rule: 'general-budget/narrative-budget-sum',
      severity: 'error',
      expected: '340.00',
    },
    { name: 'a gap in the numbers', lines: [...item('年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。'), ...REST.map((line) => line.replace(/^4、/, '5、'))], rule: 'text/numbering' },
    { name: 'words left behind a name', lines: [GENERAL, '（三）具体情况', `${ITEM.slice(0, -1)}主要原因是：节约。`, '年初预算为0万元，支出决算为190万元，决算数大于年初预算数的主要原因是：追加。', ...REST], rule: 'text/wording', to: ITEM },
  ])('$name', check);
});

describe('基本支出', () => {
  const text = (side: string): readonly string[] => [BASIC, `2030年度一般公共预算财政拨款基本支出290万元，其中：${side}。`];
  test.each<Case>([
    { name: 'right', lines: text('人员经费220万元，占基本支出的75.86%，主要包括基本工资、津贴补贴、对个人和家庭的补助；公用经费70万元，占基本支出的24.14%，主要包括办公费') },
    { name: 'the whole expenditure for the basic one', lines: [BASIC, '2030年度一般公共预算财政拨款基本支出380万元。'], rule: 'basic-expenditure/narrative-amount', expected: '290.00', cause: 'neighbour' },
    { name: 'a share of the whole expenditure', lines: text('人员经费220万元，占基本支出的57.89%'), rule: 'basic-expenditure/narrative-share', expected: '75.86' },
    { name: 'an account left out', lines: text('人员经费220万元，主要包括基本工资、津贴补贴'), rule: 'basic-expenditure/narrative-accounts', to: '2030年度一般公共预算财政拨款基本支出290万元，其中：人员经费220万元，主要包括基本工资、津贴补贴、对个人和家庭的补助。' },
    { name: 'an account that has no amount', lines: text('公用经费70万元，主要包括办公费、印刷费'), rule: 'basic-expenditure/narrative-accounts' },
    { name: 'a list that is open', lines: text('人员经费220万元，主要包括基本工资、津贴补贴等支出') },
    {
      name: 'a short name', book: { basicExpenditure: [['301', '工资福利支出', 220], ['30101', '基本工资', 220], ['30213', '维修（护）费', 50], ['30239', '其他交通费用', 20]] },
      lines: text('公用经费70万元，主要包括维修费、其他交通费'), rule: 'text/name', severity: 'warning',
    },
  ])('$name', check);
});

describe('“三公”经费', () => {
  test.each<Case>([
    { name: 'right', lines: [THREE, '“三公”经费财政拨款支出预算为12万元，支出决算为9万元，完成预算的75%，决算数小于预算数的主要原因是：节约。', '公务接待费支出预算为2万元，支出决算为1万元，完成预算的50%，比上年减少1万元，下降50%，主要原因是：来访减少。'] },
    { name: 'another item’s amount', lines: [THREE, '公务接待费支出预算为2万元，支出决算为8万元，完成预算的50%。'], rule: 'three-public/narrative-amount', expected: '1.00', cause: 'neighbour' },
    { name: 'a budget of its own', lines: [THREE, '公务接待费支出预算数为5万元，支出决算为1万元，完成预算的50%。'], rule: 'three-public/narrative-budget', expected: '2.00' },
    { name: 'a missing 元', lines: [THREE, '公务接待费支出预算数为2万，支出决算为1万元，完成预算的50%。'], rule: 'text/unit', severity: 'warning', to: '公务接待费支出预算数为2万元，支出决算为1万元，完成预算的50%。' },
    { name: 'a rate on a base of 0', lines: [THREE, '因公出国（境）费支出预算为0万元，支出决算为0万元，完成预算的0%，决算数等于预算数。'], rule: 'three-public/narrative-rate', severity: 'warning', to: '因公出国（境）费支出预算为0万元，支出决算为0万元，决算数等于预算数。' },
    { name: 'a share of 0', lines: [THREE, '2030年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%，公务接待费支出决算1万元，占11.11%。'] },
    { name: 'another item’s doings', lines: [THREE, '公务接待费支出决算为1万元，主要用于出国考察。'], rule: 'text/mixed-up', severity: 'warning' },
    { name: 'a sum of vehicles', lines: [THREE, '公务用车购置费及运行维护费支出决算为8万元，其中：公务用车购置费0万元；公务用车运行维护费8万元，用于燃油3.2万元。'] },
  ])('$name', check);
});

describe('funds', () => {
  const FUNDS = '八、政府性基金预算收入支出决算情况';
  const CAPITAL = '九、国有资本经营预算支出决算情况说明';
  const flow: Book['governmentFunds'] = [['', '合计', 0, 50, 40, 0, 40, 10], ['212', '城乡社区支出', 0, 50, 40, 0, 40, 10], ['21208', '土地出让安排的支出', 0, 50, 40, 0, 40, 10]];
  test.each<Case>([
    { name: 'nil wording for an empty table', lines: [FUNDS, '本单位没有政府性基金收入，也没有使用政府性基金安排的支出。', CAPITAL, '本单位没有使用国有资本经营预算安排的支出。'] },
    { name: 'zeros for an empty table', lines: [FUNDS, '2030年度政府性基金预算财政拨款收入0万元；支出0万元，其中基本支出0万元，项目支出0万元。'] },
    { name: 'the other fund', lines: [CAPITAL, '本单位没有使用政府性基金安排的支出。'], rule: 'state-capital/narrative-nil', severity: 'error' },
    { name: 'nothing said of an empty table', lines: [FUNDS, '详见附表。'], rule: 'government-funds/narrative-nil', severity: 'warning' },
    { name: 'nil wording although there are amounts', lines: [FUNDS, '本单位没有政府性基金收入，也没有使用政府性基金安排的支出。'], book: { governmentFunds: flow }, rule: 'government-funds/narrative-nil', severity: 'error' },
    { name: 'right amounts', lines: [FUNDS, '2030年度政府性基金预算财政拨款收入50万元；支出40万元，其中：项目支出40万元，占100%；年末结转和结余10万元。'], book: { governmentFunds: flow } },
    { name: 'a wrong amount', lines: [FUNDS, '2030年度政府性基金预算财政拨款收入40万元；支出40万元。'], book: { governmentFunds: flow }, rule: 'government-funds/narrative-amount', expected: '50.00' },
  ])('$name', check);
});

describe('what stands in no table', () => {
  test.each<Case>([
    { name: 'operating expenses', lines: ['十、机关运行经费支出说明', '2030年度机关运行经费支出70万元，比年初预算数减少5万元，下降6.67%，主要原因是：节约；比上年决算数增加2万元，增长2.94%。'] },
    { name: 'level with a budget that it does not equal', lines: ['十、机关运行经费支出说明', '2030年度机关运行经费支出70万元，年初预算68万元，与年初预算持平。'], rule: 'agency-operating/narrative-direction' },
    { name: 'operating expenses of another scope', lines: ['十、机关运行经费支出说明', '2030年度机关运行经费支出66万元。'], rule: 'agency-operating/narrative-amount', severity: 'warning', to: null },
    { name: 'procurement', lines: ['十二、政府采购支出说明', '政府采购支出总额60万元，其中：政府采购货物支出20万元、政府采购工程支出10万元、政府采购服务支出30万元。授予中小企业合同金额45万元，占政府采购支出总额的75%，其中：授予小微企业合同金额9万元，占授予中小企业合同金额的20%。'] },
    { name: 'a total that its parts do not make', lines: ['十二、政府采购支出说明', '政府采购支出总额62万元，其中：政府采购货物支出20万元、政府采购工程支出10万元、政府采购服务支出30万元。'], rule: 'procurement/narrative-sum', severity: 'error', expected: '60.00' },
    { name: 'a share of the wrong whole', lines: ['十二、政府采购支出说明', '政府采购支出总额60万元。授予中小企业合同金额45万元，占政府采购支出总额的80%。'], rule: 'procurement/narrative-share', expected: '75.00' },
    { name: 'a kind’s share of the whole', lines: ['十二、政府采购支出说明', '政府采购支出总额60万元，其中：政府采购货物支出20万元、政府采购工程支出0万元、政府采购服务支出40万元。授予中小企业合同金额60万元，占政府采购支出总额的100%。货物采购授予中小企业合同金额占货物支出金额的33.3%。'], rule: 'procurement/narrative-share', expected: '100.00' },
    { name: 'vehicles', lines: ['十三、国有资产占用情况说明', '截至2030年12月31日，共有车辆4辆，其中，机要通信用车1辆、应急保障用车3辆；单位价值50万元以上通用设备0台（套）。'] },
    { name: 'vehicles that do not add up', lines: ['十三、国有资产占用情况说明', '截至2030年12月31日，共有车辆4辆，其中，机要通信用车1辆、应急保障用车2辆。'], rule: 'state-assets/narrative-count', expected: '3.00' },
    { name: 'training within the basic part', lines: ['十一、一般性支出情况说明', '2030年度开支培训费3万元；未发生会议费。'], book: { basicExpenditure: [['30216', '培训费', 5], ['30215', '会议费', 0]] }, rule: 'general-expenses/narrative-amount', severity: 'warning', expected: '5.00' },
    { name: 'what was evaluated', lines: ['十四、预算绩效情况说明', '整体支出410万元，其中：基本支出310万元，项目支出110万元。'], rule: 'performance/narrative-amount', expected: '300.00' },
  ])('$name', check);
});

test('a text about a table that is not there is not checked, and said not to be', () => {
  const rest = Object.fromEntries(Object.entries(BOOK).filter(([table]) => table !== 'summary'));
  const { problems, unchecked } = proofread([{ name: '情况说明', passages: [SUMMARY, '2030年度收、支总计999万元。'] }], accountsOf(rest));
  expect(problems).toEqual([]);
  expect(unchecked.map(({ section }) => section)).toEqual(['summary']);
});

test('a number that says nothing of what it is is not checked, and said not to be', () => {
  const { problems, unbound } = proofread([{ name: '情况说明', passages: [SUMMARY, '另有专户资金88.8万元。'] }], accountsOf(BOOK));
  expect(problems).toEqual([]);
  expect(unbound.map(({ passage, numeral }) => passage.text.slice(numeral.start, numeral.end))).toEqual(['88.8万元']);
});

test('an amount whose cell is accused is no reason to accuse the text', () => {
  const accounts = accountsOf(BOOK);
  const total = accounts.summary?.revenue.total;
  const doubtful = new Map(total ? [[formatCell(total.cell), []]] : []);
  const [problem] = problemsOf([SUMMARY, '2030年度收、支总计402.00万元。'], accounts, { doubtful });
  expect(problem).toMatchObject({ severity: 'warning', replacements: null });
});

test('an accused cell is confirmed by a text that gives what would explain it', () => {
  const accounts = accountsOf(BOOK);
  const cell = accounts.threePublic?.actual.hospitality?.cell;
  if (cell === undefined) throw new Error('no such cell');
  const doubtful = new Map([[formatCell(cell), [new Decimal('1.5')]]]);
  const read = (amount: string) =>
    proofread([{ name: '情况说明', passages: [THREE, `公务接待费支出决算为${amount}万元。`] }], accounts, { doubtful }).confirmed;
  expect(read('1.50').map((one) => [one.cell, one.amount.toFixed(2)])).toEqual([[cell, '1.50']]);
  expect(read('1.60')).toEqual([]);
});
