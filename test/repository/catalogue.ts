import { writeFile } from 'node:fs/promises';
import { catalogue } from '../../src/check/catalogue';
import { TEXT_RULES } from '../../src/narrative/proofread/rules';
import { RULES } from '../../src/rules/registry';
import { EVALUATIONS } from '../../src/tables/evaluation-registry';
import { TABLES } from '../../src/tables/registry';

const SECTION_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...Object.values(TABLES), ...Object.values(EVALUATIONS)].map(({ id, name }) => [id, name])),
  form: '表式与读取',
  codes: '科目编码与名称',
  base: '财决底表',
};

/** The text of docs/rules.md. */
export function catalogueText(): string {
  return catalogue(RULES, TEXT_RULES, SECTION_NAMES);
}

/** Writes docs/rules.md; the package script `catalogue`. */
export async function writeCatalogue(): Promise<void> {
  await writeFile('docs/rules.md', catalogueText());
}
