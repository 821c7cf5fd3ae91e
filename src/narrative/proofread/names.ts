import type { Topic } from '../topic';

/** A topic's name found in a text. */
export interface Named {
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
}

/** The topic that a text names last; of names that end together the longest. Null where it names none. */
export function lastNamed(text: string, topics: readonly Topic[]): Named | null {
  let best: Named | null = null;
  for (const topic of topics) {
    for (const name of topic.names) {
      const start = text.lastIndexOf(name);
      const end = start + name.length;
      if (start < 0 || (best !== null && (end < best.end || (end === best.end && start >= best.start)))) continue;
      best = { topic, start, end };
    }
  }
  return best;
}

/** A name as it is compared: without a trailing 支出 and without what distinguishes 维修费 from 维修（护）费. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()（）]/g, '')
    .replace(/支出$/, '');
}

/** Share of the letter pairs that two names have in common (Dice), from 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] => [...text].slice(1).map((letter, index) => text.charAt(index) + letter);
  const [left, right] = [pairs(a), pairs(b)];
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * common.length) / (left.length + right.length);
}
