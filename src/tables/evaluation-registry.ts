import { evaluationData } from './evaluation-data';
import { overallEvaluation } from './overall-evaluation';
import { projectEvaluation } from './project-evaluation';

/** Every 绩效 table under the name by which `Accounts` holds it; the more specific title stands first. */
export const EVALUATIONS = {
  evaluationData,
  overallEvaluation,
  projectEvaluations: projectEvaluation,
} as const;

/** The names by which `Accounts` holds them. */
export type EvaluationKey = keyof typeof EVALUATIONS;
