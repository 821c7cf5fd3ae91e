import { readAccounts } from '../../src/tables/read-accounts';
import type { Accounts } from '../../src/tables/accounts';
import { cleanSample, publishedSample } from '../sample/clean';
import type { Layout } from '../sample/layout';

/** Every amount of the accounts by what it means, whatever the form looked like. */
function amounts({ tables }: Accounts): string[] {
  return tables.flatMap(({ id, figures }) =>
    figures
      .filter(({ shown }) => !shown.isZero())
      .map(({ label, shown }) => `${id} ${label.replace(/\s+/g, '')} ${shown.toFixed(2)}`),
  ).sort();
}

const usual = amounts(readAccounts(cleanSample().snapshot));

const LAYOUTS: readonly (readonly [string, Partial<Layout>])[] = [
  ['the old order of tables', { order: 'old' }],
  ['printed in 元', { unit: '元' }],
  ['codes in three columns', { codes: 'three' }],
  ['codes glued to the names', { codes: 'glued' }],
  ['合计 in the last row', { totalRow: 'last' }],
  ['zeros printed', { zeros: 'zero' }],
  ['only the classes that have amounts', { classes: 'used' }],
  ['06 in two blocks', { basicBlocks: 2 }],
  ['“三公” in pairs of columns', { threePublic: 'pairs' }],
  ['“三公” one item a row', { threePublic: 'vertical' }],
  ['without 行次 and 栏次', { numbering: false }],
  ['without 公开0N表', { tableNumbers: false }],
  ['编制单位 and 金额单位', { departmentLabel: '编制单位', unitLabel: '金额单位' }],
  ['all tables on one sheet', { oneSheet: true }],
  ['blank rows and columns before the tables', { leading: { rows: 3, columns: 2 } }],
  ['many of these together', { oneSheet: true, codes: 'three', threePublic: 'pairs', basicBlocks: 2, totalRow: 'last', numbering: false, leading: { rows: 2, columns: 1 } }],
];

describe('the same amounts are read from every form', () => {
  test.each(LAYOUTS)('%s', (_, layout) => {
    const accounts = readAccounts(cleanSample(layout).snapshot);
    expect(accounts.problems).toEqual([]);
    expect(accounts.tables).toHaveLength(9);
    expect(amounts(accounts)).toEqual(usual);
    expect(accounts.department).toBe('云溪市档案文献中心');
  });
});

test('the usual form holds more than four hundred amounts', () => {
  expect(usual.length).toBeGreaterThan(400);
});

test('a label says 元 and amounts are 万元 all the same', () => {
  const accounts = readAccounts(publishedSample({ unit: '元' }).snapshot);
  expect(new Set(accounts.tables.map(({ unit }) => unit))).toEqual(new Set(['元']));
  expect(accounts.summary?.revenue.total?.shown.toNumber()).toBeCloseTo(1206.6, 0);
});
