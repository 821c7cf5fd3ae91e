import { writeFile } from 'node:fs/promises';
import { catalogue } from '../../src/check/catalogue';
import { RULES } from '../../src/rules/registry';
import { TABLES } from '../../src/tables/registry';

const SECTION_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(TABLES).map(({ id, name }) => [id, name])),
  form: '表式与读取',
  codes: '科目编码与名称',
  base: '财决底表',
};

/** The text of docs/rules.md. */
export function catalogueText(): string {
  return catalogue(RULES, SECTION_NAMES);
}

/** Writes docs/rules.md; the package script `catalogue`. */
export async function writeCatalogue(): Promise<void> {
  await writeFile('docs/rules.md', catalogueText());
}
