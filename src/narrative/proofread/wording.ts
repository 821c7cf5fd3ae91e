import type { Passage } from './document';
import { passageProblem } from './passage-problem';
import type { TextProblem } from './problem';
import { spanOf } from './squeeze';

/** A turn of words that is wrong wherever it stands. */
interface Slip {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Found in the text without quotation marks and spaces. */
  readonly pattern: RegExp;
  /** One sentence about the words found, as they are written. */
  readonly message: (found: string) => string;
  /** The sentence that the words stand in is what is wrong. */
  readonly wholeSentence?: true;
  /** The words that belong there; left out where that is not determined. */
  readonly right?: (match: RegExpMatchArray) => string;
}

const left = (found: string): string => `“${found}”是模板留下的文字，请按实际情况填写或删除。`;
const residue = (found: string): string => `“${found}”像是转换文件格式时留下的，请删除。`;
const doubled = (found: string): string => `“${found}”重复了。`;
const once = (match: RegExpMatchArray): string => match[1] ?? '';

const SLIPS: readonly Slip[] = [
  {
    rule: 'text/placeholder',
    severity: 'error',
    pattern: /[Xx]{2,}(?![A-Za-z])|×{2,}|[○〇]{2,}|某某|_{3,}|\.{4,}/g,
    message: left,
  },
  {
    rule: 'text/placeholder',
    severity: 'error',
    pattern: /（待填：[^）]*）/g,
    message: (found) => `还有待填的内容：${found}。`,
  },
  {
    rule: 'text/placeholder',
    severity: 'error',
    pattern: /(?:大于|小于|增加|减少|增长|下降|降低)[（/](?:大于|小于|减少|增加|增长|下降|降低|持平)）?/g,
    message: (found) => `“${found}”是模板的选项，请按实际情况保留一个。`,
  },
  {
    rule: 'text/placeholder',
    severity: 'error',
    pattern: /表述格式参考|如下述说明|对应年初预算申报|仍保留该表格式|(?:请|应|需)(?:逐项)?列明|此处填写/g,
    message: left,
    wholeSentence: true,
  },
  {
    rule: 'text/residue',
    severity: 'warning',
    pattern: /\[bookmark[^\]]*\]|<\/?[a-z][^<>]{0,60}>|&nbsp;|\*\*|\uFFFD/gi,
    message: residue,
    right: () => '',
  },
  {
    rule: 'text/residue',
    severity: 'warning',
    pattern: /(?<=[一-龥])and(?=[一-龥])/g,
    message: residue,
    right: () => '和',
  },
  {
    rule: 'text/repeated',
    severity: 'warning',
    pattern: /([^。，；：、]{3,30}[：，])\1+/g,
    message: doubled,
    right: once,
  },
  {
    rule: 'text/repeated',
    severity: 'warning',
    pattern: /(?!研究研究|一步一步|一个一个|一项一项|一条一条|商量商量|讨论讨论|方方面面)([一-龥]{2,20})\1/g,
    message: doubled,
    right: once,
  },
  {
    rule: 'text/repeated',
    severity: 'warning',
    pattern: /(?<!目)(的)的|(万元)(?:万)?元|(?<=\d)(万)万(?=元)/g,
    message: doubled,
    right: (match) => match[1] ?? match[2] ?? match[3] ?? '',
  },
  {
    rule: 'text/punctuation',
    severity: 'warning',
    pattern: /(?<![\d.A-Za-z])0\d+(?:\.\d+)?(?=万元|元|%)|(?<!\d)\d+\.(?=万元|元|%)/g,
    message: (found) => `数字“${found}”的写法有误，请检查小数点。`,
  },
  {
    rule: 'text/unit',
    severity: 'warning',
    pattern: /单位价值(\d+)(?:万|元)?(?=以上)/g,
    message: (found) => `“${found}”应写明“万元”。`,
    right: (match) => `单位价值${match[1] ?? ''}万元`,
  },
  {
    rule: 'text/punctuation',
    severity: 'warning',
    pattern: /(%)%+/g,
    message: (found) => `百分号重复：“${found}”。`,
    right: once,
  },
  {
    rule: 'text/punctuation',
    severity: 'warning',
    pattern: /([。，；：、])[。，；、]+/g,
    message: (found) => `标点重复：“${found}”。`,
  },
  {
    rule: 'text/name',
    severity: 'warning',
    pattern: /国有资产经营/g,
    message: () => '应为“国有资本经营”，不是“国有资产经营”。',
    right: () => '国有资本经营',
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /我本(单位|部门)/g,
    message: () => '“我本”重复，应为“本单位”或“我单位”。',
    right: (match) => `本${match[1] ?? ''}`,
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /年中追部门/g,
    message: () => '漏字，应为“年中追加部门”。',
    right: () => '年中追加部门',
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /截止(?=\d{4}年|目前|年末|年底)/g,
    message: () => '“截止”后面是时点，应为“截至”。',
    right: () => '截至',
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /接收(?=(?:社会|群众|公众|舆论)?监督)/g,
    message: () => '“接收”应为“接受”。',
    right: () => '接受',
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /增幅长(?=\d)/g,
    message: () => '“增幅长”应为“增长”。',
    right: () => '增长',
  },
  {
    rule: 'text/wording',
    severity: 'warning',
    pattern: /(?<![认因作成])为是(?=[一-龥])/g,
    message: () => '“为是”多了一个字，应为“是”。',
    right: () => '是',
  },
];

