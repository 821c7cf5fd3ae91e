import type { TextPlace } from '../check/finding';
import type { TextDocument } from '../narrative/proofread/document';

/** A paragraph of a text beside the workbook as a reader finds it. */
export function placeText({ document, paragraph }: TextPlace): string {
  return `“${document}”第 ${paragraph} 段`;
}

/** Pasted words as a text: a paragraph a line; blank ones and rows of tables, which hold tabs, left out. */
export function textOf(name: string, words: string): TextDocument {
  return { name, passages: words.split(/\r\n?|\n/).filter((line) => !/^\s*$|\S\s*\t/.test(line)) };
}

const LONGEST_CELL = 30;
const SENTENCE = /[。；！？]/;
const NUMBER = /^\s*-?[\d,，]+(?:\.\d*)?%?\s*$/;
const HEADING = /^\s*第[一二三四五六七八九十]部分|情况|说明|报告/;
/** Fewer bare numbers among short lines are no table. */
const FEWEST_NUMBERS = 4;

/**
 * A text in which the cells of tables that were taken along, each as a paragraph, are blank, so that nothing is said of
 * them: runs of short lines that hold bare numbers, from the label of the first one to the labels behind the last.
 */
export function withoutTables({ passages, ...text }: TextDocument): TextDocument {
  const isCell = (line: string): boolean => line.trim().length <= LONGEST_CELL && !SENTENCE.test(line);
  const left: string[] = [];
  while (left.length < passages.length) {
    const start = left.length;
    const end = passages.findIndex((line, index) => index >= start && !isCell(line));
    const run = passages.slice(start, end < 0 ? passages.length : Math.max(end, start + 1));
    left.push(...withoutTable(run));
  }
  return { ...text, passages: left };
}

function withoutTable(run: readonly string[]): readonly string[] {
  const numbers = run.flatMap((line, index) => (NUMBER.test(line) ? [index] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || numbers.length < FEWEST_NUMBERS) return run;
  const behind = run.findIndex((line, index) => index > last && HEADING.test(line));
  return run.map((line, index) => (index < first - 1 || (behind >= 0 && index >= behind) ? line : ''));
}
