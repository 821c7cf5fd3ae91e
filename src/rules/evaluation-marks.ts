import { bound, computation, identity, type Reads, type Rule } from '../check/rule';
import { holdsNumber } from '../money/figure';
import type { Evaluation } from '../tables/evaluation';
import {
  evaluationsOf, executionOf, indicatorsOf, isWeighted, linesOf, sumOf, unmarkedOf,
  type ScoredKey, type ScoredStem,
} from './evaluation-parts';

const FULL_MARKS = 100;
/** Fewer bracketed groups do not make a whole form. */
const LEAST_GROUPS = 3;

/** How marks add up: 分值 to 100, 得分 to 总分. */
export function marksRules<Key extends ScoredKey>(key: Key, stem: ScoredStem): readonly Rule[] {
  const reads = [key] as const;
  const each = (tables: Reads<Key>): readonly Evaluation[] => evaluationsOf(tables, key);

  const scores = bound({
    id: `${stem}/score`,
    statement: '得分 ≤ 分值',
    source: 'E05',
    reads,
    *bounds(tables) {
      for (const evaluation of each(tables)) {
        const execution = executionOf(evaluation.funding);
        for (const line of linesOf(evaluation.funding)) {
          const { score, weight } = line;
          if (holdsNumber(weight) && (holdsNumber(score) || line === execution)) yield { part: score, whole: weight };
        }
        for (const { score, weight } of indicatorsOf(evaluation)) if (holdsNumber(weight)) yield { part: score, whole: weight };
        if (holdsNumber(evaluation.totalWeight)) yield { part: evaluation.totalScore, whole: evaluation.totalWeight };
      }
    },
  });

  const fullMarks = identity({
    id: `${stem}/full-marks`,
    statement: '总分的分值 = 100',
    source: 'E04',
    reads,
    *equations(tables) {
      for (const { totalWeight } of each(tables)) yield { total: totalWeight, terms: [], constant: FULL_MARKS };
    },
  });

  const groupWeights = identity({
    id: `${stem}/group-weights`,
    statement: '一级指标括号内的分值 = 所属各项指标分值之和',
    source: 'E04',
    conditions: '有指标分值、得分都没有填而分值不足的，按漏填报告',
    reads,
    *equations(tables) {
      for (const evaluation of each(tables)) {
        if (!isWeighted(evaluation)) continue;
        const unmarked = unmarkedOf(evaluation);
        for (const { mark, indicators } of evaluation.groups) {
          if (indicators.some((each) => unmarked.includes(each))) continue;
          const terms = indicators.map(({ weight }) => weight);
          if (terms.some(holdsNumber)) yield { total: mark, terms };
        }
      }
    },
  });

  const weights = identity({
    id: `${stem}/weights`,
    statement: '总分的分值 = 预算执行分值 + 各项指标分值之和',
    source: 'E04',
    conditions: '没有逐项填分值的，按漏填报告',
    reads,
    *equations(tables) {
      for (const evaluation of each(tables)) {
        if (!isWeighted(evaluation) || unmarkedOf(evaluation).length > 0) continue;
        const execution = executionOf(evaluation.funding)?.weight;
        const { totalWeight } = evaluation;
        const terms = indicatorsOf(evaluation).map(({ weight }) => weight);
        if (totalWeight?.blank === false) yield { total: totalWeight, terms: [execution, ...terms] };
        else if (holdsNumber(execution)) yield { total: execution, terms: [], constant: FULL_MARKS, less: terms };
      }
    },
  });

  const groups = identity({
    id: `${stem}/groups`,
    statement: '总分的分值 = 预算执行分值 + 各一级指标括号内的分值',
    source: 'E04',
    conditions: '每个一级指标都标明分值时核对',
    reads,
    *equations(tables) {
      for (const { funding, totalWeight, groups: all } of each(tables)) {
        const marks = all.map(({ mark }) => mark);
        if (marks.length < LEAST_GROUPS || marks.includes(null)) continue;
        yield { total: totalWeight, terms: [executionOf(funding)?.weight, ...marks] };
      }
    },
  });

  const totalScore = computation({
    id: `${stem}/total-score`,
    statement: '总分 = 预算执行得分 + 各项指标得分之和',
    source: 'E05',
    conditions: '多项指标没有填得分而合计不足的，按漏填报告；得分之和超过满分的，只列示算式',
    reads,
    *computations(tables) {
      for (const evaluation of each(tables)) {
        const indicators = indicatorsOf(evaluation);
        const reached = indicators.map(({ score }) => score);
        const all = [executionOf(evaluation.funding)?.score, ...reached];
        const full = evaluation.totalWeight?.shown ?? FULL_MARKS;
        const complete = indicators.every(({ score, weight }) => holdsNumber(score) && holdsNumber(weight));
        const sum = sumOf(all);
        const certain = complete && sum.lte(full);
        const missing = indicators.filter(({ score, weight }) => score.blank && holdsNumber(weight)).length;
        const isShort = holdsNumber(evaluation.totalScore) && sum.lt(evaluation.totalScore.shown);
        if (isShort && (missing > 1 || unmarkedOf(evaluation).length > 0)) continue;
        if (reached.some(holdsNumber)) yield { value: evaluation.totalScore, addends: all, certain };
      }
    },
  });

  return [scores, fullMarks, groupWeights, weights, groups, totalScore];
}
