import { formatAmount, type Figure } from '../money/figure';
import { allZero } from '../check/amounts';
import { describeCell, showFigure } from '../check/describe';
import type { MaybeFigure } from '../check/equation';
import { inspection, type Problem, type Rule } from '../check/rule';
import type { Accounts } from '../tables/accounts';
import { keysOf } from '../tables/layout/aliases';
import { rowOf } from './coded';
import { linesOf, problem, title, type Coded } from './coded-lines';
import { hasNoBalances } from './expenditure';

const missingCodes = inspection({
  id: 'codes/missing',
  statement: '一般公共预算支出的科目都在支出决算表中；没有结转结余时，收入决算表与支出决算表的科目相同',
  source: 'B16',
  conditions:
    '收入与支出科目不同可由结转结余解释，所以有结转结余时不核对收入决算表；另一张表不列该级科目的不核对；' +
    '各表都缺的科目只报告一次',
  severity: 'error',
  reads: ['summary', 'expenditure'],
  *inspect({ summary, expenditure }, { generalBudget, revenue }) {
    const tables = [expenditure, ...(revenue !== null && hasNoBalances(summary) ? [revenue] : [])] as readonly Coded[];
    const told = new Set<string>();
    for (const table of [...(generalBudget === null ? [] : [generalBudget as Coded]), ...tables]) {
      yield* absent(table, tables.filter((other) => other !== table), told);
    }
  },
});

/** Rows with amounts whose code other tables do not have, though they print codes of that level. */
function* absent(table: Coded, others: readonly Coded[], told: Set<string>): Generator<Problem> {
  for (const line of linesOf(table)) {
    if (told.has(line.code) || allZero(line.figures)) continue;
    const lacking = others.filter(
      ({ rows }) => rows.some(({ code }) => code.length === line.code.length) && rows.every(({ code }) => code !== line.code),
    );
    if (lacking.length === 0) continue;
    told.add(line.code);
    const amount = line.figures.find(({ shown }) => !shown.isZero());
    const shown = amount === undefined ? '' : `（${formatAmount(amount.shown, amount.unit)}）`;
    const names = lacking.map((other) => `“${other.title}”`).join('、');
    yield problem(`“${table.title}”有科目 ${title(line)}${shown}，${names}中却没有这一行，请补齐。`, [line]);
  }
}

const YUAN_IN_WAN = 10_000;
const MAGNITUDE = { least: 9_999, most: 10_001 } as const;
const SPENT = ['total', 'basic', 'project'] as const;

const magnitude = inspection({
  id: 'codes/magnitude',
  statement: '同一科目在收入、支出和一般公共预算支出表中的金额，“三公”同一项的预算数与决算数，不应相差一万倍',
  source: 'A21',
  conditions: '比值在 9999 到 10001 之间才算，疑似“元”与“万元”混用；已由等式规则指出的单元格不重复报告',
  severity: 'error',
  reads: [],
  *inspect(_, accounts) {
    for (const [a, b] of sameAmounts(accounts)) {
      if (!a || !b || a.shown.isZero() || b.shown.isZero()) continue;
      const [large, small] = a.shown.abs().gt(b.shown.abs()) ? [a, b] : [b, a];
      const ratio = large.shown.div(small.shown).abs();
      if (ratio.lt(MAGNITUDE.least) || ratio.gt(MAGNITUDE.most)) continue;
      yield tenThousandfold(large, small);
    }
  },
});

/** Figures that are of one order of magnitude: of one code in two tables, of one item as budgeted and as spent. */
function* sameAmounts(accounts: Accounts): Generator<readonly [MaybeFigure, MaybeFigure]> {
  const { revenue, expenditure, generalBudget, threePublic } = accounts;
  const tables = [revenue, expenditure, generalBudget].flatMap((table) => (table ? [table as Coded] : []));
  for (const [index, table] of tables.entries()) {
    for (const other of tables.slice(index + 1)) {
      for (const row of table.rows) {
        const same = rowOf(other, row.code)?.figures;
        for (const column of SPENT) yield [row.figures[column], same?.[column]];
      }
    }
  }
  if (threePublic === null) return;
  for (const item of keysOf(threePublic.actual)) yield [threePublic.budget[item], threePublic.actual[item]];
}

function tenThousandfold(large: Figure, small: Figure): Problem {
  return {
    message:
      `${describeCell(large)}为 ${showFigure(large, large.unit)}，是${describeCell(small)} ` +
      `${showFigure(small, small.unit)} 的 ${YUAN_IN_WAN} 倍，疑似把“元”填进了“万元”表。`,
    cells: [large.cell, small.cell],
    found: null,
    cause: 'unit',
  };
}

/** What the codes of one table say of those of another. */
export const codesBetweenRules: readonly Rule[] = [missingCodes, magnitude];
