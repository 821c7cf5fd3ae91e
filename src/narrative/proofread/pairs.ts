import type { Passage } from './document';
import type { TextProblem } from './problem';

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '《': '》', '（': '）', '【': '】' };
const OPENER: Readonly<Record<string, string>> = { '”': '“', '》': '《', '）': '（', '】': '【' };
const NAMES: Readonly<Record<string, string>> = { '“': '引号', '《': '书名号', '（': '括号', '【': '括号' };
/** Half-width and full-width brackets are taken for each other. */
const plain = (mark: string): string => (mark === '(' ? '（' : mark === ')' ? '）' : mark);

const MARKS = /[“”《》（）()【】]/g;

interface Mark {
  readonly mark: string;
  readonly passage: Passage;
  readonly at: number;
}

/**
 * Quotation marks and brackets without their partner (rules.md F04), counted over a whole paragraph even where it was
 * broken into several cells. A bracket behind a number at the beginning (`1）`) is none.
 */
export function pairProblems(paragraph: readonly Passage[]): readonly TextProblem[] {
  const open: Mark[] = [];
  const unpaired: Mark[] = [];
  for (const passage of paragraph) {
    const { source } = passage;
    const straight = source.includes('"') || source.includes('＂');
    for (const { 0: printed, index: at } of source.matchAll(MARKS)) {
      const mark = plain(printed);
      if (mark in CLOSER) open.push({ mark, passage, at });
      const opener = OPENER[mark];
      if (opener === undefined || (mark === '）' && /^\s*\d{0,2}$/.test(source.slice(0, at)))) continue;
      const partner = open.map((candidate) => candidate.mark).lastIndexOf(opener);
      if (partner >= 0) unpaired.push(...open.splice(partner).slice(1));
      else if (!straight) unpaired.push({ mark, passage, at });
    }
  }
  return [...unpaired, ...open.filter(({ passage: { source } }) => !/["＂]/.test(source))].map(toProblem);
}

const AROUND = 12;

function toProblem({ mark, passage, at }: Mark): TextProblem {
  const { source, document, index } = passage;
  const partner = CLOSER[mark] ?? OPENER[mark] ?? '';
  const name = NAMES[mark] ?? NAMES[partner] ?? '标点';
  const isThreePublic = mark === '”' && source.slice(0, at).endsWith('三公');
  return {
    rule: 'text/pairs',
    severity: 'warning',
    message: `${name}没有配对：“${mark}”缺少“${partner}”。`,
    document,
    passage: index,
    quote: source.slice(Math.max(0, at - AROUND), at + AROUND),
    span: { start: at, end: at + 1 },
    cells: [],
    expected: null,
    actual: null,
    cause: null,
    evidence: [],
    replacements: isThreePublic ? [{ start: at - 2, end: at - 2, text: '“' }] : null,
  };
}
