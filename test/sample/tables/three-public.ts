import type { SampleAccounts, ThreePublic } from '../figures';
import { across, down, type Block } from '../grid';
import type { Layout } from '../layout';
import { HEAD_ROWS, printed, tableHead } from './frame';

const TABLE = 'three-public';
const KEYS = ['total', 'overseasTravel', 'vehicles', 'vehiclePurchase', 'vehicleRunning', 'hospitality'] as const;
const HEADERS: Readonly<Record<(typeof KEYS)[number], string>> = {
  total: '合计',
  overseasTravel: '因公出国（境）费',
  vehicles: '小计',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行费',
  hospitality: '公务接待费',
};
const VEHICLES = '公务用车购置及运行费';
const SIDES = [['budget', '预算数'], ['actual', '决算数']] as const;
/** What some places print in the same table; amounts of no other table. */
const MEETINGS = [['会议费', 310_000, 280_500], ['培训费', 120_000, 96_420], ['机关运行经费', 2_400_000, 2_318_775]] as const;
const NOTE = '注：预算数为全年预算数，决算数包括当年财政拨款和以前年度结转资金安排的支出。';

/** 财政拨款“三公”经费支出决算表. */
export function threePublicTable(accounts: SampleAccounts, layout: Layout): Block {
  const build = { row: asRow, pairs: asPairs, vertical: asColumn }[layout.threePublic];
  return build(accounts, layout);
}

const amountOf = (side: ThreePublic, key: (typeof KEYS)[number], layout: Layout) => printed(side[key], layout);
const placeOf = (row: string, column: string) => ({ table: TABLE, row, column });

function asRow(accounts: SampleAccounts, layout: Layout): Block {
  const extra = layout.meetings ? MEETINGS : [];
  const half = 6 + extra.length;
  const block = tableHead(TABLE, 2 * half, accounts, layout);
  const top = HEAD_ROWS;
  const numbered = layout.numbering ? 1 : 0;
  SIDES.forEach(([side, label], index) => {
    const left = index * half;
    block.merge(across(top, left, left + half - 1), label, 'header');
    KEYS.forEach((key, column) => {
      const inGroup = column >= 2 && column <= 4;
      if (inGroup) block.put(top + 2, left + column, HEADERS[key], 'header');
      else block.merge(down(top + 1, top + 2, left + column), HEADERS[key], 'header');
      if (numbered) block.put(top + 3, left + column, left + column + 1, 'number');
      block.put(top + 3 + numbered, left + column, amountOf(accounts.threePublic[side], key, layout), 'amount', placeOf(side, key));
    });
    block.merge(across(top + 1, left + 2, left + 4), VEHICLES, 'header');
    extra.forEach(([header, ...amounts], column) => {
      block.merge(down(top + 1, top + 2, left + 6 + column), header, 'header');
      if (numbered) block.put(top + 3, left + 6 + column, left + 7 + column, 'number');
      block.put(top + 3 + numbered, left + 6 + column, printed(amounts[index] ?? 0, layout), 'amount');
    });
  });
  block.merge(across(top + 4 + numbered, 0, 2 * half - 1), NOTE, 'note');
  return block.build(Array.from({ length: 2 * half }, () => 12));
}

function asPairs(accounts: SampleAccounts, layout: Layout): Block {
  const extra = layout.meetings ? MEETINGS : [];
  const width = 12 + 2 * extra.length;
  const block = tableHead(TABLE, width, accounts, layout);
  const top = HEAD_ROWS;
  KEYS.forEach((key, index) => {
    const left = index * 2;
    const inGroup = index >= 2 && index <= 4;
    block.merge(
      { top: inGroup ? top + 1 : top, left, bottom: top + 1, right: left + 1 },
      HEADERS[key],
      'header',
    );
    SIDES.forEach(([side, label], column) => {
      block.put(top + 2, left + column, label, 'header');
      block.put(top + 3, left + column, amountOf(accounts.threePublic[side], key, layout), 'amount', placeOf(side, key));
    });
  });
  extra.forEach(([header, ...amounts], index) => {
    const left = 12 + 2 * index;
    block.merge({ top, left, bottom: top + 1, right: left + 1 }, header, 'header');
    SIDES.forEach(([, label], column) => {
      block.put(top + 2, left + column, label, 'header');
      block.put(top + 3, left + column, printed(amounts[column] ?? 0, layout), 'amount');
    });
  });
  block.merge(across(top, 4, 9), VEHICLES, 'header');
  block.merge(across(top + 4, 0, width - 1), NOTE, 'note');
  return block.build(Array.from({ length: width }, () => 11));
}

const ROW_LABELS: Readonly<Record<(typeof KEYS)[number], string>> = {
  total: '合计',
  overseasTravel: '1.因公出国（境）费',
  vehicles: '2.公务用车购置及运行费',
  vehiclePurchase: '（1）公务用车购置费',
  vehicleRunning: '（2）公务用车运行费',
  hospitality: '3.公务接待费',
};

function asColumn(accounts: SampleAccounts, layout: Layout): Block {
  const block = tableHead(TABLE, 3, accounts, layout);
  const top = HEAD_ROWS;
  ['项目', '预算数', '决算数'].forEach((header, column) => block.put(top, column, header, 'header'));
  KEYS.forEach((key, index) => {
    block.put(top + 1 + index, 0, ROW_LABELS[key], 'text');
    SIDES.forEach(([side], column) =>
      block.put(top + 1 + index, 1 + column, amountOf(accounts.threePublic[side], key, layout), 'amount', placeOf(side, key)),
    );
  });
  const extra = layout.meetings ? MEETINGS : [];
  extra.forEach(([header, ...amounts], index) => {
    const row = top + 1 + KEYS.length + index;
    block.put(row, 0, header, 'text');
    amounts.forEach((amount, column) => block.put(row, 1 + column, printed(amount, layout), 'amount'));
  });
  block.merge(across(top + 1 + KEYS.length + extra.length, 0, 2), NOTE, 'note');
  return block.build([34, 16, 16]);
}
