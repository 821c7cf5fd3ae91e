/**
 * What a word among 一级, 二级 and 三级 indicators is: the name of a 一级指标 or of its part, a 二级指标, either of the
 * two (成本指标, 满意度指标), the side head 绩效指标, or the name of an indicator.
 */
export type WordKind = 'group' | 'aspect' | 'either' | 'side' | 'name';

/** A word with what it is. */
export interface Classified {
  readonly kind: WordKind;
  /** The standard name: 产出指标; '' for marks without a name. */
  readonly text: string;
  /** Marks stand in brackets behind it. */
  readonly marks: boolean;
}

/** A word of a row, with the column it stands in. */
export interface Word extends Classified {
  readonly printed: string;
  readonly row: number;
  readonly column: number;
}

const GROUP = /^(产出|效益|效果|满意度|成本|投入|过程|决策|履职效能)(?:指标?)?$/;
const EITHER = /^(成本|满意度)指标?$/;
const ASPECT =
  /^(?:(?:数量|质量|时效|经济效益|社会效益|生态效益|可持续(?:影响|发展)|(?:服务)?对象满意度|经济成本|社会成本|生态(?:环境)?成本|环境成本)指?标?)+$/;
const MARKS = /\((?:共)?\d+(?:\.\d+)?分\)$/;
const SIDE = /^绩效指标(?:\(\d+分\))?$/;

/** Tells what a normalised word is. */
export function classify(text: string): Classified {
  if (SIDE.test(text)) return { kind: 'side', text, marks: false };
  const bare = text.replace(MARKS, '');
  const marks = bare !== text;
  if (bare === '' && marks) return { kind: 'group', text: '', marks };
  const [, group] = GROUP.exec(bare) ?? [];
  if (group !== undefined && (marks || !EITHER.test(bare))) return { kind: 'group', text: `${group}指标`, marks };
  const [, either] = EITHER.exec(bare) ?? [];
  if (either !== undefined) return { kind: 'either', text: `${either}指标`, marks: false };
  if (ASPECT.test(bare)) return { kind: 'aspect', text: bare, marks: false };
  return { kind: 'name', text, marks: false };
}

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:数量|质量|时效)/, '产出指标'],
  [/^(?:经济效益|社会效益|生态效益|可持续)/, '效益指标'],
  [/满意度/, '满意度指标'],
  [/^(?:经济成本|社会成本|生态(?:环境)?成本|环境成本)/, '成本指标'],
];

/** The 一级指标 a 二级指标 belongs to; null for 成本指标, which stands under 产出指标 in some forms. */
export function groupNameOf(aspect: string): string | null {
  return GROUPS.find(([pattern]) => pattern.test(aspect))?.[1] ?? null;
}
