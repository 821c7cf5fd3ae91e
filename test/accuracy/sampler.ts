import { random } from '../support/books';

/** Chance with a seed: the same seed always gives the same book. */
export interface Sampler {
  /** Whether something of that probability happens. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** One of a list. Throws a RangeError where the list is empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** Some of a list, in its order. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
  /** An amount in whole 元 as departments have them: spread over its orders of size, now and then a round one. */
  readonly amount: (least?: number, most?: number) => number;
}

const ROUND = 0.15;

export function sampler(seed: number): Sampler {
  const next = random(seed);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const chance = (probability: number): boolean => next() < probability;
  return {
    whole,
    chance,
    pick(list) {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    some(list, count) {
      const keyed = list.map((each, index) => ({ each, index, key: next() })).sort((a, b) => a.key - b.key);
      return keyed.slice(0, count).sort((a, b) => a.index - b.index).map(({ each }) => each);
    },
    amount(least = 500, most = 20_000_000) {
      const value = Math.round(least * (most / least) ** next());
      const round = chance(ROUND) ? 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1) : 1;
      return Math.round(value / round) * round;
    },
  };
}
