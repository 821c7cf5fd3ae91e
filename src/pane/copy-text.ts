const REFUSED = '没有复制：这个窗口不允许使用剪贴板。请写入工作表后再复制，或存为 Word 文档。';

/**
 * Puts text on the clipboard. A webview may refuse the one way and allow the older one. Throws a RangeError, in a
 * sentence for the user, where it allows neither.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copySelected(text)) throw new RangeError(REFUSED);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
