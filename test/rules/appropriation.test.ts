import { testRule } from './rule-tester';

testRule('appropriation/current-revenue', {
  invalid: [{ name: 'a fund', edits: [['appropriation', 'governmentFunds', 'revenue', 83.61]], at: ['appropriation', 'currentYear', 'revenue'], verdict: 'error', gap: '-45.00' }],
});

testRule('appropriation/opening', {
  invalid: [{ name: 'an opening balance of one fund', edits: [['appropriation', 'opening.governmentFunds', 'revenue', 2.54]], at: ['appropriation', 'opening', 'revenue'], verdict: 'error', gap: '2.70' }],
});

testRule('appropriation/revenue-total', {
  invalid: [{ name: 'the total', edits: [['appropriation', 'total', 'revenue', 1161.44]], at: ['appropriation', 'total', 'revenue'], verdict: 'error', gap: '45.00' }],
});

testRule('appropriation/row', {
  invalid: [
    { name: 'a class', edits: [['appropriation', '212', 'total', 57.51]], at: ['appropriation', '212', 'total'], verdict: 'error', gap: '1.80' },
    { name: 'the closing balance', edits: [['appropriation', 'closing', 'generalBudget', null]], at: ['appropriation', 'closing', 'total'], verdict: 'error', gap: '9.65' },
  ],
});

testRule('appropriation/current-expenditure', {
  invalid: [{ name: 'a class of one fund', edits: [['appropriation', '201', 'generalBudget', 774.21]], at: ['appropriation', 'currentYear', 'generalBudget'], verdict: 'error', gap: '-27.00' }],
});

testRule('appropriation/expenditure-total', {
  invalid: [{ name: 'the total of one fund', edits: [['appropriation', 'total', 'governmentFunds', 48.35]], at: ['appropriation', 'total', 'governmentFunds'], verdict: 'error', gap: '4.50' }],
});

testRule('appropriation/balance', {
  invalid: [
    { name: 'the last digit of one number printed twice', edits: [['appropriation', 'total', 'revenue', 1116.45]], at: ['appropriation', 'total', 'revenue'], verdict: 'warning', gap: '0.01' },
    { name: 'revenue against expenditure', edits: [['appropriation', 'total', 'revenue', 1116.04]], at: ['appropriation', 'total', 'revenue'], verdict: 'error', gap: '-0.40' },
  ],
});

testRule('appropriation/fund-balance', {
  invalid: [{ name: 'what one fund has in all', edits: [['appropriation', 'total', 'governmentFunds', 48.35]], at: ['appropriation', 'total', 'governmentFunds'], verdict: 'error', gap: '4.50' }],
});

testRule('appropriation/summary-sources', {
  invalid: [{ name: 'general budget revenue', edits: [['appropriation', 'generalBudget', 'revenue', 1015.3]], at: ['appropriation', 'generalBudget', 'revenue'], verdict: 'error', gap: '-36.00' }],
});

testRule('appropriation/revenue-appropriation', {
  invalid: [{ name: 'the sum of appropriations', edits: [['revenue', 'total', 'appropriation', 1089.56]], at: ['appropriation', 'currentYear', 'revenue'], verdict: 'error', gap: '9.00' }],
});

testRule('appropriation/summary-balances', {
  valid: [{ name: 'a balance that is partly no appropriation', edits: [['summary', 'opening', 'revenue', 60]] }],
  invalid: [{ name: 'more carried in than there is', edits: [['summary', 'opening', 'revenue', 17.5]], at: ['appropriation', 'opening', 'revenue'], verdict: 'warning', gap: '0.38' }],
});

testRule('appropriation/summary-expenditure', {
  valid: [{ name: 'spending that is partly no appropriation', edits: [['summary', 'currentYear', 'expenditure', 2000]] }],
  invalid: [{ name: 'more spent than in all', edits: [['summary', 'currentYear', 'expenditure', 1000]], at: ['appropriation', 'currentYear', 'total'], verdict: 'warning', gap: '102.80' }],
});

testRule('appropriation/required', {
  invalid: [{ name: 'a blank 本年支出合计', edits: [['appropriation', 'currentYear', 'total', null]], at: ['appropriation', 'currentYear', 'total'], verdict: 'error' }],
});
