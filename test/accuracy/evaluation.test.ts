import { readAccounts } from '../../src/tables/read-accounts';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { makeEvaluationBook, withHeld } from './evaluation-book';
import { EVALUATION_KINDS, measureEvaluations, sharesOf } from './evaluation-measure';
import { constraintsOf, isBroken } from './evaluation-truth';
import { AIMS, ratio } from './summary';

const BOOKS = 90;
const SEED = 1;

function numbersIn(snapshot: WorkbookSnapshot): string[] {
  return readAccounts(snapshot).evaluations.flatMap(({ figures }) => figures.map(({ exact }) => exact.toFixed()));
}

describe('invented 绩效 tables', () => {
  const books = Array.from({ length: 40 }, (_, index) => makeEvaluationBook(SEED + index));

  it('are the same for the same seed', () => {
    expect(makeEvaluationBook(SEED).sample.snapshot).toEqual(books[0]?.sample.snapshot);
    expect(makeEvaluationBook(SEED + 1).sample.snapshot).not.toEqual(books[0]?.sample.snapshot);
  });

  it('hold everything that must hold, whatever their form', () => {
    for (const { seed, tables } of books) {
      for (const truth of tables) {
        const broken = constraintsOf(truth).filter((constraint) => isBroken(constraint, truth.values));
        expect([seed, truth.table, broken.map(({ places }) => places)]).toEqual([seed, truth.table, []]);
      }
    }
  });

  it('come in every form', () => {
    for (const key of ['form', 'rates', 'totalLine', 'merged', 'slipped', 'nil', 'projectTitle'] as const) {
      expect(new Set(books.map(({ layout }) => layout[key])).size).toBeGreaterThan(1);
    }
  });

  it('hold a number as it was when it is put back', () => {
    for (const book of books.filter(({ layout }) => layout.merged === 'once')) {
      for (const truth of book.tables) {
        const filled = [...truth.values].filter(([, value]) => value !== null && value !== 0);
        const same = filled.reduce(
          (snapshot, [place, value]) => withHeld(book, snapshot, truth, place, value),
          book.sample.snapshot,
        );
        expect(numbersIn(same)).toEqual(numbersIn(book.sample.snapshot));
      }
    }
  });
});

describe(`accuracy over ${BOOKS} books of 绩效 tables`, () => {
  const { outcomes, falseErrors } = measureEvaluations(BOOKS, SEED);
  const { recall, prime, value } = sharesOf(outcomes);

  it('clears every correct book', () => {
    expect(falseErrors).toEqual([]);
  });

  it('has mistakes of every kind', () => {
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(EVALUATION_KINDS));
  });

  it('has tables with one to four of them', () => {
    expect(new Set(outcomes.map(({ beside }) => beside))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('misses no mistake that can be found', () => {
    expect(recall.of).toBeGreaterThan(BOOKS / 2);
    expect(ratio(recall)).toBeGreaterThanOrEqual(AIMS.recall);
  });

  it('accuses the wrong cell where the figures tell which it is', () => {
    expect(prime.of).toBeGreaterThan(BOOKS / 3);
    expect(ratio(prime)).toBeGreaterThanOrEqual(AIMS.prime);
  });

  it('says what the cell should hold', () => {
    expect(value.of).toBeGreaterThan(BOOKS / 3);
    expect(ratio(value)).toBeGreaterThanOrEqual(AIMS.value);
  });
});
