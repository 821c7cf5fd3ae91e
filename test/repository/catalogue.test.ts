import { readFileSync } from 'node:fs';
import { TEXT_RULES } from '../../src/narrative/proofread/rules';
import { RULES } from '../../src/rules/registry';
import { catalogueText } from './catalogue';

test('docs/rules.md is what the rules declare; run `npm run catalogue` after changing one', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(catalogueText());
});

test('every rule has an id of its own, a statement and a source', () => {
  const all = [...RULES, ...TEXT_RULES];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, statement, source } of all) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
    expect([id, statement.length > 3, source.length > 1]).toEqual([id, true, true]);
  }
});
