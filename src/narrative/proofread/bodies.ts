import type { Passage } from './document';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** What a text says of the bodies that its 决算 is made up from: how many, or which. */
export interface SaidBodies {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The names, where it lists them. */
  readonly names: readonly string[] | null;
  readonly count: number;
}

const COUNT = /(?<!下属|所属|二级|直属|下级)预算单位(?:共|有)*(\d+)(?:个|家)/;
const LIST = /汇总公开单位(?:构成)?(?:仅|只)?包括：?([^。；]+)/;

/** The number of 预算单位 and the list of 决算单位构成 in the passages of a text. */
export function bodiesIn(passages: readonly Passage[]): readonly SaidBodies[] {
  return passages.flatMap((passage): readonly SaidBodies[] => {
    const count = COUNT.exec(passage.text);
    const list = LIST.exec(passage.text);
    const names = list?.[1]?.split(/、|，|以及/).filter((name) => name !== '') ?? [];
    return [
      ...(count === null ? [] : [{ passage, ...placeOf(count), names: null, count: Number(count[1]) }]),
      ...(list === null ? [] : [{ passage, ...placeOf(list), names, count: names.length }]),
    ];
  });
}

function placeOf({ 0: { length }, index }: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: index, end: index + length };
}

/** A number of bodies that is not that of the list, in whichever text (rules.md F10): a hint, for either may be meant otherwise. */
export function bodyProblems(said: readonly SaidBodies[]): readonly TextProblem[] {
  const listed = said.find(({ names }) => names !== null);
  if (listed === undefined) return [];
  const names = listed.names?.map((name) => `“${name}”`).join('、') ?? '';
  return said
    .filter((one) => one.names === null && one.count !== listed.count)
    .map(({ passage, start, end, count }) =>
      passageProblem(passage, start, end, {
        rule: 'text/contradiction',
        severity: 'warning',
        message: `这里写预算单位 ${count} 个，而决算单位构成写了 ${listed.count} 个：${names}，请核对。`,
      }),
    );
}
