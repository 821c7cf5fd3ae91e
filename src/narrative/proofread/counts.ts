import Decimal from 'decimal.js';
import type { NarrativeSection } from '../section';
import { VEHICLES, VEHICLE_KEYS } from '../state-assets';
import type { Telling } from '../telling';
import { VEHICLES_OWNED } from '../three-public';
import type { Count } from '../topic';
import type { Passage } from './document';
import { behindLast } from './lead';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** A count as a text gives it. */
export interface SaidCount {
  readonly count: Count;
  readonly section: NarrativeSection['id'];
  readonly passage: Passage;
  readonly value: number;
  /** Place of its digits in the searched text. */
  readonly start: number;
  readonly end: number;
}

/** The counts that passages of a section give. */
export function countsIn(passages: readonly Passage[], { id, counts }: NarrativeSection): readonly SaidCount[] {
  return passages.flatMap((passage) =>
    counts.flatMap((count): readonly SaidCount[] => {
      const match = count.pattern.exec(passage.text);
      const digits = match?.[1];
      if (match === null || digits === undefined) return [];
      const start = match.index + match[0].lastIndexOf(digits);
      return [{ count, section: id, passage, value: Number(digits), start, end: start + digits.length }];
    }),
  );
}

/** Counts against what the user has given, vehicles against their kinds and against each other (rules.md C21, C26). */
export function countProblems(said: readonly SaidCount[], telling: Telling): readonly TextProblem[] {
  return [...said.flatMap((one) => againstAnswer(one, telling)), ...vehicleKinds(said), ...vehiclesTwice(said)];
}

function againstAnswer(said: SaidCount, telling: Telling): readonly TextProblem[] {
  const { key, name } = said.count;
  const answer = telling.words(key, name);
  if (answer.kind === 'gap' || !/^\d+$/.test(answer.text) || Number(answer.text) === said.value) return [];
  return [
    wrongCount(
      said,
      Number(answer.text),
      `${said.section}/narrative-count`,
      'error',
      `${name}写为 ${said.value}，补充资料中为 ${answer.text}。`,
    ),
  ];
}

function vehicleKinds(said: readonly SaidCount[]): readonly TextProblem[] {
  const total = said.find(({ count: { key } }) => key === VEHICLES);
  const kinds = said.filter(({ count: { key }, passage }) => VEHICLE_KEYS.includes(key) && passage === total?.passage);
  const sum = kinds.reduce((all, { value }) => all + value, 0);
  if (total === undefined || kinds.length === 0 || sum === total.value) return [];
  const terms = kinds.map(({ count, value }) => `${count.name} ${value}`).join(' + ');
  return [
    wrongCount(
      total,
      sum,
      'state-assets/narrative-count',
      'error',
      `车辆写为 ${total.value} 辆，而 ${terms} = ${sum} 辆。`,
    ),
  ];
}

function vehiclesTwice(said: readonly SaidCount[]): readonly TextProblem[] {
  const owned = said.find(({ count: { key } }) => key === VEHICLES_OWNED);
  const total = said.find(
    ({ count: { key }, passage }) => key === VEHICLES && passage.document === owned?.passage.document,
  );
  if (owned === undefined || total === undefined || owned.value <= total.value) return [];
  const message = `公务用车保有量写为 ${owned.value} 辆，多于国有资产占用情况中的车辆 ${total.value} 辆，请核对。`;
  return [wrongCount(owned, null, 'three-public/narrative-count', 'warning', message)];
}

function wrongCount(
  { passage, start, end, value }: SaidCount,
  right: number | null,
  rule: string,
  severity: 'error' | 'warning',
  message: string,
): TextProblem {
  const from = behindLast(passage.text, ['，', '；', '。', '：', '、'], start);
  return passageProblem(passage, from, Math.min(end + 1, passage.text.length), {
    rule,
    severity,
    message,
    actual: new Decimal(value),
    ...(right === null ? {} : { expected: new Decimal(right), replacement: { start, end, text: String(right) } }),
  });
}
