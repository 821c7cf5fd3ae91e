import { formatCell } from '../../src/workbook/address';
import type { Book, Units } from './book';
import type { Sampler } from './sampler';
import { slips, type Slip } from './slips';

/** The ways in which a published workbook is made wrong. */
export type Kind = Slip | 'neighbour' | 'copy' | 'total' | 'column-shift' | 'row-shift';

export const KINDS: readonly Kind[] = [
  'unit', 'decimal', 'transposition', 'digit', 'missing-digit', 'extra-digit', 'sign', 'blank', 'zero', 'neighbour',
  'copy', 'total', 'column-shift', 'row-shift',
];

/** Whether a mistake of the kind is a block of numbers that slipped, to be told as one. */
export function isBlock(kind: Kind): boolean {
  return kind === 'column-shift' || kind === 'row-shift';
}

/** One mistake and the truth about it: what each cell concerned should hold, and holds. */
export interface Mistake {
  readonly kind: Kind;
  /** By place; one but for a shifted block. */
  readonly changes: ReadonlyMap<string, { readonly right: Units; readonly wrong: Units }>;
}

const TRIES = 200;

/** Makes as many mistakes in a book, the first of the kind given; no two concern the same cell. */
export function makeMistakes(sample: Sampler, book: Book, first: Kind, count: number): Mistake[] {
  const mistakes: Mistake[] = [];
  const taken = new Set<string>();
  for (let tries = 0; mistakes.length < count && tries < TRIES; tries += 1) {
    const kind = mistakes.length === 0 ? first : sample.pick(KINDS);
    const mistake = { kind, changes: new Map(INJECTORS[kind](sample, book)) };
    const places = [...mistake.changes.keys()];
    if (places.length === 0 || places.some((place) => taken.has(place))) continue;
    places.forEach((place) => taken.add(place));
    mistakes.push(mistake);
  }
  return mistakes;
}

type Change = readonly [place: string, { readonly right: Units; readonly wrong: Units }];
/** Some changes, or none where the kind cannot strike what chance chose. */
type Injector = (sample: Sampler, book: Book) => readonly Change[];

const tableOf = (place: string): string => place.split('/')[0] ?? '';
const at = (book: Book, place: string): number => book.values.get(place) ?? 0;

/** A place that holds an amount: any cell as likely as another, or any table. */
function anyAmount(sample: Sampler, book: Book): string {
  const amounts = [...book.values].filter(([, value]) => value !== null && value !== 0).map(([place]) => place);
  if (sample.chance(0.5)) return sample.pick(amounts);
  const table = sample.pick([...new Set(amounts.map(tableOf))]);
  return sample.pick(amounts.filter((place) => tableOf(place) === table));
}

function changed(book: Book, place: string, wrong: Units): readonly Change[] {
  const right = book.values.get(place) ?? null;
  return wrong === right ? [] : [[place, { right, wrong }]];
}

const slip = (kind: Slip): Injector => (sample, book) => {
  const place = anyAmount(sample, book);
  const wrong = slips[kind](sample, at(book, place), book.inOtherUnit.get(place) ?? null);
  return wrong === undefined ? [] : changed(book, place, wrong);
};

/** What stands above, below or beside is typed into a cell, which may be one that should be empty. */
const neighbour: Injector = (sample, book) => {
  const place = sample.chance(0.8) ? anyAmount(sample, book) : sample.pick([...book.cells.keys()]);
  const cell = book.cells.get(place);
  if (cell === undefined) return [];
  const [down, right] = sample.pick([[-1, 0], [1, 0], [0, -1], [0, 1]] as const);
  const beside = formatCell({ ...cell, row: cell.row + down, column: cell.column + right });
  const source = [...book.cells].find(([, other]) => formatCell(other) === beside)?.[0];
  return source === undefined || at(book, source) === 0 ? [] : changed(book, place, at(book, source));
};

