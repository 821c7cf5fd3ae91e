import { linearRows } from './localise-fit';
import { Simplex } from './feasible-simplex';
import { filling, type System, type SystemRow } from './localise-system';

/** How much work a search may do before it gives up. */
export interface Limits {
  /** The most cells an explanation may have. */
  readonly cells: number;
  /** The most steps of one search. */
  readonly nodes: number;
  /** The most equally small explanations that are still listed. */
  readonly explanations: number;
}

export interface Fixes {
  /** Sets of figures, all of the same least size. */
  readonly sets: readonly (readonly number[])[];
  /** All sets of that size are there, and none is smaller. */
  readonly complete: boolean;
}

/** A group of broken rows that a joint search may take on when it reaches one of them, at the cost it has alone. */
export interface Neighbour {
  readonly rows: readonly number[];
  readonly size: number;
}

/** A state of the search: rows as they stand after chosen figures were eliminated; null where a row is used up. */
interface State {
  readonly changed: ReadonlyMap<number, SystemRow | null>;
  /** Rows that must still be made to hold. */
  readonly open: ReadonlySet<number>;
  readonly chosen: readonly number[];
  /** Figures that may not be chosen any more: every set with them was looked at. */
  readonly barred: ReadonlySet<number>;
  readonly taken: ReadonlySet<Neighbour>;
  readonly budget: number;
}

/**
 * The smallest sets of figures whose values, set free, make the given broken rows hold while every row they occur
 * in holds too. Iterative deepening; each chosen figure is eliminated by way of a broken row it is in, and every
 * row it was in must hold then; pruned by a packing of broken rows that share no figure. Where slack lets
 * elimination pass a set that no values fit, the rows in conflict are added up and the search goes on with that.
 * Source: Fellegi and Holt 1976, for equalities as de Waal, Pannekoek and Scholtus, Handbook of Statistical Data
 * Editing and Imputation, 2011, ch. 3–4.
 */
export function smallestFixes(system: System, broken: readonly number[], limits: Limits): Fixes {
  const search = createSearch(system, limits, []);
  const open = new Set(broken);
  for (let size = search.leastSize(open); size <= limits.cells; size += 1) {
    const sets = search.run(open, size).map(({ chosen }) => chosen);
    if (search.isExhausted()) return { sets: [], complete: false };
    if (sets.length > 0) return { sets, complete: true };
  }
  return { sets: [], complete: false };
}

/**
 * The neighbours that could be explained together with the given rows by no more figures than apart, by a set that
 * is no union of sets for each. Empty where there are none or the effort did not suffice to find any.
 */
export function jointNeighbours(
  system: System,
  broken: readonly number[],
  size: number,
  neighbours: readonly Neighbour[],
  limits: Limits,
): readonly Neighbour[] {
  const search = createSearch(system, limits, neighbours);
  return search.run(new Set(broken), size).flatMap(({ taken }) => [...taken]);
}

interface Search {
  leastSize(open: ReadonlySet<number>): number;
  run(open: ReadonlySet<number>, budget: number): readonly State[];
  isExhausted(): boolean;
}

