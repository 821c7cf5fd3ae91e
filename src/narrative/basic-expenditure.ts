import type { BasicExpenditureTable, EconomicRow } from '../tables/accounts';
import { parts, speaker, words, type KnownOrGap } from './fact';
import { spokenName } from './functional';
import { amountOf, isMentioned, ratio, sumOf } from './measure';
import { paragraph, section } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  total: ['total', 'sides'],
  side: ['name', 'amount', 'share?', 'accounts?'],
  account: ['name'],
} as const;
const say = speaker('basic-expenditure', SENTENCES);

/** The economic classes that make up 人员经费; every other class is 公用经费 (rules.md A14). */
const PERSONNEL = new Set(['301', '303']);

/** 六 一般公共预算财政拨款基本支出决算情况说明 (rules.md C15–C17). */
export const basicExpenditure = section({
  table: 'basicExpenditure',
  heading: /基本支出(?:决算|情况)/,
  sentences: SENTENCES,
  *tell(table, telling) {
    const { personnelRows, operatingRows, personnel, operating, total } = partsOf(table, telling);
    const sides = [sideOf('人员经费', personnel, personnelRows), sideOf('公用经费', operating, operatingRows)];
    yield paragraph(say('total', { total, sides: parts(...sides) }));

    function sideOf(name: string, amount: KnownOrGap, rows: readonly EconomicRow[]) {
      const accounts = parts(...namedRows(rows).map((row) => say('account', { name: words(spokenName(row.name)) })));
      return say('side', { name: words(name), amount, share: ratio(amount, total), accounts });
    }
  },
  topics(table, telling) {
    const { personnelRows, operatingRows, personnel, operating, total } = partsOf(table, telling);
    return [
      {
        key: 'basic-expenditure',
        names: ['一般公共预算财政拨款基本支出', '财政拨款基本支出', '基本支出'],
        actual: total,
      },
      {
        key: 'basic-expenditure/personnel',
        names: ['人员经费'],
        actual: personnel,
        whole: total,
        accounts: accountsOf(personnelRows),
      },
      {
        key: 'basic-expenditure/operating',
        names: ['公用经费', '日常公用经费'],
        actual: operating,
        whole: total,
        accounts: accountsOf(operatingRows),
      },
      ...table.rows
        .filter(({ level }) => level === 'class')
        .map(({ code, name, amount }) => ({
          key: `basic-expenditure/${code}`,
          names: [name],
          actual: amountOf(amount, `${code} ${name}`, amountsOf(table.rows.filter((row) => row.code !== code && row.code.startsWith(code)))),
        })),
    ];
  },
});

/** The two sides with their rows and what they come to. */
export function partsOf(table: BasicExpenditureTable, telling: Telling) {
  const personnelRows = table.rows.filter(({ code }) => PERSONNEL.has(code.slice(0, 3)));
  const operatingRows = table.rows.filter(({ code }) => !PERSONNEL.has(code.slice(0, 3)));
  const personnel = amountOf(table.personnel, '人员经费合计', amountsOf(personnelRows));
  const operating = amountOf(table.operating, '公用经费合计', amountsOf(operatingRows));
  const total = totalOf(telling, table, sumOf('基本支出', [personnel, operating]));
  return { personnelRows, operatingRows, personnel, operating, total };
}

/** 基本支出 as 一般公共预算财政拨款支出决算表 has it (C15); without that table, as the two sides of this one add up. */
function totalOf({ accounts }: Telling, table: BasicExpenditureTable, sum: KnownOrGap): KnownOrGap {
  const figure = accounts.generalBudget?.total?.figures.basic ?? null;
  return figure === null ? sum : amountOf(figure, '基本支出合计', table.figures);
}

/** 主要包括: the accounts that are not 0; a class speaks for itself only where none of its accounts does (C17). */
function namedRows(rows: readonly EconomicRow[]): readonly EconomicRow[] {
  const mentioned = rows.filter(({ amount }) => isMentioned(amount));
  return mentioned.filter(
    (row) => !mentioned.some(({ code }) => code.length > row.code.length && code.startsWith(row.code)),
  );
}

function accountsOf(rows: readonly EconomicRow[]) {
  return namedRows(rows).map(({ name, amount: { cell } }) => ({ name, cell }));
}

function amountsOf(rows: readonly EconomicRow[]) {
  return rows.map(({ amount }) => amount);
}
