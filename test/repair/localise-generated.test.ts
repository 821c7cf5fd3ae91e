import { localise, type Suspect } from '../../src/repair/localise';
import { random, publish, type Publication } from '../support/books';
import { makeDepartment } from '../support/department';
import { makeMistakes, type Mistake, type MistakenBook } from './localise-mistakes';

const PUBLICATIONS: readonly Publication[] = [
  { digits: 'rounded', unit: '万元', zero: 0 },
  { digits: 'rounded', unit: '万元', zero: null },
  { digits: 'exact', unit: '万元', zero: null },
];

interface Judged {
  readonly book: MistakenBook;
  readonly groups: ReturnType<typeof localise>;
  /** Suspects singled out, each with the mistake made in its cell, if there is one. */
  readonly prime: readonly { readonly suspect: Suspect; readonly mistake: Mistake | undefined }[];
}

function departments(): { readonly book: ReturnType<typeof makeDepartment>; readonly publication: Publication }[] {
  return Array.from({ length: 40 }, (_, index) => {
    const sample = random(1000 + index);
    const shape = {
      seed: 100 + index,
      items: 8 + Math.floor(sample() * 40),
      funds: sample() < 0.5,
      stateCapital: sample() < 0.5,
      density: 0.3 + 0.7 * sample(),
    };
    const publication = PUBLICATIONS[index % PUBLICATIONS.length] ?? { digits: 'rounded', unit: '万元', zero: 0 };
    return { book: makeDepartment(shape), publication };
  });
}

function judge(book: MistakenBook): Judged {
  const groups = localise(book.equations);
  const mistakeIn = new Map(book.mistakes.map((mistake) => [book.figures[mistake.amount], mistake]));
  const prime = groups
    .filter(({ verdict }) => verdict === 'unique')
    .flatMap(({ explanations }) => explanations[0]?.suspects ?? [])
    .map((suspect) => ({ suspect, mistake: mistakeIn.get(suspect.figure) }));
  return { book, groups, prime };
}

describe('generated departments', () => {
  const books = departments();
  const judged = books.flatMap(({ book, publication }, index) =>
    [1, 2, 3, 4].map((count) => judge(makeMistakes(book, random(10 * index + count), count, publication))),
  );

  it('that are clean have no group', () => {
    const groups = books.map(({ book, publication }) => localise(publish(book, publication).equations));
    expect(groups.flat()).toEqual([]);
  });

  it('have every violated identity in exactly one group', () => {
    for (const { book, groups } of judged) {
      const violated = book.equations.filter(({ verdict }) => verdict === 'error');
      expect(new Set(groups.flatMap(({ broken }) => broken))).toEqual(new Set(violated));
      expect(groups.flatMap(({ broken }) => broken)).toHaveLength(violated.length);
    }
  });

  it('are explained by no more cells than were made wrong, and by those cells where it takes as many', () => {
    let missed = 0;
    for (const { book, groups } of judged) {
      expect(groups.map(({ verdict }) => verdict)).not.toContain('unknown');
      const sizes = groups.map((group) => group.explanations[0]?.suspects.length ?? 0);
      const size = sizes.reduce((sum, each) => sum + each, 0);
      expect(size).toBeLessThanOrEqual(book.mistakes.length);
      const explanations = groups.flatMap((group) => group.explanations);
      const named = new Set(explanations.flatMap(({ suspects }) => suspects.map(({ figure }) => figure)));
      const isNamed = book.mistakes.every(({ amount }) => {
        const figure = book.figures[amount];
        return figure !== undefined && named.has(figure);
      });
      if (size === book.mistakes.length && !isNamed) missed += 1;
    }
    expect(missed).toBeLessThanOrEqual(judged.length * 0.01);
  });

  it('have at least 97 % of the prime suspects right, and their values within one unit of the last digit', () => {
    const prime = judged.flatMap((each) => each.prime);
    const right = prime.filter(({ mistake }) => mistake !== undefined);
    const close = right.filter(
      ({ suspect, mistake }) => suspect.value?.minus(Number(mistake?.right)).abs().lte(0.0151) === true,
    );
    expect(prime.length).toBeGreaterThan(300);
    expect(right.length / prime.length).toBeGreaterThanOrEqual(0.97);
    expect(close.length / right.length).toBeGreaterThanOrEqual(0.97);
  });

  it('have the cause recognised where a mistake can be only one', () => {
    const exact = ['unit', 'sign', 'blank', 'zero'];
    const causes = judged
      .flatMap((each) => each.prime)
      .flatMap(({ suspect, mistake }) =>
        mistake !== undefined && exact.includes(mistake.kind) ? [[mistake.kind, suspect.cause]] : [],
      );
    expect(causes.length).toBeGreaterThan(100);
    expect(causes.filter(([kind, cause]) => kind !== cause)).toEqual([]);
  });
});
