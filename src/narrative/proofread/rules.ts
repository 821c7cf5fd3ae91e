import type { SectionId } from '../section';
import type { TextProblem } from './problem';

/** What a rule about texts says of itself; the catalogue in docs/ is made from it. */
export interface TextRule {
  /** `section/narrative-what`, or `text/what` for what holds of any text. */
  readonly id: string;
  readonly statement: string;
  /** Its number in the list of rules. */
  readonly source: string;
  /** What it does not accuse; '' where it always holds. */
  readonly conditions: string;
  readonly severities: readonly TextProblem['severity'][];
}

type Kind =
  | 'amount'
  | 'share'
  | 'change'
  | 'direction'
  | 'budget'
  | 'budget-sum'
  | 'rate'
  | 'reason'
  | 'items'
  | 'classes'
  | 'accounts'
  | 'last-year'
  | 'count'
  | 'average'
  | 'sum'
  | 'nil';

type Declared = Pick<TextRule, 'statement' | 'severities'> & { readonly conditions?: string };

const DOUBTFUL = '所依据的表内数字本身存疑时只作提醒，不给改法；位数写得少或只差 0.01 只作提醒';
const INTERVAL = '只差末位，或四舍五入可以解释的只作提醒';

const KINDS: Readonly<Record<Kind, Declared>> = {
  amount: { statement: '正文的金额与公开表一致', severities: ['error', 'warning'], conditions: DOUBTFUL },
  share: { statement: '占比 = 本项 ÷ 合计', severities: ['error', 'warning'], conditions: INTERVAL },
  change: {
    statement: '增减额 = 本年数 − 上年数（或预算数），增减幅度 = 增减额 ÷ 上年数（或预算数）',
    severities: ['error', 'warning'],
    conditions: `没有上年工作簿和补充资料时，上年数由本年数和正文的增减额推算；${INTERVAL}`,
  },
  direction: {
    statement: '增加、减少、大于、小于、持平等词与数字相符',
    severities: ['error'],
    conditions: '基本持平可以相差 2%',
  },
  budget: { statement: '正文的预算数与公开表或补充资料一致', severities: ['error', 'warning'], conditions: DOUBTFUL },
  'budget-sum': {
    statement: '各项年初预算数之和 = 年初预算数',
    severities: ['error', 'warning'],
    conditions: '每一项都写了年初预算数时才核对；四舍五入可以解释的只作提醒',
  },
  rate: {
    statement: '完成预算的百分比 = 决算数 ÷ 预算数；预算数为 0 时不写百分比，不为 0 时要写',
    severities: ['error', 'warning'],
    conditions: `${INTERVAL}；全节都不写百分比、或写明与预算数持平的不要求写`,
  },
  reason: { statement: '决算数与年初预算数不等时写明大小和原因', severities: ['warning'] },
  items: { statement: '逐项说明的科目与公开表中有数的科目一一对应', severities: ['error'] },
  classes: { statement: '结构情况写到的类与公开表中有数的类一一对应', severities: ['error'] },
  accounts: {
    statement: '“主要包括”所列科目与公开表中有数的科目一一对应',
    severities: ['error'],
    conditions: '以“等”结尾的清单不要求列全；简称只提示名称',
  },
  'last-year': {
    statement: '不得整段沿用上年的数',
    severities: ['error'],
    conditions: '同段多数金额不符且其一正是上年数时，合并为一条',
  },
  count: {
    statement: '批次、人次、辆数与补充资料一致，应写的都写明，车辆总数 = 各类车辆之和',
    severities: ['error', 'warning'],
  },
  average: {
    statement: '车均、人均等平均数 = 金额 ÷ 数量',
    severities: ['error', 'warning'],
    conditions: `数量取自正文或补充资料，都没有的列为未检查；${INTERVAL}`,
  },
  sum: { statement: '总额 = 各部分之和', severities: ['error', 'warning'], conditions: '四舍五入可以解释的只作提醒' },
  nil: {
    statement: '表中没有数时写明没有收支，有数时不得说没有，也不得写成另一种预算',
    severities: ['error', 'warning'],
  },
};

/** The rules of each section with their numbers in the list of rules. */
const BY_SECTION: Readonly<Record<SectionId, Readonly<Partial<Record<Kind, string>>>>> = {
  summary: { amount: 'C01', change: 'C02、D02', direction: 'C02', 'last-year': 'D03' },
  revenue: { amount: 'C03', share: 'C03', direction: 'C02' },
  expenditure: { amount: 'C05', share: 'C05', direction: 'C02' },
  appropriation: { amount: 'C07', change: 'C07、D02', direction: 'C07', 'last-year': 'D03' },
  'general-budget': {
    amount: 'C08、C09、C10、C12',
    share: 'C08、C10',
    change: 'C08、D02',
    direction: 'C14',
    budget: 'C11',
    'budget-sum': 'C11',
    rate: 'C11、C13',
    reason: 'C14',
    items: 'C12',
    classes: 'C10',
    'last-year': 'D03',
  },
  'basic-expenditure': { amount: 'C15', share: 'C16', accounts: 'C17' },
  'three-public': {
    amount: 'C18、C19、C21',
    budget: 'C18、C19',
    rate: 'C18、C19',
    change: 'C20、D02、D04',
    direction: 'C19、C20',
    share: 'C21',
    count: 'C21',
    average: 'C21',
    'last-year': 'D03',
  },
  'government-funds': { amount: 'C27', nil: 'C27、F10', share: 'C27' },
  'state-capital': { amount: 'C27', nil: 'C27、F10', share: 'C27' },
  'agency-operating': { amount: 'B15、C22', budget: 'C22', change: 'C22、D05', direction: 'C22' },
  'general-expenses': { amount: 'C25', count: 'C25', average: 'C25' },
  procurement: { amount: 'C23', sum: 'C23', share: 'C24' },
  'state-assets': { count: 'C21、C26' },
  performance: { amount: 'C28', sum: 'C28', share: 'C28' },
  'evaluation-report': {},
};

