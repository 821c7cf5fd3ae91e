import { isUnitSlip } from './claim';
import type { Passage } from './document';
import { numeralsOf, type Numeral } from './numeral';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const PER_UNIT = /(?:每|均|单价|标准)[^，。；]*$/;
const OF_MONEY = /(?:费|款|资金|支出|收入|预算|决算|结余|金额|合计|共计|增加|减少)[^，。；\d]*$/;
/** An amount of money is what a whole number of 万 must be right behind these; elsewhere it may count people. */
const IS_MONEY = /(?:费|款|资金|支出|收入|预算|决算|结余|金额|总额)(?:总额|金额|合计|总计|数)?(?:为|共计?|合计|约|达)?$/;
const LEAD = 12;

/**
 * Units of amounts that nothing else is known of (rules.md F02): 元 with 角 and 分 below 10 000 in a passage that
 * counts in 万元, 0元 there, 万 without its 元, decimals without any unit behind words that speak of money.
 */
export function unitSlips(passage: Passage, numerals: readonly Numeral[]): readonly TextProblem[] {
  const isInWan = numeralsOf(passage.text).some(({ unit }) => unit === '万元');
  if (!isInWan) return [];
  return numerals.flatMap((numeral) => {
    const { value, digits, unit, start, end } = numeral;
    const lead = passage.text.slice(0, start);
    if (PER_UNIT.test(lead) || passage.text.charAt(end) === '/') return [];
    const isInYuan = isUnitSlip(numeral) && (digits > 0 || value.isZero());
    const lacksYuan = unit === '万' && (digits > 0 ? OF_MONEY : IS_MONEY).test(lead);
    const lacksUnit = unit === '' && digits > 0 && !value.isZero() && OF_MONEY.test(lead);
    if (!isInYuan && !lacksYuan && !lacksUnit) return [];
    const number = value.toFixed(digits);
    const right = `${number}万元`;
    return [
      passageProblem(passage, Math.max(0, start - LEAD), end, {
        rule: 'text/unit',
        severity: isInYuan && !value.isZero() ? 'error' : 'warning',
        message: isInYuan
          ? `写为 ${number}元，上下文都以万元为单位，应为 ${right}。`
          : lacksYuan
            ? `“${number}万”缺少“元”字，应为“${right}”。`
            : `“${number}”后面缺少单位“万元”。`,
        cause: isInYuan ? 'unit' : null,
        replacement: { start, end, text: right },
      }),
    ];
  });
}
