import { isUnitSlip } from './claim';
import type { Passage } from './document';
import { numeralsOf, type Numeral } from './numeral';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const PER_UNIT = /(?:每|均|单价|标准)[^，。；]*$/;
const OF_MONEY = /(?:费|款|资金|支出|收入|预算|决算|结余|金额|合计|共计|增加|减少)[^，。；\d]*$/;
const LEAD = 12;

/**
 * Units of amounts that nothing else is known of (rules.md F02): 元 with 角 and 分 below 10 000 in a passage that
 * counts in 万元, 万 without its 元, decimals without any unit behind words that speak of money.
 */
export function unitSlips(passage: Passage, numerals: readonly Numeral[]): readonly TextProblem[] {
  const isInWan = numeralsOf(passage.text).some(({ unit }) => unit === '万元');
  return numerals.flatMap((numeral) => {
    const { value, digits, unit, start, end } = numeral;
    const lead = passage.text.slice(0, start);
    if (value.isZero() || digits === 0 || PER_UNIT.test(lead) || passage.text.charAt(end) === '/') return [];
    const isInYuan = isInWan && isUnitSlip(numeral);
    const lacksYuan = (unit === '万' || unit === '') && isInWan && OF_MONEY.test(lead);
    if (!isInYuan && !lacksYuan) return [];
    const printed = `${value.toFixed(digits)}${unit}`;
    const right = `${value.toFixed(digits)}万元`;
    return [
      passageProblem(passage, Math.max(0, start - LEAD), end, {
        rule: 'text/unit',
        severity: isInYuan ? 'error' : 'warning',
        message: isInYuan
          ? `写为 ${printed}，上下文都以万元为单位，应为 ${right}。`
          : `“${printed}”的单位没有写全，应为“${right}”。`,
        cause: isInYuan ? 'unit' : null,
        replacement: { start, end, text: right },
      }),
    ];
  });
}