/** A figure that repeats one of another table is taken from the wrong column of that table. */
const copy: Injector = (sample, book) => {
  const pairs = book.identities.flatMap(({ total: one, terms: [other = '', ...more], less }) => {
    const isCopy = more.length + less.length === 0 && tableOf(one) !== tableOf(other);
    return isCopy ? [[one, other] as const] : [];
  });
  const [one, other] = sample.pick(pairs);
  const [place, source] = sample.chance(0.5) ? [one, other] : [other, one];
  const row = source.slice(0, source.lastIndexOf('/') + 1);
  const columns = [...book.cells.keys()].filter((each) => each.startsWith(row) && at(book, each) !== 0);
  return at(book, place) === 0 || columns.length === 0 ? [] : changed(book, place, at(book, sample.pick(columns)));
};

const ROUND_SUMS = [100, 1_000, 10_000];

/** A sum is added up wrongly: one item left out or counted twice, or a round amount too much or too little. */
const total: Injector = (sample, book) => {
  const isAmount = (place: string): boolean => at(book, place) !== 0;
  const sums = book.identities.filter(({ total: sum, terms }) => isAmount(sum) && terms.filter(isAmount).length > 1);
  const { total: place, terms } = sample.pick(sums);
  const sign = sample.chance(0.5) ? 1 : -1;
  const by = sample.chance(0.6) ? at(book, sample.pick(terms)) : sample.pick(ROUND_SUMS);
  return changed(book, place, at(book, place) + sign * by);
};

const SHORTEST_BLOCK = 3;
const LONGEST_BLOCK = 8;

/** Numbers of some neighbouring rows slip one or two rows down or up, in one column of a table or in all of them. */
const shift = (struckColumns: 'one' | 'all'): Injector => (sample, book) => {
  const columns = columnsOf(book, sample.pick([...new Set([...book.cells.keys()].map(tableOf))]));
  const chosen = sample.pick(columns);
  const length = sample.whole(SHORTEST_BLOCK, LONGEST_BLOCK);
  const first = sample.whole(chosen.rows.at(0) ?? 0, (chosen.rows.at(-1) ?? 0) - length + 1);
  const offset = sample.pick([1, 1, 2]) * (sample.chance(0.7) ? 1 : -1);
  const block = Array.from({ length }, (_, index) => first + index);
  const struck = struckColumns === 'all' ? columns : [chosen];
  if (struckColumns === 'all' && columns.length < 2) return [];
  if (struck.some(({ placeIn }) => block.some((row) => !placeIn.has(row)))) return [];
  const changes = struck.flatMap(({ placeIn }) =>
    block.flatMap((row) => {
      const from = block.includes(row - offset) ? placeIn.get(row - offset) : undefined;
      return changed(book, placeIn.get(row) ?? '', from === undefined ? null : (book.values.get(from) ?? null));
    }),
  );
  const notable = changes.filter(([, { right, wrong }]) => (right ?? 0) !== (wrong ?? 0));
  return notable.length >= SHORTEST_BLOCK ? notable : [];
};

/** The rows of a sheet's column that belong to a table, and the places there. */
interface PrintedColumn {
  readonly rows: readonly number[];
  readonly placeIn: ReadonlyMap<number, string>;
}

/** The columns of a table that print amounts. */
function columnsOf(book: Book, table: string): readonly PrintedColumn[] {
  const places = new Map<number, Map<number, string>>();
  for (const [place, { row, column }] of book.cells) {
    if (tableOf(place) === table) places.set(column, (places.get(column) ?? new Map<number, string>()).set(row, place));
  }
  return [...places.values()].map((placeIn) => ({ rows: [...placeIn.keys()].sort((a, b) => a - b), placeIn }));
}

const INJECTORS: Readonly<Record<Kind, Injector>> = {
  unit: slip('unit'),
  decimal: slip('decimal'),
  transposition: slip('transposition'),
  digit: slip('digit'),
  'missing-digit': slip('missing-digit'),
  'extra-digit': slip('extra-digit'),
  sign: slip('sign'),
  blank: slip('blank'),
  zero: slip('zero'),
  neighbour,
  copy,
  total,
  'column-shift': shift('one'),
  'row-shift': shift('all'),
};
