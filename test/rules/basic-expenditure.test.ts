import { testRule } from './rule-tester';

testRule('basic-expenditure/classes', {
  invalid: [
    { name: 'a decimal slide', edits: [['basic-expenditure', '30206', 'actual', 96.4]], at: ['basic-expenditure', '302', 'actual'], verdict: 'error', gap: '-86.76' },
    { name: 'a class that misses its sections', edits: [['basic-expenditure', '303', 'actual', 43.75]], at: ['basic-expenditure', '303', 'actual'], verdict: 'error', gap: '-0.99' },
    { name: '0.01 of many sections', edits: [['basic-expenditure', '302', 'actual', 122.73]], at: ['basic-expenditure', '302', 'actual'], verdict: 'rounding', gap: '0.01' },
  ],
});

testRule('basic-expenditure/personnel', {
  invalid: [{ name: 'a truncated total', edits: [['basic-expenditure', 'personnel', 'actual', '644.']], at: ['basic-expenditure', 'personnel', 'actual'], verdict: 'error', gap: '-0.31' }],
});

testRule('basic-expenditure/operating', {
  invalid: [{ name: 'capital left out', edits: [['basic-expenditure', 'operating', 'actual', 122.72]], at: ['basic-expenditure', 'operating', 'actual'], verdict: 'error', gap: '-8.21' }],
});

testRule('basic-expenditure/general-budget-basic', {
  invalid: [
    { name: 'basic expenditure of another table', edits: [['general-budget', 'total', 'basic', 807.06]], at: ['general-budget', 'total', 'basic'], verdict: 'error', gap: '31.82' },
    { name: '0.01', edits: [['general-budget', 'total', 'basic', 775.25]], at: ['general-budget', 'total', 'basic'], verdict: 'rounding', gap: '0.01' },
  ],
});

testRule('basic-expenditure/required', {
  invalid: [{ name: 'a blank 公用经费合计', edits: [['basic-expenditure', 'operating', 'actual', null]], at: ['basic-expenditure', 'operating', 'actual'], verdict: 'error' }],
});

testRule('basic-expenditure/paid-from', {
  valid: [{ name: 'a part booked elsewhere', edits: [['basic-expenditure', '30110', 'actual', 60]] }],
  invalid: [{ name: 'more booked than paid', edits: [['basic-expenditure', '30110', 'actual', 2.68]], at: ['general-budget', '21011', 'basic'], verdict: 'warning' }],
});
