import type { AppropriationTable, FundColumn } from './accounts';
import { frameOf, type TableDeclaration } from './declaration';
import { lookup, mapRecord, type Glossary } from './layout/aliases';
import { classLines, pickLines } from './layout/lines';
import { readSideBySide, type SideLine } from './layout/side-by-side';

const AMOUNT: Glossary<'amount'> = { amount: ['金额', '决算数', '合计', '本年决算数'] };

/** Columns of the expenditure side. */
export const FUND_COLUMNS: Glossary<FundColumn> = {
  total: ['合计', '小计', '决算数', '金额'],
  generalBudget: ['一般公共预算财政拨款', '一般公共预算', '一般公共预算拨款'],
  governmentFunds: ['政府性基金预算财政拨款', '政府性基金预算', '政府性基金', '政府性基金预算拨款'],
  stateCapital: ['国有资本经营预算财政拨款', '国有资本经营预算', '国有资本经营预算拨款', '国有资产经营预算财政拨款'],
};

type Fund = Exclude<FundColumn, 'total'>;
type RevenueKey = keyof AppropriationTable['revenue'];

const FUND_LINES: Glossary<Fund> = {
  generalBudget: ['一般公共预算财政拨款', '一般公共预算财政拨款收入', '一般公共预算拨款', '一般公共预算'],
  governmentFunds: ['政府性基金预算财政拨款', '政府性基金预算财政拨款收入', '政府性基金预算拨款', '政府性基金预算'],
  stateCapital: [
    '国有资本经营预算财政拨款', '国有资本经营预算财政拨款收入', '国有资本经营预算拨款', '国有资本经营预算',
    '国有资产经营预算财政拨款',
  ],
};

const REVENUE: Glossary<'currentYear' | 'opening' | 'total'> = {
  currentYear: ['本年收入合计', '收入合计'],
  opening: ['年初财政拨款结转和结余', '年初结转和结余', '上年财政拨款结转和结余', '年初财政拨款结转结余'],
  total: ['总计', '收入总计'],
};

const EXPENDITURE: Glossary<keyof AppropriationTable['expenditure']> = {
  currentYear: ['本年支出合计', '支出合计'],
  closing: ['年末财政拨款结转和结余', '年末结转和结余', '年末财政拨款结转结余'],
  total: ['总计', '支出总计'],
};

/** 财政拨款收入支出决算总表. */
export const appropriation: TableDeclaration<AppropriationTable> = {
  id: 'appropriation',
  name: '财政拨款收入支出决算总表',
  title: /(?<!预算)财政拨款(?:收入支出|收支)(?:决算)?(?:总)?表$/,
  read(region, title, unit) {
    const body = readSideBySide(region, AMOUNT, FUND_COLUMNS, unit);
    if (body === null) return null;
    const expenditure = pickLines(body.right, lookup(EXPENDITURE), EXPENDITURE);
    return {
      ...frameOf('appropriation', region, title, unit, body),
      revenue: mapRecord(revenueLines(body.left), (line) => line?.figures.amount ?? null),
      expenditure: mapRecord(expenditure, (line) => line?.figures ?? null),
      classes: classLines(body.right, lookup(EXPENDITURE)),
    };
  },
};

/** The three funds stand twice on the revenue side: as this year's revenue, and under the opening balance. */
function revenueLines(lines: readonly SideLine<'amount'>[]): Record<RevenueKey, SideLine<'amount'> | null> {
  const named = pickLines(lines, lookup(REVENUE), REVENUE);
  const at = named.opening === null ? lines.length : lines.indexOf(named.opening);
  const current = pickLines(lines.slice(0, at), lookup(FUND_LINES), FUND_LINES);
  const opening = pickLines(lines.slice(at + 1), lookup(FUND_LINES), FUND_LINES);
  return {
    ...named,
    ...current,
    openingGeneralBudget: opening.generalBudget,
    openingGovernmentFunds: opening.governmentFunds,
    openingStateCapital: opening.stateCapital,
  };
}
