import { examine } from '../../src/app/check';
import { planRoundingRepair } from '../../src/app/repair';
import { formatCell } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { sheet, workbook } from '../tables/sheet';

type Rows = readonly (readonly CellValue[])[];

/** 合计 and 213 are 10.01, the two 款 4.00 and 6.00: one of these has to move, in both columns. */
const PUBLISHED: Rows = [
  ['支出决算表'], ['公开03表', null, null, null, '单位：万元'],
  ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
  ['合计', null, 10.01, 0, 10.01],
  ['213', '农林水支出', 10.01, 0, 10.01],
  ['21301', '农业农村', 4, 0, 4],
  ['21303', '水利', 6, 0, 6],
];

/** The same in 元. */
const base = (agriculture: number | null, water: number, total = (agriculture ?? 0) + water): Rows => [
  ['支出决算表'], [null, null, null, null, null, null, '财决04表'],
  ['编制单位：青禾县水文站', null, null, null, null, null, '单位：元'],
  ['项目', null, null, null, '本年支出合计', '基本支出', '项目支出'],
  ['支出功能分类科目编码', null, null, '科目名称', null, null, null],
  ['类', '款', '项', '栏次', 1, 2, 3],
  ['合计', null, null, null, total, 0, total],
  ['213', null, null, '农林水支出', total, 0, total],
  ['21301', null, null, '农业农村', agriculture, 0, agriculture],
  ['21303', null, null, '水利', water, 0, water],
];

const book = (baseRows: Rows | null, published = PUBLISHED): WorkbookSnapshot =>
  workbook(sheet('公开03表', published), ...(baseRows === null ? [] : [sheet('Z04 支出决算表(财决04表)', baseRows)]));

const planned = (of: WorkbookSnapshot) => planRoundingRepair(examine(of));
const movesOf = (of: WorkbookSnapshot): Record<string, number> =>
  Object.fromEntries(
    planned(of).rows.map(({ edit }) => [formatCell(edit.cell), Number((Number(edit.to) - Number(edit.from)).toFixed(2))]),
  );

const WATER = { '公开03表!C7': 0.01, '公开03表!E7': 0.01 };
const AGRICULTURE = { '公开03表!C6': 0.01, '公开03表!E6': 0.01 };

test.each<[string, WorkbookSnapshot, Record<string, number>]>([
  ['without base tables the larger amount moves', book(null), WATER],
  ['what the base tables give in 元 moves the amount nearest to half a unit', book(base(40_049, 60_010)), AGRICULTURE],
  ['an amount that was not rounded stays, however large', book(base(40_030, 60_000, 100_051)), AGRICULTURE],
  ['an amount moves only towards the true one', book(base(39_960, 60_040, 100_051)), WATER],
  ['a blank of the base tables says nothing', book(base(null, 60_000, 100_051)), AGRICULTURE],
  [
    'cells with more digits than they show say the same',
    book(null, PUBLISHED.map((row) => row.map((value) => (value === 4 ? 4.0049 : value === 6 ? 6.001 : value === 10.01 ? 10.0059 : value)))),
    { '公开03表!C6': 0.01, '公开03表!E6': 0.01 },
  ],
])('%s', (_, of, moves) => {
  expect(movesOf(of)).toEqual(moves);
});

test('how many amounts are known is told', () => {
  expect(planned(book(null)).known).toBe(0);
  expect(planned(book(base(40_049, 60_010))).known).toBe(12);
});

test('an amount that does not come from its base amount is an error, which no repair touches', () => {
  const wrong = book(base(40_410, 60_010, 100_059));
  expect(movesOf(wrong)).toEqual(WATER);
  const both = book(base(40_410, 60_410, 100_059));
  const { rows, unresolved } = planned(both);
  expect(rows).toEqual([]);
  expect(unresolved).toHaveLength(2);
  for (const { because } of unresolved) expect(because).toContain('错误');
});
