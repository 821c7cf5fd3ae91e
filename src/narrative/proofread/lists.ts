import type { CellRef } from '../../workbook/address';
import type { SectionId } from '../section';
import type { Topic } from '../topic';
import type { NamedItem } from './bind';
import type { Claim } from './claim';
import { nameOf } from './claim-problem';
import { paragraphsOf, type Passage } from './document';
import { numberingOf } from './heading';
import { given } from './operand';
import { comparableName, lastNamed, similarity } from './names';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';

const isSpent = (topic: Topic): boolean => given(topic.actual)?.value.isZero() === false;
const cellsOf = (topics: readonly Topic[]): readonly CellRef[] =>
  topics.flatMap(({ actual }) => given(actual)?.cells ?? []);
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** The items that a section names one by one, against the rows of the table that are not 0 (rules.md C12). */
export function itemsAgainstTable(
  items: readonly NamedItem[],
  topics: readonly Topic[],
  section: SectionId,
): readonly TextProblem[] {
  const listed = topics.filter(({ listed: kind }) => kind === 'item');
  const [first] = items;
  if (first === undefined || listed.length === 0) return [];
  const rule = `${section}/narrative-items`;
  const named = new Set(items.map(({ topic }) => topic));
  const missing = listed.filter((topic) => isSpent(topic) && !named.has(topic));
  const problems = items.flatMap(({ passage, item, topic }, index): readonly TextProblem[] => {
    const { start, end } = item;
    const name = item.path.at(-1) ?? '';
    if (topic === null) {
      const message = `公开表中没有科目“${name}”，请核对类、款、项的名称。`;
      return [passageProblem(passage, start, end, { rule, severity: 'error', message })];
    }
    if (items.findIndex((other) => other.topic === topic) < index) {
      const message = `“${name}”写了两次，或与前面一项是公开表中的同一科目。`;
      return [passageProblem(passage, start, end, { rule, severity: 'error', message, cells: cellsOf([topic]) })];
    }
    return namesApart(item.path, topic.path ?? []).map(([said, meant]) =>
      passageProblem(passage, start, end, {
        rule: 'text/name',
        severity: 'warning',
        message: `科目“${said}”在公开表中的名称是“${meant}”。`,
        cells: cellsOf([topic]),
      }),
    );
  });
  if (missing.length === 0) return problems;
  const message = `公开表中有数而没有逐项说明的科目：${quoted(missing.map(nameOf))}，请补写。`;
  return [
    ...problems,
    passageProblem(first.passage, first.item.start, first.item.end, {
      rule,
      severity: 'error',
      message,
      cells: cellsOf(missing),
    }),
  ];
}

/** Words behind the name of an item that has a line of its own: most often left over from the line below. */
export function itemTails(items: readonly NamedItem[]): readonly TextProblem[] {
  return items.flatMap(({ passage, item: { end } }) => {
    const rest = passage.text.slice(end);
    if (/^[。：，；]?$/.test(rest) || /\d/.test(rest)) return [];
    return [
      passageProblem(passage, end, passage.text.length, {
        rule: 'text/wording',
        severity: 'warning',
        message: `科目名称后面多出了“${rest}”，请删除或移到下一段。`,
        replacement: { start: end, end: passage.text.length, text: '。' },
      }),
    ];
  });
}

/** Items named one by one are numbered from 1 on without a gap (rules.md C12, F07). */
export function itemNumbers(items: readonly NamedItem[]): readonly TextProblem[] {
  const numbered = items.flatMap(({ passage }) => {
    const numbering = numberingOf(passage.text);
    return numbering === null ? [] : [{ passage, numbering }];
  });
  return numbered.flatMap(({ passage, numbering }, index) => {
    const before = numbered[index - 1]?.numbering.number ?? 0;
    if (numbering.number === before + 1) return [];
    const message = `前一项的序号是 ${before}，这一项应为 ${before + 1}，写成了 ${numbering.number}。`;
    return [
      passageProblem(passage, 0, Math.min(passage.text.length, 24), {
        rule: 'text/numbering',
        severity: 'warning',
        message,
      }),
    ];
  });
}

/** The levels at which a text and the table do not mean the same name. */
function namesApart(said: readonly string[], meant: readonly string[]): readonly (readonly [string, string])[] {
  return said.flatMap((name, level) => {
    const right = said.length === meant.length ? meant[level] : level === said.length - 1 ? meant.at(-1) : undefined;
    return right === undefined || comparableName(name) === comparableName(right) ? [] : [[name, right] as const];
  });
}

/** The classes that a paragraph lists, against those of the table that are not 0 (rules.md C10). */
export function classesAgainstTable(
  passages: readonly Passage[],
  claims: readonly Claim[],
  topics: readonly Topic[],
  section: SectionId,
): readonly TextProblem[] {
  const listed = topics.filter(({ listed: kind }) => kind === 'class');
  const said = claims.filter(({ kind, topic }) => kind === 'actual' && topic.listed === 'class');
  return paragraphsOf(passages).flatMap((paragraph) => {
    const here = said.filter((claim) => paragraph.includes(claim.passage));
    const [first] = here;
    const words = paragraph.map(({ text }) => text).join('');
    const isNamed = ({ names }: Topic): boolean => names.some((name) => words.includes(name));
    const missing = listed.filter((topic) => isSpent(topic) && !isNamed(topic));
    if (first === undefined || here.length < 2 || missing.length === 0) return [];
    return [
      passageProblem(first.passage, first.start, first.end, {
        rule: `${section}/narrative-classes`,
        severity: 'error',
        message: `公开表中有数而没有写到的类：${quoted(missing.map(nameOf))}，请补写。`,
        cells: cellsOf(missing),
      }),
    ];
  });
}

