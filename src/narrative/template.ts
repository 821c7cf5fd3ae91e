/** A piece of a sentence's wording. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  /** The fact of a slot; the items of a list with the separator between them. */
  | { readonly kind: 'slot'; readonly slot: string; readonly separator: string }
  /** A word chosen by the sign of an amount: positive, negative, zero. */
  | { readonly kind: 'direction'; readonly slot: string; readonly words: readonly [string, string, string] }
  /** Said only where every fact directly in it exists. */
  | { readonly kind: 'optional'; readonly parts: readonly Part[] };

/** What is wrong with a house style, all of it: each problem names its sentence and says what to mend. */
export class StyleError extends RangeError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'StyleError';
    this.problems = problems;
  }
}

/** One problem of one sentence. */
export function styleError(sentence: string, reason: string): StyleError {
  return new StyleError([`模板“${sentence}”：${reason}`]);
}

const SLOT = /^([A-Za-z]+)(?:\*(.*)|\?([^|]+)\|([^|]+)(?:\|([^|]+))?)?$/s;

/**
 * Reads the wording of a sentence: `{total}` a fact, `{items*；}` a list and its separator, `{change?增加|减少}` a word
 * by the sign of an amount (a third word for 0), `[，占{share}]` words that fall out with their fact. Brackets and
 * braces of the wording itself are full-width. Throws a {@link StyleError} where braces or brackets do not match.
 */
export function parseTemplate(sentence: string, text: string): readonly Part[] {
  const fail = (reason: string): never => {
    throw styleError(sentence, reason);
  };
  const slotOf = (body: string): Part => {
    const match = SLOT.exec(body) ?? fail(`“{${body}}”不是有效的填空，应如 {total}、{items*；} 或 {change?增加|减少}`);
    const [, slot = '', separator, positive, negative, zero] = match;
    return positive === undefined || negative === undefined
      ? { kind: 'slot', slot, separator: separator ?? '' }
      : { kind: 'direction', slot, words: [positive, negative, zero ?? positive] };
  };
  const read = (source: string, optional: boolean): Part[] =>
    (source.match(/\{[^{}]*\}|\[[^[\]]*\]|[^{}[\]]+|[{}[\]]/g) ?? []).map((piece): Part => {
      if (/^[{}[\]]$/.test(piece)) return fail(`括号“${piece}”没有配对`);
      if (piece.startsWith('{')) return slotOf(piece.slice(1, -1));
      if (!piece.startsWith('[')) return { kind: 'literal', text: piece };
      const inner = optional ? fail('方括号不能套方括号') : read(piece.slice(1, -1), true);
      if (inner.every(({ kind }) => kind === 'literal')) return fail(`“${piece}”里没有填空`);
      return { kind: 'optional', parts: inner };
    });
  return read(text, false);
}

/** A place of a template where a fact goes. */
export interface SlotUse {
  readonly slot: string;
  readonly bracketed: boolean;
  /** A word by the sign of the fact, not the fact itself. */
  readonly directed: boolean;
}

/** The slots that a template uses, each with whether it stands in brackets. */
export function slotsOf(parts: readonly Part[], bracketed = false): readonly SlotUse[] {
  return parts.flatMap((part) => {
    if (part.kind === 'literal') return [];
    if (part.kind === 'optional') return slotsOf(part.parts, true);
    return [{ slot: part.slot, bracketed, directed: part.kind === 'direction' }];
  });
}
