import { testRule } from './rule-tester';

testRule('government-funds/balance', {
  invalid: [{ name: 'the closing balance', edits: [['government-funds', '2120899', 'closing', 9.39]], at: ['government-funds', '2120899', 'closing'], verdict: 'error', gap: '5.40' }],
});

testRule('government-funds/row', {
  invalid: [{ name: 'project expenditure', edits: [['government-funds', '212', 'project', 36.98]], at: ['government-funds', '212', 'total'], verdict: 'error', gap: '2.88' }],
});

testRule('government-funds/total', {
  invalid: [{ name: 'a class', edits: [['government-funds', '212', 'revenue', 36.81]], at: ['government-funds', 'total', 'revenue'], verdict: 'error', gap: '1.80' }],
});

testRule('government-funds/levels', {
  invalid: [{ name: 'an item', edits: [['government-funds', '2120899', 'opening', 2.54]], at: ['government-funds', '21208', 'opening'], verdict: 'error', gap: '2.70' }],
});

testRule('government-funds/appropriation', {
  invalid: [{ name: 'what the summary says of funds', edits: [['appropriation', 'currentYear', 'governmentFunds', 36.98]], at: ['government-funds', 'total', 'total'], verdict: 'error', gap: '2.88' }],
});

testRule('government-funds/required', {
  invalid: [{ name: 'a blank 合计', edits: [['government-funds', 'total', 'total', null]], at: ['government-funds', 'total', 'total'], verdict: 'error' }],
});
