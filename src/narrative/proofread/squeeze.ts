/**
 * A passage as it is searched: half-width digits, full-width punctuation, no white space, no quotation marks. Every
 * character knows where it stood, so that what is found can be quoted and changed in the passage itself.
 */
export interface Squeezed {
  readonly text: string;
  /** Index in the passage of each character, and the passage's length at the end. */
  readonly at: readonly number[];
}

const DROPPED = /[\s\u200b\ufeff“”„‟"＂「」『』‘’']/;
const FOLDED: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '％': '%',
  '．': '.',
  '，': '，',
  '〔': '（',
  '〕': '）',
  '−': '-',
  '－': '-',
};
const GROUPED = /^\d{3}(?!\d)/;

/** Makes a passage ready to be searched. A comma that groups thousands is dropped. */
export function squeeze(passage: string): Squeezed {
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < passage.length; index += 1) {
    const character = passage.charAt(index);
    if (DROPPED.test(character)) continue;
    if (character === ',' && /\d$/.test(text) && GROUPED.test(passage.slice(index + 1, index + 5))) continue;
    text += fold(character);
    at.push(index);
  }
  at.push(passage.length);
  return { text, at };
}

function fold(character: string): string {
  const code = character.charCodeAt(0);
  const isWideLetterOrDigit =
    (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  return isWideLetterOrDigit ? String.fromCharCode(code - 0xfee0) : (FOLDED[character] ?? character);
}

/** A part of a passage, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a part of the searched text stands in the passage. */
export function spanOf({ at }: Squeezed, start: number, end: number): Span {
  const last = at[end - 1];
  return { start: at[start] ?? 0, end: last === undefined || end <= start ? (at[start] ?? 0) : last + 1 };
}