function createSearch(system: System, limits: Limits, neighbours: readonly Neighbour[]): Search {
  let nodes = limits.nodes;
  let exhausted = false;
  let found: State[] = [];
  const neighbourOf = new Map(
    neighbours.flatMap((neighbour) => neighbour.rows.map((row) => [row, neighbour] as const)),
  );

  const rowIn = (changed: State['changed'], row: number): SystemRow | null => {
    const now = changed.get(row);
    return now === undefined ? (system.rows[row] ?? null) : now;
  };

  /** Marks the figures of a packing: those that carry the number of the present one are used. */
  const usedIn = new Int32Array(system.figures.length);
  let packing = 0;

  /** A lower bound, counted no further than needed: broken rows that share no figure need one each. */
  const leastSize = ({ changed, open, barred }: Pick<State, 'changed' | 'open' | 'barred'>, enough: number): number => {
    const bySize: SystemRow['terms'][] = [];
    for (const row of open) {
      const terms = rowIn(changed, row)?.terms;
      if (terms !== undefined) bySize.push(terms);
    }
    bySize.sort((a, b) => a.size - b.size);
    packing += 1;
    let least = 0;
    for (const terms of bySize) {
      let free = true;
      for (const figure of terms.keys()) free &&= usedIn[figure] !== packing;
      if (!free) continue;
      least += 1;
      if (least >= enough) break;
      for (const figure of terms.keys()) if (!barred.has(figure)) usedIn[figure] = packing;
    }
    return least;
  };

  const visit = (state: State): void => {
    nodes -= 1;
    if (nodes < 0 || found.length > limits.explanations) exhausted = true;
    if (exhausted) return;
    if (state.open.size === 0) {
      if (state.budget < 0) return;
      const refuted = contradictionOf(system, state.chosen);
      if (refuted === null) found.push(state);
      else if (state.budget > 0) visit(withRow(state, system.rows.length + state.changed.size, refuted));
      return;
    }
    const affordable = state.budget + creditOf(state);
    if (leastSize(state, affordable + 1) > affordable) return;
    const pivot = narrowest(state);
    const barred = new Set(state.barred);
    for (const figure of candidatesOf(state, pivot)) {
      visit(chooseFigure({ ...state, barred }, pivot, figure));
      barred.add(figure);
    }
  };

  /** What a state may still borrow: a neighbour it has not reached yet brings the figures it has cost alone. */
  const creditOf = ({ taken }: State): number =>
    neighbours.reduce((most, neighbour) => (taken.has(neighbour) ? most : Math.max(most, neighbour.size)), 0);

  /** The open row with the fewest figures left to choose from. */
  const narrowest = ({ changed, open, barred }: State): number => {
    let best = -1;
    let fewest = Infinity;
    for (const row of open) {
      let count = 0;
      for (const figure of rowIn(changed, row)?.terms.keys() ?? []) if (!barred.has(figure)) count += 1;
      if (count < fewest) {
        best = row;
        fewest = count;
      }
    }
    return best;
  };

  /** The figures of a row, those first that occur in most open rows. */
  const candidatesOf = ({ changed, open, barred }: State, pivot: number): number[] => {
    const counts = new Map<number, number>();
    for (const figure of rowIn(changed, pivot)?.terms.keys() ?? []) if (!barred.has(figure)) counts.set(figure, 0);
    for (const row of open) {
      for (const figure of rowIn(changed, row)?.terms.keys() ?? []) {
        const count = counts.get(figure);
        if (count !== undefined) counts.set(figure, count + 1);
      }
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([figure]) => figure);
  };

  const rowsWith = (changed: State['changed'], figure: number): number[] => {
    const rows = (system.rowsOf[figure] ?? []).filter((row) => !changed.has(row));
    for (const [row, now] of changed) if (now?.terms.has(figure) === true) rows.push(row);
    return rows;
  };

  const chooseFigure = (state: State, pivot: number, figure: number): State => {
    const changed = new Map(state.changed);
    const open = new Set(state.open);
    const taken = new Set(state.taken);
    let budget = state.budget - 1;
    const settled = rowIn(changed, pivot);
    if (settled === null) return state;
    const half = filling(system, figure);
    const touched = rowsWith(changed, figure);
    for (const row of touched) {
      const before = rowIn(changed, row);
      if (row === pivot || before === null) continue;
      const now = eliminate(before, settled, figure, half);
      changed.set(row, now);
      if (Math.abs(now.residual) > now.slack) open.add(row);
      else open.delete(row);
      const neighbour = neighbourOf.get(row);
      if (neighbour !== undefined && !taken.has(neighbour)) {
        taken.add(neighbour);
        budget += neighbour.size;
      }
    }
    changed.set(pivot, null);
    open.delete(pivot);
    for (const neighbour of taken) {
      if (state.taken.has(neighbour)) continue;
      for (const row of neighbour.rows) {
        const now = rowIn(changed, row);
        if (now !== null && Math.abs(now.residual) > now.slack) open.add(row);
      }
    }
    return { changed, open, chosen: [...state.chosen, figure], barred: state.barred, taken, budget };
  };

  return {
    leastSize: (open) => leastSize({ changed: new Map(), open, barred: new Set() }, Infinity),
    run: (open, budget) => {
      found = [];
      visit({ changed: new Map(), open, chosen: [], barred: new Set(), taken: new Set(), budget });
      return found;
    },
    isExhausted: () => exhausted,
  };
}

/** Solves the settled row for a figure and puts that into another row; the slacks of both add up. */
function eliminate(row: SystemRow, settled: SystemRow, figure: number, half: number): SystemRow {
  const factor = (row.terms.get(figure) ?? 0) / (settled.terms.get(figure) ?? 1);
  const terms = new Map(row.terms);
  for (const [other, coefficient] of settled.terms) {
    const rest = (terms.get(other) ?? 0) - factor * coefficient;
    if (other === figure || Math.abs(rest) < 1e-9) terms.delete(other);
    else terms.set(other, rest);
  }
  const rounding = half * (Math.abs(row.terms.get(figure) ?? 0) + Math.abs(factor * (settled.terms.get(figure) ?? 0)));
  return {
    terms,
    residual: row.residual - factor * settled.residual,
    slack: row.slack + Math.abs(factor) * settled.slack + rounding,
  };
}

/** A sum of rows that cannot hold whatever the chosen figures are; null where some values make all rows hold. */
function contradictionOf(system: System, chosen: readonly number[]): SystemRow | null {
  const { rows, linear } = linearRows(system, chosen);
  const free = chosen.map(() => ({ low: -Infinity, high: Infinity }));
  const solution = new Simplex(free, linear).solve();
  if (solution.status !== 'infeasible') return null;
  const terms = new Map<number, number>();
  let residual = 0;
  let slack = 0;
  for (const [index, multiplier] of solution.conflict) {
    const row = system.rows[rows[index] ?? -1];
    const range = linear[index];
    if (row === undefined || range === undefined) continue;
    residual += multiplier * row.residual;
    slack += Math.abs(multiplier) * ((range.high - range.low) / 2);
    for (const [figure, coefficient] of row.terms) {
      terms.set(figure, (terms.get(figure) ?? 0) + multiplier * coefficient);
    }
  }
  for (const [figure, coefficient] of terms) {
    if (chosen.includes(figure) || Math.abs(coefficient) < 1e-9) terms.delete(figure);
  }
  return { terms, residual, slack };
}

function withRow(state: State, id: number, row: SystemRow): State {
  return { ...state, changed: new Map(state.changed).set(id, row), open: new Set([id]) };
}
