import type { Topic } from '../topic';
import { wordAt, type Baseline, type Word } from './claim';

/** Words that say how an amount stands to its baseline: 决算数大于年初预算数, 与上年持平. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly baseline: Baseline;
  readonly word: Word;
  /** 基本持平. */
  readonly roughly: boolean;
  /** 大于（小于）: the template's choice was not made. */
  readonly unchosen: boolean;
}

const AGAINST =
  /(大于|小于|等于|高于|低于|超过|多于|少于)((?:[（/](?:大于|小于|等于|高于|低于|持平)[）]?)*)(?:全年|年初|调整后?)*(预算|上年)/g;
const LEVEL_WITH =
  /(?:与|和|同|较|比)(?:\d{4}年度?)?(?:全年|年初|调整后?)*(预算|上年|去年|上一年)[^，。；\d]{0,8}?(?:\d+(?:\.\d+)?万元)?，?(基本)?(持平|一致|相同|相等|不变|无变化|无增减变化|没有变化|无增减)/g;

/** The statements of a squeezed text. */
export function statementsOf(text: string): readonly Statement[] {
  const against = [...text.matchAll(AGAINST)].map((match): Statement => {
    const [whole, first = '', others = '', base = ''] = match;
    const { index: start } = match;
    const word = { ...wordAt(first, start), end: start + first.length + others.length };
    return {
      start,
      end: start + whole.length,
      baseline: baselineOf(base),
      word,
      roughly: false,
      unchosen: others !== '',
    };
  });
  const level = [...text.matchAll(LEVEL_WITH)].map((match): Statement => {
    const [whole, base = '', roughly, said = ''] = match;
    const end = match.index + whole.length;
    const word = wordAt(said, end - said.length);
    return {
      start: match.index,
      end,
      baseline: baselineOf(base),
      word,
      roughly: roughly !== undefined,
      unchosen: false,
    };
  });
  return [...against, ...level];
}

function baselineOf(word: string): Baseline {
  return word === '预算' ? 'budget' : 'previous';
}

/** Words that say that there was none of a topic: 无其他收入, 未发生培训费. */
export interface Denial {
  readonly start: number;
  readonly end: number;
  readonly topic: Topic;
}

const NO = ['无', '没有', '未发生', '没有发生', '未产生', '未安排', '未开支', '未支出'];
/** What may not follow: 无其他收入（…） qualifies, 未安排接待费预算 speaks of the budget. */
const OTHERWISE = /^(?:（|预算|增|减)/;

/** What a squeezed text denies; of names within each other the longest. */
export function denialsOf(text: string, topics: readonly Topic[]): readonly Denial[] {
  if (!/无|没有|未/.test(text)) return [];
  const found = topics.flatMap((topic) =>
    topic.names.flatMap((name) =>
      NO.flatMap((no): readonly Denial[] => {
        const start = text.indexOf(no + name);
        const end = start + no.length + name.length;
        return start < 0 || OTHERWISE.test(text.slice(end)) ? [] : [{ start, end, topic }];
      }),
    ),
  );
  const isWithin = (one: Denial, other: Denial): boolean =>
    other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start;
  return found.filter((one) => !found.some((other) => isWithin(one, other)));
}
