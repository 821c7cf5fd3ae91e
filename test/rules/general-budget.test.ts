import { testRule, type FigureEdit } from './rule-tester';

testRule('general-budget/row', {
  invalid: [{ name: 'transposed digits', edits: [['general-budget', '2012604', 'basic', 515.68]], at: ['general-budget', '2012604', 'total'], verdict: 'error', gap: '36.00' }],
});

testRule('general-budget/total', {
  invalid: [{ name: 'a class', edits: [['general-budget', '207', 'project', 45.4]], at: ['general-budget', 'total', 'project'], verdict: 'error', gap: '-0.90' }],
});

testRule('general-budget/levels', {
  invalid: [{ name: 'a blank 款', edits: [['general-budget', '20126', 'project', null]], at: ['general-budget', '20126', 'project'], verdict: 'error' }],
});

testRule('general-budget/appropriation-total', {
  invalid: [{ name: 'a copy that differs', edits: [['appropriation', 'currentYear', 'generalBudget', 1045.29]], at: ['general-budget', 'total', 'total'], verdict: 'error', gap: '9.00' }],
});

testRule('general-budget/appropriation-classes', {
  valid: [{ name: 'government funds of the same class, which this table leaves out', edits: [['appropriation', '212', 'governmentFunds', 80]] }],
  invalid: [{ name: 'a class', edits: [['appropriation', '207', 'generalBudget', 45.4]], at: ['general-budget', '207', 'total'], verdict: 'error', gap: '-0.90' }],
});

const onlyGeneralBudget: readonly FigureEdit[] = (
  ['governmentFunds', 'stateCapital', 'superiorSubsidy', 'service', 'business', 'affiliateRemittance', 'other', 'surplusUsed', 'opening'] as const
).map((key) => ['summary', key, 'revenue', null]);
const nothingLeft: readonly FigureEdit[] = [['summary', 'surplusDistributed', 'expenditure', null], ['summary', 'closing', 'expenditure', null]];

testRule('general-budget/expenditure-codes', {
  valid: [{ name: 'spending of other money, while there is any', edits: [['expenditure', '2070104', 'project', 30]] }],
  invalid: [{
    name: 'spending that differs where all money is general budget money',
    edits: [...onlyGeneralBudget, ...nothingLeft, ['expenditure', '2013302', 'project', 3.36]],
    at: ['general-budget', '2013302', 'project'],
    verdict: 'error',
    gap: '2.97',
  }],
});

testRule('general-budget/expenditure-part', {
  valid: [{ name: 'more spent in all than from the general budget', edits: [['expenditure', '2070104', 'project', 30]] }],
  invalid: [{ name: 'more from the general budget than in all', edits: [['general-budget', '2070104', 'project', 32.14]], at: ['general-budget', '2070104', 'project'], verdict: 'error', gap: '9.00' }],
});

testRule('general-budget/required', {
  invalid: [{ name: 'a blank 合计', edits: [['general-budget', 'total', 'total', null]], at: ['general-budget', 'total', 'total'], verdict: 'error' }],
});
