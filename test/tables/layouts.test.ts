import { readAccounts } from '../../src/tables/read-accounts';
import type { Accounts } from '../../src/tables/accounts';
import { cleanSample, publishedSample } from '../sample/clean';
import { LAYOUTS, type Layout } from '../sample/layout';

/** Every amount of the accounts by what it means, whatever the form looked like. */
function amounts({ tables }: Accounts): string[] {
  return tables.flatMap(({ id, figures }) =>
    figures
      .filter(({ shown }) => !shown.isZero())
      .map(({ label, shown }) => `${id} ${label.replace(/\s+/g, '')} ${shown.toFixed(2)}`),
  ).sort();
}

/** What the same department prints with balances in the usual tables, or in 国有资本经营 too; those of 05 are not read. */
const usualWith = (flows: Layout['flows']): string[] => amounts(readAccounts(cleanSample({ flows }).snapshot));
const usual = { funds: usualWith('funds'), capital: usualWith('capital'), all: usualWith('capital') };

const ALONE: readonly (readonly [string, Partial<Layout>])[] = [
  ['the old order of tables', { order: 'old' }],
  ['titles of earlier years', { titles: 'earlier' }],
  ['titles with 表一', { titles: 'numbered' }],
  ['titles with the year', { titles: 'shanghai' }],
  ['收入支出决算表 without 总, “三公” with 机关运行', { titles: 'yunnan' }],
  ['表九 and 表十', { titles: 'beijing' }],
  ['收入决算总表, “三公” with 会议费 and 培训费', { titles: 'shaanxi' }],
  ['printed in 元', { unit: '元' }],
  ['codes in three columns', { codes: 'three' }],
  ['codes in three columns as numbers', { codes: 'three', codeCells: 'number' }],
  ['codes as numbers', { codeCells: 'number' }],
  ['codes with spaces', { codeCells: 'spaced' }],
  ['codes glued to the names', { codes: 'glued' }],
  ['合计 in the last row', { totalRow: 'last' }],
  ['05 headed 合计', { generalBudgetTotal: '合计' }],
  ['05 headed 本年支出合计', { generalBudgetTotal: '本年支出合计' }],
  ['国有资本经营 with balances', { flows: 'capital' }],
  ['05 with balances and revenue, split', { flows: 'all' }],
  ['zeros printed', { zeros: 'zero' }],
  ['only the classes that have amounts', { classes: 'used' }],
  ['06 in two blocks', { basicBlocks: 2 }],
  ['06 with codes in two columns', { basicCodes: 'two' }],
  ['06 with codes in two columns as numbers', { basicCodes: 'two', codeCells: 'number' }],
  ['06 with totals under their labels', { basicTotals: 'under' }],
  ['06 with totals on two rows', { basicTotals: 'rows' }],
  ['“三公” in pairs of columns', { threePublic: 'pairs' }],
  ['“三公” one item a row', { threePublic: 'vertical' }],
  ['“三公” in a row with 会议费 and 培训费', { meetings: true }],
  ['“三公” in pairs with 会议费 and 培训费', { meetings: true, threePublic: 'pairs' }],
  ['“三公” one item a row with 会议费 and 培训费', { meetings: true, threePublic: 'vertical' }],
  ['without 行次 and 栏次', { numbering: false }],
  ['without 公开0N表', { tableNumbers: false }],
  ['编制单位 and 金额单位', { departmentLabel: '编制单位', unitLabel: '金额单位' }],
  ['all tables on one sheet', { oneSheet: true }],
  ['blank rows and columns before the tables', { leading: { rows: 3, columns: 2 } }],
  ['an inflated used range', { trailing: { rows: 200, columns: 12 } }],
  ['merged values repeated', { merges: 'repeated' }],
  ['merged values repeated, “三公” in pairs', { merges: 'repeated', threePublic: 'pairs', basicTotals: 'rows' }],
  ['merged values repeated, totals of 06 under their labels', { merges: 'repeated', basicTotals: 'under' }],
  ['other sheets around', { otherSheets: true }],
];

describe('the same amounts are read from every form', () => {
  test.each([...ALONE, ...LAYOUTS])('%s', (_, layout) => {
    const accounts = readAccounts(cleanSample(layout).snapshot);
    expect(accounts.problems).toEqual([]);
    expect(accounts.tables).toHaveLength(9);
    expect(amounts(accounts)).toEqual(usual[layout.flows ?? 'funds']);
    expect(accounts.department).toBe('云溪市档案文献中心');
  });
});

test('the usual form holds more than four hundred amounts', () => {
  expect(usual.funds.length).toBeGreaterThan(400);
});

test('a label says 元 and amounts are 万元 all the same', () => {
  const accounts = readAccounts(publishedSample({ unit: '元' }).snapshot);
  expect(new Set(accounts.tables.map(({ unit }) => unit))).toEqual(new Set(['元']));
  expect(accounts.summary?.revenue.total?.shown.toNumber()).toBeCloseTo(1206.6, 0);
});
