import type Decimal from 'decimal.js';
import type { Topic } from '../topic';
import type { Passage } from './document';
import { inWan, type Numeral } from './numeral';

/** What a comparison is with. */
export type Baseline = 'budget' | 'previous';

/** Which way a word says that something went. */
export type Direction = 1 | 0 | -1;

interface ClaimBase {
  readonly topic: Topic;
  readonly passage: Passage;
  /** Place in the searched text of what the claim would be corrected by. */
  readonly start: number;
  readonly end: number;
  /** Where the clause begins that is quoted with it. */
  readonly from: number;
}

/** A figure that a text gives for a topic. */
export interface NumberClaim extends ClaimBase {
  readonly kind: 'actual' | 'budget' | 'adjusted' | 'previous' | 'change' | 'growth' | 'rate' | 'share' | 'average';
  readonly numeral: Numeral;
  /** Of a change or growth: with what it compares, and the word that says the direction. */
  readonly baseline: Baseline;
  readonly word: Word | null;
  /** Of a share: what the text says it is of, '' where it does not say; of a rate: `adjusted` for that budget; of an average: 人, 车. */
  readonly of: string;
}

/** A word for the direction and its place. */
export interface Word {
  readonly text: string;
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
}

/** A statement such as 决算数大于年初预算数 or 与上年持平. */
export interface DirectionClaim extends ClaimBase {
  readonly kind: 'direction';
  readonly baseline: Baseline;
  readonly word: Word;
  /** 基本持平: a small difference is meant. */
  readonly roughly: boolean;
  /** 大于（小于）: the template's choice was not made. */
  readonly unchosen: boolean;
}

/** A statement that there was none: 无其他收入, 未发生培训费. */
export interface NoneClaim extends ClaimBase {
  readonly kind: 'none';
}

/** What a text says of a topic. */
export type Claim = NumberClaim | DirectionClaim | NoneClaim;

/** Whether a claim is a figure. */
export function isNumber(claim: Claim): claim is NumberClaim {
  return 'numeral' in claim;
}

const SMALLEST_IN_YUAN = 10_000;

/**
 * Whether an amount is printed in 元 although 万元 is meant: nobody tells 万元 amounts apart in 元 below 10 000, and
 * the sentences around it are in 万元.
 */
export function isUnitSlip({ value, unit }: Numeral): boolean {
  return unit === '元' && value.lt(SMALLEST_IN_YUAN);
}

/** A printed amount in 万元 as it is meant, or a printed percentage. */
export function meant(numeral: Numeral): Decimal {
  return numeral.kind === 'percent' || isUnitSlip(numeral) ? numeral.value : inWan(numeral);
}

/** The amount in 万元 that a claim means, or its percentage. */
export function claimed(claim: NumberClaim): Decimal {
  const { numeral } = claim;
  if (numeral.kind === 'percent') return numeral.value;
  return isSlip(claim) ? numeral.value : inWan(numeral);
}

/** Whether a claim is printed in 元 although 万元 is meant: the right amount decides, where it is known. */
export function isSlip({ numeral, kind, topic }: NumberClaim): boolean {
  const right = kind === 'actual' || kind === 'budget' || kind === 'previous' ? topic[kind] : null;
  if (numeral.unit !== '元' || right?.kind !== 'amount' || right.value.isZero()) return isUnitSlip(numeral);
  return right.value.eq(numeral.value) || (isUnitSlip(numeral) && !right.value.eq(inWan(numeral)));
}

const UP = /^(?:增|上升|提高|大于|高于|超过|多于)/;
const LEVEL = /^(?:等于|基本|持平|一致|相同|相等|不变|无|没有)/;

/** A word for the direction at a place of the searched text. */
export function wordAt(text: string, start: number): Word {
  const direction: Direction = LEVEL.test(text) ? 0 : UP.test(text) ? 1 : -1;
  return { text, direction, start, end: start + text.length };
}
