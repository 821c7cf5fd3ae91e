import {
  expenditureColumns,
  revenueColumns,
  type FundFlow,
  type Line,
  type SampleAccounts,
} from '../figures';
import { across, down, type Block, type BlockBuilder } from '../grid';
import type { Layout } from '../layout';
import { codeCell, columnNumberRow, HEAD_ROWS, printed, tableHead, type TableId } from './frame';

/** A column of amounts: its key, its header, and the header it shares with its neighbours. */
interface Column {
  readonly key: string;
  readonly header: string;
  readonly group?: string;
  /** Printed, but no figure that anything is said of. */
  readonly unnamed?: boolean;
}

interface ByCode {
  readonly table: TableId;
  readonly columns: readonly Column[];
  readonly note: string;
  /** Amounts of a line in whole 元; null leaves the line out. */
  readonly amountsOf: (line: Line) => Readonly<Record<string, number>> | null;
}

const hasMoney = (amounts: Readonly<Record<string, number>>): boolean =>
  Object.values(amounts).some((amount) => amount !== 0);

/** Puts code and name of a line into the label columns. */
function putCode(block: BlockBuilder, row: number, line: Line, layout: Layout): void {
  const name = `${line.code.length === 7 ? '  ' : ''}${line.name}`;
  if (layout.codes === 'glued') {
    block.put(row, 0, `${line.code} ${line.name}`, 'text');
    return;
  }
  if (layout.codes === 'three') {
    const parts = [line.code.slice(0, 3), line.code.slice(3, 5), line.code.slice(5, 7)];
    parts.forEach((part, column) => block.put(row, column, codeCell(part, layout), 'text'));
    block.put(row, 3, name, 'text');
    return;
  }
  block.put(row, 0, codeCell(line.code, layout), 'text');
  block.put(row, 1, name, 'text');
}

function putHeader(block: BlockBuilder, { columns }: ByCode, labels: number, layout: Layout): void {
  const top = HEAD_ROWS;
  if (layout.codes === 'glued') block.merge(down(top, top + 1, 0), '项目', 'header');
  else {
    block.merge(across(top, 0, labels - 1), '项目', 'header');
    if (layout.codes === 'three') ['类', '款', '项'].forEach((part, column) => block.put(top + 1, column, part, 'header'));
    else block.put(top + 1, 0, '科目编码', 'header');
    block.put(top + 1, labels - 1, '科目名称', 'header');
  }
  columns.forEach(({ header, group }, index) => {
    const column = labels + index;
    if (group === undefined) block.merge(down(top, top + 1, column), header, 'header');
    else block.put(top + 1, column, header, 'header');
  });
  for (const group of new Set(columns.flatMap((column) => column.group ?? []))) {
    const members = columns.flatMap((column, index) => (column.group === group ? [labels + index] : []));
    block.merge(across(top, Math.min(...members), Math.max(...members)), group, 'header');
  }
}

function byCode(form: ByCode, accounts: SampleAccounts, layout: Layout): Block {
  const labels = { one: 2, three: 4, glued: 1 }[layout.codes];
  const width = labels + form.columns.length;
  const block = tableHead(form.table, width, accounts, layout);
  putHeader(block, form, labels, layout);
  const numbered = layout.numbering ? 1 : 0;
  if (numbered) columnNumberRow(block, HEAD_ROWS + 2, '栏次', labels, form.columns.length);
  const lines = accounts.lines.flatMap((line) => {
    const amounts = form.amountsOf(line);
    return amounts !== null && hasMoney(amounts) ? [{ line, amounts }] : [];
  });
  const total = { line: accounts.total, amounts: form.amountsOf(accounts.total) ?? {} };
  const rows = layout.totalRow === 'first' ? [total, ...lines] : [...lines, total];
  const first = HEAD_ROWS + 2 + numbered;
  rows.forEach(({ line, amounts }, index) => {
    const row = first + index;
    if (line.code === '') block.merge(across(row, 0, labels - 1), '合计', 'header');
    else putCode(block, row, line, layout);
    form.columns.forEach(({ key, unnamed }, column) => {
      const place = { table: form.table, row: line.code === '' ? 'total' : line.code, column: key };
      block.put(row, labels + column, printed(amounts[key] ?? 0, layout), 'amount', unnamed ? undefined : place);
    });
  });
  block.merge(across(first + rows.length, 0, width - 1), form.note, 'note');
  const labelWidths = { one: [12, 38], three: [6, 5, 5, 38], glued: [44] }[layout.codes];
  return block.build([...labelWidths, ...form.columns.map(() => 14)]);
}

