import { toChinese } from '../../workbook/chinese-number';
import type { Passage } from './document';
import { isHeading, numberingOf, type Numbering } from './heading';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const RULE = 'text/numbering';
const UNPOINTED = /^(\d{1,2})(?=[一-龥])/;
const ITEMS = 2;

/** The lists that are open at one level, the innermost last: each as the number reached. */
type Lists = number[];

/**
 * Numbers of headings and items that leave a gap, repeat or go back (rules.md F07). A list may begin anew at any place
 * and the one around it be taken up again; what is numbered first in a document may begin anywhere.
 */
export function numberingProblems(passages: readonly Passage[]): readonly TextProblem[] {
  const levels: Lists[] = [[], [], [], []];
  const slips = typedAsFirst(passages);
  const seen = new Set<number>();
  const problems: TextProblem[] = [];
  let unnumbered: Title[] = [];
  /** The first of a list of （一）, （二） as long as no second one follows. */
  let alone: Passage | null = null;
  const close = (): void => {
    if (alone !== null) problems.push(...secondOf(alone, unnumbered));
    alone = null;
  };
  for (const passage of passages) {
    const pointless = unpointed(passage, levels[ITEMS] ?? []);
    const printedNumber = numberingOf(passage.text) ?? pointless;
    const meant = slips.get(passage);
    const numbering = printedNumber !== null && meant !== undefined ? { ...printedNumber, number: meant } : printedNumber;
    if (printedNumber !== null && meant !== undefined) problems.push(wrongFirst(passage, printedNumber, meant));
    if (numbering === null) {
      if (PART.test(passage.text)) close();
      if (isTitle(passage.text) || (alone !== null && isLike(passage, alone))) {
        unnumbered.push({ passage, inner: levels[INNER]?.at(-1) ?? null });
      }
      continue;
    }
    const { level, number } = numbering;
    const lists = levels[level] ?? [];
    for (let deeper = level + 1; deeper < levels.length; deeper += 1) levels[deeper] = [];
    if (level === INNER) alone = number === 1 ? passage : null;
    if (pointless !== null && numberingOf(passage.text) === null) problems.push(missingPoint(passage, pointless));
    const before = lists.at(-1);
    if (!follows(lists, number, level, !seen.has(level)) && before !== undefined) {
      problems.push(...gapProblems(passage, numbering, before, level === 0 ? unnumbered : []));
      if (level === 0) alone = null;
    }
    seen.add(level);
    levels[level] = advance(lists, number);
    if (level > 0) continue;
    close();
    unnumbered = [];
  }
  close();
  return problems;
}

/** An item of a list that goes on: where it stands, and its number. */
interface Item {
  readonly place: number;
  readonly number: number;
}

/** Items farther from each other than this tell nothing of the next one's place. */
const FARTHEST = 3;

/**
 * Items numbered 1 that go on with the list before them, and the number they should have: they stand as far behind the
 * last item as that one behind the one before it, and no 2 follows, but nothing or the number after the next.
 */
function typedAsFirst(passages: readonly Passage[]): ReadonlyMap<Passage, number> {
  const slips = new Map<Passage, number>();
  const lists: Item[][] = [[], [], [], []];
  const numberings = passages.map(({ text }) => numberingOf(text));
  for (const [place, passage] of passages.entries()) {
    const numbering = numberings[place];
    if (!numbering || PART.test(passage.text)) {
      if (PART.test(passage.text)) lists.forEach((list) => list.splice(0));
      continue;
    }
    const { level, number } = numbering;
    for (const deeper of lists.slice(level + 1)) deeper.splice(0);
    const list = lists[level] ?? [];
    const [before, last] = list.slice(-2);
    const isAlike =
      level > 0 && number === 1 && before !== undefined && last !== undefined && last.number === before.number + 1 &&
      last.place - before.place === place - last.place && place - last.place <= FARTHEST &&
      !/[：:]$/.test(passages[place - 1]?.text ?? '');
    const next = isAlike ? nextOf(numberings.slice(place + 1), level) : 1;
    const isSlip = isAlike && (next === null || next === last.number + 2);
    if (isSlip) slips.set(passage, last.number + 1);
    if (number === 1 && !isSlip) list.splice(0);
    list.push({ place, number: isSlip ? last.number + 1 : number });
  }
  return slips;
}

/** The next number of a level before one further out; null where there is none. */
function nextOf(numberings: readonly (Numbering | null)[], level: number): number | null {
  const next = numberings.find((numbering) => numbering !== null && numbering.level <= level);
  return next?.level === level ? next.number : null;
}

