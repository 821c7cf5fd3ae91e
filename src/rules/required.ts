import { allZero } from '../check/amounts';
import { describeCell } from '../check/describe';
import type { MaybeFigure } from '../check/equation';
import { inspection, type Rule } from '../check/rule';
import type { Accounts } from '../tables/accounts';
import { TABLES, type TableKey } from '../tables/registry';

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

/** Totals no table with amounts may leave blank. */
export const requiredRules: readonly Rule[] = [
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
  ...(['governmentFunds', 'stateCapital'] as const).map((key) =>
    required(key, TABLES[key].id, ({ total, rows }) =>
      (['revenue', 'total'] as const).map((column) => ({
        figure: total?.figures[column],
        due: rows.map(({ figures }) => figures[column]),
      })),
    ),
  ),
  required('threePublic', 'three-public', ({ budget, actual }) => [
    { figure: budget.total, due: Object.values(budget) },
    { figure: actual.total, due: Object.values(actual) },
  ]),
];
