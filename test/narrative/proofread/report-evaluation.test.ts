import { proofread, type ProofreadOptions } from '../../../src/narrative/proofread/proofread';
import { readAccounts } from '../../../src/tables/read-accounts';
import { formatCell } from '../../../src/workbook/address';
import { cleanSample, edited } from '../../sample/clean';
import { evaluationSample, type EvaluationTable } from '../../sample/evaluation';

const sample = evaluationSample();
const accounts = readAccounts(sample.snapshot);

function find(lines: readonly string[]) {
  return proofread([{ name: '绩效自评报告', passages: lines }], accounts).problems;
}

test.each<readonly [string, readonly string[]]>([
  ['a summary', ['水文巡测专项经费项目绩效自评综述：项目绩效自评得分为99.4分。项目全年预算数为60万元，执行数为56.4万元，完成预算的94%。']],
  ['a project under its heading', ['1.测报设备维护经费', '专项资金年初预算40万元，实际支出40万元，执行率为100%。']],
  ['another name', ['站房维修经费项目绩效自评综述：得分为80分。项目全年预算数为7万元，执行数为7万元，完成预算的100%。']],
  ['a list', ['年初预算项目“水文巡测专项经费60万元；测报设备维护经费40万元。”实际支出96.4万元。']],
  ['the whole', ['一、预算执行情况', '年初预算数300万元，全年预算数320万元，全年执行数304万元，预算执行率95%，结余结转16万元。']],
  ['people', ['本部门编制人数21人，在职人员20人。']],
  ['no large projects', ['无60万元以上的项目。']],
  ['money of others', ['水文巡测专项经费用于12个断面，其中一断面3.5万元，二断面4.1万元。']],
  ['sums', ['2031年支出304万元，其中基本支出204万元，项目支出100万元。', '资产总额80万元，负债总额5万元，净资产75万元。']],
  ['assets in use', ['固定资产账面原值80万元，在用资产60万元，资产使用率75%。']],
  ['the whole in a chapter', ['二、预算收支情况', '2031年预算收入320万元，其中年初预算300万元，调整增加20万元。', '2031年支出304万元，其中基本支出204万元，项目支出100万元，结余结转16万元。']],
  ['a project that was budgeted', ['年初预算项目测报设备维护经费全年预算数40万元，实际支出40万元。用于巡检；维护。']],
  ['a plan', ['2031年年初预算安排收入300万元；年初预算安排支出300万元，其中：基本支出200万元，项目支出100万元。', '决算总收入320万元，较预算增加20万元。']],
  ['parts', ['监测经费共计9万元，分成3个部分支出8.5万元。一是运维2.5万元，标准为5个站每站5000元。二是检定4万元。三是修理2万元，含甲站1万元。']],
  ['a price', ['按每人500元的标准，合计支出2万元，标准为支出500元/人。']],
])('nothing is found in what is right: %s', (_, lines) => {
  expect(find(lines)).toEqual([]);
});

test.each<readonly [string, readonly string[], EvaluationTable, string]>([
  ['a score', ['水文巡测专项经费项目绩效自评综述：得分为94.9分。'], 'project-1', 'total.score'],
  ['a budget', ['水文巡测专项经费项目：全年预算数为66万元，执行数为56.4万元。'], 'project-1', 'funding.total.annualBudget'],
  ['a budget that is neither', ['1.测报设备维护经费', '资金总额为44万元。'], 'project-2', 'funding.total.annualBudget'],
  ['spending', ['测报设备维护经费年初预算40万元，实际支出39万元，结余1万元。'], 'project-2', 'funding.total.actual'],
  ['a list', ['年初预算项目“水文巡测专项经费60万元；测报设备维护经费44万元。”'], 'project-2', 'funding.total.initialBudget'],
  ['a project that was budgeted', ['年初预算项目测报设备维护经费全年预算数40万元，实际支出41万元。'], 'project-2', 'funding.total.actual'],
  ['what a project costs in all', ['全年测报设备维护经费共计44万元，支出40万元。'], 'project-2', 'funding.total.annualBudget'],
  ['the whole in a chapter', ['二、预算收支情况', '2031年预算收入330万元，其中年初预算310万元，调整增加20万元。'], 'overall', 'funding.total.initialBudget'],
  ['the whole', ['一、预算执行情况', '全年预算数320万元，全年执行数314万元。'], 'overall', 'funding.total.actual'],
  ['its score', ['整体支出绩效自评得分为95.6分。'], 'overall', 'total.score'],
])('is compared with its table: %s', (_, lines, table, key) => {
  const problems = find(lines);
  expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['text/evaluation', 'error']]);
  expect(problems[0]?.cells.map(formatCell)).toEqual([formatCell(sample.cellOf(table, key))]);
});