const CLASS = /(?:^|[，。；：])([^，。；：、（）\d]{2,20})（类）(?:支出)?\d/g;

/** Classes that a list of classes names and that the table does not have (rules.md C10). */
export function classesNowhere(
  claims: readonly Claim[],
  topics: readonly Topic[],
  section: SectionId,
): readonly TextProblem[] {
  const listed = topics.filter(({ listed: kind }) => kind === 'class');
  const passages = claims.flatMap(({ passage, topic }) => (topic.listed === 'class' ? [passage] : []));
  return [...new Set(passages)].flatMap((passage) =>
    [...passage.text.matchAll(CLASS)].flatMap((match): readonly TextProblem[] => {
      const name = match[1] ?? '';
      if (listed.some(({ names }) => names.some((known) => known.startsWith(`${name}（类）`)))) return [];
      const start = match.index + match[0].indexOf(name);
      return [
        passageProblem(passage, start, match.index + match[0].length - 1, {
          rule: `${section}/narrative-classes`,
          severity: 'error',
          message: `公开表中没有“${name}”这一类，或它没有数，请删除或核对名称。`,
        }),
      ];
    }),
  );
}

const LIST = /(?:主要|具体)?包括(?:了)?：?([^。；：]+)/g;
const OPEN = /等(?:支出|费用|项目|方面)*$/;

/** 主要包括: the accounts that a text lists, against those of the table that are not 0 (rules.md C17). */
export function accountsAgainstTable(
  passages: readonly Passage[],
  topics: readonly Topic[],
  section: SectionId,
): readonly TextProblem[] {
  const sides = topics.filter(({ accounts }) => accounts !== undefined);
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(LIST)].flatMap((match): readonly TextProblem[] => {
      const topic = lastNamed(passage.text.slice(0, match.index), sides)?.topic;
      const list = match[1] ?? '';
      const end = match.index + match[0].length;
      const start = end - list.length;
      return topic === undefined ? [] : listProblems({ passage, start, end, text: list }, topic, section);
    }),
  );
}

/** Names in a row, and where they stand. */
interface NameList {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function listProblems(list: NameList, topic: Topic, section: SectionId): readonly TextProblem[] {
  const accounts = topic.accounts ?? [];
  const isOpen = OPEN.test(list.text);
  const said = list.text
    .replace(OPEN, '')
    .split(/[、，]/)
    .filter((name) => name !== '');
  const exact = pairUp(said, accounts, (name, account) => comparableName(name) === comparableName(account.name));
  const short = pairUp(exact.left, exact.right, (name, account) => isShortFor(name, account.name));
  const right = isOpen ? null : accounts.map(({ name }) => name).join('、');
  return [
    ...membersApart(list, nameOf(topic), isOpen ? [] : short.right, short.left, right, `${section}/narrative-accounts`),
    ...namesShortened(list, short.pairs),
  ];
}

/** Accounts that a list leaves out, and names in it that are none. */
function membersApart(
  { passage, start, end }: NameList,
  name: string,
  missing: readonly Account[],
  extra: readonly string[],
  right: string | null,
  rule: string,
): readonly TextProblem[] {
  if (missing.length === 0 && extra.length === 0) return [];
  const lacks = missing.length === 0 ? '' : `漏列 ${quoted(missing.map((account) => account.name))}（公开表中有数）`;
  const exceeds = extra.length === 0 ? '' : `多列 ${quoted(extra)}（公开表中没有数）`;
  return [
    passageProblem(passage, start, end, {
      rule,
      severity: 'error',
      message: `“${name}”的“主要包括”${[lacks, exceeds].filter((part) => part !== '').join('；')}。`,
      cells: missing.map(({ cell }) => cell),
      replacement: right === null ? null : { start, end, text: right },
    }),
  ];
}

/** Accounts that a list calls by a shorter name than the table. */
function namesShortened(
  { passage, start, end, text }: NameList,
  pairs: readonly (readonly [string, Account])[],
): readonly TextProblem[] {
  if (pairs.length === 0) return [];
  return [
    passageProblem(passage, start, end, {
      rule: 'text/name',
      severity: 'warning',
      message: `科目名称宜与公开表一致：${pairs.map(([said, { name: right }]) => `“${said}”为“${right}”`).join('，')}。`,
      cells: pairs.map(([, { cell }]) => cell),
      replacement: { start, end, text: pairs.reduce((words, [said, { name: right }]) => words.replace(said, right), text) },
    }),
  ];
}

type Account = NonNullable<Topic['accounts']>[number];

/** Pairs names with accounts one to one; what is left over on either side. */
function pairUp(
  names: readonly string[],
  accounts: readonly Account[],
  fits: (name: string, account: Account) => boolean,
) {
  const right = [...accounts];
  const pairs: (readonly [string, Account])[] = [];
  const left = names.filter((name) => {
    const at = right.findIndex((account) => fits(name, account));
    const [account] = at < 0 ? [] : right.splice(at, 1);
    if (account !== undefined) pairs.push([name, account]);
    return account === undefined;
  });
  return { pairs, left, right };
}

const ALIKE = 0.7;

/** 维修费 for 维修（护）费, 其他交通费 for 其他交通费用. */
function isShortFor(short: string, full: string): boolean {
  const plain = (name: string): string => comparableName(name.replace(/[（(][^）)]*[）)]/g, ''));
  return plain(short) === plain(full) || similarity(comparableName(short), comparableName(full)) >= ALIKE;
}
