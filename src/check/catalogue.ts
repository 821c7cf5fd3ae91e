import { VERDICT_NAMES } from '../money/verdict';
import type { Severity } from './finding';
import type { Rule } from './rule';

const KINDS: Readonly<Record<Rule['kind'], string>> = {
  identity: '等式（容许尾差）',
  bound: '不大于',
  inspection: '逐项检查',
  continuity: '跨年衔接',
  computation: '计算（按舍入区间）',
  agreement: '口径相符（一种即可）',
};

function kindOf(rule: Rule): string {
  return rule.kind === 'identity' && rule.same ? '等式（同一个数）' : KINDS[rule.kind];
}

/** What a broken rule is reported as. */
function consequence(rule: Rule): string {
  switch (rule.kind) {
    case 'identity':
      return rule.same ? '错误／提醒（只差末位）' : '错误／提醒（极难凑成的尾差）／尾差';
    case 'continuity':
      return '错误／提醒（只差末位）';
    case 'computation':
      return '错误／提醒（只差末位）';
    case 'agreement':
      return '提醒';
    case 'bound':
    case 'inspection':
      return VERDICT_NAMES[rule.severity];
  }
}

/** A rule about texts, as the proofreader declares it. */
interface TextEntry {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly conditions: string;
  /** None for what is only listed as not checked. */
  readonly severities: readonly Severity[];
}

/** The rule catalogue in docs/, as Markdown: made from the declarations, so that it cannot differ from them. */
export function catalogue(
  rules: readonly Rule[],
  texts: readonly TextEntry[],
  sectionNames: Readonly<Record<string, string>>,
): string {
  const stems = [...new Set(rules.map(({ id }) => stemOf(id)))];
  const sections = [
    ...stems.map((stem) => {
      const own = rules.filter(({ id }) => stemOf(id) === stem);
      return table(sectionNames[stem] ?? stem, own.map((rule) => row(rule, kindOf(rule), consequence(rule))));
    }),
    table('情况说明与其他文字', texts.map((rule) => row(rule, '校对文字', severitiesOf(rule)))),
  ];
  return [
    '# 规则目录',
    '',
    `共 ${rules.length + texts.length} 条规则。本文由 \`npm run catalogue\` 根据规则声明生成，请勿手改。`,
    '“来源”为勾稽关系目录中的编号（A 表内、B 表间、C 表文、D 跨年、E 绩效、F 文本）。',
    '',
    '等式的差额分三级：四舍五入造不成的是错误；造得成但各数几乎都要偏向一边的是提醒，并写明多少次中一次；其余是尾差。',
    '单个等式都是尾差，而全套表合在一起不可能都是四舍五入的，报告互相矛盾的那一组等式，作为提醒。',
    '',
    ...sections,
  ].join('\n');
}

function table(title: string, rows: readonly string[]): string {
  return [
    `## ${title}`,
    '',
    '| 规则 | 内容 | 种类 | 报告为 | 条件与例外 | 来源 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function row(rule: Omit<TextEntry, 'severities'>, kind: string, reported: string): string {
  const { id, statement, conditions, source } = rule;
  return `| \`${id}\` | ${cell(statement)} | ${kind} | ${reported} | ${cell(conditions)} | ${cell(source)} |`;
}

function severitiesOf({ severities }: TextEntry): string {
  return severities.length === 0 ? '未检查' : severities.map((severity) => VERDICT_NAMES[severity]).join('／');
}

function stemOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
