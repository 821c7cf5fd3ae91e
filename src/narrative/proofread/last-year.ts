import { claimed, isNumber } from './claim';
import { given } from './operand';
import type { TextProblem } from './problem';
import type { SectionId } from '../section';
import type { Judged } from './verify';

/** Fewer wrong amounts than this, or a smaller share of a passage's amounts, do not make it last year's. */
const FEWEST = 2;
const MOST_SHARE = 0.6;

/**
 * A passage most of whose amounts are wrong, one of them being last year's, was left over from last year
 * (rules.md D03): one problem in the place of many. The others are passed on as they are.
 */
export function foldLastYear(judged: readonly Judged[], section: SectionId): readonly TextProblem[] {
  const passages = new Set(judged.map(({ claim }) => claim.passage));
  return [...passages].flatMap((passage) => {
    const own = judged.filter(({ claim }) => claim.passage === passage);
    const problems = own.flatMap(({ problems: found }) => found);
    const leftOver = leftOverIn(own);
    if (leftOver === null) return problems;
    const replacements = problems.flatMap((problem) => problem.replacements ?? []);
    const isDetermined = problems.every((problem) => problem.replacements !== null);
    return [
      {
        ...leftOver,
        rule: `${section}/narrative-last-year`,
        severity: 'error' as const,
        cause: 'last-year' as const,
        message: `整段像是上年的数：${leftOver.message}同段共有 ${problems.length} 处与公开表不符，请按本年数重写。`,
        cells: problems.flatMap(({ cells }) => cells).filter((cell, index, all) => all.indexOf(cell) === index),
        evidence: problems.map(({ rule, message, cells }) => ({ rule, message, cells })),
        replacements: isDetermined ? replacements : null,
      },
    ];
  });
}

/** The problem of the amount that is last year's; null where the passage is this year's. */
function leftOverIn(own: readonly Judged[]): TextProblem | null {
  const amounts = own.filter(({ claim }) => claim.kind === 'actual' && given(claim.topic.actual) !== null);
  const wrong = amounts.filter(({ problems }) =>
    problems.some(({ expected, cause }) => expected !== null && cause !== 'rounding'),
  );
  if (wrong.length < FEWEST || wrong.length < amounts.length * MOST_SHARE) return null;
  const last = wrong.find(({ claim, bases }) => isNumber(claim) && bases.previous?.value.eq(claimed(claim)) === true);
  return last?.problems.find(({ expected }) => expected !== null) ?? null;
}
