import { formatAmount } from '../money/figure';
import type { CellRef } from '../workbook/address';
import type { Fact, Sentence } from './fact';
import { closeToHundred, formatPercent, type Rounding } from './measure';
import type { Span } from './paragraph';
import type { CompiledStyle } from './style';
import { styleError, type Part } from './template';

/** How facts become words. */
export interface Wording {
  readonly style: CompiledStyle;
  /** Digits of every percentage. */
  readonly percentDigits: 1 | 2;
  readonly rounding: Rounding;
  /** Whether the shares of one list are made to add up to 100 %. */
  readonly closeShares: boolean;
  /** Facts that every sentence may use. */
  readonly common: Sentence['facts'];
}

/** Puts a sentence into words, every number a span that knows its cells. */
export function write(sentence: Sentence, wording: Wording): Span[] {
  return joinText(writeParts(templateOf(sentence, wording), sentence, wording));
}

function templateOf({ name }: Sentence, { style }: Wording): readonly Part[] {
  const template = style.templates.get(name);
  if (template === undefined) throw styleError(name, '缺少这个句子的文字');
  return template;
}

function writeParts(parts: readonly Part[], sentence: Sentence, wording: Wording): Span[] {
  return parts.flatMap((part) => writePart(part, sentence, wording));
}

function writePart(part: Part, sentence: Sentence, wording: Wording): Span[] {
  if (part.kind === 'literal') return [text(part.text)];
  if (part.kind === 'optional') {
    const complete = part.parts.every((inner) => !('slot' in inner) || isThere(factOf(inner.slot, sentence, wording)));
    return complete ? writeParts(part.parts, sentence, wording) : [];
  }
  const fact = factOf(part.slot, sentence, wording);
  if (part.kind === 'direction') {
    if (fact?.kind !== 'change') throw styleError(sentence.name, `“${part.slot}”不是增减额，不能按正负选词`);
    const [positive, negative, zero] = part.words;
    return [text(fact.value.isZero() ? zero : fact.value.isNegative() ? negative : positive)];
  }
  return fact === null ? [] : writeFact(fact, part.separator, wording);
}

function writeFact(fact: Fact, separator: string, wording: Wording): Span[] {
  switch (fact.kind) {
    case 'words':
      return [text(fact.text)];
    case 'gap':
      return [{ kind: 'gap', need: fact.need, ...(fact.key === null ? {} : { key: fact.key }) }];
    case 'amount':
      return [number(formatAmount(fact.value), fact.cells, fact.formula)];
    case 'change':
      return [number(formatAmount(fact.value.abs()), fact.cells, fact.formula)];
    case 'percent':
      return [number(`${formatPercent(fact.value, wording.percentDigits, wording.rounding)}%`, fact.cells, fact.formula)];
    case 'parts': {
      const sentences = wording.closeShares ? closeShares(fact.sentences, wording) : fact.sentences;
      return sentences.flatMap((item, index) => [
        ...(index === 0 || separator === '' ? [] : [text(separator)]),
        ...write(item, wording),
      ]);
    }
  }
}

/** The same items with their `share` rounded so that all of them make 100 %. */
function closeShares(items: readonly Sentence[], { percentDigits, rounding }: Wording): readonly Sentence[] {
  const shares = items.flatMap(({ facts: { share } }) => (share?.kind === 'percent' ? [share] : []));
  if (shares.length < items.length) return items;
  const closed = closeToHundred(shares.map(({ value }) => value), percentDigits, rounding);
  return items.map(({ name, facts }, index) => {
    const share = shares[index];
    const value = closed[index];
    if (share === undefined || value === undefined) return { name, facts };
    return { name, facts: { ...facts, share: { ...share, value } } };
  });
}

function factOf(slot: string, sentence: Sentence, wording: Wording): Fact | null {
  return sentence.facts[slot] ?? wording.common[slot] ?? null;
}

function isThere(fact: Fact | null): boolean {
  return fact !== null && !(fact.kind === 'parts' && fact.sentences.length === 0);
}

/** A number that stands in no cell of this workbook (last year's, or given by the user) is plain text. */
function number(printed: string, cells: readonly CellRef[], formula: string | null): Span {
  return cells.length === 0 ? text(printed) : { kind: 'figure', text: printed, cells, formula };
}

function text(printed: string): Span {
  return { kind: 'text', text: printed };
}

/** Neighbouring words as one span. */
function joinText(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1);
    if (last?.kind !== 'text' || span.kind !== 'text') return [...joined, span];
    return [...joined.slice(0, -1), text(last.text + span.text)];
  }, []);
}
