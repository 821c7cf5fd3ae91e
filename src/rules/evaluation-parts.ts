import Decimal from 'decimal.js';
import type { MaybeFigure } from '../check/equation';
import type { Reads } from '../check/rule';
import type { Figure } from '../money/figure';
import type { Evaluation, Funding, FundingLine, Indicator } from '../tables/evaluation';

/** The two tables that score 预算执行 and indicators, under the names by which `Accounts` holds them. */
export type ScoredKey = 'overallEvaluation' | 'projectEvaluations';
export type ScoredStem = 'overall-evaluation' | 'project-evaluation';

/** Every evaluation of a kind, one or several. */
export function evaluationsOf<Key extends ScoredKey>(tables: Reads<Key>, key: Key): readonly Evaluation[] {
  const read: Evaluation | readonly Evaluation[] = tables[key];
  return 'groups' in read ? [read] : read;
}

export function indicatorsOf({ groups }: Evaluation): readonly Indicator[] {
  return groups.flatMap(({ indicators }) => indicators);
}

/** Whether a cell holds a number. */
export const filled = (figure: MaybeFigure): figure is Figure => figure?.content.kind === 'number';

/** The line that scores the execution: 年度资金总额, or the source that has the marks where the total has none. */
export function executionOf(funding: Funding | null): FundingLine | null {
  if (funding === null) return null;
  const lines = [...(funding.total === null ? [] : [funding.total]), ...funding.sources];
  return lines.find(({ weight, score }) => filled(weight) && filled(score)) ?? lines.find(({ score }) => filled(score)) ?? funding.total;
}

/** What figures add up to; a blank counts as 0. */
export function sumOf(figures: readonly MaybeFigure[]): Decimal {
  return figures.reduce((sum, figure) => sum.plus(figure?.shown ?? 0), new Decimal(0));
}

/** 年度资金总额 and its sources. */
export function linesOf(funding: Funding | null): readonly FundingLine[] {
  return funding === null ? [] : [...(funding.total === null ? [] : [funding.total]), ...funding.sources];
}

/** Whether every indicator that is scored says out of how many marks. */
export function isWeighted(evaluation: Evaluation): boolean {
  const indicators = indicatorsOf(evaluation);
  return indicators.some(({ weight }) => filled(weight)) && !indicators.some(({ weight, score }) => weight.blank && filled(score));
}
