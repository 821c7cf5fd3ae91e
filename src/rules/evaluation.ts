import type { Rule } from '../check/rule';
import { fundingRules } from './evaluation-funding';
import { indicatorRules } from './evaluation-indicators';
import { marksRules } from './evaluation-marks';
import { repeatRules } from './evaluation-repeats';
import type { ScoredKey, ScoredStem } from './evaluation-parts';

/** Rules that 整体 and 项目 self-evaluations have in common. */
export function evaluationRules<Key extends ScoredKey>(key: Key, stem: ScoredStem): readonly Rule[] {
  return [...fundingRules(key, stem), ...marksRules(key, stem), ...indicatorRules(key, stem), ...repeatRules(key, stem)];
}
