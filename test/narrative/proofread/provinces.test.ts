import { numeralsOf } from '../../../src/narrative/proofread/numeral';
import { proofread } from '../../../src/narrative/proofread/proofread';
import { squeeze } from '../../../src/narrative/proofread/squeeze';
import { accountsOf, BOOK } from '../accounts';
import { PROVINCIAL_TEXTS, YEAR_BEFORE } from './provinces';

const MOST_UNCHECKED = 0.16;

describe.each(PROVINCIAL_TEXTS.map(({ province, lines }) => [province, lines] as const))('%s', (_, lines) => {
  const read = (options: { readonly lastYear?: ReturnType<typeof accountsOf> }) =>
    proofread([{ name: '情况说明', passages: lines }], accountsOf(BOOK), options);

  test.each([
    ['without last year', {}],
    ['with last year', { lastYear: accountsOf(YEAR_BEFORE) }],
  ] as const)('nothing is found in what is right, %s', (_with, options) => {
    expect(read(options).problems.map(({ rule, quote, message }) => `${rule} ${quote} ${message}`)).toEqual([]);
  });

  test('most of its numbers are compared with something', () => {
    const all = lines.flatMap((line) => numeralsOf(squeeze(line).text)).length;
    expect(read({}).unbound.length / all).toBeLessThan(MOST_UNCHECKED);
  });
});
