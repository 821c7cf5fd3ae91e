import type { System } from './localise-system';

/** Columns of tables: the figure in each row, or null where no identity reads it. */
export interface Grid {
  readonly columns: readonly (readonly (number | null)[])[];
  /** The columns that have the same rows as a column, itself among them: a table, or a half of one. */
  readonly besideOf: readonly (readonly number[])[];
  readonly placeOf: ReadonlyMap<number, { readonly column: number; readonly row: number }>;
  /** What each figure holds, in the system's unit. */
  readonly values: readonly number[];
}

/** The values of rows `first` to `last` belong `offset` rows further down. */
export interface Block {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  readonly offset: number;
}

/** Where a value that no row is left for belongs: into a sum beside the row before or after the gap, or nowhere. */
export type Gap = 'none' | 'before' | 'after';

/** What moving a block, and the blocks that move with it in other columns, would do. */
export interface Trial {
  readonly block: Block;
  /** What every figure concerned would hold; null where nothing determines it. */
  readonly values: ReadonlyMap<number, number | null>;
  /** Figures that would hold something else if the block were a row shorter or longer, with as good reason. */
  readonly doubtful: readonly number[];
  /** Rows of the system that do not hold now and would hold. */
  readonly explained: readonly number[];
  /** Rows that hold now and would not. */
  readonly opened: number;
  /** Rows with a number that moves which would still not hold. */
  readonly remaining: number;
  /** Rows whose sum misses a line that the table lacks. */
  readonly incomplete: readonly number[];
  /** How many rows of its own columns are explained beyond one for each value that it leaves unknown. */
  readonly evidence: number;
  /** Blank cells of its own columns that an amount moves into. */
  readonly filled: number;
}

/** Amounts no further apart than this may be the same but for rounding: ten units of the last digit. */
const NOTABLE = 20;

/** The amounts of one row in another's place are no slipped block. */
const LEAST_RELOCATED = 2;

/**
 * Tries one move of a block with others; the evidence counts only in its own columns, for the others merely repeat it.
 * Null where the amounts of less than two rows would find their place, or a cell that is left would have to hold less than nothing.
 */
export function tryMove(
  system: System,
  grid: Grid,
  blocks: readonly Block[],
  ownColumns: readonly number[],
  gap: Gap,
): Trial | null {
  const [block] = blocks;
  if (block === undefined) return null;
  const moved = new Map<number, number | null>();
  const extra = new Map<number, number>();
  let homeless = 0;
  for (const each of blocks) {
    moveBlock(grid, each, moved);
    if (gap === 'none') continue;
    const [value, ...others] = overwritten(grid, each);
    if (value === undefined || others.length > 0) return null;
    const sums = besideGap(system, grid, each, gap, value);
    if (sums.length === 0) return null;
    if (each === block && Math.abs(value) > NOTABLE) homeless = 1;
    for (const [row, amount] of sums) extra.set(row, amount);
  }
  const isOwn = (figure: number): boolean => ownColumns.includes(grid.placeOf.get(figure)?.column ?? -1);
  const own = [...moved.keys()].filter(isOwn);
  const found = own.filter((figure) => {
    const amount = moved.get(figure) ?? 0;
    return amount !== 0 && Math.abs(amount - (grid.values[figure] ?? 0)) > NOTABLE;
  });
  const relocated = new Set(found.map((figure) => grid.placeOf.get(figure)?.row)).size + homeless;
  if (relocated < LEAST_RELOCATED) return null;
  const unknown = [...moved].filter(([, value]) => value === null).map(([figure]) => figure);
  const touched = new Set([...[...moved.keys()].flatMap((figure) => system.rowsOf[figure] ?? []), ...extra.keys()]);
  const values = resolve(system, grid, moved, unknown, extra);
  if (unknown.some((figure) => (values.get(figure) ?? 0) < Math.min(0, grid.values[figure] ?? 0))) return null;
  const placed = new Set([...moved].filter(([, value]) => value !== null).map(([figure]) => figure));
  const outcome = weigh(system, grid, values, { touched, placed, extra });
  const ownRows = new Set(own.flatMap((figure) => system.rowsOf[figure] ?? []));
  const unknownOwn = own.filter((figure) => moved.get(figure) === null).length;
  return {
    ...outcome,
    block,
    values,
    doubtful: doubtfulAt(system, grid, blocks, values, extra),
    incomplete: [...extra.keys()],
    evidence: outcome.explained.filter((row) => ownRows.has(row)).length - unknownOwn,
    filled: own.filter((figure) => system.figures[figure]?.blank === true && (moved.get(figure) ?? 0) !== 0).length,
  };
}

function valueAt(grid: Grid, column: number, row: number): number {
  const figure = grid.columns[column]?.[row] ?? null;
  return figure === null ? 0 : (grid.values[figure] ?? 0);
}

/** Writes what a block's rows would hold; a row that its value left and no other reached is unknown. */
function moveBlock(grid: Grid, { column, first, last, offset }: Block, moved: Map<number, number | null>): void {
  const put = (row: number, value: number | null): void => {
    const figure = grid.columns[column]?.[row] ?? null;
    if (figure !== null) moved.set(figure, value);
  };
  for (let row = first; row <= last; row += 1) put(row, null);
  for (let row = first; row <= last; row += 1) put(row + offset, valueAt(grid, column, row));
}

