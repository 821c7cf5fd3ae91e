import Decimal from 'decimal.js';
import type { Passage } from './document';
import { matchProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** A sentence that gives a number of persons or posts and what it is made of, in this order. */
interface StaffSentence {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly pattern: RegExp;
}

const SENTENCES: readonly StaffSentence[] = [
  {
    whole: '实有人数',
    parts: ['在职', '离休', '退休'],
    pattern:
      /实有(?:人员|人数)?(\d+)人(?:[（。，]其中：|：)在职(?:人员|人数)?(\d+)人，离休(?:人员)?(\d+)人，退休(?:人员)?(\d+)人/g,
  },
  {
    whole: '编制',
    parts: ['行政编制', '事业编制'],
    pattern: /编制(?:人数|数)?(\d+)(?:个|名|人)[，：]其中：?行政编制?(\d+)(?:个|名|人)，事业编制?(\d+)(?:个|名|人)/g,
  },
];

/** 实有人数 = 在职 + 离休 + 退休, 编制 = 行政编制 + 事业编制 (rules.md E12). */
export function staffProblems(passages: readonly Passage[]): readonly TextProblem[] {
  return passages.flatMap((passage) =>
    SENTENCES.flatMap(({ whole, parts, pattern }) =>
      [...passage.text.matchAll(pattern)].flatMap((match): readonly TextProblem[] => {
        const [total = 0, ...counts] = match.slice(1).map(Number);
        const sum = counts.reduce((all, count) => all + count, 0);
        if (sum === total) return [];
        const terms = counts.map((count, index) => `${parts[index] ?? ''} ${count}`).join(' + ');
        return [
          matchProblem(passage, match, {
            rule: 'text/staff',
            severity: 'error',
            message: `${whole}写为 ${total}，而${terms} = ${sum}，请核对是哪一个数有误。`,
            expected: new Decimal(sum),
            actual: new Decimal(total),
          }),
        ];
      }),
    ),
  );
}
