import { testRule } from './rule-tester';

testRule('state-capital/row', {
  invalid: [{ name: 'a blank total', edits: [['state-capital', 'total', 'total', null]], at: ['state-capital', 'total', 'total'], verdict: 'error', gap: '-8.65' }],
});

testRule('state-capital/total', {
  invalid: [{ name: 'a class', edits: [['state-capital', '223', 'project', 6.85]], at: ['state-capital', 'total', 'project'], verdict: 'error', gap: '1.80' }],
});

testRule('state-capital/levels', {
  invalid: [{ name: 'an item', edits: [['state-capital', '2230105', 'project', 5.68]], at: ['state-capital', '22301', 'project'], verdict: 'error', gap: '2.97' }],
});

testRule('state-capital/appropriation', {
  invalid: [{ name: 'what the summary says of it', edits: [['appropriation', 'currentYear', 'stateCapital', 6.85]], at: ['state-capital', 'total', 'total'], verdict: 'error', gap: '1.80' }],
});

testRule('state-capital/required', {
  invalid: [{ name: 'a blank 合计', edits: [['state-capital', 'total', 'total', null]], at: ['state-capital', 'total', 'total'], verdict: 'error' }],
});
