import { agencyOperating } from './agency-operating';
import { appropriation } from './appropriation';
import { basicExpenditure } from './basic-expenditure';
import { breakdownSentences } from './breakdown';
import { comparisonSentences } from './comparison';
import { evaluationReport } from './evaluation-report';
import { expenditure } from './expenditure';
import type { Slots } from './fact';
import { generalBudget } from './general-budget';
import { generalExpenses } from './general-expenses';
import { governmentFunds } from './government-funds';
import { performance } from './performance';
import { procurement } from './procurement';
import { revenue } from './revenue';
import { absentSentences, qualified, type NarrativeSection } from './section';
import { stateAssets } from './state-assets';
import { stateCapital } from './state-capital';
import { summary } from './summary';
import { threePublic } from './three-public';

/** Every section that can be told; a house style chooses among them and orders them. */
export const SECTIONS: readonly NarrativeSection[] = [
  summary,
  revenue,
  expenditure,
  appropriation,
  generalBudget,
  basicExpenditure,
  threePublic,
  governmentFunds,
  stateCapital,
  agencyOperating,
  generalExpenses,
  procurement,
  stateAssets,
  performance,
];

/** Every sentence with its slots, under the name by which a house style words it. */
export const SENTENCES: Slots = {
  ...absentSentences,
  ...comparisonSentences,
  ...breakdownSentences,
  ...Object.assign({}, ...[...SECTIONS, evaluationReport].map(({ id, sentences }) => qualified(id, sentences))),
};
