import Decimal from 'decimal.js';
import { formatA1, formatCell } from '../../src/workbook/address';
import { describeEquation } from '../../src/check/describe';
import { figureOf, type Figure } from '../../src/money/figure';
import { evaluate, type Equation } from '../../src/check/equation';
import { run } from '../../src/check/run';
import { RULES } from '../../src/rules/registry';
import { readAccounts } from '../../src/tables/read-accounts';
import { cleanSample, edited } from '../sample/clean';

const { snapshot } = cleanSample({ zeros: 'zero' });
const equationsOf = (workbook: typeof snapshot): readonly Equation[] => run(readAccounts(workbook), RULES).equations;
const figuresOf = ({ total, terms, less }: Equation): readonly Figure[] => [total, ...terms, ...less];

const clean = equationsOf(snapshot);
const figures = [...new Map(clean.flatMap(figuresOf).map((figure) => [formatCell(figure.cell), figure])).values()];

const byCell = new Map<string, Equation[]>();
for (const equation of clean) {
  for (const { cell } of figuresOf(equation)) {
    const key = formatCell(cell);
    byCell.set(key, [...(byCell.get(key) ?? []), equation]);
  }
}

/** The verdicts of the identities that read a cell, once the cell is moved. */
function verdictsAfter(figure: Figure, by: string): string[] {
  const key = formatCell(figure.cell);
  const value = figure.shown.plus(by).toNumber();
  const moved = figureOf(figure.label, figure.cell, { value, text: String(value), formula: null }, figure.unit);
  const swap = (other: Figure): Figure => (formatCell(other.cell) === key ? moved : other);
  return (byCell.get(key) ?? []).map(({ rule, total, terms, less }) => {
    const equation = evaluate(rule, { total: swap(total), terms: terms.map(swap), less: less.map(swap) });
    return equation?.verdict ?? 'not judged';
  });
}

describe('every identity of the catalogue', () => {
  const covered = new Set(clean.map(({ rule }) => rule));
  // Of these the sample has no case: it carries balances and other money, so that they do not apply to it.
  const conditional = ['expenditure/revenue-codes', 'general-budget/expenditure-codes', 'state-capital/balance'];

  test('is exercised by the clean sample', () => {
    const declared = RULES.filter(({ kind, id }) => kind === 'identity' && !id.includes('evaluation')).map(({ id }) => id);
    expect(declared.filter((id) => !covered.has(id)).sort()).toEqual(conditional);
  });

  test('holds exactly in the clean sample', () => {
    expect(clean.filter(({ verdict }) => verdict !== 'exact').map(({ rule }) => rule)).toEqual([]);
  });

  test('takes a move of any figure by 0.01 for rounding, never for an error', () => {
    for (const figure of figures) {
      for (const by of ['0.01', '-0.01']) {
        expect([figure.label, by, verdictsAfter(figure, by).filter((verdict) => verdict === 'error')]).toEqual([figure.label, by, []]);
      }
    }
  });

  test('takes a move of any figure by 1.00 for an error that names the cell', () => {
    for (const figure of figures) {
      const verdicts = verdictsAfter(figure, '1.00');
      expect([figure.label, verdicts.length > 0, verdicts.filter((verdict) => verdict !== 'error')]).toEqual([figure.label, true, []]);
    }
  });

  test('knows the gap it finds', () => {
    const [first] = clean;
    if (first === undefined) throw new Error('no identity');
    const moved = edited(snapshot, first.total.cell, first.total.shown.plus('2.50').toNumber());
    const same = equationsOf(moved).find(({ rule }) => rule === first.rule);
    expect(same?.gap).toEqual(new Decimal('2.5'));
  });
});

test('of two amounts of a table under one name the second is told by its place', () => {
  const twins = clean.flatMap((equation) =>
    equation.terms.filter(({ label, cell }) => label === equation.total.label && cell.sheet === equation.total.cell.sheet)
      .map(({ cell }) => [describeEquation(equation, () => ''), formatA1(cell.row, cell.column)] as const),
  );
  expect(twins.length).toBeGreaterThan(0);
  for (const [told, place] of twins) expect(told).toContain(place);
});
