import { normaliseText } from '../../workbook/label';
import type { NamedLine } from '../accounts';
import { keysOf, mapRecord, type Glossary } from './aliases';
import type { SideLine } from './side-by-side';

/** The first line of a side for every key of the glossary; null where the form has none. */
export function pickLines<Key extends string, Column extends string>(
  lines: readonly SideLine<Column>[],
  find: (label: string) => Key | null,
  glossary: Glossary<Key>,
): Record<Key, SideLine<Column> | null> {
  const picked = mapRecord<Key, unknown, SideLine<Column> | null>(glossary, () => null);
  for (const line of lines) {
    const key = find(line.name);
    if (key !== null) picked[key] ??= line;
  }
  return picked;
}

/**
 * The functional classes of an expenditure side: every line above the first declared one. A line 其中：… is part of
 * another and is left out; an amount without a name is kept, so that sums see it.
 */
export function classLines<Column extends string>(
  lines: readonly SideLine<Column>[],
  find: (label: string) => string | null,
): NamedLine<Column>[] {
  const end = lines.findIndex((line) => find(line.name) !== null);
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => !normaliseText(line.printed).startsWith('其中') && (line.name !== '' || holdsAmount(line)))
    .map(({ name, figures }) => ({ name: name === '' ? '（未写项目名称）' : name, figures }));
}

function holdsAmount<Column extends string>(line: SideLine<Column>): boolean {
  return keysOf(line.figures).some((key) => line.figures[key]?.blank === false);
}
