import type { Passage } from './document';
import { matchProblem, passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import { isInReason } from './reason';

const YEAR = /(?<![\d.])(\d{3,6}(?=年)|20(?=年度))年/g;
const SENTENCE_OPENS =
  /(?:^|[。；：）])(?:[（]?[一二三四五六七八九十\d]{1,3}[）、.])?(?:关于|截[至止]|本?部门|本?单位|我(?:部|局|单位)|其中)?$/;
const COMPARED = /(?:与|比|较|同|和|从|自|(?<!截)至|到)(?:上年|上年度)?$/;
const COMPARED_WITH = /(?:与|比|较|同|和)(?:上年|上年度)?$/;
/** 「，与2029年度相比，增加3万元」 is no part of the reason before it. */
const CLAUSE_OPENS = /[，；。](?:与|比|较|同|和)$/;
const COMPARES_AMOUNTS = /^年度?(?:决算数?|支出数?)*(?:相比，?)?[^，。；]{0,16}(?:增加|减少)\d/;
const OF_BUDGET = /^年(?:度)?(?:年初|全年)?预算/;
const AS_A_WHOLE = /^年(?:度|末|12月31日)/;

/**
 * Years that are not the year of the accounts (rules.md F03, D06): an error where a sentence opens with it or speaks of
 * the year as a whole, otherwise a warning. Explanations and comparisons may name any year.
 */
export function yearProblems(passage: Passage, year: number, isNarrative: boolean): readonly TextProblem[] {
  const { text } = passage;
  return [...text.matchAll(YEAR)].flatMap((match): readonly TextProblem[] => {
    const [, digits = ''] = match;
    const start = match.index;
    const end = start + digits.length;
    const before = text.slice(0, start);
    const opens = SENTENCE_OPENS.test(before);
    const isOther = digits.length !== 4;
    if (!isNarrative && before !== '') return [];
    if (digits.length === 3 && !lacksOneDigit(digits, year)) return [];
    const isComparison = COMPARED_WITH.test(before.slice(-4));
    const isClause = CLAUSE_OPENS.test(before) && COMPARES_AMOUNTS.test(text.slice(end));
    if (isNarrative && !isOther && isComparison && (isClause || !isInReason(text, start))) {
      return comparedYear(passage, match, OF_BUDGET.test(text.slice(end)) ? year : year - 1, year);
    }
    if (Number(digits) === year) return [];
    if (!isOther && (isInReason(text, start) || COMPARED.test(before.slice(-4)))) return [];
    const isCertain = isNarrative && (isOther || opens || AS_A_WHOLE.test(text.slice(end)));
    return [
      passageProblem(passage, start, Math.min(end + 3, text.length), {
        rule: 'text/year',
        severity: isCertain ? 'error' : 'warning',
        message: `年份写为 ${digits} 年，本年度是 ${year} 年。`,
        replacement: { start, end, text: String(year) },
      }),
    ];
  });
}

/** 「203年」 for 2030; 「建校120年」 is no year. */
function lacksOneDigit(digits: string, year: number): boolean {
  const whole = String(year);
  return [...whole].some((_, at) => whole.slice(0, at) + whole.slice(at + 1) === digits);
}

/** A year that is compared with: the budget's is the year itself, any other the one before; 比本年 is let pass. */
function comparedYear(
  passage: Passage,
  { 0: whole, 1: digits = '', index }: RegExpExecArray,
  wanted: number,
  year: number,
): readonly TextProblem[] {
  const said = Number(digits);
  if (said === wanted || said === year) return [];
  return [
    passageProblem(passage, Math.max(0, index - 1), index + whole.length, {
      rule: 'text/year',
      severity: said > year ? 'error' : 'warning',
      message: `相比的年份写为 ${digits} 年，一般应为 ${wanted} 年。`,
      replacement: { start: index, end: index + digits.length, text: String(wanted) },
    }),
  ];
}

const YEAR_END = /截[至止]\d{3,6}年((?:\d{1,2})月(?:\d{1,2})日)/g;

/** The day of a balance is the last of the year. */
export function dayProblems(passage: Passage): readonly TextProblem[] {
  return [...passage.text.matchAll(YEAR_END)].flatMap((match) => {
    const day = match[1] ?? '';
    const end = match.index + match[0].length;
    if (day === '12月31日') return [];
    return [
      matchProblem(passage, match, {
        rule: 'text/year',
        severity: 'warning',
        message: `决算的时点一般是 12月31日，这里写为 ${day}。`,
        replacement: { start: end - day.length, end, text: '12月31日' },
      }),
    ];
  });
}
