import { allZero } from '../check/amounts';
import { inspection, type Problem, type Rule } from '../check/rule';
import { describeCell } from '../check/describe';
import type { MaybeFigure } from '../check/equation';
import type { Accounts, ReadingProblem } from '../tables/accounts';
import type { TableKey } from '../tables/registry';

function fromReading(kind: ReadingProblem['kind']): (_: unknown, accounts: Accounts) => Problem[] {
  return (_, { problems }) =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ message, cells, found }) => ({ message, cells, found, cause: found === null ? null : 'text' }));
}

const textInNumber = inspection({
  id: 'form/text-in-number',
  statement: '金额单元格应为数字：文字、表头残留等不能参与核对',
  source: 'A23',
  conditions: '带全角空格、千分位的文本数字和末尾多出的小数点按数字读取，不在此列',
  severity: 'error',
  reads: [],
  inspect: fromReading('text-in-number'),
});

const unreadableTable = inspection({
  id: 'form/unreadable-table',
  statement: '有公开表标题的表应能读出表头和数据',
  source: 'DESIGN 7',
  severity: 'error',
  reads: [],
  inspect: fromReading('unreadable-table'),
});

const duplicateTable = inspection({
  id: 'form/duplicate-table',
  statement: '同一张公开表只应出现一次',
  source: 'F05',
  severity: 'warning',
  reads: [],
  inspect: fromReading('duplicate-table'),
});

const unitLabel = inspection({
  id: 'form/unit-label',
  statement: '每张公开表应标明金额单位',
  source: 'A25',
  severity: 'warning',
  reads: [],
  inspect: fromReading('missing-unit'),
});

/** A total that may not be blank, and the amounts that make it due. */
interface Required {
  readonly figure: MaybeFigure;
  readonly due: readonly MaybeFigure[];
}

/** Declares the totals of a table that may not be left blank once the table holds amounts. */
function required<Key extends TableKey>(
  key: Key,
  stem: string,
  totals: (table: NonNullable<Accounts[Key]>) => readonly Required[],
): Rule {
  return inspection({
    id: `${stem}/required`,
    statement: '有数据时，合计、总计不得为空',
    source: 'A18',
    conditions: '整张表无数据时不要求',
    severity: 'error',
    reads: [key],
    *inspect(tables) {
      for (const { figure, due } of totals(tables[key])) {
        if (figure?.blank !== true || allZero(due)) continue;
        yield { message: `${describeCell(figure)}为空，有数据的表必须填写合计。`, cells: [figure.cell], found: '', cause: 'blank' };
      }
    },
  });
}

const requiredTotals: readonly Rule[] = [
  required('summary', 'summary', ({ figures, revenue, expenditure }) =>
    [revenue.currentYear, revenue.total, expenditure.currentYear, expenditure.total].map((figure) => ({ figure, due: figures })),
  ),
  required('appropriation', 'appropriation', ({ figures, revenue, expenditure: e }) =>
    [revenue.currentYear, revenue.total, e.currentYear?.total, e.total?.total].map((figure) => ({ figure, due: figures })),
  ),
  required('revenue', 'revenue', ({ total, figures }) => [{ figure: total?.figures.total, due: figures }]),
  required('expenditure', 'expenditure', ({ total, figures }) => [{ figure: total?.figures.total, due: figures }]),
  required('generalBudget', 'general-budget', ({ total, figures }) => [{ figure: total?.figures.total, due: figures }]),
  required('basicExpenditure', 'basic-expenditure', ({ rows, personnel, operating }) => {
    const isPersonnel = (code: string): boolean => code.startsWith('301') || code.startsWith('303');
    const amounts = (wanted: boolean): MaybeFigure[] =>
      rows.filter(({ code }) => isPersonnel(code) === wanted).map(({ amount }) => amount);
    return [
      { figure: personnel, due: amounts(true) },
      { figure: operating, due: amounts(false) },
    ];
  }),
  required('threePublic', 'three-public', ({ budget, actual }) => [
    { figure: budget.total, due: Object.values(budget) },
    { figure: actual.total, due: Object.values(actual) },
  ]),
];

/** What concerns the form of a table, not its arithmetic. */
export const formRules: readonly Rule[] = [textInNumber, unreadableTable, duplicateTable, unitLabel, ...requiredTotals];
