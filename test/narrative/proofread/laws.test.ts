import fc from 'fast-check';
import { corrected } from '../../../src/narrative/proofread/problem';
import { proofread } from '../../../src/narrative/proofread/proofread';
import { hundredParagraphs } from '../../bench/proofread';
import { edit, mistyped } from './mistypings';
import { situation, tell } from './situations';

test('nothing is found in what was just written', () => {
  fc.assert(
    fc.property(situation, (made) => {
      const { accounts, options, document } = tell(made);
      const { problems, unbound } = proofread([document], accounts, options);
      expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
      expect(unbound.map(({ passage }) => passage.source)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a number, direction word, year or unit put wrong is found', () => {
  const missed: string[] = [];
  let made = 0;
  fc.assert(
    fc.property(situation, fc.array(edit, { minLength: 40, maxLength: 40 }), (situated, edits) => {
      const { accounts, options, document } = tell(situated);
      for (const one of edits) {
        const wrong = mistyped(document.passages, one);
        if (wrong === null) continue;
        made += 1;
        const passages = document.passages.map((text, line) => (line === wrong.line ? wrong.text : text));
        const { problems } = proofread([{ ...document, passages }], accounts, options);
        if (problems.length === 0) missed.push(`${document.passages[wrong.line] ?? ''} → ${wrong.text}`);
      }
    }),
    { numRuns: 15 },
  );
  expect(made).toBeGreaterThan(500);
  expect({ missed, isFew: missed.length <= made / 100 }).toMatchObject({ isFew: true });
});

test('a correction that is offered puts its own problem right, and all of them together come to an end', () => {
  fc.assert(
    fc.property(situation, fc.array(edit, { minLength: 4, maxLength: 4 }), (situated, edits) => {
      const { accounts, options, document } = tell(situated);
      let passages = edits.reduce<readonly string[]>((lines, one) => {
        const wrong = mistyped(lines, one);
        return wrong === null ? lines : lines.map((text, line) => (line === wrong.line ? wrong.text : text));
      }, document.passages);
      for (let round = 0; round < 30; round += 1) {
        const found = proofread([{ ...document, passages }], accounts, options).problems;
        const offered = found.find(({ replacements }) => replacements !== null);
        if (offered === undefined) return;
        passages = passages.map((text, line) =>
          line === offered.passage ? corrected(text, offered.replacements ?? []) : text,
        );
        const left = proofread([{ ...document, passages }], accounts, options).problems;
        expect(left.map(({ rule, passage, quote }) => `${rule} ${passage} ${quote}`)).not.toContain(
          `${offered.rule} ${offered.passage} ${offered.quote}`,
        );
      }
      throw new Error('corrections come to no end');
    }),
    { numRuns: 30 },
  );
});

test('a hundred paragraphs take less than 50 ms', () => {
  const [situated] = fc.sample(situation, { numRuns: 1, seed: 7 });
  if (situated === undefined) throw new Error('no sample');
  expect(Math.min(...hundredParagraphs(tell(situated)))).toBeLessThan(50);
});
