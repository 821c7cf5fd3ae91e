/** Characters of unchanged text shown around the changed words. */
const CONTEXT = 8;

/** The words in which two texts differ, with a little of what stands around them. */
export function changedWords(from: string, to: string): { readonly from: string; readonly to: string } {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const cut = (text: string): string => {
    const left = Math.max(0, start - CONTEXT);
    const right = Math.min(text.length, text.length - end + CONTEXT);
    return `${left > 0 ? '…' : ''}${text.slice(left, right)}${right < text.length ? '…' : ''}`;
  };
  return { from: cut(from), to: cut(to) };
}
