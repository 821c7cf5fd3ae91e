import type { CellValue } from './snapshot';

/**
 * Text as it is compared: full-width letters, digits and signs made half-width (NFKC), every white
 * space and line break removed, all quotation marks and brackets of one kind. Case is folded.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[“”„‟"＂「」『』]/g, '"')
    .replace(/[〔［【\[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .toLowerCase();
}

const NUMBERING = /^(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,2}[)、.](?!\d)|其中:|减:|加:)+/;

/**
 * A label as it is looked up: like {@link normaliseText}, without leading numbering (一、 （一） 1. 其中：)
 * and without a trailing colon, so that 「    一、上级补助收入：」 is 上级补助收入.
 */
export function normaliseLabel(text: string): string {
  return normaliseText(text).replace(NUMBERING, '').replace(/:+$/, '');
}

/** Whether a cell's text is blank to a reader: nothing, or only white space of any width. */
export function isBlankText(text: string): boolean {
  return normaliseText(text) === '';
}

/** Whether a cell that holds a value is blank to a reader. */
export function isBlankValue(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}
