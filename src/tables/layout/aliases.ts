import { normaliseLabel } from '../../workbook/label';

/** Printed labels of one thing; the first is the standard one, used in sentences. */
export type Aliases = readonly [string, ...string[]];

/** A glossary: what the code calls a column or a line, and what forms print for it. */
export type Glossary<Key extends string> = Readonly<Record<Key, Aliases>>;

/** Looks labels up in a glossary as people read them: width, spaces, numbering and brackets do not matter. */
export function lookup<Key extends string>(glossary: Glossary<Key>): (label: string) => Key | null {
  const byLabel = new Map<string, Key>();
  for (const key of keysOf(glossary)) {
    for (const alias of glossary[key]) byLabel.set(normaliseLabel(alias), key);
  }
  return (label) => byLabel.get(normaliseLabel(label)) ?? null;
}

export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}

/** A record with the same keys, each value made anew. */
export function mapRecord<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From, key: Key) => To,
): Record<Key, To> {
  return Object.fromEntries(keysOf(record).map((key) => [key, map(record[key], key)])) as Record<Key, To>;
}
