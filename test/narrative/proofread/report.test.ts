import { proofread } from '../../../src/narrative/proofread/proofread';
import { accountsOf, BOOK } from '../accounts';

function find(lines: readonly string[], narrative: readonly string[] = []) {
  const documents = [
    { name: '情况说明', passages: narrative },
    { name: '绩效自评报告', passages: lines },
  ];
  return proofread(documents, accountsOf(BOOK)).problems.map(({ rule, expected, severity }) => [
    rule,
    severity,
    expected?.toFixed(2) ?? null,
  ]);
}

test.each([
  {
    name: 'of all money',
    lines: ['2030年支出410万元，结余结转0万元。', '2030年基本支出为300万元。', '2030年项目支出为110万元。'],
  },
  {
    name: 'of 一般公共预算',
    lines: ['2030年度一般公共预算财政拨款基本支出290万元，占总支出的76.32%，其中人员经费220万元，公用经费70万元。'],
  },
  {
    name: 'a project',
    lines: ['1.培训经费', '年初预算项目培训经费20万元，实际支出15.5万元，结余结转4.5万元，执行率77.5%。'],
  },
  { name: 'a project added during the year', lines: ['2.宣传经费', '年中追加8万元，实际支出7.2万元，结余0.8万元。'] },
  {
    name: 'all projects',
    lines: ['年初预算项目“培训经费20万元；宣传经费10万元。”年中执行调增5万元，实际支出35万元，结余结转0万元。'],
  },
  { name: 'staff', lines: ['年末实有人数30人（其中：在职20人，离休1人，退休9人）。'] },
  { name: 'posts', lines: ['共有编制38个，其中行政编20个，事业编制18个。'] },
  {
    name: 'wholes and parts in one sentence',
    lines: [
      '年初预算安排支出306.37万元，其中：基本支出282.37万元，项目支出24万元。',
      '“三公”经费预算数1.31万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费1.0万元，公务接待费0.31万元。',
      '年末资产总额162.43万元，负债总额8.14万元，净资产154.29万元。',
    ],
  },
  {
    name: 'the projects of a list one by one',
    lines: [
      '年初预算项目“培训经费20万元；宣传经费10万元。”年中执行调增5万元，实际支出35万元，结余结转0万元。',
      '培训经费项目：全年预算数为20万元，执行数为20万元。',
      '宣传经费项目：全年预算数为10万元，执行数为10万元。',
      '根据工作需要，追加调研经费5万元。',
    ],
  },
  { name: 'a price per head in 元', lines: ['拨付3万元，用于培训，标准为每人每天99.5元，材料费12.5元/份。'] },
  { name: 'whole numbers of 万 that count people', lines: ['拨付补助资金36万元，资金惠及群众20万，培训人员增加3万。'] },
  { name: 'an allowance in whole 元', lines: ['拨付补助资金36万元，其中每个支部2000元，另付讲课费500元。'] },
  { name: 'numbers of no interest', lines: ['全年接待群众1.2万人次，办结率98%，拨付补助资金36万元，惠及12个村。'] },
])('nothing is found in what is right: $name', ({ lines }) => {
  expect(find(lines)).toEqual([]);
});

test.each([
  {
    name: 'an amount that fits neither scope',
    lines: ['2030年基本支出为285万元，项目支出为110万元，总支出410万元。'],
    found: ['performance/narrative-amount', 'error', '300.00'],
  },
  {
    name: 'what is left does not follow',
    lines: ['年初预算20万元，实际支出15.5万元，结余5.5万元。'],
    found: ['text/project', 'error', '4.50'],
  },
  {
    name: 'a rate',
    lines: ['全年预算数为20万元，执行数为15万元，完成预算的80%。'],
    found: ['text/project', 'error', '75.00'],
  },
  {
    name: 'all projects',
    lines: ['年初预算项目“培训经费20万元；宣传经费10万元。”年中执行调增8万元，实际支出35万元，结余结转0万元。'],
    found: ['text/project', 'error', '5.00'],
  },
  {
    name: 'staff',
    lines: ['实有人数20人。其中：在职人员20人，离休1人，退休9人。'],
    found: ['text/staff', 'error', '30.00'],
  },
  {
    name: 'expenditure that its parts do not make',
    lines: ['年初预算安排支出306.37万元，其中：基本支出282.37万元，项目支出34万元。'],
    found: ['text/sum', 'error', '316.37'],
  },
  {
    name: '“三公” that its parts do not make',
    lines: [
      '“三公”经费预算数1.50万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费1.0万元，公务接待费0.31万元。',
    ],
    found: ['text/sum', 'error', '1.31'],
  },
  {
    name: 'net assets',
    lines: ['年末资产总额162.43万元，负债总额0万元，净资产154.29万元。'],
    found: ['text/assets', 'error', '162.43'],
  },
  { name: 'posts', lines: ['共有编制38个，其中行政编21个，事业编制18个。'], found: ['text/staff', 'error', '39.00'] },
  {
    name: '元 for 万元',
    lines: ['接待经费预算1.50万元，全年用了1.31元。'],
    found: ['text/unit', 'error', null],
  },
  {
    name: '0元 among 万元',
    lines: ['政府采购支出6万元，其中：货物6万元，工程0万元，服务0元。'],
    found: ['text/unit', 'warning', null],
  },
  {
    name: 'a whole number of 万 that is an amount',
    lines: ['宣传经费全年预算数为70万，实际支出70万元。'],
    found: ['text/unit', 'warning', null],
  },
  {
    name: 'an amount of 万 with digits',
    lines: ['宣传经费70万元，全年实际支出66.4万，结余3.6万元。'],
    found: ['text/unit', 'warning', null],
  },
  {
    name: 'projects of a list of which one is not told',
    lines: [
      '年初预算项目“培训经费20万元；宣传经费10万元。”年中执行调增5万元，实际支出35万元，结余结转0万元。',
      '培训经费项目：全年预算数为20万元，执行数为20万元。',
      '宣传经费项目：全年预算数为10万元，执行数为10万元。',
    ],
    found: ['text/sum', 'warning', null],
  },
])('$name', ({ lines, found }) => {
  expect(find(lines)).toEqual([found]);
});

test('one project told with different spending in two texts', () => {
  const narrative = [
    '五、一般公共预算财政拨款支出决算情况说明',
    '（三）具体情况',
    '1、教育支出（类）教育管理事务（款）行政运行（项）。',
    '年初预算为200万元，支出决算为190万元，完成年初预算的95%，决算数小于年初预算数的主要原因是：节约。',
  ];
  const report = (spent: string): readonly string[] => ['1.行政运行经费', `年初预算200万元，实际支出${spent}万元。`];
  const contradictions = (spent: string) =>
    find(report(spent), narrative).filter(([rule]) => rule === 'text/contradiction');
  expect(contradictions('190')).toEqual([]);
  expect(contradictions('188.5')).toEqual([['text/contradiction', 'warning', '190.00']]);
});
