import { inspection, type Reads, type Rule } from '../check/rule';
import type { Evaluation, Indicator, IndicatorGroup } from '../tables/evaluation';
import { evaluationsOf, type ScoredKey, type ScoredStem } from './evaluation-parts';

/** Fewer indicators may be alike in two groups. */
const LEAST_REPEATED = 3;

/** What is told twice within one table. */
export function repeatRules<Key extends ScoredKey>(key: Key, stem: ScoredStem): readonly Rule[] {
  const reads = [key] as const;
  const each = (tables: Reads<Key>): readonly Evaluation[] => evaluationsOf(tables, key);

  const repeated = inspection({
    id: `${stem}/repeated`,
    statement: '同一张表内不应有两个一级指标的各项指标、完成值和得分完全相同',
    source: 'F05',
    conditions: '三项及以上、逐项全部相同才算重复',
    severity: 'error',
    reads,
    *inspect(tables) {
      for (const { groups } of each(tables)) {
        for (const [index, group] of groups.entries()) {
          const first = groups.slice(0, index).find((earlier) => printOf(earlier) === printOf(group));
          const [indicator] = group.indicators;
          if (first === undefined || indicator === undefined || group.indicators.length < LEAST_REPEATED) continue;
          yield {
            message:
              `${group.name}的 ${group.indicators.length} 项指标（${indicator.name}等）与${first.name}的名称、指标值、` +
              `完成值和得分全部相同，疑似整块重复填列，请核对。`,
            cells: [...group.indicators, ...first.indicators].map(({ score }) => score.cell),
            found: null,
            cause: null,
          };
        }
      }
    },
  });

  const sameIndicator = inspection({
    id: `${stem}/same-indicator`,
    statement: '同一二级指标下不应有名称和年度指标值都相同的指标',
    source: 'F05',
    severity: 'warning',
    reads,
    *inspect(tables) {
      for (const { groups } of each(tables)) {
        for (const { indicators } of groups) {
          for (const [index, { name, aspect: under, target }] of indicators.entries()) {
            const isSame = (other: Indicator): boolean =>
              other.name === name && other.aspect === under && other.target.text === target.text;
            const earlier = indicators.slice(0, index).find(isSame);
            if (earlier === undefined || name === '') continue;
            const message = `${under}下“${name}”填了两次，年度指标值也相同，请核对是否重复。`;
            yield { message, cells: [target.cell, earlier.target.cell], found: target.text, cause: null };
          }
        }
      }
    },
  });

  return [repeated, sameIndicator];
}

/** Everything a group says of its indicators. */
function printOf({ indicators }: IndicatorGroup): string {
  return indicators
    .map(({ name, target, result, weight, score }) => [name, target.text, result.text, weight.text, score.text].join(' '))
    .join('\n');
}
