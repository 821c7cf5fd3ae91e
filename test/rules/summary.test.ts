import { testRule } from './rule-tester';

testRule('summary/current-revenue', {
  invalid: [
    { name: 'a digit of one source', edits: [['summary', 'service', 'revenue', 40.24]], at: ['summary', 'currentYear', 'revenue'], verdict: 'error', gap: '6.00' },
    { name: 'a blank total', edits: [['summary', 'currentYear', 'revenue', null]], at: ['summary', 'currentYear', 'revenue'], verdict: 'error', gap: '-1173.40' },
    { name: 'a total off by 0.01', edits: [['summary', 'currentYear', 'revenue', 1173.41]], at: ['summary', 'currentYear', 'revenue'], verdict: 'rounding', gap: '0.01' },
    { name: 'a gap that would need nearly every rounding to lean one way', edits: [['summary', 'currentYear', 'revenue', 1173.44]], at: ['summary', 'currentYear', 'revenue'], verdict: 'warning', gap: '0.04' },
  ],
});

testRule('summary/current-expenditure', {
  valid: [{ name: 'an amount moved between classes', edits: [['summary', '206', 'expenditure', 36], ['summary', '207', 'expenditure', 45.06]] }],
  invalid: [
    { name: 'a class in 元', edits: [['summary', '206', 'expenditure', 350000]], at: ['summary', 'currentYear', 'expenditure'], verdict: 'error' },
    { name: 'a blank class', edits: [['summary', '208', 'expenditure', null]], at: ['summary', 'currentYear', 'expenditure'], verdict: 'error', gap: '130.81' },
  ],
});

testRule('summary/revenue-total', {
  invalid: [
    { name: 'last year carried in wrongly', edits: [['summary', 'opening', 'revenue', 25.58]], at: ['summary', 'total', 'revenue'], verdict: 'error', gap: '0.27' },
    { name: 'surplus used left blank', edits: [['summary', 'surplusUsed', 'revenue', null]], at: ['summary', 'total', 'revenue'], verdict: 'error', gap: '7.35' },
  ],
});

testRule('summary/expenditure-total', {
  invalid: [{ name: 'closing balance', edits: [['summary', 'closing', 'expenditure', 12.13]], at: ['summary', 'total', 'expenditure'], verdict: 'error', gap: '9.00' }],
});

testRule('summary/balance', {
  valid: [{ name: 'both totals moved alike', edits: [['summary', 'total', 'revenue', 1300], ['summary', 'total', 'expenditure', 1300]] }],
  invalid: [
    { name: 'the last digit of one number printed twice', edits: [['summary', 'total', 'revenue', 1206.61]], at: ['summary', 'total', 'revenue'], verdict: 'warning', gap: '0.01' },
    { name: 'two different totals', edits: [['summary', 'total', 'revenue', 1206.06]], at: ['summary', 'total', 'revenue'], verdict: 'error', gap: '-0.54' },
  ],
});

testRule('summary/required', {
  invalid: [{ name: 'a blank grand total', edits: [['summary', 'total', 'expenditure', null]], at: ['summary', 'total', 'expenditure'], verdict: 'error' }],
});
