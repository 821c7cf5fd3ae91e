import type { CellRef } from '../workbook/address';

/** A piece of a paragraph: fixed words, a figure that knows where it comes from, or what the tables cannot know. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      /** As printed: `40.00`, `97.61%`. */
      readonly text: string;
      /** The cells it was computed from, the quoted one first. */
      readonly cells: readonly CellRef[];
      /** How it was computed, for a derived figure: 「201 一般公共服务支出 ÷ 合计」; null for a quoted cell. */
      readonly formula: string | null;
    }
  | {
      readonly kind: 'gap';
      /** What is missing: 上年数, 主要原因, 批次. Shown as 〔待填：上年数〕. */
      readonly need: string;
      /** The name under which an answer fills it; left out where only mending a table helps. */
      readonly key?: string;
    };

export interface Paragraph {
  /** By which the same paragraph is known again when it is written anew: unique in its section. */
  readonly key: string;
  readonly spans: readonly Span[];
  /** A heading within the section, as （一）; left out for running text. */
  readonly heading?: true;
}

/** A section of 第三部分 情况说明, with its numbering. */
export interface Section {
  /** The stem of the table it speaks of. */
  readonly id: string;
  readonly heading: string;
  /** One of several that stand under the heading of the section before them; left out for all others. */
  readonly inner?: true;
  readonly paragraphs: readonly Paragraph[];
}

/** The words of a span as they are printed. */
export function spanText(span: Span): string {
  return span.kind === 'gap' ? `〔待填：${span.need}〕` : span.text;
}

/** The words of a paragraph as they are printed. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.spans.map(spanText).join('');
}
