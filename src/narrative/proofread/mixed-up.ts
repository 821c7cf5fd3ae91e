import type { Unbound } from './bind';
import type { Topic } from '../topic';
import type { Claim } from './claim';
import { nameOf } from './claim-problem';
import type { Passage } from './document';
import { matchProblem, passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** Words that have no business in a paragraph about nothing but the topic. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  'three-public/hospitality': /出国|公务用车/,
  'three-public/overseasTravel': /公务接待|公务用车/,
  'three-public/vehicleRunning': /出国|公务接待/,
  'three-public/vehiclePurchase': /出国|公务接待/,
};

/** The same by the name of an item, as leftovers of the paragraph above or below come about. */
const FOREIGN_TO_ITEM: readonly (readonly [item: RegExp, foreign: RegExp])[] = [
  [/公积金/, /医疗保险|养老保险|职业年金/],
  [/医疗/, /公积金|养老保险|职业年金/],
  [/养老保险|职业年金/, /公积金|医疗保险/],
];

function foreignTo(topic: Topic): RegExp | undefined {
  const item = topic.path?.at(-1);
  return item === undefined ? FOREIGN[topic.key] : FOREIGN_TO_ITEM.find(([name]) => name.test(item))?.[1];
}

/** A paragraph about one item that explains it with another's doings (rules.md F10). */
export function mixedUp(passages: readonly Passage[], claims: readonly Claim[]): readonly TextProblem[] {
  return passages.flatMap((passage) => {
    const topics = new Set(claims.filter((claim) => claim.passage === passage).map(({ topic }) => topic));
    const [topic] = topics;
    const text = passage.text.replace(ITEM_NAMES, (name) => '　'.repeat(name.length));
    const found = topic === undefined || topics.size > 1 ? null : (foreignTo(topic)?.exec(text) ?? null);
    if (topic === undefined || found === null) return [];
    return [
      matchProblem(passage, found, {
        rule: 'text/mixed-up',
        severity: 'warning',
        message: `说“${nameOf(topic)}”的段落里出现了“${found[0]}”，疑似张冠李戴，请核对原因说明。`,
      }),
    ];
  });
}

/** 类, 款 and 项 in front of an item speak of others. */
const ITEM_NAMES = /^[^。]*（项）/;

const FALL = /(?:下降|减少|降低|压减|降幅)(?:了|约|为|达)*$/;
const SHARE = /占[^占，。；：]{0,24}$/;

/** Percentages that no arithmetic can give and that nothing else was compared with (rules.md F08). */
export function impossible(unbound: readonly Unbound[]): readonly TextProblem[] {
  return unbound.flatMap(({ passage, numeral }) => {
    const lead = passage.text.slice(0, numeral.start);
    const isFall = FALL.test(lead);
    if (!numeral.unit.startsWith('%') || !numeral.value.gt(100) || !(isFall || SHARE.test(lead))) return [];
    return [
      passageProblem(passage, Math.max(0, numeral.start - 8), numeral.end, {
        rule: 'text/impossible',
        severity: 'error',
        message: isFall ? '降幅不可能超过 100%，请核对基数。' : '占比不可能超过 100%，请核对分母。',
      }),
    ];
  });
}
