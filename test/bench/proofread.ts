import fc from 'fast-check';
import { proofread } from '../../src/narrative/proofread/proofread';
import { edit, mistyped } from '../narrative/proofread/mistypings';
import { situation, tell, type Told } from '../narrative/proofread/situations';

const PARAGRAPHS = 100;
const DEPARTMENTS = 40;
const MISTAKES = 50;
const SEED = 7;

/** Milliseconds of processor time that a hundred paragraphs take, time after time. */
export function hundredParagraphs({ accounts, options, document }: Told, times = 20): readonly number[] {
  const again = Math.ceil(PARAGRAPHS / document.passages.length);
  const passages = Array.from({ length: again }, () => document.passages).flat().slice(0, PARAGRAPHS);
  return Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    proofread([{ ...document, passages }], accounts, options);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
}

/** How long a hundred paragraphs take, the first time and at best, and how many of random mistakes are found. */
export function proofreadReport(): string {
  const told = fc.sample(situation, { numRuns: DEPARTMENTS, seed: SEED }).map(tell);
  const [first] = told;
  const [cold = 0, ...warm] = first === undefined ? [] : hundredParagraphs(first);
  let made = 0;
  let found = 0;
  for (const { accounts, options, document } of told) {
    for (const one of fc.sample(edit, { numRuns: MISTAKES, seed: made })) {
      const wrong = mistyped(document.passages, one);
      if (wrong === null) continue;
      made += 1;
      const lines = document.passages.map((text, line) => (line === wrong.line ? wrong.text : text));
      if (proofread([{ ...document, passages: lines }], accounts, options).problems.length > 0) found += 1;
    }
  }
  return [
    `proofreader: ${PARAGRAPHS} paragraphs in ${cold.toFixed(1)} ms cold, ${Math.min(...warm).toFixed(1)} ms at best, processor time`,
    `proofreader: ${found} of ${made} random mistakes found (${((100 * found) / made).toFixed(2)} %)`,
    '',
  ].join('\n');
}
