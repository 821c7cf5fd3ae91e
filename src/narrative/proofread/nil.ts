import type { TableId } from '../../tables/accounts';
import type { NarrativeSection } from '../section';
import type { Topic } from '../topic';
import type { Claim } from './claim';
import type { Passage } from './document';
import type { Chapter } from './outline';
import { given } from './operand';
import { matchProblem, passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import type { Reference } from './reference';

/** How each of the two funds is called, and the other one. */
const FUNDS = {
  'government-funds': { own: '政府性基金', pattern: /政府性基金/, other: /国有(?:资本|资产)经营/ },
  'state-capital': { own: '国有资本经营预算', pattern: /国有(?:资本|资产)经营/, other: /政府性基金/ },
} as const;
type FundId = keyof typeof FUNDS;

const NIL =
  /(?:没有|无|未)(?:发生|使用|安排)?[^。；]{0,12}?(?:政府性基金|国有(?:资本|资产)经营)|^(?:本单位|本部门)?无[。]?$/;

/** Notes under a fund's table that speak of the other fund (rules.md C27, F10). */
export function noteProblems(passages: readonly Passage[], table: TableId | null): readonly TextProblem[] {
  if (!isFund(table)) return [];
  return passages.flatMap((passage) => ofOtherFund(passage, table));
}

function isFund(id: string | null): id is FundId {
  return id !== null && id in FUNDS;
}

function ofOtherFund(passage: Passage, id: FundId): readonly TextProblem[] {
  const { own, pattern, other } = FUNDS[id];
  const wrong = other.exec(passage.text);
  if (wrong === null || pattern.test(passage.text)) return [];
  const message = `这里说的应是${own}，写的却是“${wrong[0]}”，疑似张冠李戴。`;
  return [matchProblem(passage, wrong, { rule: `${id}/narrative-nil`, severity: 'error', message })];
}

/** A fund's section against its table: nil wording if and only if it is empty, of the right fund (rules.md C27, F10). */
export function nilProblems(
  { passages, heading }: Chapter,
  { id }: NarrativeSection,
  topics: readonly Topic[],
  claims: readonly Claim[],
  reference: Reference,
): readonly TextProblem[] {
  const [first] = passages;
  if (!isFund(id) || first === undefined) return [];
  const { own } = FUNDS[id];
  const rule = `${id}/narrative-nil`;
  const problems = passages.flatMap((passage) => ofOtherFund(passage, id));
  const spent = topics.filter(({ actual }) => given(actual)?.value.isZero() === false);
  const saying = passages.find(({ text }) => NIL.test(text));
  const cells = spent.flatMap(({ actual }) => given(actual)?.cells ?? []);
  if (spent.length > 0 && saying !== undefined && !reference.isDoubtful(cells)) {
    const message = `正文说没有${own}收支，而公开表中有数，请写明收入、支出和结转结余。`;
    problems.push(passageProblem(saying, 0, saying.text.length, { rule, severity: 'error', message, cells }));
  }
  const isTold = saying !== undefined || claims.length > 0 || problems.length > 0;
  if (spent.length === 0 && !isTold) {
    const place = heading ?? first;
    const message = `公开表没有数，应写明“本单位没有${own}收入，也没有使用${own}安排的支出”。`;
    problems.push(passageProblem(place, 0, place.text.length, { rule, severity: 'warning', message }));
  }
  return problems;
}
