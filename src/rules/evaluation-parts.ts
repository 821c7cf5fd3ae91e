import Decimal from 'decimal.js';
import type { MaybeFigure } from '../check/equation';
import type { Reads } from '../check/rule';
import { holdsNumber } from '../money/figure';
import type { Evaluation, Funding, FundingLine, Indicator, IndicatorGroup } from '../tables/evaluation';

/** The two tables that score 预算执行 and indicators, under the names by which `Accounts` holds them. */
export type ScoredKey = 'overallEvaluation' | 'projectEvaluations';
/** The stems of their rules. */
export type ScoredStem = 'overall-evaluation' | 'project-evaluation';

/** Every evaluation of a kind, one or several. */
export function evaluationsOf<Key extends ScoredKey>(tables: Reads<Key>, key: Key): readonly Evaluation[] {
  const read: Evaluation | readonly Evaluation[] = tables[key];
  return 'groups' in read ? [read] : read;
}

/** Every 三级指标, in the form's order. */
export function indicatorsOf({ groups }: Evaluation): readonly Indicator[] {
  return groups.flatMap(({ indicators }) => indicators);
}

/** Whether a cell holds a number. */

/** The line that scores the execution: 年度资金总额, or the source that has the marks where the total has none. */
export function executionOf(funding: Funding | null): FundingLine | null {
  if (funding === null) return null;
  const lines = linesOf(funding);
  const both = lines.find(({ weight, score }) => holdsNumber(weight) && holdsNumber(score));
  return both ?? lines.find(({ score }) => holdsNumber(score)) ?? funding.total;
}

/** What figures add up to; a blank counts as 0. */
export function sumOf(figures: readonly MaybeFigure[]): Decimal {
  return figures.reduce((sum, figure) => sum.plus(figure?.shown ?? 0), new Decimal(0));
}

/** 年度资金总额 and its sources. */
export function linesOf(funding: Funding | null): readonly FundingLine[] {
  return funding === null ? [] : [...(funding.total === null ? [] : [funding.total]), ...funding.sources];
}

/**
 * The lines that are scored: 年度资金总额, and the sources that have marks of their own. Where every source repeats the
 * marks of the total, they stand in one merged cell that belongs to the total.
 */
export function scoredLinesOf(funding: Funding | null): readonly FundingLine[] {
  const total = funding?.total ?? null;
  const sources = funding?.sources ?? [];
  const repeats = ({ weight, rate }: FundingLine): boolean =>
    holdsNumber(weight) && weight.shown.eq(total?.weight?.shown ?? NaN) && rate?.text === total?.rate?.text;
  return total !== null && sources.length > 1 && sources.every(repeats) ? [total] : linesOf(funding);
}

/** Whether every indicator that is scored says out of how many marks. */
export function isWeighted(evaluation: Evaluation): boolean {
  const indicators = indicatorsOf(evaluation);
  const some = indicators.some(({ weight }) => holdsNumber(weight));
  return some && !indicators.some(({ weight, score }) => weight.blank && holdsNumber(score));
}

/**
 * Indicators with neither marks nor a score, in a form that is short of marks without them. Where marks add up all the
 * same, such an indicator shares the merged cell above it.
 */
export function unmarkedOf(evaluation: Evaluation): readonly Indicator[] {
  const { groups, totalWeight } = evaluation;
  const isUnmarked = ({ weight, score }: Indicator): boolean => weight.blank && score.blank;
  const isShort = ({ mark, indicators }: IndicatorGroup): boolean =>
    mark !== null && indicators.some(({ weight }) => holdsNumber(weight)) && weightOf(indicators).lt(mark.shown);
  const marks = weightOf(indicatorsOf(evaluation)).plus(executionOf(evaluation.funding)?.weight?.shown ?? 0);
  const isWholeShort = isWeighted(evaluation) && holdsNumber(totalWeight) && marks.lt(totalWeight.shown);
  const short = isWholeShort ? groups.filter((group) => group.mark === null || isShort(group)) : groups.filter(isShort);
  return short.flatMap(({ indicators }) => indicators.filter(isUnmarked));
}

function weightOf(indicators: readonly Indicator[]): Decimal {
  return sumOf(indicators.map(({ weight }) => weight));
}