/** Where the amounts of a section need not be the tables'. */
const LENIENT: Readonly<Partial<Record<SectionId, string>>> = {
  'agency-operating': '与公用经费合计一般相等，含事业单位的部门可以不等，只作提醒',
  'general-expenses': '公开表只有基本支出部分：只要求不小于',
};

const ofTexts = (
  what: string,
  statement: string,
  source: string,
  severities: TextRule['severities'],
  conditions = '',
): TextRule => ({
  id: `text/${what}`,
  statement,
  source,
  severities,
  conditions,
});

/** Every rule about texts: by section, then those of any text. */
export const TEXT_RULES: readonly TextRule[] = [
  ...(Object.keys(BY_SECTION) as SectionId[]).flatMap((section) =>
    (Object.entries(BY_SECTION[section]) as [Kind, string][]).map(([kind, source]) => ({
      id: `${section}/narrative-${kind}`,
      source,
      conditions: '',
      ...KINDS[kind],
      ...(kind === 'amount' && LENIENT[section] !== undefined ? { conditions: LENIENT[section] } : {}),
    })),
  ),
  ofTexts('placeholder', '没有待填、二选一和填报说明等模板文字', 'F01', ['error']),
  ofTexts(
    'unit',
    '金额以万元为单位，单位和百分号写全',
    'F02、F06',
    ['error', 'warning'],
    '元误写为万元的上下文以正文各句为准；0 元只作提醒',
  ),
  ofTexts(
    'year',
    '年份是本年度，时点是 12 月 31 日',
    'F03、D06',
    ['error', 'warning'],
    '原因说明和与上年比较的句子可以写其他年份',
  ),
  ofTexts('pairs', '引号、书名号、括号成对', 'F04', ['warning'], '换行断开的一段合并计数；全角引号不是异常'),
  ofTexts('repeated', '没有重复的词句', 'F05', ['warning']),
  ofTexts('punctuation', '标点和数字写法正确，段落写完', 'F06', ['warning']),
  ofTexts('numbering', '各级序号连续，不缺不重', 'F07', ['warning'], '子列表可以重新从 1 开始'),
  ofTexts('impossible', '降幅、占比不超过 100%', 'F08', ['error']),
  ofTexts('section', '每张公开表在情况说明中都有相应的一节', 'F09', ['warning'], '只有几节的摘录不要求'),
  ofTexts(
    'department',
    '标题和第三部分句首的单位名称与公开表表头一致',
    'F09',
    ['warning'],
    '简称、省略“中共”和地区名、“（本级）”以及“以下简称”声明的名称不算不一致；不知道哪一处写错，不给改法',
  ),
  ofTexts('mixed-up', '一项的段落不写另一项的事', 'F10', ['warning']),
  ofTexts('name', '科目和预算的名称与公开表一致', 'F11', ['warning']),
  ofTexts('wording', '没有错漏字', 'F12', ['warning']),
  ofTexts('residue', '没有转换文件格式留下的符号', 'F13', ['warning']),
  ofTexts('contradiction', '同一项目、预算单位的个数前后说法一致', 'B21、F10', ['error', 'warning']),
  ofTexts('project', '项目：预算 − 支出 = 结余，执行率 = 支出 ÷ 预算', 'E11', ['error', 'warning']),
  ofTexts(
    'evaluation',
    '报告中项目和整体的年初预算数、全年预算数、执行数、自评得分与绩效自评表一致',
    'E11、B20、B21',
    ['error', 'warning'],
    '按项目名称对应，名称不同的不比较；只写“预算”的，与年初或全年预算数任一相符即可；自评表的数本身存疑时只作提醒',
  ),
  ofTexts(
    'evaluation-data',
    '报告和情况说明中的编制、在职人数、机关运行经费预算、政府采购、会议费培训费与基础数据表一致，' +
      '由增减额推算的“三公”经费、机关运行经费上年数与基础数据表一致，' +
      '年初预算与整体自评表一致，项目涉及资金与项目自评表之和一致',
    'B19、B20、C28、D04、D05',
    ['warning'],
    '口径可以不同，只作提醒；上年数只在本年决算数相同、没有上年工作簿时核对',
  ),
  ofTexts(
    'sum',
    '报告一句之内：支出 = 基本支出 + 项目支出，预算收入 = 年初预算 + 调增，“三公”经费、政府采购 = 各项之和，占比 = 本项 ÷ 总支出',
    'E11、C20、C23',
    ['error', 'warning'],
    '四舍五入可以解释的不报；逐项写明的支出之和与清单写的实际支出不同只作提醒',
  ),
  ofTexts('assets', '净资产 = 资产总额 − 负债总额，资产使用率 = 在用资产 ÷ 原值', 'E13', ['error', 'warning']),
  ofTexts('staff', '实有人数 = 在职 + 离休 + 退休，编制 = 行政编制 + 事业编制', 'E12', ['error']),
  ofTexts('unbound', '不能与公开表核对的数字要列出来，不当作正确', 'F 误报教训 5', []),
];