test.each<readonly [string, readonly string[]]>([
  ['its summary', ['水文巡测项目绩效自评综述：项目全年预算数为66万元，执行数为56.4万元。']],
  ['its heading', ['3.公共专项：水文巡测工作经费', '全年预算数66万元，实际支出56.4万元。']],
  ['a list', ['年初预算项目“水文巡测项目66万元；测报设备维护经费40万元。”']],
])('a project under much the same name is only a question: %s', (_, lines) => {
  expect(find(lines).filter(({ rule }) => rule === 'text/evaluation').map(({ severity }) => severity)).toEqual(['warning']);
});

test('where 年度资金总额 is blank, its only source is compared', () => {
  const blank = edited(sample.snapshot, sample.cellOf('project-2', 'funding.total.actual'), null);
  const passages = ['测报设备维护经费年初预算40万元，实际支出39万元。'];
  const { problems } = proofread([{ name: '绩效自评报告', passages }], readAccounts(blank));
  const source = formatCell(sample.cellOf('project-2', 'funding.appropriation.actual'));
  expect(problems.map(({ cells }) => cells.map(formatCell))).toEqual([[source]]);
});

test('结余 is compared with the budget of the table where the text gives none', () => {
  const problems = find(['二、预算收支情况', '2031年支出304万元，结余结转6万元。']);
  expect(problems.map(({ rule, severity, expected }) => [rule, severity, expected?.toFixed()])).toEqual([['text/evaluation', 'warning', '16']]);
});

test('a project that another one’s paragraph mentions is not meant', () => {
  expect(find(['站房专项经费是水文巡测项目中拨付本单位使用的部分，追加66万元，实际支出66万元。'])).toEqual([]);
});

test('a table that is itself in doubt is only a question', () => {
  const cell = formatCell(sample.cellOf('project-2', 'funding.total.actual'));
  const passages = ['测报设备维护经费年初预算40万元，实际支出39万元，结余1万元。'];
  const { problems } = proofread([{ name: '绩效自评报告', passages }], accounts, { doubtful: new Map([[cell, []]]) });
  expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
});

test.each<readonly [string, string, string, string, string]>([
  ['parts of spending', '总支出304万元，其中：基本支出214万元，占总支出的70.39%；项目支出100万元。', 'text/sum', 'error', '314'],
  ['a share', '总支出304万元，其中：基本支出204万元，占总支出的57.11%；项目支出100万元，占总支出的32.89%。', 'text/sum', 'error', '67.11'],
  ['an adjustment', '2031年预算收入320万元，其中年初预算300万元，调整增加30万元。', 'text/sum', 'error', '330'],
  ['三公', '“三公”经费预算数1.5万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费1万元，公务接待费0.31万元。', 'text/sum', 'error', '1.31'],
  ['净资产', '年末资产总额162.43万元，负债总额0万元，净资产154.29万元。', 'text/assets', 'error', '162.43'],
  ['资产使用率', '固定资产账面原值80万元，在用资产60万元，资产使用率57%。', 'text/assets', 'error', '75'],
  ['a plan', '年初预算安排收入300万元，年初预算安排支出310万元。', 'text/sum', 'warning', '300'],
  ['receipts', '年初预算安排收入300万元。决算总收入320万元，较预算增加30万元。', 'text/sum', 'error', '20'],
  ['parts', '监测经费分成3个部分支出9.5万元。一是运维2.5万元。二是检定4万元。三是修理2万元。', 'text/sum', 'warning', '8.5'],
  ['people', '本部门编制人数21人，在职人员22人。', 'text/evaluation-data', 'warning', ''],
  ['large projects', '无50万元以上的项目。', 'text/evaluation-data', 'warning', ''],
])('is compared within itself: %s', (_, line, rule, severity, right) => {
  const problems = find([line]);
  expect(problems.map((problem) => [problem.rule, problem.severity])).toEqual([[rule, severity]]);
  expect(problems[0]?.expected?.toFixed() ?? '').toBe(right);
});

