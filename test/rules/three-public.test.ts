import { testRule } from './rule-tester';

testRule('three-public/total', {
  invalid: [
    { name: 'the actual total', edits: [['three-public', 'actual', 'total', 32.28]], at: ['three-public', 'actual', 'total'], verdict: 'error', gap: '1.00' },
    { name: 'a budget item', edits: [['three-public', 'budget', 'hospitality', 5]], at: ['three-public', 'budget', 'total'], verdict: 'error', gap: '-2.40' },
  ],
});

testRule('three-public/vehicles', {
  invalid: [{ name: 'running costs', edits: [['three-public', 'actual', 'vehicleRunning', 3.83]], at: ['three-public', 'actual', 'vehicles'], verdict: 'error', gap: '4.50' }],
});

testRule('three-public/basic-part', {
  valid: [{ name: 'the rest is project expenditure', edits: [['basic-expenditure', '30231', 'actual', 1]] }],
  invalid: [{ name: 'more in basic expenditure than in all', edits: [['three-public', 'actual', 'hospitality', 1.08]], at: ['basic-expenditure', '30217', 'actual'], verdict: 'error', gap: '0.10' }],
});

testRule('three-public/within-spending', {
  invalid: [{ name: 'more than all that was spent of appropriations', edits: [['three-public', 'actual', 'total', 332800]], at: ['three-public', 'actual', 'total'], verdict: 'error' }],
});

testRule('three-public/required', {
  invalid: [{ name: 'a blank 合计', edits: [['three-public', 'actual', 'total', null]], at: ['three-public', 'actual', 'total'], verdict: 'error' }],
});
