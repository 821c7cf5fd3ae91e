import { normaliseLabel } from '../workbook/label';
import type { CodedRow, CodedTable, NamedLine } from '../tables/accounts';

/** 「五、教育支出」 → 教育: the name of a functional class as it is compared between tables. */
function stem(name: string): string {
  return normaliseLabel(name).replace(/(?:\(类\))?支出$/, '').replace(/\(类\)$/, '');
}

/**
 * Pairs the lines of a two-sided table, which print a class by name only, with the class rows of a coded table.
 * Numbers in front of names differ from form to form, so the name decides; a shortened name (社会保障 for
 * 社会保障和就业) counts where it fits one class only.
 */
export function* sameClass<A extends string, B extends string>(
  lines: readonly NamedLine<A>[],
  table: CodedTable<B>,
): Generator<readonly [NamedLine<A>, CodedRow<B>]> {
  const classes = table.rows.filter(({ level }) => level === 'class');
  for (const line of lines) {
    const name = stem(line.name);
    if (name === '') continue;
    const same = classes.filter((row) => stem(row.name) === name);
    const close = classes.filter((row) => stem(row.name).startsWith(name) || name.startsWith(stem(row.name)));
    const [match, second] = same.length > 0 ? same : close;
    if (match !== undefined && second === undefined) yield [line, match];
  }
}
