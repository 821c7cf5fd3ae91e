import { testRule } from './rule-tester';

testRule('revenue/row', {
  invalid: [
    { name: '元 typed for 万元', edits: [['revenue', '2012602', 'total', 356400]], at: ['revenue', '2012602', 'total'], verdict: 'error', gap: '356364.36' },
    { name: 'a source left out', edits: [['revenue', '2012604', 'service', null]], at: ['revenue', '2012604', 'total'], verdict: 'error', gap: '46.24' },
  ],
});

testRule('revenue/total', {
  invalid: [{ name: 'a class', edits: [['revenue', '207', 'appropriation', 54.73]], at: ['revenue', 'total', 'appropriation'], verdict: 'error', gap: '-9.00' }],
});

testRule('revenue/levels', {
  invalid: [
    { name: 'an item of a 款', edits: [['revenue', '2070199', 'total', 13.72]], at: ['revenue', '20701', 'total'], verdict: 'error', gap: '-0.45' },
    { name: 'a 款 of a 类', edits: [['revenue', '20702', 'total', null]], at: ['revenue', '207', 'total'], verdict: 'error', gap: '10.88' },
    { name: 'an item off by 0.01', edits: [['revenue', '2070199', 'total', 13.28]], at: ['revenue', '20701', 'total'], verdict: 'rounding', gap: '-0.01' },
  ],
});

testRule('revenue/summary-total', {
  invalid: [{ name: 'a copy that differs', edits: [['revenue', 'total', 'total', 1174.3]], at: ['revenue', 'total', 'total'], verdict: 'error', gap: '0.90' }],
});

testRule('revenue/summary-sources', {
  valid: [{ name: 'a source that is 0 in one table and blank in the other', edits: [['summary', 'other', 'revenue', 0], ['revenue', 'total', 'other', null]] }],
  invalid: [
    { name: 'three appropriations against one', edits: [['summary', 'governmentFunds', 'revenue', 3.86]], at: ['revenue', 'total', 'appropriation'], verdict: 'error', gap: '34.75' },
    { name: 'one source', edits: [['summary', 'business', 'revenue', 5.38]], at: ['revenue', 'total', 'business'], verdict: 'error', gap: '3.15' },
  ],
});

testRule('revenue/required', {
  invalid: [{ name: 'a blank 合计', edits: [['revenue', 'total', 'total', null]], at: ['revenue', 'total', 'total'], verdict: 'error' }],
});
