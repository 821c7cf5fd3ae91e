import { examine } from '../../src/app/check';
import { roundingConsistency } from '../../src/repair/feasible';
import { formatCell, type CellRef } from '../../src/workbook/address';
import { valueAt } from '../sample/clean';
import { makeBook, withValues, type Book } from './book';
import type { Identity } from './identities';
import { isCleared, measure } from './measure';
import { isBlock, KINDS, makeMistakes, type Kind } from './mistakes';
import { sampler } from './sampler';
import { AIMS, ratio, singleCells, tally } from './summary';
import { truthsOf, violationsIn } from './truth';

const BOOKS = 44;
const SEED = 1;
const MILLISECONDS = 120_000;

function joined(cells: readonly CellRef[]): string {
  return cells.map(formatCell).sort().join();
}

/** The cells of an identity, for comparing; null where all of them are blank, so that there is nothing to judge. */
function cellsOf({ cells, values }: Book, { total, terms, less }: Identity): string | null {
  const places = [total, ...terms, ...less];
  if (places.every((place) => values.get(place) === null)) return null;
  return joined(places.flatMap((place) => cells.get(place) ?? []));
}

describe('invented books', () => {
  const books = Array.from({ length: 20 }, (_, index) => makeBook(SEED + index));

  it('are the same for the same seed', () => {
    expect(makeBook(SEED).snapshot).toEqual(books[0]?.snapshot);
    expect(makeBook(SEED + 1).snapshot).not.toEqual(books[0]?.snapshot);
  });

  it('have all identities within rounding, whatever their layout', () => {
    for (const book of books) expect(violationsIn(book, [])).toEqual([]);
  });

  it('have identities that all can be rounding at once', () => {
    for (const book of books) {
      const parts = roundingConsistency(examine(book.snapshot).judgement.equations);
      expect([book.seed, parts.filter(({ verdict }) => verdict !== 'consistent')]).toEqual([book.seed, []]);
    }
  });

  it('are read so that exactly these identities are judged', () => {
    for (const book of books) {
      const expected = new Set(book.identities.flatMap((identity) => cellsOf(book, identity) ?? []));
      const judged = new Set(
        examine(book.snapshot).judgement.equations.map(({ total, terms, less }) =>
          joined([total, ...terms, ...less].map(({ cell }) => cell)),
        ),
      );
      expect(judged).toEqual(expected);
    }
  });

  it.each(KINDS)('can be given a mistake of kind %s', (kind: Kind) => {
    const made = books.flatMap((book) =>
      makeMistakes(sampler(book.seed), book, kind, 1).map((mistake) => ({ book, mistake })),
    );
    expect(made.length).toBeGreaterThan(books.length / 2);
    for (const { book, mistake: { changes } } of made) {
      expect(isBlock(kind) || changes.size === 1).toBe(true);
      const wrong = withValues(book, new Map([...changes].map(([place, change]) => [place, change.wrong])));
      for (const [place, { right, wrong: held }] of changes) {
        const cell = book.cells.get(place);
        if (cell === undefined) throw new RangeError(`no cell for ${place}`);
        expect(book.values.get(place)).toBe(right);
        expect(valueAt(wrong, cell)).toBe(held === null ? null : held / 100);
        expect(held).not.toBe(right);
      }
    }
  });

  it('have a single mistake determined only where no other cell of what it violates would do', () => {
    const told = books.flatMap((book) => {
      const mistakes = makeMistakes(sampler(book.seed), book, 'digit', 1);
      return truthsOf(book, mistakes).flatMap((truth) => (truth.determined ? [{ book, mistakes, truth }] : []));
    });
    expect(told.length).toBeGreaterThan(books.length / 3);
    for (const { book, mistakes, truth: { mistake, violated } } of told) {
      const [place = ''] = mistake.changes.keys();
      const places = violated.map(({ total, terms, less }) => [total, ...terms, ...less]);
      expect(places.every((each) => each.includes(place))).toBe(true);
      expect(violationsIn(book, mistakes)).toEqual(violated);
      expect(violationsIn(book, [])).toEqual([]);
    }
  });
});

describe(`accuracy over ${BOOKS} books`, () => {
  const { clean, mistaken } = measure(BOOKS, SEED);
  const outcomes = singleCells(mistaken.flatMap((result) => result.outcomes));
  const { recall, prime, value } = tally(outcomes);

  it('clears every correct book', () => {
    const accused = clean.filter((result) => !isCleared(result));
    expect(accused.map(({ seed, findings }) => [seed, findings[0]?.message])).toEqual([]);
  }, MILLISECONDS);

  it('misses no mistake that can be found', () => {
    expect(recall.of).toBeGreaterThan(BOOKS);
    expect(ratio(recall)).toBeGreaterThanOrEqual(AIMS.recall);
  }, MILLISECONDS);

  it('accuses the wrong cell where the figures tell which it is', () => {
    expect(prime.of).toBeGreaterThan(BOOKS);
    expect(ratio(prime)).toBeGreaterThanOrEqual(AIMS.prime);
  }, MILLISECONDS);

  it('says what the cell should hold', () => {
    expect(ratio(value)).toBeGreaterThanOrEqual(AIMS.value);
  }, MILLISECONDS);
});
