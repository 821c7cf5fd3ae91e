import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { fromChinese } from '../../workbook/chinese-number';
import type { Passage } from './document';
import { judgePercent, ratioOf, said } from './operand';
import { matchProblem } from './passage-problem';
import type { TextProblem } from './problem';

/** An amount in 万元, or written 元 by mistake. */
const N = '(\\d+(?:\\.\\d+)?)(?:万元|万|元)';
const P = '(\\d+(?:\\.\\d+)?)%';

/** One amount of a sentence that others of it add up to. */
interface SumStatement {
  readonly pattern: RegExp;
  readonly whole: string;
  /** How the words call each further group, with its sign in the sum. */
  readonly parts: readonly (readonly [name: string, sign: 1 | -1])[];
}

/** What a 绩效自评报告 adds up within a sentence. */
const SUMS: readonly SumStatement[] = [
  {
    pattern: new RegExp(`支出${N}，其中：?基本支出(?:为)?${N}[^。]{0,20}?项目支出(?:为)?${N}`, 'g'),
    whole: '支出',
    parts: [['基本支出', 1], ['项目支出', 1]],
  },
  {
    pattern: new RegExp(`预算收入${N}，其中：?年初预算${N}，(?:年中)?(?:调整增加|调增|追加)${N}`, 'g'),
    whole: '预算收入',
    parts: [['年初预算', 1], ['调整增加', 1]],
  },
  {
    pattern: new RegExp(
      `三公经费(?:预算数|决算数)${N}，其中：?因公出国（境）费(?:用)?${N}，公务用车购置及运行(?:维护)?费${N}，公务接待费${N}`,
      'g',
    ),
    whole: '三公经费',
    parts: [['因公出国（境）费', 1], ['公务用车购置及运行维护费', 1], ['公务接待费', 1]],
  },
  {
    pattern: new RegExp(`政府采购支出(?:总额)?${N}，其中：?货物(?:支出)?${N}，工程(?:支出)?${N}，服务(?:支出)?${N}`, 'g'),
    whole: '政府采购支出',
    parts: [['货物', 1], ['工程', 1], ['服务', 1]],
  },
];

/** A second amount that is the first one less the other. */
const NET = new RegExp(`资产总额${N}，负债总额${N}，净资产${N}`, 'g');
const IN_USE = new RegExp(`固定资产(?:账面)?原值${N}，在用(?:固定)?资产${N}，资产使用率${P}`, 'g');
const SHARED = new RegExp(`总支出${N}，其中：?基本支出${N}，占总支出的?${P}；?项目支出${N}，占总支出的?${P}`, 'g');
const ROUNDING = '0.005';

const PLANNED = new RegExp(`预算安排收入${N}(?:[^]*?预算安排支出${N})?`);
const RECEIVED = new RegExp(`总收入${N}，(?:较|比)(?:年初)?预算(增加|减少)${N}`, 'g');
const SPLIT = new RegExp(`分(?:成|为)([\\d一二三四五六七八九十]+)个部分，?(?:共计?)?支出${N}`, 'g');
const ORDINAL = /[一二三四五六七八九十]是/;

/** The sums, differences and shares within the sentences of a report (rules.md E11, E13). */
export function sumProblems(passages: readonly Passage[]): readonly TextProblem[] {
  const planned = passages.flatMap(({ text }) => PLANNED.exec(text)?.[1] ?? [])[0];
  return passages.flatMap((passage) => [
    ...ofPlan(passage),
    ...(planned === undefined ? [] : ofReceipts(passage, new Decimal(planned))),
    ...ofParts(passage),
    ...SUMS.flatMap((statement) => ofSum(passage, statement)),
    ...ofNet(passage),
    ...ofUse(passage),
    ...ofShares(passage),
  ]);
}

function numbersOf(match: RegExpExecArray): readonly Decimal[] {
  return match.slice(1).map((digits) => new Decimal(digits));
}

const ZERO = new Decimal(0);

function differs(a: Decimal, b: Decimal, terms: number): boolean {
  return a.minus(b).abs().gt(new Decimal(ROUNDING).mul(terms + 1));
}

function ofSum(passage: Passage, { pattern, whole, parts }: SumStatement): readonly TextProblem[] {
  return [...passage.text.matchAll(pattern)].flatMap((match) => {
    const [total = ZERO, ...terms] = numbersOf(match);
    const sum = terms.reduce((all, term, index) => all.plus(term.mul(parts[index]?.[1] ?? 1)), ZERO);
    if (!differs(total, sum, terms.length)) return [];
    const told = terms.map((term, index) => `${parts[index]?.[0] ?? ''} ${term.toFixed()}`).join(' + ');
    return [
      matchProblem(passage, match, {
        rule: 'text/sum',
        severity: 'error',
        message: `${whole}写为 ${total.toFixed()} 万元，而${told} = ${sum.toFixed()}，相差 ${formatAmount(total.minus(sum))}，请核对。`,
        expected: sum,
        actual: total,
      }),
    ];
  });
}

