/** At the 96 dots per inch that spreadsheets count with. */
export const PIXELS_PER_POINT = 4 / 3;

/** How much higher a line is than its font. */
export const LINE_HEIGHT = 1.3;

/** How wide a digit of a font of so many points is. */
export function digitPixels(fontSize: number): number {
  return Math.round((fontSize * PIXELS_PER_POINT) / 2);
}

/** ECMA-376 Part 1, 18.3.1.13: a column's width counts the digits of the normal font, padding included. */
export function columnPixels(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}

/** About how many lines a wrapped text takes: a Chinese character is as wide as its font is high, others half that. */
export function lineCount(text: string, columnWidth: number, fontSize: number): number {
  const perLine = Math.max(1, Math.floor(((columnWidth - 6) * 2) / (fontSize * PIXELS_PER_POINT)));
  return text.split('\n').reduce((lines, paragraph) => {
    const halves = [...paragraph].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
    return lines + Math.max(1, Math.ceil(halves / perLine));
  }, 0);
}
