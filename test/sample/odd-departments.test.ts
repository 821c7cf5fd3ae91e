import { checkWorkbook } from '../../src/app/check';
import { formatCell } from '../../src/workbook/address';
import { edited, sampleOf, valueAt } from './clean';
import { deriveAccounts } from './figures';
import { LAYOUTS } from './layout';
import type { Source, SourceItem } from './source';
import { buildTables } from './workbook';

const NOTHING = { overseasTravel: 0, vehiclePurchase: 0, vehicleRunning: 0, hospitality: 0 };
const WAGES = { '30101': 1_234_567, '30102': 234_567, '30201': 45_678 };
const RUNNING = '2012604';

const item = (code: string, money: Omit<SourceItem, 'code' | 'name'>): SourceItem => ({ code, name: `科目${code}`, ...money });
const running = (money: Omit<SourceItem, 'code' | 'name'> = {}): SourceItem => item(RUNNING, { generalBudget: {}, ...money });

/** Departments that hardly look like one; amounts in 元, none of them even in 万元. */
const DEPARTMENTS: readonly (readonly [name: string, items: readonly SourceItem[], economic: Source['economic']])[] = [
  ['no appropriation at all', [item(RUNNING, { otherMoney: { service: 1_234_567, basic: 1_000_003, project: 234_561 } })], {}],
  ['basic expenditure only', [running()], WAGES],
  ['one item of 37 元', [running()], { '30201': 37 }],
  ['one project only', [item(RUNNING, { generalBudget: { project: 123_456 } })], {}],
  ['经营支出', [running({ otherMoney: { business: 555_555, businessExpenditure: 333_333, surplusDistributed: 111_111 } })], WAGES],
  ['上缴上级支出 and 对附属单位补助支出', [
    running({ otherMoney: { service: 800_001, superiorRemittance: 300_003, affiliateSubsidy: 12_345, basic: 5 } }),
  ], WAGES],
  ['an item below zero after 冲减', [running({ generalBudget: { project: -345_678 } }), item('2012606', { generalBudget: { project: 999_999 } })], WAGES],
  ['其他收入 below zero after 退回', [running({ otherMoney: { other: -12_345, service: 200_000, basic: 100_000 } })], WAGES],
  ['a closing balance', [running({ generalBudget: { closing: 123_456 } })], WAGES],
  ['spent from 非财政拨款结余 alone', [running({ otherMoney: { surplusUsed: 222_222, project: 222_222 } })], WAGES],
  ['政府性基金 alone', [item('2120804', { governmentFunds: { project: 7_654_321 } })], {}],
  ['国有资本经营预算 alone', [item('2230105', { stateCapital: { project: 86_453 } })], {}],
  ['items of equal amounts', [
    running(), item('2012606', { generalBudget: { project: 1_514_812 } }), item('2070101', { generalBudget: { project: 1_514_812 } }),
  ], WAGES],
];

const FORMS = LAYOUTS.filter(([form]) => /usual|yuan|sheet|Shanghai/.test(form));
const CASES = DEPARTMENTS.flatMap(([name, items, economic]) =>
  FORMS.map(([form, layout]) => ({ name, items, economic, form, layout })),
);

describe('odd departments', () => {
  it.each(CASES)('$name: no error in the form “$form”, and one where 合计 is wrong', ({ items, economic, layout }) => {
    const source: Source = {
      department: '云溪市档案文献中心', year: 2024, items, economic,
      runningItem: items[0]?.code ?? RUNNING,
      threePublic: { budget: NOTHING, actual: NOTHING },
    };
    const before = deriveAccounts({ ...source, year: 2023 });
    for (const accounts of [before, deriveAccounts(source, before)]) {
      const sample = sampleOf(accounts, buildTables(accounts, layout));
      const report = checkWorkbook(sample.snapshot);
      expect(report.tables).toHaveLength(9);
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const cell = sample.cellOf('expenditure', 'total', 'total');
      const wrong = Number(valueAt(sample.snapshot, cell)) + 900;
      const { findings } = checkWorkbook(edited(sample.snapshot, cell, wrong));
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors.some(({ cells }) => cells.map(formatCell).includes(formatCell(cell)))).toBe(true);
    }
  });
});
