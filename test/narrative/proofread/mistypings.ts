import fc from 'fast-check';

const OPPOSITES: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  降低: '增长',
  大于: '小于',
  小于: '大于',
  等于: '大于',
};
const EDITABLE = new RegExp(`\\d+(?:\\.\\d+)?|万元|%|${Object.keys(OPPOSITES).join('|')}`, 'g');

/** One thing that somebody mistypes in a text: which, and how. */
export const edit = fc.record({ place: fc.nat(), how: fc.nat(), digit: fc.integer({ min: 1, max: 9 }) });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A number, a direction word, a year or a unit put wrong; null where the place has been left as it is. */
export function mistyped(
  passages: readonly string[],
  { place, how, digit }: Edit,
): { readonly line: number; readonly text: string } | null {
  const places = passages.flatMap((text, line) =>
    [...text.matchAll(EDITABLE)]
      .filter(({ index }) => !/^(?:50|100)?万元以上/.test(text.slice(index)))
      .map((match) => ({ line, match })),
  );
  const chosen = places[place % places.length];
  if (chosen === undefined) return null;
  const { line, match } = chosen;
  const [words] = match;
  const source = passages[line] ?? '';
  const wrong = /\d/.test(words) ? wrongNumber(words, how, digit) : wrongWord(words, how);
  const text = source.slice(0, match.index) + wrong + source.slice(match.index + words.length);
  return text === source ? null : { line, text };
}

function wrongNumber(words: string, how: number, digit: number): string {
  const at = how % words.length;
  const old = words.charAt(at);
  return old === '.'
    ? words.replace('.', '')
    : words.slice(0, at) + String((Number(old) + digit) % 10) + words.slice(at + 1);
}

function wrongWord(words: string, how: number): string {
  if (words === '万元') return ['元', '万', ''][how % 3] ?? '';
  return words === '%' ? (['', '%%'][how % 2] ?? '') : (OPPOSITES[words] ?? words);
}
