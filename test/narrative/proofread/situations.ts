import fc from 'fast-check';
import { HOUSE_STYLES } from '../../../src/narrative/house-styles';
import type { TextDocument } from '../../../src/narrative/proofread/document';
import type { Answers } from '../../../src/narrative/telling';
import { writeNarrative, type NarrativeOptions } from '../../../src/narrative/write-narrative';
import type { Accounts } from '../../../src/tables/accounts';
import { accountsOf, type Book, type Row } from '../accounts';
import { answered, documentOf } from './told';

/** Amounts as books have them: in whole 分, seldom 0. */
const cents = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 9_999_999 }), weight: 7 },
  { arbitrary: fc.constant(0), weight: 1 },
);
const amount = cents.map((value) => value / 100);
const ITEMS: readonly (readonly [code: string, name: string])[] = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['206', '科学技术支出'],
  ['20699', '其他科学技术支出'],
  ['2069999', '其他科学技术支出'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
  ['2210201', '住房公积金'],
];
const ACCOUNTS: readonly (readonly [code: string, name: string])[] = [
  ['30101', '基本工资'],
  ['30102', '津贴补贴'],
  ['30114', '医疗费'],
  ['30201', '办公费'],
  ['30213', '维修（护）费'],
  ['30239', '其他交通费用'],
  ['30305', '生活补助'],
  ['30307', '医疗费补助'],
  ['31002', '办公设备购置'],
];

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const wan = (value: number): number => value / 100;

const CODES = ITEMS.filter(([code]) => code.length === 7).map(([code]) => code);
const many = (length: number): fc.Arbitrary<readonly number[]> =>
  fc.array(cents, { minLength: length, maxLength: length });

/** Rows of 一般公共预算 that add up; the accounts of 基本支出 are shared out among the items. */
function generalBudgetOf(accounts: readonly number[], projects: readonly number[]): readonly Row[] {
  const basics = CODES.map((_, item) => sum(accounts.filter((_value, index) => index % CODES.length === item)));
  const below = (code: string, leaves: readonly number[]): number =>
    sum(leaves.filter((_, index) => CODES[index]?.startsWith(code)));
  const line = (code: string): readonly number[] => {
    const [basic, project] = [below(code, basics), below(code, projects)];
    return [basic + project, basic, project].map(wan);
  };
  return [['', '合计', ...line('')], ...ITEMS.map(([code, name]): Row => [code, name, ...line(code)])];
}

const side = fc
  .tuple(cents, cents, cents, cents)
  .map(([overseasTravel, vehiclePurchase, vehicleRunning, hospitality]) => ({
    overseasTravel: wan(overseasTravel),
    vehiclePurchase: wan(vehiclePurchase),
    vehicleRunning: wan(vehicleRunning),
    hospitality: wan(hospitality),
    vehicles: wan(vehiclePurchase + vehicleRunning),
    total: wan(overseasTravel + vehiclePurchase + vehicleRunning + hospitality),
  }));

const fund = fc.option(fc.tuple(cents, cents, cents, cents), { nil: null }).map((flow): readonly Row[] => {
  if (flow === null) return [['', '合计', null, null, null, null, null, null]];
  const [opening, revenue, basic, project] = flow;
  const line = [opening, revenue, basic + project, basic, project, opening + revenue].map(wan);
  return [
    ['', '合计', ...line],
    ['212', '城乡社区支出', ...line],
    ['21208', '土地出让收入安排的支出', ...line],
    ['2120899', '其他土地出让支出', ...line],
  ];
});

const book: fc.Arbitrary<Book> = fc
  .record({
    total: amount,
    appropriated: amount,
    revenue: fc.tuple(cents, cents, cents),
    others: cents,
    projects: many(CODES.length),
    accounts: many(ACCOUNTS.length),
    threePublic: fc.record({ budget: side, actual: side }),
    governmentFunds: fund,
    stateCapital: fund,
  })
  .map(
    ({ total, appropriated, revenue: [appropriation, service, other], others, accounts, projects, ...rest }): Book => {
      const rows = generalBudgetOf(accounts, projects);
      const [, , whole = 0, basic = 0, project = 0] = rows[0] ?? [];
      const of = (codes: readonly string[]): number =>
        sum(accounts.map((value, index) => (codes.some((code) => ACCOUNTS[index]?.[0].startsWith(code)) ? value : 0)));
      const spent = Number(whole) + wan(others);
      return {
        ...rest,
        department: '示例局',
        summary: [total, total],
        appropriation: [appropriated, appropriated],
        revenue: [
          ['', '合计', wan(appropriation + service + other), wan(appropriation), 0, wan(service), 0, 0, wan(other)],
        ],
        expenditure: [['', '合计', spent, Number(basic) + wan(others), Number(project), 0, 0, 0]],
        generalBudget: rows,
        basicExpenditure: ACCOUNTS.map(([code, name], index): Row => [code, name, wan(accounts[index] ?? 0)]),
        basicTotals: [wan(of(['301', '303'])), wan(of(['302', '310']))],
      };
    },
  );

/** A department's books of two years and what the user knows besides. */
export const situation = fc.record({
  book,
  lastYear: fc.option(book.map((before) => ({ ...before, year: 2029 }))),
  percentDigits: fc.constantFrom(1 as const, 2 as const),
  rounding: fc.constantFrom('half-up' as const, 'half-even' as const),
  closeShares: fc.boolean(),
  style: fc.constantFrom(...HOUSE_STYLES),
  numbers: fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 40, maxLength: 40 }),
});

export type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

/** What the writer tells where it is given and does not ask for. */
const OPTIONAL: Answers = {
  'procurement/goodsSmall': '0.01',
  'procurement/worksSmall': '0',
  'procurement/servicesSmall': '0',
  'performance/projects': '3',
  'performance/funds': '0.01',
  'state-assets/confidential': '0',
  'state-assets/emergency': '120',
  'state-assets/general': '2',
  'state-assets/special': '0',
};

/** A narrative with what it was written from. */
export interface Told {
  readonly accounts: Accounts;
  readonly options: NarrativeOptions & { readonly answers: Answers };
  readonly document: TextDocument;
}

/** What the writer makes of a situation once every gap is filled. */
export function tell({
  book: now,
  lastYear,
  numbers,
  ...choices
}: Situation): Told {
  const accounts = accountsOf(now);
  const options = { ...choices, ...(lastYear === null ? {} : { lastYear: accountsOf(lastYear) }) };
  let next = 0;
  const number = (): number => numbers[(next += 1) % numbers.length] ?? 1;
  const found = answered(
    accounts,
    OPTIONAL,
    (key, need) => {
      if (/reason|content|purpose|result|events/i.test(key)) return '按照工作安排执行';
      if (/[次数量人批]$/.test(need) && !/预算数|上年数/.test(need)) return String(1 + (number() % 97));
      if (/procurement\/(?:small|micro)/.test(key)) return '0.01';
      return (number() / 100).toFixed(2);
    },
    options,
  );
  const budgets = Object.entries(found).flatMap(([key, value]) =>
    /^general-budget\/\d+\/budget$/.test(key) ? [Number(value)] : [],
  );
  const answers = { ...found, 'general-budget/budget': sum(budgets).toFixed(2) };
  const complete = { ...options, answers };
  return { accounts, options: complete, document: documentOf(writeNarrative(accounts, complete)) };
}
