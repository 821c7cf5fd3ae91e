import type { SummaryTable } from './accounts';
import { frameOf, type TableDeclaration } from './declaration';
import { lookup, mapRecord, type Glossary } from './layout/aliases';
import { classLines, pickLines } from './layout/lines';
import { readSideBySide } from './layout/side-by-side';

const AMOUNT: Glossary<'amount'> = { amount: ['决算数', '金额', '合计', '本年决算数'] };

const REVENUE: Glossary<keyof SummaryTable['revenue']> = {
  generalBudget: ['一般公共预算财政拨款收入', '一般公共预算财政拨款', '财政拨款收入', '一般公共预算拨款收入'],
  governmentFunds: ['政府性基金预算财政拨款收入', '政府性基金预算财政拨款', '政府性基金预算拨款收入'],
  stateCapital: ['国有资本经营预算财政拨款收入', '国有资本经营预算财政拨款', '国有资本经营预算拨款收入', '国有资产经营预算财政拨款收入'],
  superiorSubsidy: ['上级补助收入'],
  service: ['事业收入'],
  business: ['经营收入', '事业单位经营收入'],
  affiliateRemittance: ['附属单位上缴收入'],
  other: ['其他收入'],
  currentYear: ['本年收入合计', '收入合计'],
  surplusUsed: [
    '使用非财政拨款结余', '使用非财政拨款结余和专用结余', '使用非财政拨款结余(含专用结余)',
    '使用非财政拨款结余(含专用基金)', '用事业基金弥补收支差额',
  ],
  opening: ['年初结转和结余', '上年结转和结余', '年初结转结余'],
  total: ['总计', '收入总计'],
};

const EXPENDITURE: Glossary<keyof SummaryTable['expenditure']> = {
  currentYear: ['本年支出合计', '支出合计'],
  surplusDistributed: ['结余分配'],
  closing: ['年末结转和结余', '结转下年', '年末结转结余'],
  total: ['总计', '支出总计'],
};

/** 收入支出决算总表. */
export const summary: TableDeclaration<SummaryTable> = {
  id: 'summary',
  name: '收入支出决算总表',
  title: /(?<!拨款|预算|项目)(?:收入支出|收支)(?:决算)?总表$|(?<!拨款|预算|项目)收入支出决算表$/,
  read(region, title, unit) {
    const body = readSideBySide(region, AMOUNT, AMOUNT, unit);
    if (body === null) return null;
    const revenue = pickLines(body.left, lookup(REVENUE), REVENUE);
    const expenditure = pickLines(body.right, lookup(EXPENDITURE), EXPENDITURE);
    if (revenue.total === null && revenue.currentYear === null) return null;
    return {
      ...frameOf('summary', region, title, unit, body),
      revenue: mapRecord(revenue, (line) => line?.figures.amount ?? null),
      expenditure: mapRecord(expenditure, (line) => line?.figures.amount ?? null),
      classes: classLines(body.right, lookup(EXPENDITURE)),
    };
  },
};