/** 收入决算表. */
export function revenueTable(accounts: SampleAccounts, layout: Layout): Block {
  return byCode(
    {
      table: 'revenue',
      columns: [
        { key: 'total', header: '本年收入合计' },
        { key: 'appropriation', header: '财政拨款收入' },
        { key: 'superiorSubsidy', header: '上级补助收入' },
        { key: 'service', header: '事业收入' },
        { key: 'business', header: '经营收入' },
        { key: 'affiliateRemittance', header: '附属单位上缴收入' },
        { key: 'other', header: '其他收入' },
      ],
      note: '注：本表列示部门本年度各项收入。',
      amountsOf: revenueColumns,
    },
    accounts,
    layout,
  );
}

/** 支出决算表. */
export function expenditureTable(accounts: SampleAccounts, layout: Layout): Block {
  return byCode(
    {
      table: 'expenditure',
      columns: [
        { key: 'total', header: '本年支出合计' },
        { key: 'basic', header: '基本支出' },
        { key: 'project', header: '项目支出' },
        { key: 'superiorRemittance', header: '上缴上级支出' },
        { key: 'business', header: '经营支出' },
        { key: 'affiliateSubsidy', header: '对附属单位补助支出' },
      ],
      note: '注：本表列示部门本年度各项支出。',
      amountsOf: expenditureColumns,
    },
    accounts,
    layout,
  );
}

const flow = ({ opening, revenue, basic, project, closing }: FundFlow) => ({
  opening, revenue, total: basic + project, basic, project, closing,
});

const spentOf = ({ basic, project }: FundFlow) => ({ basic, project });

const spent = (total: string): readonly Column[] => [
  { key: 'total', header: total, group: '本年支出' },
  { key: 'basic', header: '基本支出', group: '本年支出' },
  { key: 'project', header: '项目支出', group: '本年支出' },
];

const withBalances = (columns: readonly Column[]): readonly Column[] => [
  { key: 'opening', header: '年初结转和结余' },
  { key: 'revenue', header: '本年收入' },
  ...columns,
  { key: 'closing', header: '年末结转和结余' },
];

/** 年初, 本年收入 and 年末 split as 本年支出 is; nothing is said of the parts. */
const splitBalances = (columns: readonly Column[]): readonly Column[] => {
  const split = (key: string, group: string, suffix: string): Column[] => [
    { key, header: '合计', group, unnamed: true },
    { key: 'none', header: `基本支出${suffix}`, group, unnamed: true },
    { key, header: `项目支出${suffix}`, group, unnamed: true },
  ];
  return [
    ...split('opening', '年初结转和结余', '结转'),
    ...split('revenue', '本年收入', ''),
    ...columns,
    ...split('closing', '年末结转和结余', '结转'),
  ];
};

/** 一般公共预算财政拨款支出决算表. */
export function generalBudgetTable(accounts: SampleAccounts, layout: Layout): Block {
  const isFlow = layout.flows === 'all';
  const columns = spent(layout.generalBudgetTotal);
  return byCode(
    {
      table: 'general-budget',
      columns: isFlow ? splitBalances(columns) : columns,
      note: '注：本表列示部门本年度一般公共预算财政拨款支出。',
      amountsOf: ({ funds: { generalBudget } }) =>
        isFlow || hasMoney(spentOf(generalBudget)) ? flow(generalBudget) : null,
    },
    accounts,
    layout,
  );
}

/** 政府性基金预算财政拨款收入支出决算表. */
export function governmentFundsTable(accounts: SampleAccounts, layout: Layout): Block {
  const empty = accounts.total.funds.governmentFunds.revenue === 0;
  return byCode(
    {
      table: 'government-funds',
      columns: withBalances(spent('小计')),
      note: empty
        ? '注：本部门没有政府性基金收入，也没有政府性基金支出，故本表无数据。'
        : '注：本表列示部门本年度政府性基金的收入、支出和结转结余。',
      amountsOf: ({ funds: { governmentFunds } }) => flow(governmentFunds),
    },
    accounts,
    layout,
  );
}

/** 国有资本经营预算财政拨款支出决算表; some places print revenue and balances in it too. */
export function stateCapitalTable(accounts: SampleAccounts, layout: Layout): Block {
  const empty = accounts.total.funds.stateCapital.revenue === 0;
  const isFlow = layout.flows !== 'funds';
  const columns = spent('合计');
  return byCode(
    {
      table: 'state-capital',
      columns: isFlow ? withBalances(columns) : columns,
      note: empty
        ? '注：本部门没有国有资本经营预算支出，故本表无数据。'
        : '注：本表列示部门本年度国有资本经营预算财政拨款支出。',
      amountsOf: ({ funds: { stateCapital } }) => 
        isFlow || hasMoney(spentOf(stateCapital)) ? flow(stateCapital) : null,
    },
    accounts,
    layout,
  );
}
