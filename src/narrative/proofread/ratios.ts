import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { basesOf, type Bases } from './bases';
import { wrongWord } from './changes';
import { isNumber, type NumberClaim } from './claim';
import { nameOf, problemOf } from './claim-problem';
import type { Grounds } from './grounds';
import { lastNamed } from './names';
import { given, growthOf, judgePercent, printedPercent, ratioOf, type Operand, type Ratio } from './operand';
import { otherGrounds } from './other-grounds';
import type { TextProblem } from './problem';

function percent(
  claim: NumberClaim,
  ratio: Ratio,
  rule: string,
  what: string,
  grounds: Grounds,
): readonly TextProblem[] {
  const { numeral } = claim;
  const verdict = judgePercent(numeral.value, numeral.digits, ratio);
  if (verdict === 'exact') return [];
  const { rounded, text: right } = printedPercent(ratio.value, Math.max(numeral.digits, grounds.percentDigits));
  const isDoubtful = grounds.reference.isDoubtful(ratio.cells);
  const tail = verdict === 'warning' ? '相差很小，可能是四舍五入所致，请核对。' : otherGrounds(claim, grounds);
  return [
    problemOf(claim, {
      rule,
      severity: verdict === 'warning' || (isDoubtful && impossible(claim) === '') ? 'warning' : 'error',
      message:
        `“${nameOf(claim.topic)}”${what}写为 ${numeral.value.toFixed()}%，应为 ${right}（${ratio.formula}）。` +
        `${impossible(claim)}${isDoubtful ? '所依据的表内数字本身存疑，请先核对公开表。' : tail}`,
      cells: ratio.cells,
      expected: rounded,
      actual: numeral.value,
      cause: verdict === 'warning' ? 'rounding' : null,
      replacement: isDoubtful ? null : { start: numeral.start, end: numeral.end, text: right },
    }),
  ];
}

function impossible({ kind, word, numeral }: NumberClaim): string {
  if (!numeral.value.gt(100)) return '';
  if (kind === 'growth' && word?.direction === -1) return '降幅不可能超过 100%。';
  return kind === 'share' ? '占比不可能超过 100%。' : '';
}

/** 增减幅度, of the baseline; none on a base of 0 (rules.md C02). */
export function growth(claim: NumberClaim, bases: Bases, grounds: Grounds): readonly TextProblem[] {
  const now = bases.actual;
  const base = bases[claim.baseline];
  if (now === null || base === null) return [];
  const rule = `${grounds.section}/narrative-change`;
  const rates = growthOf(now, base);
  if (rates === null) return [zeroBase(claim, rule, base)];
  const wanted = Math.sign(now.value.minus(base.value).toNumber());
  const problems = [
    ...percent(claim, rates, rule, `${claim.word?.text ?? '增减'}幅度`.replace('幅度幅度', '幅度'), grounds),
  ];
  if (claim.word !== null && wanted !== 0 && wanted !== claim.word.direction) {
    problems.push(wrongWord(claim, claim.word, wanted, now, base, grounds));
  }
  return problems;
}

/** 完成预算的百分比; none on a budget of 0 (rules.md C13). */
export function rate(
  claim: NumberClaim,
  { actual, budget, adjusted }: Bases,
  grounds: Grounds,
): readonly TextProblem[] {
  const base = claim.of === 'adjusted' ? adjusted : budget;
  if (actual === null || base === null) return [];
  const rule = `${grounds.section}/narrative-rate`;
  const ratio = ratioOf(actual, base);
  return ratio === null ? [zeroBase(claim, rule, base)] : percent(claim, ratio, rule, '完成预算的百分比', grounds);
}

function zeroBase(claim: NumberClaim, rule: string, base: Operand): TextProblem {
  return problemOf(claim, {
    rule,
    severity: 'warning',
    message:
      `“${nameOf(claim.topic)}”的${base.label}为 ${formatAmount(base.value)}，不能作为百分比的基数，` +
      `不应写“${claim.numeral.value.toFixed()}%”。`,
    cells: base.cells,
    replacement:
      base.value.isZero() && claim.passage.text.charAt(claim.from) === '，'
        ? { start: claim.from, end: claim.end, text: '' }
        : null,
  });
}

/** 占比, of what the text names or of the usual whole (rules.md C03, C05, C10, C16, C21, C24). */
export function share(
  claim: NumberClaim,
  { actual }: Bases,
  grounds: Grounds,
): readonly TextProblem[] {
  const whole = wholeOf(claim, grounds);
  if (actual === null || whole === null) return [];
  const rule = `${grounds.section}/narrative-share`;
  const ratio = ratioOf(actual, whole);
  if (ratio === null) return claim.numeral.value.isZero() ? [] : [zeroBase(claim, rule, whole)];
  if (closesToHundred(claim, ratio, grounds)) return [];
  const problems = percent(claim, ratio, rule, '占比', grounds);
  return problems.length > 0 || impossible(claim) === ''
    ? problems
    : [
        problemOf(claim, {
          rule: 'text/impossible',
          severity: 'error',
          message:
            `“${nameOf(claim.topic)}”占比写为 ${claim.numeral.value.toFixed()}%（${ratio.formula}）。` + impossible(claim),
          cells: ratio.cells,
          actual: claim.numeral.value,
        }),
      ];
}

/** Whether a share misses by a unit of its last digit so that the shares of its list make exactly 100 %. */
function closesToHundred({ passage, numeral, of }: NumberClaim, { value }: Ratio, { claims }: Grounds): boolean {
  const unit = new Decimal(10).pow(-numeral.digits);
  const rounded = value.toDecimalPlaces(numeral.digits, Decimal.ROUND_HALF_UP);
  if (numeral.digits === 0 || numeral.value.minus(rounded).abs().gt(unit)) return false;
  const list = claims.filter(isNumber).filter((one) => one.kind === 'share' && one.passage === passage && one.of === of);
  return list.length > 1 && list.reduce((sum, one) => sum.plus(one.numeral.value), new Decimal(0)).eq(100);
}

const TOTAL =
  /^(?:(?:本年|当年|全部|总|全年)*(?:支出|收入)?(?:合计|总额|总计|总数)?|总(?:支出|收入)|(?:支出|收入)总额)$/;

/** What a share is of: the topic that the text names, the usual whole where it names none or just a total. */
function wholeOf({ topic, of }: NumberClaim, { topics, claims }: Grounds): Operand | null {
  const named = lastNamed(of, topics)?.topic;
  if (named !== undefined && named.key !== topic.key) {
    return basesOf(
      named,
      claims.filter((claim) => claim.topic.key === named.key),
    ).actual;
  }
  return TOTAL.test(of) ? given(topic.whole) : null;
}
