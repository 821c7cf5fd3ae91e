/** Characters of unchanged text shown around the changed words. */
const CONTEXT = 8;

/** The part of a text that another one has other words for. */
export interface ChangedPart {
  readonly start: number;
  readonly end: number;
  /** What stands there in the other text. */
  readonly text: string;
}

/** The smallest part that has to be replaced to turn one text into the other. */
export function changedPart(from: string, to: string): ChangedPart {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return { start, end: from.length - end, text: to.slice(start, to.length - end) };
}

/** The words in which two texts differ, with a little of what stands around them. */
export function changedWords(from: string, to: string): { readonly from: string; readonly to: string } {
  const { start, end, text } = changedPart(from, to);
  const cut = (whole: string, stop: number): string => {
    const left = Math.max(0, start - CONTEXT);
    const right = Math.min(whole.length, stop + CONTEXT);
    return `${left > 0 ? '…' : ''}${whole.slice(left, right)}${right < whole.length ? '…' : ''}`;
  };
  return { from: cut(from, end), to: cut(to, start + text.length) };
}
