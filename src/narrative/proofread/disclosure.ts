import { formatAmount } from '../../money/figure';
import type { SectionId } from '../section';
import type { Topic } from '../topic';
import type { Claim } from './claim';
import type { SaidCount } from './counts';
import { given } from './operand';
import type { Chapter } from './outline';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** What has to be told of a “三公” item that money was spent on. */
const REQUIRED: readonly { readonly key: string; readonly what: string; readonly pattern: RegExp }[] = [
  { key: 'three-public/overseasTravel', what: '因公出国（境）的团组数', pattern: /团组|批次|（批）次/ },
  { key: 'three-public/overseasTravel', what: '因公出国（境）的人次', pattern: /出国[^。]*\d人|\d+人[^。]*出国/ },
  { key: 'three-public/hospitality', what: '国内公务接待的批次', pattern: /\d+(?:个|批)/ },
  { key: 'three-public/hospitality', what: '国内公务接待的人次', pattern: /(?:来宾|接待)[^。]*\d人/ },
  { key: 'three-public/vehicles', what: '公务用车保有量', pattern: /保有量|保有公务用车/ },
];
/** A section with fewer passages is an extract. */
const WHOLE_SECTION = 4;

/**
 * Groups, persons and vehicles that have to be told with the “三公” amounts (rules.md C21), missed in the last passage
 * about the item: the particulars follow the totals.
 */
export function undisclosed(
  { heading, passages }: Chapter,
  section: SectionId,
  topics: readonly Topic[],
  claims: readonly Claim[],
): readonly TextProblem[] {
  if (section !== 'three-public' || passages.length < WHOLE_SECTION || heading === null) return [];
  return REQUIRED.flatMap(({ key, what, pattern }) => {
    const actual = given(topics.find((topic) => topic.key === key)?.actual);
    if (actual === null || actual.value.isZero() || passages.some(({ text }) => pattern.test(text))) return [];
    const place = claims.filter(({ topic }) => topic.key === key).at(-1)?.passage ?? heading;
    return [
      passageProblem(place, 0, place.text.length, {
        rule: 'three-public/narrative-count',
        severity: 'warning',
        message: `没有写明${what}，请补充。`,
        cells: actual.cells,
      }),
    ];
  });
}

/** Counts that there are only where money was spent, and the topic that tells. */
const COUNTED: Readonly<Record<string, string>> = {
  'three-public/overseasTravel/groups': 'three-public/overseasTravel',
  'three-public/overseasTravel/persons': 'three-public/overseasTravel',
  'three-public/hospitality/groups': 'three-public/hospitality',
  'three-public/hospitality/persons': 'three-public/hospitality',
  'three-public/vehiclePurchase/bought': 'three-public/vehiclePurchase',
};

/**
 * Groups, persons or vehicles where nothing was spent, and none where something was (rules.md C21). A vehicle may be
 * paid for in another year than it is delivered.
 */
export function countsWithoutAmounts(
  counts: readonly SaidCount[],
  topics: readonly Topic[],
): readonly TextProblem[] {
  return counts.flatMap(({ count: { key, name, unit }, passage, value, start, end }) => {
    const actual = given(topics.find((topic) => topic.key === COUNTED[key])?.actual);
    if (actual === null || actual.value.isZero() === (value === 0) || (value === 0 && unit === '辆')) return [];
    return [
      passageProblem(passage, start, Math.min(end + unit.length, passage.text.length), {
        rule: 'three-public/narrative-count',
        severity: 'warning',
        message: `${name}写为 ${value} ${unit}，而${actual.label}为 ${formatAmount(actual.value)} 万元，请核对。`,
        cells: actual.cells,
      }),
    ];
  });
}
