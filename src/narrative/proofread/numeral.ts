import Decimal from 'decimal.js';

/** A number that a passage prints, by what stands behind it. */
export interface Numeral {
  readonly kind: 'amount' | 'percent';
  /** As printed, without its sign; amounts in the unit printed. */
  readonly value: Decimal;
  /** Digits behind the point. */
  readonly digits: number;
  /** `万元`, `元`, `万`, `亿元`, `%`, `%%`; '' where nothing stands behind the number. */
  readonly unit: string;
  /** Place in the searched text; `unitStart` is where the digits end. */
  readonly start: number;
  readonly unitStart: number;
  readonly end: number;
}

const PRINTED = /(?<![\d.A-Za-z+])(?<!（(?=\d{1,2}）))(-?\d+(?:\.\d+)?|\.\d+)(万元|亿元|千元|百元|元|万(?![一-龥])|%+)?(?![\dA-Za-z.])/g;
const MAY_FOLLOW_BARE = /^(?:[，。；、！？）]|$)/;
const MAY_FOLLOW_DECIMALS = /^(?:（|增加|减少|的\d)/;
const THRESHOLD = /^(?:（含）)?(?:以上|以下|及以上|及以下|\/)/;
const NUMBERING = /^第?[（]?\d{1,2}(?:[）、]|[.．](?!\d))/;

/**
 * The amounts and percentages of a passage in order. Years, dates, counts and numbering are none: a number without a
 * unit is taken for an amount that lacks one only where punctuation follows.
 */
export function numeralsOf(text: string): readonly Numeral[] {
  const numbering = NUMBERING.exec(text)?.[0].length ?? 0;
  return [...text.matchAll(PRINTED)].flatMap((match): readonly Numeral[] => {
    const [whole, digits = '', unit = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    const rest = text.slice(end, end + 6);
    const isBare = MAY_FOLLOW_BARE.test(rest) || (digits.includes('.') && MAY_FOLLOW_DECIMALS.test(rest));
    if (start < numbering || THRESHOLD.test(rest) || (unit === '' && !isBare)) return [];
    return [
      {
        kind: unit.startsWith('%') ? 'percent' : 'amount',
        value: new Decimal(digits.startsWith('.') ? `0${digits}` : digits),
        digits: digits.split('.')[1]?.length ?? 0,
        unit,
        start,
        unitStart: start + digits.length,
        end,
      },
    ];
  });
}

const TEN_THOUSANDS: Readonly<Record<string, number>> = {
  万元: 1,
  万: 1,
  亿元: 10_000,
  千元: 0.1,
  百元: 0.01,
  元: 0.0001,
};

/** What a number amounts to in 万元; one without a unit is read as 万元, as the sentences around it are. */
export function inWan({ value, unit }: Numeral): Decimal {
  return value.mul(TEN_THOUSANDS[unit] ?? 1);
}
