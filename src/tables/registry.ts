import { appropriation } from './appropriation';
import { basicExpenditure } from './basic-expenditure';
import { expenditure } from './expenditure';
import { generalBudget } from './general-budget';
import { governmentFunds } from './government-funds';
import { revenue } from './revenue';
import { stateCapital } from './state-capital';
import { summary } from './summary';
import { threePublic } from './three-public';

/** Every published table under the name by which `Accounts` holds it; the more specific title stands first. */
export const TABLES = {
  threePublic,
  governmentFunds,
  stateCapital,
  basicExpenditure,
  generalBudget,
  appropriation,
  summary,
  revenue,
  expenditure,
} as const;

export type TableKey = keyof typeof TABLES;