/**
 * What is wrong with the words themselves, once a passage and kind: what a template or a converter left, repetitions,
 * punctuation, slips.
 */
export function wordingProblems(passage: Passage): readonly TextProblem[] {
  const { text } = passage;
  return SLIPS.flatMap(({ rule, severity, pattern, message, right, wholeSentence }) => {
    const found = [...text.matchAll(pattern)];
    const [first] = found;
    if (first === undefined) return [];
    const start = wholeSentence ? text.lastIndexOf('。', first.index) + 1 : first.index;
    const end = wholeSentence ? endOfSentence(text, first.index) : first.index + first[0].length;
    const others = new Set(found.map(([words]) => words)).size;
    const times =
      found.length === 1 ? '' : others === 1 ? `本段共 ${found.length} 处。` : `本段同类问题共 ${found.length} 处。`;
    return [
      passageProblem(passage, start, end, {
        rule,
        severity,
        message: message(written(passage, start, end)) + times,
        replacements:
          right &&
          found.map((match) => ({ start: match.index, end: match.index + match[0].length, text: right(match) })),
      }),
    ];
  });
}

function written(passage: Passage, start: number, end: number): string {
  const span = spanOf(passage, start, end);
  return passage.source.slice(span.start, span.end).trim();
}

function endOfSentence(text: string, from: number): number {
  const end = text.indexOf('。', from);
  return end < 0 ? text.length : end + 1;
}

const UNFINISHED = /[，、；]$/;

/** A paragraph that ends in the middle of a sentence although the next one begins anew (rules.md F06). */
export function endingProblems(
  passages: readonly Passage[],
  startsAnew: (passage: Passage) => boolean,
): readonly TextProblem[] {
  return passages.flatMap((passage, index) => {
    const next = passages[index + 1];
    const { length } = passage.text;
    if (!UNFINISHED.test(passage.text) || (next !== undefined && !startsAnew(next))) return [];
    const message = `段落以“${passage.text.charAt(length - 1)}”结束，请检查是否没有写完。`;
    const replacement = { start: length - 1, end: length, text: '。' };
    return [
      passageProblem(passage, Math.max(0, length - 12), length, {
        rule: 'text/punctuation',
        severity: 'warning',
        message,
        replacement,
      }),
    ];
  });
}
