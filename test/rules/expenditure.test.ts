import { testRule, type FigureEdit } from './rule-tester';

testRule('expenditure/row', {
  invalid: [{ name: 'a blank project', edits: [['expenditure', '20126', 'project', null]], at: ['expenditure', '20126', 'total'], verdict: 'error', gap: '213.86' }],
});

testRule('expenditure/total', {
  invalid: [{ name: 'a class', edits: [['expenditure', '201', 'basic', 538.5]], at: ['expenditure', 'total', 'basic'], verdict: 'error', gap: '45.00' }],
});

testRule('expenditure/levels', {
  invalid: [{ name: 'an item', edits: [['expenditure', '2012604', 'project', 1533.3]], at: ['expenditure', '20126', 'project'], verdict: 'error' }],
});

testRule('expenditure/summary-total', {
  invalid: [{ name: 'a copy that differs', edits: [['summary', 'currentYear', 'expenditure', 1148.14]], at: ['expenditure', 'total', 'total'], verdict: 'error', gap: '36.00' }],
});

testRule('expenditure/summary-classes', {
  valid: [{ name: 'a class off by 0.01, as conversion from 元 makes it', edits: [['summary', '212', 'expenditure', 55.71]] }],
  invalid: [{ name: 'a class', edits: [['summary', '207', 'expenditure', 64.06]], at: ['expenditure', '207', 'total'], verdict: 'error', gap: '-18.00' }],
});

testRule('expenditure/carry-over', {
  invalid: [{ name: 'opening balance', edits: [['summary', 'opening', 'revenue', 52.85]], at: ['expenditure', 'total', 'total'], verdict: 'error', gap: '-27.00' }],
});

const noBalances: readonly FigureEdit[] = [
  ['summary', 'opening', 'revenue', 0], ['summary', 'surplusUsed', 'revenue', null],
  ['summary', 'surplusDistributed', 'expenditure', 0], ['summary', 'closing', 'expenditure', null],
];

testRule('expenditure/revenue-codes', {
  valid: [{ name: 'spending that differs from revenue while money is carried over', edits: [['revenue', '2070104', 'total', 20]] }],
  invalid: [{
    name: 'spending that differs from revenue without any balance',
    edits: [...noBalances, ['revenue', '2070104', 'total', 20]],
    at: ['expenditure', '2070104', 'total'],
    verdict: 'error',
    gap: '3.14',
  }],
});

testRule('expenditure/required', {
  invalid: [{ name: 'a blank 合计', edits: [['expenditure', 'total', 'total', null]], at: ['expenditure', 'total', 'total'], verdict: 'error' }],
});
