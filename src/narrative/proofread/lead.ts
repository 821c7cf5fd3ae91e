import { wordAt, type Baseline, type Word } from './claim';

/** Words that may stand between a topic's name and its amount without changing what it is. */
const FILLER =
  '(?:（[^）]*）|[，、：；。]|其中|共计?|合计|均|分别|全年|本年度?|当年|年度|\\d{4}年度?|部门|单位|财政拨款|支出|收入|决算|实际|' +
  '开支|发生|总额|金额|数|额|的|中|为|是|达到?|安排)*';
const BUDGET = new RegExp(
  `^${FILLER}(?:(?:比|较|与|和|同|完成)${FILLER})?(?:年初|全年|调整后?|申报)*(?:支出)?预算(?:安排)?(?:支出)?(?:总额|金额|数|额)?(?:为|是|：|共计?)*$`,
);
const NOTHING_ELSE = new RegExp(`^${FILLER}$`);
const ACTUAL_ALONE = /决算|实际支出|实际开支/;
const PREVIOUS = /(?:上年|去年|上一年)度?(?:决算|支出|收入|实际支出)*(?:数|额)?(?:为|的)?$/;
const SHARE = /占(?:比|到|了)*([^占，。；：]{0,24}?)(?:的)?(?:比重|比例|百分比)?(?:为|是|约|达|：)*$/;
const RATE =
  /(?:完成(?:了)?(?:年初|全年|调整后?|年度)*(?:支出)?(?:预算|计划)(?:数|安排|总额)?(?:的)?|(?:预算)?(?:执行|完成)率)(?:为|是|达|达到|：)*$/;
const GROWTH = /(增长|增加|上升|提高|增幅|下降|减少|降低|降幅|压减|减幅)(?:了|率|幅度|约|为|达|：)*$/;
const BARE_GROWTH = /^，?(?:增长|增加|上升|提高|下降|减少|降低|压减)(?:了|约)*$/;
const CHANGE = /^(.*?)(增加|增长|上升|提高|减少|降低|下降|压减|节约)(?:了|额|金额|支出|约|为|：)*$/;
const COMPARED =
  /(?:比|较|与|同|和)(?:(?:本年|当年|\d{4}年度?)?(?:年初|全年|调整后?|财政)*预算|(?:本年|当年)?(?:\d{4}年|上年同期|上年|去年|上一年|同期))|同比/g;
const OVER_BUDGET = /^(.*?)(大于|小于|高于|低于|超出|超过|多于|少于)(?:年初|全年)*预算数?(?:为|：)*$/;
const ADJUSTED = /调整(?:后)?(?:的)?预算/;
const WHOLE_YEAR = /全年(?:支出)?预算/;

/** What the words between a topic's name, or the last number, and an amount say that the amount is. */
export function amountKind(rest: string, isNamed: boolean): 'budget' | 'actual' | null {
  if (BUDGET.test(rest)) return 'budget';
  return NOTHING_ELSE.test(rest) && (isNamed || ACTUAL_ALONE.test(rest)) ? 'actual' : null;
}

const AGAINST = /(?:比|较)[^，。；]*$/;
const COMPLETED = /完成[^，。；]*$/;

/** How an amount of the budget is spoken of: 比预算 10 万元 …, what follows is compared with it; 完成预算 10 万元的 …%. */
export function budgetUse(lead: string): 'compared' | 'completed' | null {
  return AGAINST.test(lead) ? 'compared' : COMPLETED.test(lead) ? 'completed' : null;
}

/** Whether words speak of the budget as it was adjusted during the year, which no table has for an item. */
export function isAdjusted(lead: string, isItem: boolean): boolean {
  return ADJUSTED.test(lead) || (isItem && WHOLE_YEAR.test(lead));
}

/** Whether the words before an amount say that it is last year's. */
export function isPrevious(lead: string): boolean {
  return PREVIOUS.test(lead);
}

/** Whether the words before a number say that it is a percentage. */
export function isPercentLead(lead: string, followsChange: boolean): boolean {
  return SHARE.test(lead) || RATE.test(lead) || (followsChange && BARE_GROWTH.test(lead));
}

/** 占…的: what the share is of, '' where the text does not say, and where 占 stands. Null where it is no share. */
export function shareOf(lead: string): { readonly of: string; readonly start: number } | null {
  const match = SHARE.exec(lead);
  return match === null ? null : { of: match[1] ?? '', start: match.index };
}

/** 完成预算的, 执行率. */
export function isRate(lead: string): boolean {
  return RATE.test(lead);
}

/** 增长, 下降 before a percentage; `offset` is where the lead stands in the text. */
export function growthWord(lead: string, offset: number): Word | null {
  const match = GROWTH.exec(lead);
  return match === null ? null : wordAt(match[1] ?? '', offset + match.index);
}

/** 比上年增加, 小于预算数 at the end of a clause: the word and with what it compares, null where it does not say. */
export function changeIn(
  clause: string,
  offset: number,
): { readonly baseline: Baseline | null; readonly word: Word } | null {
  const overBudget = OVER_BUDGET.exec(clause);
  const match = overBudget ?? CHANGE.exec(clause);
  if (match === null) return null;
  const [, before = '', word = ''] = match;
  const compared = [...before.matchAll(COMPARED)].at(-1)?.[0];
  const isBudget = overBudget !== null || compared?.endsWith('预算') === true;
  const baseline = isBudget ? 'budget' : compared === undefined ? null : 'previous';
  return { baseline, word: wordAt(word, offset + before.length) };
}

const OWN = /部?机关|我部|我局|我办/g;

/** In an explanation only what stands at the head of its own clause, or says 决算 or 预算, is a statement. */
export function isStatement(lead: string, nameStart: number, rest: string): boolean {
  const head = lead.slice(0, nameStart);
  const clause = afterLast(head, ['；', '。']);
  return (clause.length < head.length && NOTHING_ELSE.test(clause.replace(OWN, ''))) || /决算|预算/.test(rest);
}

/** What follows the last of some marks. */
export function afterLast(text: string, marks: readonly string[]): string {
  return text.slice(behindLast(text, marks));
}

/** Where that begins; of the marks up to a place where one is given. */
export function behindLast(text: string, marks: readonly string[], place = text.length): number {
  return Math.max(...marks.map((mark) => text.lastIndexOf(mark, place))) + 1;
}
