import { formatAmount } from '../../money/figure';
import type { Bases } from './bases';
import { claimed, type Claim, type DirectionClaim, type NumberClaim, type Word } from './claim';
import { nameOf, problemOf } from './claim-problem';
import type { Grounds } from './grounds';
import { judgeAmount, type Operand } from './operand';
import type { TextProblem } from './problem';

const BASELINES = { budget: '预算数', previous: '上年数' } as const;

/** 增减额 and its word, against the difference of this year's amount and the baseline (rules.md C02, C20, C22). */
export function change(
  claim: NumberClaim,
  bases: Bases,
  own: readonly Claim[],
  grounds: Grounds,
): readonly TextProblem[] {
  const { section } = grounds;
  const now = bases.actual;
  const base = bases[claim.baseline];
  const { word } = claim;
  if (now === null || base === null || word === null) return [];
  const difference = now.value.minus(base.value).toDecimalPlaces(2);
  const printed = claimed(claim);
  const problems: TextProblem[] = [];
  if (base.given || saysItself(claim, own)) {
    const verdict = judgeAmount(printed, claim.numeral.digits, difference.abs());
    if (verdict !== 'exact') {
      const right = formatAmount(difference.abs());
      problems.push(
        problemOf(claim, {
          rule: `${section}/narrative-change`,
          severity: verdict === 'error' ? 'error' : 'warning',
          message:
            `“${nameOf(claim.topic)}”与${BASELINES[claim.baseline]}相比${word.text}写为 ${printed.toFixed()} 万元，` +
            `应为 ${right} 万元（${formatAmount(now.value)} − ${formatAmount(base.value)}）。`,
          cells: [...now.cells, ...base.cells],
          expected: difference.abs(),
          actual: printed,
          replacement: { start: claim.numeral.start, end: claim.numeral.end, text: `${right}万元` },
        }),
      );
    }
  }
  const wanted = Math.sign(difference.toNumber());
  if (wanted !== 0 && wanted !== word.direction) problems.push(wrongWord(claim, word, wanted, now, base, grounds));
  return problems;
}

/** Whether the text gives the baseline itself, apart from this change. */
function saysItself({ baseline }: NumberClaim, own: readonly Claim[]): boolean {
  return own.some(({ kind }) => kind === baseline);
}

const OPPOSITES: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  上升: '下降',
  提高: '降低',
  降低: '增加',
  增幅: '降幅',
  降幅: '增幅',
  压减: '增加',
  节约: '增加',
  减幅: '增幅',
  大于: '小于',
  小于: '大于',
  高于: '低于',
  低于: '高于',
  超过: '低于',
  多于: '少于',
  少于: '多于',
};

/** A word that says another direction than the numbers; `wanted` is the sign of the difference. */
export function wrongWord(
  claim: NumberClaim | DirectionClaim,
  word: Word,
  wanted: number,
  now: Operand,
  base: Operand,
  { section, reference }: Grounds,
): TextProblem {
  const right = wordFor(word, wanted);
  const relation = wanted > 0 ? '大于' : wanted < 0 ? '小于' : '等于';
  const unchosen = claim.kind === 'direction' && claim.unchosen;
  const written = claim.passage.text.slice(word.start, word.end);
  const isDoubtful = reference.isDoubtful([...now.cells, ...base.cells]);
  return problemOf(claim, {
    rule: unchosen ? 'text/placeholder' : `${section}/narrative-direction`,
    severity: isDoubtful && !unchosen ? 'warning' : 'error',
    message:
      `“${nameOf(claim.topic)}”写为“${written}”，而本年 ${formatAmount(now.value)} ${relation}` +
      `${BASELINES[claim.baseline]} ${formatAmount(base.value)}${right === null ? '' : `，应为“${right}”`}。`,
    cells: [...now.cells, ...base.cells],
    replacement: right === null ? null : { start: word.start, end: word.end, text: right },
  });
}

function wordFor({ text, direction }: Word, wanted: number): string | null {
  if (wanted === 0) return direction === 0 || !/于$|超过/.test(text) ? null : '等于';
  if (direction === 0) return text === '等于' ? (wanted > 0 ? '大于' : '小于') : null;
  return direction === wanted ? text : (OPPOSITES[text] ?? null);
}

/** 基本持平 is true of a difference up to this share of the base. */
const ROUGHLY = 0.02;

/** 大于, 小于, 等于, 持平 against the numbers (rules.md C14). */
export function direction(claim: DirectionClaim, bases: Bases, grounds: Grounds): readonly TextProblem[] {
  const now = bases.actual;
  const base = bases[claim.baseline];
  if (now === null || base === null) return [];
  const difference = now.value.minus(base.value);
  if (claim.roughly && difference.abs().lte(base.value.abs().mul(ROUGHLY))) return [];
  const wanted = Math.sign(difference.toNumber());
  return wanted === claim.word.direction && !claim.unchosen
    ? []
    : [wrongWord(claim, claim.word, wanted, now, base, grounds)];
}