/** A budget plans to spend what it plans to receive. */
function ofPlan(passage: Passage): readonly TextProblem[] {
  const match = PLANNED.exec(passage.text);
  if (match?.[2] === undefined) return [];
  const [income = ZERO, spending = ZERO] = numbersOf(match);
  if (!differs(income, spending, 1)) return [];
  const message =
    `预算安排收入写为 ${income.toFixed()} 万元，预算安排支出写为 ${spending.toFixed()} 万元，` +
    `相差 ${formatAmount(income.minus(spending))}，请核对。`;
  return [matchProblem(passage, match, { rule: 'text/sum', severity: 'warning', message, expected: income, actual: spending })];
}

/** 「决算总收入 X，较预算增加 Y」 beside the 预算安排收入 that the report gave before. */
function ofReceipts(passage: Passage, planned: Decimal): readonly TextProblem[] {
  return [...passage.text.matchAll(RECEIVED)].flatMap((match) => {
    const [received = ZERO, change = ZERO] = [match[1], match[3]].map((digits) => new Decimal(digits ?? 0));
    const right = match[2] === '增加' ? received.minus(planned) : planned.minus(received);
    if (!differs(change, right, 2)) return [];
    const message =
      `较预算${match[2] ?? ''}写为 ${change.toFixed()} 万元，而总收入 ${received.toFixed()} 与预算安排收入 ` +
      `${planned.toFixed()} 相差 ${right.toFixed()}，请核对。`;
    return [matchProblem(passage, match, { rule: 'text/sum', severity: 'error', message, expected: right, actual: change })];
  });
}

/** 「分成 7 个部分支出 X：一是……二是……」, each part beginning with its own amount. */
function ofParts(passage: Passage): readonly TextProblem[] {
  return [...passage.text.matchAll(SPLIT)].flatMap((match) => {
    const [whole, said = '', digits = '0'] = match;
    const count = /^\d+$/.test(said) ? Number(said) : fromChinese(said);
    const parts = passage.text.slice(match.index + whole.length).split(ORDINAL).slice(1);
    const amounts = parts.flatMap((text) => new RegExp(N).exec(text)?.[1] ?? []).map((each) => new Decimal(each));
    const [total, sum] = [new Decimal(digits), amounts.reduce((all, each) => all.plus(each), ZERO)];
    if (parts.length !== count || amounts.length !== count || !differs(total, sum, count)) return [];
    const message =
      `${count} 个部分共支出写为 ${total.toFixed()} 万元，而 ${amounts.map((each) => each.toFixed()).join(' + ')} ` +
      `= ${sum.toFixed()}，相差 ${formatAmount(total.minus(sum))}，请核对。`;
    return [matchProblem(passage, match, { rule: 'text/sum', severity: 'warning', message, expected: sum, actual: total })];
  });
}

function ofNet(passage: Passage): readonly TextProblem[] {
  return [...passage.text.matchAll(NET)].flatMap((match) => {
    const [assets = ZERO, debts = ZERO, net = ZERO] = numbersOf(match);
    const right = assets.minus(debts);
    if (!differs(net, right, 2)) return [];
    return [
      matchProblem(passage, match, {
        rule: 'text/assets',
        severity: 'error',
        message:
          `净资产写为 ${net.toFixed()} 万元，而资产总额 ${assets.toFixed()} − 负债总额 ${debts.toFixed()} ` +
          `= ${right.toFixed()}，相差 ${formatAmount(net.minus(right))}，请核对。`,
        expected: right,
        actual: net,
      }),
    ];
  });
}

function ofUse(passage: Passage): readonly TextProblem[] {
  return [...passage.text.matchAll(IN_USE)].flatMap((match) => {
    const [whole = ZERO, used = ZERO] = numbersOf(match);
    return percentProblem(passage, match, 3, 'text/assets', '资产使用率', [used, whole]);
  });
}

function ofShares(passage: Passage): readonly TextProblem[] {
  return [...passage.text.matchAll(SHARED)].flatMap((match) => {
    const [whole = ZERO, basic = ZERO, , project = ZERO] = numbersOf(match);
    return [
      ...percentProblem(passage, match, 3, 'text/sum', '基本支出占总支出', [basic, whole]),
      ...percentProblem(passage, match, 5, 'text/sum', '项目支出占总支出', [project, whole]),
    ];
  });
}

function percentProblem(
  passage: Passage,
  match: RegExpExecArray,
  group: number,
  rule: string,
  name: string,
  [part, whole]: readonly [Decimal, Decimal],
): readonly TextProblem[] {
  const digits = match[group] ?? '';
  const printed = new Decimal(digits);
  const ratio = ratioOf(said(part, ''), said(whole, ''));
  const verdict = ratio === null ? 'exact' : judgePercent(printed, printed.decimalPlaces(), ratio);
  if (ratio === null || verdict === 'exact') return [];
  const right = ratio.value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const message = `${name}写为 ${digits}%，应为 ${right.toFixed()}%（${ratio.formula}）。`;
  return [matchProblem(passage, match, { rule, severity: verdict, message, expected: right, actual: printed })];
}
