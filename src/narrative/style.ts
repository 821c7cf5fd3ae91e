import type { Slots } from './fact';
import { parseTemplate, slotsOf, StyleError, type Part } from './template';

/**
 * The wording of a province or an office, as data that can be copied, edited and loaded: the sections in their order,
 * the first one numbered 一, and a template for every sentence.
 */
export interface HouseStyle {
  readonly name: string;
  readonly sections: readonly { readonly id: string; readonly heading: string }[];
  readonly sentences: Readonly<Record<string, string>>;
}

/** A house style that was found complete, its templates read. */
export interface CompiledStyle {
  readonly sections: HouseStyle['sections'];
  readonly templates: ReadonlyMap<string, readonly Part[]>;
}

/** Facts that every sentence may use besides its own. */
export const COMMON_SLOTS = ['year', 'lastYear', 'department?'] as const;

/**
 * Reads a house style against the sentences that exist. Throws a {@link StyleError} for a sentence that is missing or
 * unknown, a slot that its sentence does not have, and a fact that may not exist outside square brackets.
 */
export function compileStyle(style: HouseStyle, sentences: Slots): CompiledStyle {
  for (const name of Object.keys(style.sentences)) {
    if (!(name in sentences)) throw new StyleError(name, '没有这个句子，请核对名称');
  }
  const templates = Object.entries(sentences).map(([name, own]) => {
    const text = style.sentences[name];
    if (text === undefined) throw new StyleError(name, '缺少这个句子的文字');
    const parts = parseTemplate(name, text);
    const offered = [...own, ...COMMON_SLOTS];
    for (const { slot, bracketed } of slotsOf(parts)) {
      const optional = offered.includes(`${slot}?`);
      if (!optional && !offered.includes(slot)) throw new StyleError(name, `没有填空“{${slot}}”，可用：${offered.join('、')}`);
      if (optional && !bracketed) throw new StyleError(name, `“{${slot}}”不一定有，应连同前后文字放在方括号 [ ] 内`);
    }
    return [name, parts] as const;
  });
  return { sections: style.sections, templates: new Map(templates) };
}
