import { CLASSES } from '../codes';
import {
  appropriationColumns,
  balanceColumns,
  emptyLine,
  expenditureColumns,
  FUNDS,
  revenueColumns,
  type Line,
  type SampleAccounts,
} from '../figures';
import { across, type Block } from '../grid';
import type { Layout } from '../layout';
import { chineseNumeral, HEAD_ROWS, printed, tableHead, type TableId } from './frame';

/** One line of one half of a side-by-side table; without a key it is an empty line of the form. */
interface HalfLine {
  readonly label: string | null;
  readonly row?: string;
  readonly amounts?: Readonly<Record<string, number>>;
}

const EMPTY: HalfLine = { label: null };

function fill(lines: readonly HalfLine[], length: number): HalfLine[] {
  return [...lines, ...Array.from({ length: length - lines.length }, () => EMPTY)];
}

function classLines(
  accounts: SampleAccounts,
  layout: Layout,
  amountsOf: (line: Line) => Readonly<Record<string, number>>,
): HalfLine[] {
  const byCode = new Map(accounts.lines.map((line) => [line.code, line]));
  return CLASSES.filter(([code]) => layout.classes === 'all' || byCode.has(code)).map(([code, name], index) => {
    const line = byCode.get(code) ?? emptyLine(code, name);
    return { label: `${chineseNumeral(index + 1)}、${name}`, row: code, amounts: amountsOf(line) };
  });
}

/** Lays two halves beside each other, each with its 行次 running on where numbering is on. */
function sideBySide(
  table: TableId,
  amountHeader: string,
  rightColumns: readonly (readonly [key: string, header: string])[],
  left: readonly HalfLine[],
  right: readonly HalfLine[],
  accounts: SampleAccounts,
  layout: Layout,
): Block {
  const numbers = layout.numbering ? 1 : 0;
  const leftWidth = 2 + numbers;
  const rightStart = leftWidth;
  const columns = leftWidth + 1 + numbers + rightColumns.length;
  const block = tableHead(table, columns, accounts, layout);
  block.merge(across(HEAD_ROWS, 0, leftWidth - 1), '收入', 'header');
  block.merge(across(HEAD_ROWS, rightStart, columns - 1), '支出', 'header');
  const head = ['项目', ...(numbers ? ['行次'] : [])];
  const headers = [...head, amountHeader, ...head, ...rightColumns.map(([, header]) => header)];
  headers.forEach((header, column) => block.put(HEAD_ROWS + 1, column, header, 'header'));
  if (numbers) {
    const numbering = ['栏次', null, 1, '栏次', null, ...rightColumns.map((_, index) => index + 2)];
    numbering.forEach((value, column) => block.put(HEAD_ROWS + 2, column, value, column % 3 === 0 ? 'header' : 'number'));
  }
  const first = HEAD_ROWS + 2 + numbers;
  left.forEach((line, index) => {
    const row = first + index;
    block.put(row, 0, line.label, 'text');
    if (numbers) block.put(row, 1, index + 1, 'number');
    const place = line.row === undefined ? undefined : { table, row: line.row, column: 'revenue' };
    block.put(row, 1 + numbers, line.amounts ? printed(line.amounts.amount ?? 0, layout) : null, 'amount', place);
  });
  right.forEach((line, index) => {
    const row = first + index;
    block.put(row, rightStart, line.label, 'text');
    if (numbers) block.put(row, rightStart + 1, left.length + index + 1, 'number');
    rightColumns.forEach(([key], column) => {
      const place = line.row === undefined ? undefined : { table, row: line.row, column: key };
      const value = line.amounts ? printed(line.amounts[key] ?? 0, layout) : null;
      block.put(row, rightStart + 1 + numbers + column, value, 'amount', place);
    });
  });
  const half = (amounts: number): number[] => [34, ...(numbers ? [6] : []), ...Array.from({ length: amounts }, () => 16)];
  const note = first + left.length;
  block.merge(across(note, 0, columns - 1), NOTES[table] ?? '', 'note');
  return block.build([...half(1), ...half(rightColumns.length)]);
}

const NOTES: Partial<Record<TableId, string>> = {
  summary: '注：1.本表列示部门本年度全部收入、支出和年末结转结余。2.金额由元换算为万元，可能存在尾差。',
  appropriation: '注：本表列示部门本年度三类财政拨款的收入、支出和年末结转结余。',
};

