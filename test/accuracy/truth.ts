import { identitiesUnder, type Book, type Units } from './book';
import type { Identity } from './identities';
import { isBlock, type Mistake } from './mistakes';

/** What can be known about one mistake from the printed figures alone. */
export interface Truth {
  readonly mistake: Mistake;
  /** Some identity with a wrong cell of it is violated beyond rounding. */
  readonly detectable: boolean;
  /** The figures alone tell that it is this cell: no other one mends what is violated and breaks nothing. */
  readonly determined: boolean;
  /** Identities with a wrong cell of it that are violated. */
  readonly violated: readonly Identity[];
  /** How far the figures leave each of its cells open: the least rounding of an identity it stands in, in units. */
  readonly slackAt: ReadonlyMap<string, number>;
}

/** The identities of a book over wrong values, as sums. Amounts in units of the last digit. */
interface Ledger {
  readonly values: ReadonlyMap<string, Units>;
  readonly sums: readonly Sum[];
  readonly sumsOf: ReadonlyMap<string, readonly Sum[]>;
}

interface Sum {
  readonly identity: Identity;
  /** Sign of each place in `total − Σ terms + Σ less`. */
  readonly signs: ReadonlyMap<string, number>;
  readonly gap: number;
  /** Half a unit for every printed figure. */
  readonly slack: number;
}

/** Works out, by brute force and apart from the product's localiser, which mistakes can be found and told. */
export function truthsOf(book: Book, mistakes: readonly Mistake[]): Truth[] {
  const ledger = openLedger(book, mistakes);
  const violatedBy = mistakes.map((mistake) => violatedIn(ledger, mistake));
  return mistakes.map((mistake, index) => {
    const violated = violatedBy[index] ?? [];
    const others = violatedBy.filter((_, other) => other !== index);
    return {
      mistake,
      detectable: violated.length > 0,
      determined: violated.length > 0 && isDetermined(ledger, mistake, violated, others),
      violated: violated.map(({ identity }) => identity),
      slackAt: new Map([...mistake.changes.keys()].map((place) => [place, leastSlack(ledger, place)])),
    };
  });
}

/** The identities that a book violates beyond rounding once these mistakes are made in it. */
export function violationsIn(book: Book, mistakes: readonly Mistake[]): Identity[] {
  return openLedger(book, mistakes).sums.filter(isViolated).map(({ identity }) => identity);
}

function leastSlack({ sumsOf, values }: Ledger, place: string): number {
  return Math.min(...(sumsOf.get(place) ?? []).map(({ slack }) => slack)) + filling(values, place);
}

/** A blank that gets a value is rounded like any other figure. */
function filling(values: Ledger['values'], place: string): number {
  return values.get(place) === null ? 0.5 : 0;
}

function openLedger(book: Book, mistakes: readonly Mistake[]): Ledger {
  const values = new Map(book.values);
  for (const [place, { wrong }] of mistakes.flatMap(({ changes }) => [...changes])) values.set(place, wrong);
  const sums = identitiesUnder(book, values).map((identity): Sum => {
    const { total, terms, less } = identity;
    const signed = (places: readonly string[], sign: number) => places.map((place) => [place, sign] as const);
    const signs = new Map([...signed([total, ...less], 1), ...signed(terms, -1)]);
    const places = [...signs];
    return {
      identity,
      signs,
      gap: places.reduce((gap, [place, sign]) => gap + sign * (values.get(place) ?? 0), 0),
      slack: places.filter(([place]) => values.get(place) !== null).length / 2,
    };
  });
  const sumsOf = new Map<string, Sum[]>();
  for (const sum of sums) {
    for (const place of sum.signs.keys()) {
      const known = sumsOf.get(place);
      if (known === undefined) sumsOf.set(place, [sum]);
      else known.push(sum);
    }
  }
  return { values, sums, sumsOf };
}

/** One unit of the last digit is never an error: amounts too small to be printed may add up to it. */
const isViolated = ({ gap, slack }: Sum): boolean => Math.abs(gap) > Math.max(1, slack);

function violatedIn({ sumsOf }: Ledger, { changes }: Mistake): Sum[] {
  return [...new Set([...changes.keys()].flatMap((place) => sumsOf.get(place) ?? []))].filter(isViolated);
}

/** Whether some value in a place makes all these sums hold. */
function mends({ values }: Ledger, place: string, sums: readonly Sum[]): boolean {
  let low = -Infinity;
  let high = Infinity;
  for (const { signs, gap, slack } of sums) {
    const sign = signs.get(place);
    if (sign === undefined) return false;
    const reach = slack + filling(values, place);
    low = Math.max(low, -sign * gap - reach);
    high = Math.min(high, -sign * gap + reach);
  }
  return low <= high;
}

/**
 * Alone, a mistake is determined if its cell is the only one that makes everything hold. Beside others it is as well
 * if what it violates shares no cell with what they violate, and none of the cells that would mend what it violates
 * stands in one identity with any that would mend theirs: then nothing can make up for a wrong choice. A block is
 * determined if what it violates is its own in this sense, each of its cells stands in more than one identity, and at
 * least two amounts of it can be recognised where they stand now.
 */
function isDetermined(
  ledger: Ledger,
  mistake: Mistake,
  violated: readonly Sum[],
  others: readonly (readonly Sum[])[],
): boolean {
  const { sumsOf } = ledger;
  const cellsOf = (sums: readonly Sum[]): Set<string> => new Set(sums.flatMap(({ signs }) => [...signs.keys()]));
  const own = cellsOf(violated);
  if (others.some((sums) => [...cellsOf(sums)].some((place) => own.has(place)))) return false;
  if (isBlock(mistake.kind)) {
    const moved = [...mistake.changes.values()].flatMap(({ wrong }) => (wrong === null || wrong === 0 ? [] : wrong));
    const isTied = [...mistake.changes.keys()].every((place) => (sumsOf.get(place) ?? []).length > 1);
    return isTied && new Set(moved).size > 1;
  }
  const mending = (sums: readonly Sum[]): string[] => {
    const cells = [...cellsOf(sums)];
    const found = cells.filter((place) => mends(ledger, place, sums));
    return found.length > 0 ? found : cells;
  };
  const beside = new Set(
    others.flatMap(mending).flatMap((place) => [...cellsOf(sumsOf.get(place) ?? [])]),
  );
  const candidates = mending(violated);
  const alone = candidates.filter((place) => mends(ledger, place, sumsOf.get(place) ?? []));
  const [only] = alone;
  return (
    alone.length === 1 &&
    only !== undefined &&
    mistake.changes.has(only) &&
    candidates.every((place) => mistake.changes.has(place) || !beside.has(place))
  );
}