/**
 * Where a block ends, no identity may tell: among items of one sum a block a row shorter or longer does as well, with
 * other values in the rows that are left. So the rows on either side of those count as unknown like them, in all
 * columns of the table, unless an identity with nothing else unknown holds.
 */
function doubtfulAt(
  system: System,
  grid: Grid,
  blocks: readonly Block[],
  values: ReadonlyMap<number, number | null>,
  extra: ReadonlyMap<number, number>,
): readonly number[] {
  const doubtful = new Set(
    blocks.flatMap(({ column, first, last, offset }) => {
      const rows = offset > 0 ? range(first - 1, first + offset) : range(last + offset, last + 1);
      const figuresIn = (beside: number): number[] => rows.flatMap((row) => grid.columns[beside]?.[row] ?? []);
      return (grid.besideOf[column] ?? []).flatMap(figuresIn);
    }),
  );
  const isTold = (figure: number): boolean =>
    (system.rowsOf[figure] ?? []).some((row) => {
      const others = [...(system.rows[row]?.terms.keys() ?? [])].filter((other) => other !== figure);
      const areSure = others.every((other) => !doubtful.has(other) && values.get(other) !== null);
      return areSure && holds(system, gapOf(system, grid, values, extra, row), row);
    });
  for (let before = -1; before !== doubtful.size;) {
    before = doubtful.size;
    for (const figure of doubtful) if (values.get(figure) !== null && isTold(figure)) doubtful.delete(figure);
  }
  return [...doubtful];
}

/** The amounts in rows that the block would be written over. */
function overwritten(grid: Grid, { column, first, last, offset }: Block): number[] {
  const rows = offset > 0 ? range(last + 1, last + offset) : range(first + offset, first - 1);
  return rows.map((row) => valueAt(grid, column, row)).filter((value) => value !== 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The sums of a column that a line missing at the end of a moved block would belong to. */
function besideGap(system: System, grid: Grid, block: Block, gap: Gap, value: number): [number, number][] {
  const { column, first, last, offset } = block;
  const above = offset > 0 ? last + offset : first + offset - 1;
  const beside = grid.columns[column]?.[gap === 'before' ? above : above + 1] ?? null;
  if (beside === null) return [];
  return (system.rowsOf[beside] ?? []).flatMap((row): [number, number][] => {
    const terms = system.rows[row]?.terms ?? new Map<number, number>();
    const coefficient = terms.get(beside) ?? 0;
    const inColumn = [...terms.keys()].every((figure) => grid.placeOf.get(figure)?.column === column);
    return coefficient < 0 && inColumn ? [[row, coefficient * value]] : [];
  });
}

/** Gives each unknown figure the value that makes most of its rows hold: what it holds now, if that does as well. */
function resolve(
  system: System,
  grid: Grid,
  moved: ReadonlyMap<number, number | null>,
  unknown: readonly number[],
  extra: ReadonlyMap<number, number>,
): ReadonlyMap<number, number | null> {
  const values = new Map(moved);
  for (const figure of unknown) {
    const rows = (system.rowsOf[figure] ?? []).filter((row) =>
      [...(system.rows[row]?.terms.keys() ?? [])].every((other) => other === figure || values.get(other) !== null),
    );
    let best: number | null = null;
    let most = 0;
    const implied = rows.map(
      (row) => -gapOf(system, grid, values, extra, row, figure) / (system.rows[row]?.terms.get(figure) ?? 1),
    );
    for (const value of [grid.values[figure] ?? 0, ...implied]) {
      values.set(figure, value);
      const held = rows.filter((other) => holds(system, gapOf(system, grid, values, extra, other), other)).length;
      if (held > most) {
        most = held;
        best = value;
      }
    }
    values.set(figure, best);
  }
  return values;
}

/** The gap of a row with the values given, `without` counted as 0. */
function gapOf(
  system: System,
  grid: Grid,
  values: ReadonlyMap<number, number | null>,
  extra: ReadonlyMap<number, number>,
  row: number,
  without?: number,
): number {
  const { terms, residual } = system.rows[row] ?? { terms: new Map<number, number>(), residual: 0 };
  let gap = residual + (extra.get(row) ?? 0);
  for (const [figure, coefficient] of terms) {
    const value = figure === without ? 0 : values.get(figure);
    if (value !== undefined && value !== null) gap += coefficient * (value - (grid.values[figure] ?? 0));
  }
  return gap;
}

function holds(system: System, gap: number, row: number): boolean {
  return Math.abs(gap) <= (system.rows[row]?.slack ?? 0);
}

function weigh(
  system: System,
  grid: Grid,
  values: ReadonlyMap<number, number | null>,
  { touched, placed, extra }: {
    readonly touched: ReadonlySet<number>;
    readonly placed: ReadonlySet<number>;
    readonly extra: ReadonlyMap<number, number>;
  },
): Pick<Trial, 'explained' | 'opened' | 'remaining'> {
  const explained: number[] = [];
  let opened = 0;
  let remaining = 0;
  for (const row of touched) {
    const { terms, residual } = system.rows[row] ?? { terms: new Map<number, number>(), residual: 0 };
    if ([...terms.keys()].some((figure) => values.get(figure) === null)) continue;
    const held = holds(system, residual, row);
    const holdsThen = holds(system, gapOf(system, grid, values, extra, row), row);
    if (held && !holdsThen) opened += 1;
    if (!held && holdsThen) explained.push(row);
    if (!held && !holdsThen && [...terms.keys()].some((figure) => placed.has(figure))) remaining += 1;
  }
  return { explained, opened, remaining };
}
