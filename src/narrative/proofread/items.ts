import type { Topic } from '../topic';
import { comparableName, similarity } from './names';

/** An item as a text names it: 一般公共服务（类）组织事务（款）行政运行（项）. */
export interface ItemName {
  /** Class, section and item, as far as given. */
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

const LEVELS = ['类', '款', '项'];
const ITEM =
  /(?:^|[、.。；：，）])?([^。；：，\d]{2,40}?)（类）(?:([^。；：，\d]{2,40}?)（款）)?(?:([^。；：，\d]{2,40}?)（项）)/g;

/** The items that a squeezed text names by class, section and item. */
export function itemNames(text: string): readonly ItemName[] {
  return [...text.matchAll(ITEM)].map((match) => {
    const path = LEVELS.flatMap((_, level) => {
      const name = match[level + 1];
      return name === undefined ? [] : [name.replace(/^(?:[\d、.，]|（[一二三四五六七八九十\d]+）)+/, '')];
    });
    return { path, start: match.index, end: match.index + match[0].length };
  });
}

/** How alike the last names have to be where the names above them agree. */
const ALIKE = 0.6;

/** The topic that a text means by a path; where none has the item's name, one much like it below the same section. */
export function topicOf({ path }: ItemName, topics: readonly Topic[]): Topic | null {
  const scored = topics.flatMap((topic) => {
    if (topic.path === undefined) return [];
    const score = scoreOf(path.map(comparableName), topic.path.map(comparableName));
    return score > 0 ? [{ topic, score }] : [];
  });
  return (
    scored.reduce<(typeof scored)[number] | null>((best, one) => (best && best.score >= one.score ? best : one), null)
      ?.topic ?? null
  );
}

function scoreOf(said: readonly string[], meant: readonly string[]): number {
  const [item, meantItem] = [said.at(-1) ?? '', meant.at(-1) ?? ''];
  const above = said.slice(0, -1).filter((name, level) => name === meant[level]).length;
  if (item === meantItem) return 10 + above;
  return above === said.length - 1 && similarity(item, meantItem) >= ALIKE ? above + similarity(item, meantItem) : 0;
}
