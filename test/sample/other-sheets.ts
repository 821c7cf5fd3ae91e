import { newBlock, type Block } from './grid';
import type { Layout } from './layout';
import { TITLES } from './titles';

/** A sheet before it becomes a part of a workbook. */
interface NamedBlock {
  readonly name: string;
  readonly block: Block;
}

type Line = readonly (string | number | null)[];

function textSheet(name: string, lines: readonly Line[]): NamedBlock {
  const block = newBlock();
  lines.forEach((line, row) => line.forEach((value, column) => block.put(row, column, value, 'plain')));
  return { name, block: block.build([30]) };
}

/** Tables that some places publish beside the nine; nothing in them is any of the nine's business. */
const OTHERS: readonly (readonly [name: string, lines: readonly Line[]])[] = [
  ['政府采购情况表', [
    ['政府采购情况表'], [null, null, '单位：万元'], ['项目', '采购计划金额', '采购决算金额'],
    ['合计', 41.2, 38.65], ['货物', 20, 18.44], ['工程', null, null], ['服务', 21.2, 20.21],
  ]],
  ['项目支出决算表', [
    ['项目支出决算表'], [null, null, null, '单位：万元'], ['科目编码', '科目名称', '项目名称', '合计'],
    ['合计', null, null, 12.5], ['2070104', '图书馆', '古籍修复', 12.5],
  ]],
  ['国有资产使用情况表', [
    ['国有资产使用情况表'], ['项目', '行次', '统计数'], ['一、车辆数合计（辆）', 1, 4], ['二、单价50万元以上设备（台）', 2, 1],
  ]],
  ['政府性基金基本支出', [
    ['政府性基金预算财政拨款基本支出决算表'], [null, null, '单位：万元'], ['科目编码', '科目名称', '决算数'], ['301', '工资福利支出', null],
  ]],
];

/** The sheets of the tables after a list of contents and before tables of other kinds. */
export function amongOthers(tables: readonly NamedBlock[], { titles }: Pick<Layout, 'titles'>): readonly NamedBlock[] {
  const contents = [['目录'], ...Object.values(TITLES[titles]).map((title, index) => [`${index + 1}.${title}`])];
  return [textSheet('目录', contents), ...tables, ...OTHERS.map(([name, lines]) => textSheet(name, lines))];
}