/** 收入支出决算总表. */
export function summaryTable(accounts: SampleAccounts, layout: Layout): Block {
  const { total } = accounts;
  const revenue = revenueColumns(total);
  const spent = expenditureColumns(total).total;
  const opening = balanceColumns(total, 'opening').all;
  const grand = revenue.total + total.otherMoney.surplusUsed + opening;
  const income = (label: string, row: string, amount: number): HalfLine => ({ label, row, amounts: { amount } });
  const outgo = (label: string, row: string, amount: number): HalfLine => ({ label, row, amounts: { expenditure: amount } });
  const classes = classLines(accounts, layout, (line) => ({ expenditure: expenditureColumns(line).total }));
  const length = Math.max(8, classes.length);
  const left = [
    ...fill(
      [
        income('一、一般公共预算财政拨款收入', 'generalBudget', total.funds.generalBudget.revenue),
        income('二、政府性基金预算财政拨款收入', 'governmentFunds', total.funds.governmentFunds.revenue),
        income('三、国有资本经营预算财政拨款收入', 'stateCapital', total.funds.stateCapital.revenue),
        income('四、上级补助收入', 'superiorSubsidy', revenue.superiorSubsidy),
        income('五、事业收入', 'service', revenue.service),
        income('六、经营收入', 'business', revenue.business),
        income('七、附属单位上缴收入', 'affiliateRemittance', revenue.affiliateRemittance),
        income('八、其他收入', 'other', revenue.other),
      ],
      length,
    ),
    income('本年收入合计', 'currentYear', revenue.total),
    income('使用非财政拨款结余和专用结余', 'surplusUsed', total.otherMoney.surplusUsed),
    income('年初结转和结余', 'opening', opening),
    EMPTY,
    income('总计', 'total', grand),
  ];
  const right = [
    ...fill(classes, length),
    outgo('本年支出合计', 'currentYear', spent),
    outgo('结余分配', 'surplusDistributed', total.otherMoney.surplusDistributed),
    outgo('年末结转和结余', 'closing', balanceColumns(total, 'closing').all),
    EMPTY,
    outgo('总计', 'total', grand),
  ];
  return sideBySide(
    'summary', '决算数', [['expenditure', '决算数']], left, right, accounts, layout,
  );
}

const FUND_LABELS = {
  generalBudget: '一般公共预算财政拨款',
  governmentFunds: '政府性基金预算财政拨款',
  stateCapital: '国有资本经营预算财政拨款',
} as const;

/** 财政拨款收入支出决算总表. */
export function appropriationTable(accounts: SampleAccounts, layout: Layout): Block {
  const { total } = accounts;
  const opening = balanceColumns(total, 'opening');
  const closing = balanceColumns(total, 'closing');
  const spent = appropriationColumns(total);
  const revenue = revenueColumns(total).appropriation;
  const income = (label: string, row: string, amount: number): HalfLine => ({ label, row, amounts: { amount } });
  const classes = classLines(accounts, layout, appropriationColumns);
  const length = Math.max(3, classes.length);
  const left = [
    ...fill(
      FUNDS.map((fund, index) =>
        income(`${chineseNumeral(index + 1)}、${FUND_LABELS[fund]}`, fund, total.funds[fund].revenue),
      ),
      length,
    ),
    income('本年收入合计', 'currentYear', revenue),
    income('年初财政拨款结转和结余', 'opening', opening.appropriation),
    ...FUNDS.map((fund) => income(`  ${FUND_LABELS[fund]}`, `opening.${fund}`, opening[fund])),
    income('总计', 'total', revenue + opening.appropriation),
  ];
  const plus = (fund: (typeof FUNDS)[number]): number => spent[fund] + closing[fund];
  const right: HalfLine[] = [
    ...fill(classes, length),
    { label: '本年支出合计', row: 'currentYear', amounts: spent },
    { label: '年末财政拨款结转和结余', row: 'closing', amounts: { ...closing, total: closing.appropriation } },
    EMPTY,
    EMPTY,
    EMPTY,
    {
      label: '总计',
      row: 'total',
      amounts: {
        total: spent.total + closing.appropriation,
        generalBudget: plus('generalBudget'),
        governmentFunds: plus('governmentFunds'),
        stateCapital: plus('stateCapital'),
      },
    },
  ];
  return sideBySide(
    'appropriation',
    '金额',
    [['total', '合计'], ...FUNDS.map((fund) => [fund, FUND_LABELS[fund]] as const)],
    left,
    right,
    accounts,
    layout,
  );
}
