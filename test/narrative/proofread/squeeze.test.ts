import fc from 'fast-check';
import { spanOf, squeeze } from '../../../src/narrative/proofread/squeeze';

test.each([
  { name: 'white space and quotation marks', from: '2031 年“三公”经费　支出', to: '2031年三公经费支出' },
  { name: 'full-width digits', from: '支出１２．５万元', to: '支出12.5万元' },
  { name: 'half-width punctuation', from: '占5%,(类)支出;', to: '占5%，（类）支出；' },
  { name: 'grouped thousands', from: '1,234,567.89万元', to: '1234567.89万元' },
  { name: 'a comma behind a number', from: '12,345万元,12,3', to: '12345万元，12，3' },
])('$name', ({ from, to }) => {
  expect(squeeze(from).text).toBe(to);
});

test('every part of the searched text can be found again in the passage', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'甲乙 　“”12,，.（)%年')), fc.nat(), fc.nat(), (letters, a, b) => {
      const passage = letters.join('');
      const squeezed = squeeze(passage);
      const [start, end] = [a, b].map((place) => place % (squeezed.text.length + 1)).sort((x, y) => x - y);
      const span = spanOf(squeezed, start ?? 0, end ?? 0);
      const again = squeeze(passage.slice(span.start, span.end)).text;
      expect(again.replace(/，/g, '')).toBe(squeezed.text.slice(start, end).replace(/，/g, ''));
    }),
  );
});
