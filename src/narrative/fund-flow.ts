import type { CodedRow, CodedTable, FundFlowColumn } from '../tables/accounts';
import { keysOf } from '../tables/layout/aliases';
import { breakdown } from './breakdown';
import { gap, speaker, words, type KnownOrGap } from './fact';
import { FUNCTIONAL_NAME, columnTotal, functionalName, functionalPath, leafRows } from './functional';
import { amountOf, isMentioned, isNil } from './measure';
import { paragraph, type PlannedParagraph } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

/** What is said of 政府性基金 and of 国有资本经营: the same, each in its own words. */
export const FUND_FLOW = {
  nil: [],
  contradicted: ['flows'],
  total: ['revenue?', 'opening?', 'total', 'kinds?', 'closing?'],
  itemName: ['index', ...FUNCTIONAL_NAME],
  item: ['flows'],
} as const;

const FLOWS: readonly (readonly [FundFlowColumn, string])[] = [
  ['opening', '年初结转和结余'],
  ['revenue', '本年收入'],
  ['total', '本年支出'],
  ['closing', '年末结转和结余'],
];
const KINDS: readonly (readonly [FundFlowColumn, string])[] = [
  ['basic', '基本支出'],
  ['project', '项目支出'],
];

/**
 * A fund's revenue, expenditure and balances, then item by item; the nil wording for an empty table (rules.md C27),
 * unless 财政拨款收入支出决算总表 has amounts of this fund: then what happened is not known.
 */
export function* fundFlow(
  id: 'government-funds' | 'state-capital',
  table: CodedTable<FundFlowColumn>,
  telling: Telling,
): Iterable<PlannedParagraph> {
  const say = speaker(id, FUND_FLOW);
  if (isNil(table.figures)) {
    const flows = gap('收支情况，本表无数据但财政拨款收入支出决算总表有数');
    yield paragraph(isElsewhere(id, telling) ? say('contradicted', { flows }) : say('nil', {}));
    return;
  }
  const total = fundTotal(table);
  yield paragraph(say('total', {
    revenue: columnTotal(table, 'revenue', '本年收入合计'),
    opening: columnTotal(table, 'opening', '年初结转和结余合计'),
    total,
    kinds: breakdown(KINDS.map(([column, name]) => [name, columnTotal(table, column, name)]), total),
    closing: columnTotal(table, 'closing', '年末结转和结余合计'),
  }));
  for (const [index, row] of leafRows(table.rows).entries()) {
    const name = say('itemName', { index: words(String(index + 1)), ...functionalName(row, table.rows) });
    yield paragraph(name, `${row.code}/name`);
    const flows = FLOWS.map(([column, name]) => [name, flowOf(row, column, name)] as const);
    yield paragraph(say('item', { flows: breakdown(flows, null) }), row.code);
  }
}

const SPOKEN: Readonly<Record<FundFlowColumn, readonly string[]>> = {
  opening: ['年初结转和结余', '年初结转结余', '上年结转和结余', '上年结转'],
  revenue: ['本年收入', '收入'],
  total: ['本年支出', '支出'],
  basic: ['基本支出'],
  project: ['项目支出'],
  closing: ['年末结转和结余', '年末结转结余', '结转下年'],
};

/** What a fund gives figures of, as a whole and item by item. */
export function fundFlowTopics(
  id: 'government-funds' | 'state-capital',
  table: CodedTable<FundFlowColumn>,
): readonly Topic[] {
  const total = fundTotal(table);
  return [
    ...keysOf(SPOKEN).map((column) => ({
      key: `${id}/${column}`,
      names: SPOKEN[column],
      actual: column === 'total' ? total : columnTotal(table, column, SPOKEN[column][0] ?? column),
      whole: total,
    })),
    ...leafRows(table.rows).flatMap((row) => [listedTopic(id, row), ...itemTopics(id, row, table.rows)]),
  ];
}

/** The item as a whole text may list it: 城市建设12.00万元; its expenditure is meant. */
function listedTopic(id: string, row: CodedRow<FundFlowColumn>): Topic {
  return { key: `${id}/${row.code}`, names: [row.name], actual: flowOf(row, 'total', '本年支出') };
}

function itemTopics(
  id: string,
  row: CodedRow<FundFlowColumn>,
  rows: readonly CodedRow<FundFlowColumn>[],
): readonly Topic[] {
  const path = functionalPath(row, rows);
  return keysOf(SPOKEN).map((column) => ({
    key: `${id}/${row.code}/${column}`,
    names: SPOKEN[column],
    path,
    actual: flowOf(row, column, SPOKEN[column][0] ?? column),
  }));
}

/** 本年支出合计 of a fund. */
export function fundTotal(table: CodedTable<FundFlowColumn>): KnownOrGap {
  const below = table.rows.map(({ figures }) => figures.total);
  return amountOf(table.total?.figures.total ?? null, '本年支出合计', below);
}

/** A blank expenditure beside 基本支出 or 项目支出 is missing; any other blank is 0. */
function flowOf({ figures, name: item }: CodedRow<FundFlowColumn>, column: FundFlowColumn, name: string) {
  const figure = figures[column];
  const items = column === 'total' ? [figures.basic, figures.project] : [];
  return figure === null ? null : amountOf(figure, `${item}${name}`, items);
}

/** Whether 财政拨款收入支出决算总表 has amounts of a fund. */
export function isElsewhere(id: 'government-funds' | 'state-capital', { accounts: { appropriation } }: Telling): boolean {
  if (appropriation === null) return false;
  const fund = id === 'government-funds' ? 'governmentFunds' : 'stateCapital';
  const { revenue, expenditure } = appropriation;
  return [revenue[fund], expenditure.currentYear?.[fund] ?? null, expenditure.total?.[fund] ?? null].some(isMentioned);
}
