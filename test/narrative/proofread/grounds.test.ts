import Decimal from 'decimal.js';
import { proofread } from '../../../src/narrative/proofread/proofread';
import { formatCell } from '../../../src/workbook/address';
import { accountsOf, BOOK } from '../accounts';
import { SUMMARY, THREE_PUBLIC } from './headings';
import { problemsOf } from './told';

test('a text about a table that is not there is not checked, and said not to be', () => {
  const rest = Object.fromEntries(Object.entries(BOOK).filter(([table]) => table !== 'summary'));
  const { problems, unchecked } = proofread(
    [{ name: '情况说明', passages: [SUMMARY, '2030年度收、支总计999万元。'] }],
    accountsOf(rest),
  );
  expect(problems).toEqual([]);
  expect(unchecked.map(({ section }) => section)).toEqual(['summary']);
});

test('a number that says nothing of what it is is not checked, and said not to be', () => {
  const { problems, unbound } = proofread(
    [{ name: '情况说明', passages: [SUMMARY, '另有专户资金88.8万元。'] }],
    accountsOf(BOOK),
  );
  expect(problems).toEqual([]);
  expect(unbound.map(({ passage, numeral }) => passage.text.slice(numeral.start, numeral.end))).toEqual(['88.8万元']);
});

test('an amount whose cell is accused is no reason to accuse the text', () => {
  const accounts = accountsOf(BOOK);
  const total = accounts.summary?.revenue.total;
  const doubtful = new Map(total ? [[formatCell(total.cell), []]] : []);
  const [problem] = problemsOf([SUMMARY, '2030年度收、支总计402.00万元。'], accounts, { doubtful });
  expect(problem).toMatchObject({ severity: 'warning', replacements: null });
});

test('an accused cell is confirmed by a text that gives what would explain it', () => {
  const accounts = accountsOf(BOOK);
  const cell = accounts.threePublic?.actual.hospitality?.cell;
  if (cell === undefined) throw new Error('no such cell');
  const doubtful = new Map([[formatCell(cell), [new Decimal('1.5')]]]);
  const read = (amount: string) =>
    proofread([{ name: '情况说明', passages: [THREE_PUBLIC, `公务接待费支出决算为${amount}万元。`] }], accounts, { doubtful })
      .confirmed;
  expect(read('1.50').map((one) => [one.cell, one.amount.toFixed(2)])).toEqual([[cell, '1.50']]);
  expect(read('1.60')).toEqual([]);
});
