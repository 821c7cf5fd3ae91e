import type { Slots } from './fact';
import { parseTemplate, slotsOf, styleError, StyleError, type Part } from './template';

/** A section and what its heading says, without numbering. */
export interface StyleSection {
  /** Which of the sections that can be told. */
  readonly id: string;
  readonly heading: string;
}

/** Several sections under one heading, numbered （一）, （二） within it. */
export interface StyleGroup {
  readonly heading: string;
  readonly parts: readonly StyleSection[];
}

/** An entry of 名词解释. */
export interface Term {
  readonly name: string;
  /** What else it is called where it occurs. */
  readonly also?: readonly string[];
  readonly text: string;
}

/**
 * The wording of a province or an office, as data that can be copied, edited and loaded: the sections in their order,
 * the first one numbered 一, a template for every sentence, and the terms that 名词解释 explains where they occur.
 */
export interface HouseStyle {
  readonly name: string;
  readonly sections: readonly (StyleSection | StyleGroup)[];
  readonly sentences: Readonly<Record<string, string>>;
  readonly glossary?: readonly Term[];
}

/** A house style that was found sound, its templates read. */
export interface CompiledStyle {
  readonly sections: HouseStyle['sections'];
  readonly templates: ReadonlyMap<string, readonly Part[]>;
  readonly glossary: readonly Term[];
}

/** What a style can word: every sentence with its slots, and every section by its id. */
export interface Vocabulary {
  readonly sentences: Slots;
  readonly sections: readonly string[];
}

/** Facts that every sentence may use besides its own. */
export const COMMON_SLOTS = ['year', 'lastYear', 'department?'] as const;
/** The slots that always hold a difference, whose sign can choose a word. */
const DIRECTED: readonly string[] = ['change', 'added'];

/** The section entries of a style, those of groups among them. */
export function sectionsOf({ sections }: Pick<HouseStyle, 'sections'>): readonly StyleSection[] {
  return sections.flatMap((entry) => ('parts' in entry ? entry.parts : [entry]));
}

/**
 * Reads a house style against what exists. Throws a {@link StyleError} with everything that is wrong: a sentence that
 * is missing or unknown, a slot that its sentence does not have, a fact that may not exist outside square brackets, a
 * word by the sign of what has none, a section that is unknown or there twice.
 */
export function compileStyle(style: HouseStyle, { sentences, sections }: Vocabulary): CompiledStyle {
  const problems: string[] = [];
  const report = (sentence: string, reason: string): void => void problems.push(...styleError(sentence, reason).problems);
  for (const name of Object.keys(style.sentences)) {
    if (!(name in sentences)) report(name, '没有这个句子，请核对名称');
  }
  const templates = Object.entries(sentences).map(([name, slots]) => {
    const text = style.sentences[name];
    if (text === undefined) report(name, '缺少这个句子的文字');
    return [name, read(name, text ?? '', slots, problems)] as const;
  });
  const seen = new Set<string>();
  for (const { id } of sectionsOf(style)) {
    if (!sections.includes(id)) report(id, `没有这一节，sections 中的 id 可用：${sections.join('、')}`);
    if (seen.has(id)) report(id, '这一节在 sections 中出现了两次');
    seen.add(id);
  }
  if (problems.length > 0) throw new StyleError(problems);
  return { sections: style.sections, templates: new Map(templates), glossary: style.glossary ?? [] };
}

/** The wording of one sentence; what is wrong with it is added to the problems. */
function read(name: string, text: string, slots: readonly string[], problems: string[]): readonly Part[] {
  try {
    const parts = parseTemplate(name, text);
    const offered = [...slots, ...COMMON_SLOTS];
    const wrong = slotsOf(parts).flatMap(({ slot, bracketed, directed }) => {
      const optional = offered.includes(`${slot}?`);
      if (!optional && !offered.includes(slot)) return `没有填空“{${slot}}”，可用：${offered.join('、')}`;
      if (directed && !DIRECTED.includes(slot)) return `“${slot}”不是增减额，不能按正负选词`;
      return optional && !bracketed ? `“{${slot}}”不一定有，应连同前后文字放在方括号 [ ] 内` : [];
    });
    problems.push(...wrong.flatMap((reason) => styleError(name, reason).problems));
    return parts;
  } catch (error) {
    if (!(error instanceof StyleError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}
