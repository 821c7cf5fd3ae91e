import { appropriation } from './appropriation';
import { basicExpenditure } from './basic-expenditure';
import { breakdownSentences } from './breakdown';
import { comparisonSentences } from './comparison';
import { expenditure } from './expenditure';
import type { Slots } from './fact';
import { generalBudget } from './general-budget';
import { governmentFunds } from './government-funds';
import { revenue } from './revenue';
import { absentSentences, qualified, type NarrativeSection } from './section';
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
];

/** Every sentence with its slots, under the name by which a house style words it. */
export const SENTENCES: Slots = {
  ...absentSentences,
  ...comparisonSentences,
  ...breakdownSentences,
  ...Object.assign({}, ...SECTIONS.map(({ id, sentences }) => qualified(id, sentences))),
};
