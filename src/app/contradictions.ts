import { describeEquation, type TableName } from '../check/describe';
import { figuresOf, type Equation } from '../check/equation';
import type { Finding } from '../check/finding';
import { formatCell } from '../workbook/address';
import { evidenceOf, finding } from './findings';

/** In how many identities of a contradiction rounding differences are written out before the rest is folded. */
const TOLD = 3;

/**
 * One finding for each set of identities of which every one could be rounding and all together cannot: some cell is
 * no rounding of its true amount. Which one is not known, and rounding differences that were smoothed by hand look
 * the same, so it is a warning that shows every identity of the set.
 */
export function contradictionFindings(
  contradictions: readonly (readonly Equation[])[],
  tableName: TableName,
): Finding[] {
  return contradictions.map((equations) => fromContradiction(equations, tableName));
}

function fromContradiction(equations: readonly Equation[], tableName: TableName): Finding {
  const open = equations.filter(({ gap }) => !gap.isZero());
  const [main] = open;
  if (main === undefined) throw new RangeError('全部精确成立的等式不会互相矛盾');
  const cells = new Map(
    [...open, ...equations].flatMap(figuresOf).filter(({ blank }) => !blank).map(({ cell }) => [formatCell(cell), cell]),
  );
  const told = open.slice(0, TOLD).map((equation) => describeEquation(equation, tableName)).join('；');
  const rest = open.length > TOLD ? ` 等 ${open.length} 处` : '';
  return finding({
    rule: main.rule,
    severity: 'warning',
    message:
      `${told}${rest}。这些尾差单独看都可能由四舍五入造成，但 ${equations.length} 个等式合在一起，` +
      '四舍五入不可能同时造成，至少有一个数不是真实数的四舍五入，请核对（如已手工调整过尾差，可不修改）。',
    cells: [...cells.values()],
    unit: main.total.unit,
    evidence: evidenceOf(equations, tableName),
  });
}
