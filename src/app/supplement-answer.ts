import Decimal from 'decimal.js';
import type { CellValue } from '../workbook/snapshot';
import { readAmount } from '../money/amount';
import { formatAmount } from '../money/figure';
import type { Finding } from '../check/finding';
import type { Question } from '../narrative/questions';

/** An answer to a question of the narrative, as it was filled in and as it is taken. */
export interface JudgedAnswer {
  /** As the narrative takes it: amounts in 万元 as decimal strings; null where it is no such number. */
  readonly answer: string | null;
  /** What speaks against it; null where nothing does. */
  readonly doubt: Doubt | null;
}

/** Why an answer may be wrong. */
export interface Doubt {
  readonly kind: 'number' | 'unit' | 'last-year' | 'initial-budget';
  /** Goes on from the name of what was asked: 「应填整数，现为…」. */
  readonly sentence: string;
  readonly amounts: Pick<Finding, 'cause'> & Partial<Pick<Finding, 'expected' | 'actual' | 'difference'>>;
}

/** So many times the amount of the same thing: what is 万元 in the tables was filled in as 元. */
const TOO_MANY_TIMES = 1000;
const YUAN_PER_WAN = 10_000;

/** Reads what was filled in for a question, and holds it against what the tables say. */
export function judgeAnswer(question: Question, filled: Exclude<CellValue, null>): JudgedAnswer {
  const answer = readAnswer(filled, question);
  if (answer === null) return { answer, doubt: notANumber(question, filled) };
  return { answer, doubt: question.kind === 'amount' ? doubtOf(question, new Decimal(answer)) : null };
}

function readAnswer(value: CellValue, { kind, unit }: Question): string | null {
  if (kind === 'words') return String(value).trim();
  const typed = typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '') : value;
  return kind === 'count' ? readCount(typed, unit) : readMoney(typed);
}

/** An amount in 万元. A unit behind the number is taken at its word. */
function readMoney(typed: CellValue): string | null {
  const isYuan = typeof typed === 'string' && /[^万]元$/.test(typed);
  const read = readAmount(typeof typed === 'string' ? typed.replace(/万元?$|元$/, '') : typed);
  if (read.kind !== 'number') return null;
  return (isYuan ? read.value.div(YUAN_PER_WAN) : read.value).toFixed();
}

/** A whole number. Any word of its unit may stand behind it: 台, 套 or 台（套）, 人 or 人次. */
function readCount(typed: CellValue, unit: string): string | null {
  const words = new RegExp(`[${unit.normalize('NFKC')}个批]+$`);
  const read = readAmount(typeof typed === 'string' ? typed.replace(words, '') : typed);
  const isCount = read.kind === 'number' && read.value.isInteger() && !read.value.isNegative();
  return isCount ? read.value.toFixed() : null;
}

function notANumber({ kind }: Question, filled: CellValue): Doubt {
  const wanted = kind === 'count' ? '整数' : '以万元为单位的金额';
  const sentence = `应填${wanted}，现为“${String(filled)}”，编写时没有采用。请改为数字。`;
  return { kind: 'number', sentence, amounts: { cause: 'text' } };
}

function doubtOf({ known, knownFrom, comparable, whole }: Question, amount: Decimal): Doubt | null {
  const filled = `填为 ${formatAmount(amount)} 万元`;
  if (comparable !== null && !comparable.isZero() && amount.div(comparable).abs().gte(TOO_MANY_TIMES)) {
    const times = amount.div(comparable).abs().toDecimalPlaces(0).toFixed();
    const fact = `是表中决算数 ${formatAmount(comparable)} 万元的 ${times} 倍`;
    return { kind: 'unit', sentence: `${filled}，${fact}，${IN_YUAN}`, amounts: { actual: amount, cause: 'unit' } };
  }
  if (whole !== null && amount.gt(whole)) {
    const fact = `超过本年支出合计 ${formatAmount(whole)} 万元`;
    return { kind: 'unit', sentence: `${filled}，${fact}，${IN_YUAN}`, amounts: { actual: amount, cause: 'unit' } };
  }
  if (known !== null && !known.eq(amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP))) {
    const difference = amount.minus(known);
    const fact = `${knownFrom}中为 ${formatAmount(known)} 万元，相差 ${formatAmount(difference)}`;
    const amounts = { expected: known, actual: amount, difference, cause: null };
    const kind = knownFrom === '部门预算' ? 'initial-budget' : 'last-year';
    return { kind, sentence: `${filled}，${fact}。请核对。`, amounts };
  }
  return null;
}

const IN_YUAN = '疑似按“元”填写。请改以万元为单位。';
