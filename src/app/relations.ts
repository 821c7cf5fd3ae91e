import { formatCell } from '../workbook/address';
import { GRAVITY, type Verdict } from '../money/verdict';
import { figuresOf, type Equation } from '../check/equation';
import type { Accounts, Table } from '../tables/accounts';
import type { Judgement } from '../check/run';
import { byCell } from './by-cell';

/** How two tables agree: every cross-table identity and bound between them, put together. */
export interface Relation {
  /** The two tables, in the workbook's order. */
  readonly between: readonly [Table['id'], Table['id']];
  /** The gravest verdict of what stands between them. */
  readonly verdict: Verdict;
  /** How many equations and bounds were judged. */
  readonly judged: number;
  /** Rules that do not hold exactly, to find their findings by. */
  readonly broken: readonly string[];
}

/** The 勾稽关系 between tables, as a graph: which tables were compared, and how they agree. */
export function relationsOf(accounts: Accounts, { equations, excesses }: Judgement): Relation[] {
  const order = accounts.tables.map(({ id }) => id);
  const home = byCell(accounts.tables, (_, { id }) => id);
  const relations = new Map<string, Relation>();
  const add = (ids: readonly (Table['id'] | undefined)[], rule: string, verdict: Verdict): void => {
    const tables = [...new Set(ids)].filter((id) => id !== undefined).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    for (const [index, first] of tables.entries()) {
      for (const second of tables.slice(index + 1)) {
        const key = `${first} ${second}`;
        const before = relations.get(key);
        const broken = new Set([...(before?.broken ?? []), ...(verdict === 'exact' ? [] : [rule])]);
        const worst = before !== undefined && GRAVITY[before.verdict] > GRAVITY[verdict] ? before.verdict : verdict;
        relations.set(key, { between: [first, second], verdict: worst, judged: (before?.judged ?? 0) + 1, broken: [...broken] });
      }
    }
  };
  const homeOf = (equation: Equation): (Table['id'] | undefined)[] =>
    figuresOf(equation).map(({ cell }) => home.get(formatCell(cell)));
  for (const equation of equations) add(homeOf(equation), equation.rule, equation.verdict);
  for (const { rule, part, whole } of excesses) {
    const verdict = rule.severity === 'error' ? 'error' : 'warning';
    add([home.get(formatCell(part.cell)), home.get(formatCell(whole.cell))], rule.id, verdict);
  }
  return [...relations.values()];
}
