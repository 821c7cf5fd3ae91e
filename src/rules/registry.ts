import type { Rule } from '../check/rule';
import { appropriationRules } from './appropriation';
import { baseRules } from './base';
import { basicExpenditureRules } from './basic-expenditure';
import { codesRules } from './codes';
import { evaluationDataRules } from './evaluation-data';
import { expenditureRules } from './expenditure';
import { formRules } from './form';
import { generalBudgetRules } from './general-budget';
import { governmentFundsRules } from './government-funds';
import { overallEvaluationRules } from './overall-evaluation';
import { projectEvaluationRules } from './project-evaluation';
import { requiredRules } from './required';
import { revenueRules } from './revenue';
import { stateCapitalRules } from './state-capital';
import { summaryRules } from './summary';
import { threePublicRules } from './three-public';

/** Every rule, in the order of the published tables. */
export const RULES: readonly Rule[] = [
  ...formRules,
  ...requiredRules,
  ...codesRules,
  ...baseRules,
  ...summaryRules,
  ...revenueRules,
  ...expenditureRules,
  ...appropriationRules,
  ...generalBudgetRules,
  ...basicExpenditureRules,
  ...governmentFundsRules,
  ...stateCapitalRules,
  ...threePublicRules,
  ...overallEvaluationRules,
  ...projectEvaluationRules,
  ...evaluationDataRules,
];
