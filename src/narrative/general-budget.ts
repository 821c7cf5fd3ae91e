import type { CodedRow, CodedTable, GeneralBudgetColumn } from '../tables/accounts';
import { comparison } from './comparison';
import { wholeExpenditure } from './expenditure';
import { gap, parts, speaker, words, type KnownOrGap } from './fact';
import { FUNCTIONAL_NAME, functionalName, functionalPath, leafRows, rowTotal, spokenName, topRows } from './functional';
import { amountOf, changeOf, isNil, ratio } from './measure';
import { paragraph, section, subheading, type PlannedParagraph } from './section';
import type { Telling } from './telling';
import type { Topic } from './topic';

const SENTENCES = {
  nil: [],
  overallHeading: [],
  overall: ['total', 'share?', 'comparison'],
  structureHeading: [],
  structure: ['total', 'classes'],
  class: ['name', 'amount', 'share?'],
  detailHeading: [],
  detail: ['budget', 'actual', 'rate?'],
  itemName: ['index', ...FUNCTIONAL_NAME],
  itemDiffers: ['budget', 'actual', 'rate?', 'change', 'reason'],
  itemUnbudgeted: ['budget', 'actual', 'reason'],
  itemEqual: ['budget', 'actual', 'rate?'],
  itemUnknown: ['budget', 'actual', 'rate', 'comparison', 'reason'],
} as const;
const RATE = '完成年初预算的百分比';
const say = speaker('general-budget', SENTENCES);

type Row = CodedRow<GeneralBudgetColumn>;
type Table = CodedTable<GeneralBudgetColumn>;

/** 五 一般公共预算财政拨款支出决算情况说明: as a whole, by class, item by item (rules.md C08–C14). */
export const generalBudget = section({
  table: 'generalBudget',
  heading: /一般公共预算(?:财政拨款)?(?:收入)?支出|^(?:\d{4}年度?)?财政拨款支出决算/,
  sentences: SENTENCES,
  *tell(table, telling) {
    if (isNil(table.figures)) {
      yield paragraph(say('nil', {}));
      return;
    }
    const total = totalOf(table);
    yield subheading(say('overallHeading', {}));
    yield paragraph(say('overall', {
      total,
      share: ratio(total, wholeExpenditure(telling.accounts.expenditure), '占本年支出合计的百分比'),
      comparison: comparison(telling, {
        key: 'general-budget',
        subject: '一般公共预算财政拨款支出',
        current: total,
        lastYear: (accounts) => accounts.generalBudget && totalOf(accounts.generalBudget),
      }),
    }));
    yield subheading(say('structureHeading', {}));
    const classes = topRows(table.rows).map((row) => classOf(row, table.rows, total));
    yield paragraph(say('structure', { total, classes: parts(...classes) }));
    yield subheading(say('detailHeading', {}));
    const budget = telling.initialBudget('general-budget/budget', null);
    yield paragraph(say('detail', { budget, actual: total, rate: ratio(total, budget, RATE) }));
    yield* itemsOf(table, telling);
  },
  topics(table, telling) {
    const total = totalOf(table);
    return [
      {
        key: 'general-budget',
        names: ['一般公共预算财政拨款支出', '一般公共预算支出', '财政拨款支出'],
        actual: total,
        budget: telling.initialBudget('general-budget/budget', null),
        previous: telling.lastYear('general-budget/lastYear', '上年数', (accounts) =>
          accounts.generalBudget && totalOf(accounts.generalBudget)),
        whole: wholeExpenditure(telling.accounts.expenditure),
      },
      {
        key: 'general-budget/revenue',
        names: ['一般公共预算财政拨款收入'],
        actual: amountOf(telling.accounts.appropriation?.revenue.generalBudget ?? null, '一般公共预算财政拨款'),
      },
      ...topRows(table.rows).map((row) => classTopic(row, table.rows, total)),
      ...table.rows.filter(({ level }) => level === 'section').map((row) => sectionTopic(row, table.rows)),
      ...leafRows(table.rows).map((row) => itemTopic(row, table.rows, telling)),
    ];
  },
});

function classTopic(row: Row, rows: readonly Row[], total: KnownOrGap): Topic {
  const name = nameOfClass(row);
  return {
    key: `general-budget/${row.code}`,
    listed: 'class',
    names: [`${name}（类）支出`, `${name}支出（类）`, `${name}（类）`, `${name}支出`],
    actual: rowTotal(row, rows, `${row.name}决算数`),
    whole: total,
  };
}

/** A 款, as texts that stop there name it. */
function sectionTopic(row: Row, rows: readonly Row[]): Topic {
  const name = spokenName(row.name);
  return {
    key: `general-budget/${row.code}`,
    names: [`${name}（款）`, `${name}支出（款）`, `${name}（款）支出`],
    actual: rowTotal(row, rows, `${row.name}决算数`),
  };
}

function itemTopic(row: Row, rows: readonly Row[], telling: Telling): Topic {
  const key = `general-budget/${row.code}`;
  return {
    key,
    listed: 'item',
    names: [],
    path: functionalPath(row, rows),
    actual: rowTotal(row, rows, `${row.name}决算数`),
    budget: telling.initialBudget(`${key}/budget`, row.code),
  };
}

/** 「一般公共服务（类）支出」: the class's own 支出 goes behind the bracket. */
function nameOfClass({ name }: Row): string {
  return spokenName(name).replace(/支出$/, '');
}

function totalOf(table: Table): KnownOrGap {
  return amountOf(table.total?.figures.total ?? null, '一般公共预算财政拨款支出合计', table.figures);
}

function classOf(row: Row, rows: readonly Row[], total: KnownOrGap) {
  const amount = rowTotal(row, rows, `${row.name}决算数`);
  return say('class', { name: words(nameOfClass(row)), amount, share: ratio(amount, total) });
}

function* itemsOf(table: Table, telling: Telling): Iterable<PlannedParagraph> {
  for (const [index, row] of leafRows(table.rows).entries()) {
    const name = say('itemName', { index: words(String(index + 1)), ...functionalName(row, table.rows) });
    yield paragraph(name, `${row.code}/name`);
    yield paragraph(againstBudget(row, table.rows, telling), row.code);
  }
}

function againstBudget(row: Row, rows: readonly Row[], telling: Telling) {
  const key = `general-budget/${row.code}`;
  const budget = telling.initialBudget(`${key}/budget`, row.code);
  const actual = rowTotal(row, rows, `${row.name}决算数`);
  const reason = telling.words(`${key}/reason`, '主要原因');
  if (budget.kind === 'gap' || actual.kind === 'gap') {
    const unknown = { rate: gap(RATE), comparison: gap('大于或小于') };
    return say('itemUnknown', { budget, actual, ...unknown, reason });
  }
  const change = changeOf(actual, budget);
  if (change.value.isZero()) return say('itemEqual', { budget, actual, rate: ratio(actual, budget) });
  if (budget.value.isZero()) return say('itemUnbudgeted', { budget, actual, reason });
  return say('itemDiffers', { budget, actual, rate: ratio(actual, budget), change, reason });
}
