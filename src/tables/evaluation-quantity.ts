import Decimal from 'decimal.js';
import { normaliseText } from '../workbook/label';

/** What a number in a target or a result counts: percent, money, money for each of something, or things. */
export type Dimension = 'percent' | 'money' | 'price' | 'count' | 'bare';

/** A target or a result in numbers: 「≥95%」, 「各1次」, 「400元/天」, 「2 万人次」. */
export interface Quantity {
  /** In units of one: 2 万人次 is 20000, money is in 元, a percentage in percent. */
  readonly value: Decimal;
  /** What the words demand or say: at least, at most, or just this. */
  readonly bound: 'least' | 'most' | 'exact';
  readonly dimension: Dimension;
  /** As printed: 人次, 元/天, %. */
  readonly unit: string;
}

const AT_LEAST = /^(?:≥|>=?|大于等于|大于|不低于|不少于|不小于|至少|超过|高于)/;
const AT_MOST = /^(?:≤|<=?|小于等于|小于|不高于|不超过|不大于|不多于|低于|控制在)/;
const LEAST_AFTER = /(?:及?以上)$/;
const MOST_AFTER = /(?:及?以内|及?以下)$/;
const VAGUE = /^(?:各|=|约|达到?|完成)|(?:左右)$/g;
const AROUND = [AT_LEAST, AT_MOST, LEAST_AFTER, MOST_AFTER, VAGUE];
const NUMBER = /^(\d+(?:,\d{3})*(?:\.\d+)?)(亿|万)?([^\d]{0,8})$/;
/** 12月底前, 2023年: a time, not a quantity. */
const TIME = /^(?:年|月|日|号|季度)/;
const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Reads a target or a result; null where it is words, a time, or more than one thing. */
export function readQuantity(printed: string): Quantity | null {
  const text = normaliseText(printed).replace(/\([^()]*\)$/, '');
  const bare = AROUND.reduce((rest, words) => rest.replace(words, ''), text);
  const [, digits, scale = '', words = ''] = NUMBER.exec(bare) ?? [];
  if (digits === undefined || TIME.test(words)) return null;
  const unit = words === '百分比' ? '%' : words === '' && scale === '万' ? '元' : words;
  return {
    value: new Decimal(digits.replace(/,/g, '')).mul(SCALE[scale] ?? 1),
    bound: boundOf(text),
    dimension: dimensionOf(unit),
    unit,
  };
}

function boundOf(text: string): Quantity['bound'] {
  if (AT_LEAST.test(text) || LEAST_AFTER.test(text)) return 'least';
  return AT_MOST.test(text) || MOST_AFTER.test(text) ? 'most' : 'exact';
}

function dimensionOf(unit: string): Dimension {
  if (unit === '') return 'bare';
  if (unit === '%') return 'percent';
  if (/^元(?:人民币)?$/.test(unit)) return 'money';
  return unit.startsWith('元/') || unit.startsWith('元每') ? 'price' : 'count';
}
