import { similarity } from '../narrative/proofread/names';
import type { WrittenLine } from './narrative-memory';

/** How alike a paragraph has to be to be known as an edited line by its words. */
const ALIKE = 0.4;

/**
 * Which of the remembered lines each row of a sheet holds, null where none: lines that stand as they were left, in
 * their order or elsewhere, and between those what a person edited. That is known by its words, and by its place where
 * there are at least as many rows as lines between two that are known.
 */
export function rowsOfLines(rows: readonly string[], lines: readonly WrittenLine[]): readonly (WrittenLine | null)[] {
  const found: (WrittenLine | null)[] = rows.map(() => null);
  const pairs = commonPairs(rows, lines.map(leftAs));
  for (const [row, line] of pairs) found[row] = lines[line] ?? null;
  const open = new Set(lines.filter((line) => !found.includes(line)));
  rows.forEach((text, row) => {
    if (found[row] !== null || text === '') return;
    const moved = [...open].find((line) => leftAs(line) === text);
    if (moved === undefined) return;
    found[row] = moved;
    open.delete(moved);
  });
  const anchors = [...pairs, [rows.length, lines.length] as const];
  let [firstRow, firstLine] = [0, 0];
  for (const [row, line] of anchors) {
    const left = Array.from({ length: row - firstRow }, (_, index) => firstRow + index).filter((index) => found[index] === null);
    pairEdited(left, lines.slice(firstLine, line).filter((one) => open.has(one)));
    [firstRow, firstLine] = [row + 1, line + 1];
  }
  return found;

  function pairEdited(left: readonly number[], missing: readonly WrittenLine[]): void {
    const scored = (left.length === missing.length ? [] : left).flatMap((row) =>
      missing
        .filter((line) => isAlike(rows[row] ?? '', leftAs(line)))
        .map((line) => ({ row, line, score: similarity(rows[row] ?? '', leftAs(line)) })),
    );
    const taken = new Set<WrittenLine>();
    for (const { row, line } of scored.sort((a, b) => b.score - a.score)) {
      if (found[row] !== null || taken.has(line)) continue;
      found[row] = line;
      taken.add(line);
    }
    const [rowsLeft, linesLeft] = [left.filter((row) => found[row] === null), missing.filter((line) => !taken.has(line))];
    if (rowsLeft.length >= linesLeft.length) linesLeft.forEach((line, index) => (found[rowsLeft[index] ?? -1] = line));
  }
}

/** Whether a text may be what a person made of a line. */
export function isAlike(text: string, line: string): boolean {
  return similarity(text, line) >= ALIKE;
}

/** What a line held when the sheet was written last. */
export function leftAs({ held, text }: WrittenLine): string {
  return held ?? text;
}

/** The longest common subsequence of two lists, as pairs of places; what is blank is common to nothing. */
function commonPairs(rows: readonly string[], lines: readonly string[]): readonly (readonly [row: number, line: number])[] {
  const longest = Array.from({ length: rows.length + 1 }, () => new Array<number>(lines.length + 1).fill(0));
  const at = (row: number, line: number): number => longest[row]?.[line] ?? 0;
  const isCommon = (row: number, line: number): boolean => rows[row] !== '' && rows[row] === lines[line];
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    for (let line = lines.length - 1; line >= 0; line -= 1) {
      const best = isCommon(row, line) ? at(row + 1, line + 1) + 1 : Math.max(at(row + 1, line), at(row, line + 1));
      (longest[row] ?? [])[line] = best;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, line = 0; row < rows.length && line < lines.length; ) {
    if (isCommon(row, line)) pairs.push([row++, line++]);
    else if (at(row + 1, line) >= at(row, line + 1)) row += 1;
    else line += 1;
  }
  return pairs;
}
