import type { Topic } from '../topic';
import type { Claim } from './claim';
import { behindLast } from './lead';
import { passageProblem, type Said } from './passage-problem';
import type { TextProblem } from './problem';

const SHORTEST_QUOTE = 8;

/** A problem of a claim: quotes the words that lead to it, the clause, or two where one alone says too little. */
export function problemOf({ passage, start, end, from }: Claim, said: Said): TextProblem {
  const lead = passage.text.slice(from, start);
  let begin = from + behindLast(lead, ['，', '；', '。', '：']);
  if (end - begin < SHORTEST_QUOTE) begin = Math.max(from, passage.text.lastIndexOf('，', begin - 2) + 1);
  while (begin < start && /[，。；：、]/.test(passage.text.charAt(begin))) begin += 1;
  return passageProblem(passage, Math.min(begin, start), end, said);
}

/** A topic as a sentence names it. */
export function nameOf(topic: Topic): string {
  return topic.path?.at(-1) ?? topic.names[0] ?? topic.key;
}
