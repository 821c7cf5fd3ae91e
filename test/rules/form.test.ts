import { testRule } from './rule-tester';

testRule('form/text-in-number', {
  valid: [
    { name: 'a text number with a full-width space', edits: [['expenditure', '201', 'basic', '583.50　']] },
    { name: 'a bare trailing point', edits: [['basic-expenditure', 'personnel', 'actual', '644.']] },
    { name: 'thousands separators', edits: [['revenue', 'total', 'total', '1,173.40']] },
    { name: 'a cell of one full-width space', edits: [['expenditure', '201', 'business', '　']] },
    { name: 'a dash', edits: [['expenditure', '201', 'business', '—']] },
  ],
  invalid: [
    { name: 'words', edits: [['expenditure', '201', 'basic', '详见附表']], at: ['expenditure', '201', 'basic'], verdict: 'error' },
    { name: 'a heading that slipped into the figures', edits: [['revenue', '2070104', 'total', '本年收入合计']], at: ['revenue', '2070104', 'total'], verdict: 'error' },
    { name: 'a number with its unit', edits: [['three-public', 'actual', 'hospitality', '1.84万元']], at: ['three-public', 'actual', 'hospitality'], verdict: 'error' },
  ],
});

testRule('form/number-as-text', {
  valid: [
    { name: 'a blank typed as a space or a dash', edits: [['expenditure', '201', 'business', '　'], ['expenditure', '207', 'business', '—']] },
  ],
  invalid: [
    { name: 'a number with a full-width space', edits: [['expenditure', '201', 'basic', '583.50　']], at: ['expenditure', '201', 'basic'], verdict: 'warning' },
  ],
});