function wrongFirst(passage: Passage, { level, text }: Numbering, meant: number): TextProblem {
  const right = printed(level, meant);
  return passageProblem(passage, 0, Math.min(passage.text.length, 16), {
    rule: RULE,
    severity: 'warning',
    message: `“${printed(level, meant - 1)}”之后又是“${text}”，序号应为“${right}”。`,
    replacement: { start: 0, end: text.length, text: level < 2 ? right : text.replace('1', String(meant)) },
  });
}

const INNER = 1;
const PART = /^第[一二三四五六七八九十]部分/;

/** A heading without a number, and the number that its inner list had reached before it. */
interface Title {
  readonly passage: Passage;
  readonly inner: number | null;
}

/** A short sentence of its own, as the numbered heading above it is one. */
function isLike({ text }: Passage, { text: other }: Passage): boolean {
  return text.length <= other.length && text.endsWith('。') && other.endsWith('。') && !/[，；：\d]/.test(text);
}

/** The one heading behind a lonely （一） that lacks its （二）. */
function secondOf(first: Passage, titles: readonly Title[]): readonly TextProblem[] {
  const behind = titles.filter(({ passage, inner }) => inner === 1 && passage.index > first.index);
  const [title] = behind;
  return title === undefined || behind.length > 1 || first.text.length > LONGEST_TITLE ? [] : [unnumberedTitle(title.passage, printed(INNER, 2))];
}

function unnumberedTitle(heading: Passage, right: string): TextProblem {
  return passageProblem(heading, 0, heading.text.length, {
    rule: RULE,
    severity: 'warning',
    message: `标题缺少序号“${right}”。`,
    replacement: { start: 0, end: 0, text: right },
  });
}

const LONGEST_TITLE = 30;

/** Whether an unnumbered passage may be a heading that lacks its number. */
function isTitle(text: string): boolean {
  return isHeading(text) && text.length <= LONGEST_TITLE;
}

/** Nothing opens a list within a list of headings: 一、 behind 一、 is a repetition. */
function follows(lists: Lists, number: number, level: number, isFirst: boolean): boolean {
  if (lists.length === 0) return isFirst || number === 1;
  return (number === 1 && !(level === 0 && lists.at(-1) === 1)) || lists.includes(number - 1);
}

/** The open lists after a number: one more of the innermost list that it continues, or a new one. */
function advance(lists: Lists, number: number): Lists {
  const at = lists.lastIndexOf(number - 1);
  if (number !== 1 && at >= 0) return [...lists.slice(0, at), number];
  return number === 1 ? [...lists, 1] : [...lists.slice(0, -1), number];
}

/** `10公共专项` after item 9: an item whose point is missing. */
function unpointed({ text }: Passage, items: Lists): Numbering | null {
  const digits = UNPOINTED.exec(text)?.[1];
  const last = items.at(-1);
  return digits !== undefined && last !== undefined && Number(digits) === last + 1 && last > 1
    ? { level: ITEMS, number: Number(digits), text: digits }
    : null;
}

function missingPoint(passage: Passage, { text }: Numbering): TextProblem {
  const replacement = { start: text.length, end: text.length, text: '.' };
  const message = `序号“${text}”后面缺少“.”或“、”。`;
  return passageProblem(passage, 0, Math.min(passage.text.length, 16), {
    rule: RULE,
    severity: 'warning',
    message,
    replacement,
  });
}

function printed(level: number, number: number): string {
  const digits = level < 2 ? toChinese(number) : String(number);
  return level % 2 === 0 ? `${digits}、` : `（${digits}）`;
}

/**
 * Where just as many headings without a number stand in the gap as numbers are missing, they are what lacks them. More
 * headings go on with the inner list that was open before the first of them.
 */
function gapProblems(
  passage: Passage,
  numbering: Numbering,
  before: number,
  unnumbered: readonly Title[],
): readonly TextProblem[] {
  const { level, number, text } = numbering;
  const missing = number - before - 1;
  const more = unnumbered.length - missing;
  const inner = unnumbered[0]?.inner ?? null;
  if (missing > 0 && (more === 0 || (more > 0 && inner !== null))) {
    return unnumbered.map((title, index) =>
      unnumberedTitle(
        title.passage,
        index < more ? printed(INNER, (inner ?? 0) + 1 + index) : printed(level, before + 1 + index - more),
      ),
    );
  }
  const names = unnumbered.map(({ passage: heading }) => `“${heading.text}”`).join('、');
  const hint = missing > 0 && more > 0 ? `其间没有序号的有${names}。` : '';
  const message =
    missing > 0
      ? `“${printed(level, before)}”之后是“${text}”，缺少 ${missing} 个序号。${hint}`
      : `“${printed(level, before)}”之后又是“${text}”，序号重复或倒退，应为“${printed(level, before + 1)}”，其后顺延。`;
  return [passageProblem(passage, 0, Math.min(passage.text.length, 24), { rule: RULE, severity: 'warning', message })];
}
