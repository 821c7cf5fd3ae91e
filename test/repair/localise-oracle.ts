import loadHighs from 'highs';

/** `low ≤ Σ coefficient · variable ≤ high`. */
export interface OracleRow {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly low: number;
  readonly high: number;
}

/** Answers, by HiGHS, whether values within the given bounds satisfy all rows; a variable without bounds is free. */
export async function loadOracle(): Promise<
  (rows: readonly OracleRow[], bounds?: ReadonlyMap<number, number>) => boolean
> {
  const highs = await loadHighs();
  return (rows, bounds = new Map()) => {
    const used = rows.filter(({ terms }) => terms.length > 0);
    if (rows.some(({ terms, low, high }) => terms.length === 0 && (low > 0 || high < 0))) return false;
    if (used.length === 0) return true;
    const sum = ({ terms }: OracleRow): string =>
      terms.map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} v${name}`).join(' ');
    const lines = used.flatMap((row, index) => [
      `l${index}: ${sum(row)} >= ${row.low}`,
      `h${index}: ${sum(row)} <= ${row.high}`,
    ]);
    const variables = [...new Set(used.flatMap(({ terms }) => terms.map(([variable]) => variable)))];
    const limits = variables.map((variable) => {
      const bound = bounds.get(variable);
      return bound === undefined ? `v${variable} free` : `${-bound} <= v${variable} <= ${bound}`;
    });
    const model = ['Minimize', `obj: v${variables[0] ?? 0}`, 'Subject To', ...lines, 'Bounds', ...limits, 'End'];
    return highs.solve(model.join('\n')).Status !== 'Infeasible';
  };
}
