import Decimal from 'decimal.js';
import { allZero } from '../check/amounts';
import { describeCell, showFigure } from '../check/describe';
import { identity, inspection, type Rule } from '../check/rule';
import { judge } from '../money/verdict';
import { rowOf } from './coded';
import { formatAmount, type Figure } from '../money/figure';
import type { BasicExpenditureTable } from '../tables/accounts';

/** Economic classes that make up 人员经费, and those that make up 公用经费. */
const PERSONNEL = ['301', '303'];
const OPERATING = ['302', '307', '309', '310', '311', '312', '313', '399'];

function amounts(table: BasicExpenditureTable, codes: readonly string[]): Figure[] {
  return table.rows.filter(({ code }) => codes.includes(code)).map(({ amount }) => amount);
}

const classes = identity({
  id: 'basic-expenditure/classes',
  statement: '每个经济分类：类 = 所属各款之和',
  source: 'A13',
  reads: ['basicExpenditure'],
  *equations({ basicExpenditure: { rows } }) {
    for (const row of rows.filter(({ level }) => level === 'class')) {
      const sections = rows.filter(({ code, level }) => level === 'section' && code.startsWith(row.code));
      yield { total: row.amount, terms: sections.map(({ amount }) => amount) };
    }
  },
});

const personnel = identity({
  id: 'basic-expenditure/personnel',
  statement: '人员经费合计 = 301 工资福利支出 + 303 对个人和家庭的补助',
  source: 'A14',
  reads: ['basicExpenditure'],
  *equations({ basicExpenditure: table }) {
    yield { total: table.personnel, terms: amounts(table, PERSONNEL) };
  },
});

const operating = identity({
  id: 'basic-expenditure/operating',
  statement: '公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399',
  source: 'A14',
  conditions: '各地表式所列的类不同，表中没有的类不计',
  reads: ['basicExpenditure'],
  *equations({ basicExpenditure: table }) {
    yield { total: table.operating, terms: amounts(table, OPERATING) };
  },
});

const againstGeneralBudget = identity({
  id: 'basic-expenditure/general-budget-basic',
  statement: '人员经费合计 + 公用经费合计 = 一般公共预算财政拨款基本支出合计',
  source: 'B07',
  reads: ['generalBudget', 'basicExpenditure'],
  *equations({ generalBudget, basicExpenditure: { personnel: p, operating: o } }) {
    yield { total: generalBudget.total?.figures.basic, terms: [p, o] };
  },
});

/** Sections of 06 that are usually paid from one functional item. */
const USUALLY_EQUAL = [
  ['30108', '2080505'],
  ['30109', '2080506'],
  ['30113', '2210201'],
] as const;

const functionalItems = inspection({
  id: 'basic-expenditure/functional-items',
  statement: '30108、30109、30113 一般分别等于一般公共预算财政拨款支出的 2080505、2080506、2210201',
  source: 'B14',
  conditions: '部分缴费可在“行政运行”等科目列支，所以不同不一定有误，只作提醒；任一方为零或空时不核对',
  severity: 'warning',
  reads: ['generalBudget', 'basicExpenditure'],
  *inspect({ generalBudget, basicExpenditure }) {
    for (const [section, item] of USUALLY_EQUAL) {
      const paid = basicExpenditure.rows.find(({ code }) => code === section)?.amount;
      const booked = rowOf(generalBudget, item)?.figures.basic;
      if (!paid || !booked || paid.shown.isZero() || booked.shown.isZero()) continue;
      const gap = paid.shown.minus(booked.shown);
      if (judge(gap, [paid, booked]) !== 'error') continue;
      yield {
        message:
          `${describeCell(paid)}为 ${showFigure(paid, paid.unit)}，《${generalBudget.title}》${booked.label}为 ` +
          `${showFigure(booked, booked.unit)}，两者一般相等；如有一部分在其他科目列支，可不修改。`,
        cells: [paid.cell, booked.cell],
        found: null,
        cause: null,
      };
    }
  },
});

/** Functional codes that are paid from certain sections of 06, so that these hold no less. */
const PAID_FROM = [
  { codes: ['2080501', '2080502'], sections: ['303'], named: '对个人和家庭的补助' },
  { codes: ['21011'], sections: ['30110', '30111', '30112', '30114', '30307'], named: '医疗保险和医疗费等' },
] as const;

const paidFrom = inspection({
  id: 'basic-expenditure/paid-from',
  statement: '2080501、2080502 的基本支出一般不大于 303 类；21011 的一般不大于 30110 + 30111 + 30112 + 30114 + 30307',
  source: 'B14',
  conditions: '反过来，一部分可在“行政运行”等科目列支，所以只在科目支出大于各款之和时提醒；离退休支出可包括 30301、30302 以外的各款，所以与 303 类比较；各款全空时不核对',
  severity: 'warning',
  reads: ['generalBudget', 'basicExpenditure'],
  *inspect({ generalBudget, basicExpenditure }) {
    for (const { codes, sections, named } of PAID_FROM) {
      const booked = codes.flatMap((code) => rowOf(generalBudget, code)?.figures.basic ?? []);
      const paid = amounts(basicExpenditure, sections);
      const [first] = booked.filter(({ shown }) => !shown.isZero());
      if (first === undefined || allZero(paid)) continue;
      const excess = sumOf(booked).minus(sumOf(paid));
      if (!excess.isPositive() || judge(excess, [...booked, ...paid]) !== 'error') continue;
      yield {
        message:
          `${describeCell(first)}等基本支出合计 ${formatAmount(sumOf(booked), first.unit)}，大于基本支出决算表中` +
          `${named}合计 ${formatAmount(sumOf(paid), first.unit)}，请核对；如在其他款列支，可不修改。`,
        cells: [...booked, ...paid].filter(({ blank }) => !blank).map(({ cell }) => cell),
        found: null,
        cause: null,
      };
    }
  },
});

function sumOf(figures: readonly Figure[]): Decimal {
  return figures.reduce((sum, { shown }) => sum.plus(shown), new Decimal(0));
}

/** 一般公共预算财政拨款基本支出决算表. */
export const basicExpenditureRules: readonly Rule[] = [
  classes, personnel, operating, againstGeneralBudget, functionalItems,
  paidFrom,
];