test('元 for 万元 is mended', () => {
  const [problem] = find(['预算数1.5万元，决算数1.31元。']);
  expect(problem).toMatchObject({ rule: 'text/unit', cause: 'unit', replacements: [{ text: '1.31万元' }] });
});

describe('第三部分 beside the 绩效 tables', () => {
  const published = cleanSample().snapshot;
  const both = readAccounts({ ...published, sheets: [...published.sheets, ...sample.snapshot.sheets] });
  const asked = (...passages: readonly string[]): string[] =>
    proofread([{ name: '情况说明', passages }], both)
      .problems.filter(({ rule }) => rule === 'text/evaluation-data')
      .flatMap(({ cells }) => cells.map(formatCell));

  test.each<readonly [string, string, (amount: string) => string, string, string, EvaluationTable, string]>([
    ['公用经费', '十、机关运行经费支出说明', (x) => `2031年度机关运行经费支出31万元，年初预算${x}万元。`, '32', '33', 'data', 'operating.budget'],
    ['公用经费 by a difference', '十、机关运行经费支出说明', (x) => `2031年度机关运行经费支出31万元，比年初预算数减少${x}万元。`, '1', '2', 'data', 'operating.budget'],
    ['政府采购', '十二、政府采购支出说明', (x) => `2031年度政府采购支出总额${x}万元。`, '18', '81', 'data', 'procurement.actual'],
    ['会议费、培训费', '十一、一般性支出情况', (x) => `2031年度开支会议费1万元；开支培训费${x}万元。`, '0.5', '1.5', 'data', 'meetings.actual'],
    ['年初预算', '五、一般公共预算财政拨款支出决算情况说明', (x) => `2031年度财政拨款支出年初预算数为${x}万元，支出决算数为304万元。`, '300', '330', 'overall', 'funding.total.initialBudget'],
  ])('%s are asked about where they differ', (_, heading, line, right, wrong, table, key) => {
    expect(asked(heading, line(right))).toEqual([]);
    expect(asked(heading, line(wrong))).toEqual([formatCell(sample.cellOf(table, key))]);
  });

  describe('上年决算数 that the change leaves', () => {
    const sameMoney = edited(sample.snapshot, sample.cellOf('data', 'hospitality.actual'), 1.84);
    const beside = (evaluations: typeof published) =>
      readAccounts({ ...published, sheets: [...published.sheets, ...evaluations.sheets] });
    const lastYear = sample.cellOf('data', 'hospitality.lastActual');
    const told = (evaluations: typeof published, line: string, options: ProofreadOptions = {}) =>
      proofread([{ name: '情况说明', passages: ['七、财政拨款“三公”经费支出决算情况说明', line] }], beside(evaluations), options)
        .problems.filter(({ rule }) => rule === 'text/evaluation-data')
        .map(({ severity, expected, actual, cells }) => [severity, expected?.toFixed(), actual?.toFixed(), ...cells.map(formatCell)]);
    const line = (amount: string): string => `公务接待费支出决算为1.84万元，比上年增加${amount}万元。`;

    test.each(['0.74', '0.75', '0.73'])('agrees, or nearly, by an increase of %s', (amount) => {
      expect(told(sameMoney, line(amount))).toEqual([]);
    });
    test('differs', () => {
      expect(told(sameMoney, line('0.47'))).toEqual([['warning', '1.1', '1.37', formatCell(lastYear)]]);
    });
    test('is reckoned from the published amount where the text has another', () => {
      expect(told(sameMoney, '公务接待费支出决算为3.67万元，比上年增加0.74万元。')).toEqual([]);
    });
    test('is not asked of a line that counts other money', () => {
      expect(told(sample.snapshot, line('0.47'))).toEqual([]);
    });
    test('is last year’s accounts’ to judge where they are there', () => {
      expect(told(sameMoney, line('0.47'), { lastYear: readAccounts(published) })).toEqual([]);
    });
  });

  test('so are the projects and what they cost', () => {
    const line = (amount: string): string => `2031年度一般公共预算项目支出涉及项目2个，涉及资金${amount}万元。`;
    expect(asked('十四、预算绩效情况说明', line('96.4'))).toEqual([]);
    expect(asked('十四、预算绩效情况说明', line('69.4'))).toHaveLength(2);
  });
});
