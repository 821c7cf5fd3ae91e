import Decimal from 'decimal.js';
import { formatAmount } from '../../money/figure';
import { claimed, isNumber, type NumberClaim } from './claim';
import { nameOf, problemOf } from './claim-problem';
import type { TextProblem } from './problem';
import type { Judged } from './verify';

const KEY = 'three-public';
const ITEMS = ['overseasTravel', 'hospitality', 'vehicles'] as const;
const VEHICLES = ['vehiclePurchase', 'vehicleRunning'] as const;

/** How much something changed against last year as a text tells it, with its sign. */
interface Told {
  readonly value: Decimal;
  readonly claim: NumberClaim | null;
}

/**
 * The changes of the “三公” items against last year add up to that of the whole (rules.md C20). Where last year's amounts
 * are known each change is judged for itself.
 */
export function changesAddUp(judged: readonly Judged[]): readonly TextProblem[] {
  const told = (item: string): Told | null => changeOf(judged.filter(({ claim }) => claim.topic.key === `${KEY}/${item}`));
  const total = told('total');
  const vehicles = told('vehicles') ?? together(VEHICLES.map(told));
  const parts = ITEMS.map((item) => (item === 'vehicles' ? vehicles : told(item)));
  const sum = together(parts);
  if (total === null || total.claim === null || sum === null) return [];
  const gap = total.value.minus(sum.value);
  if (gap.abs().lte(TOLERANCE)) return [];
  return [
    problemOf(total.claim, {
      rule: `${KEY}/narrative-change`,
      severity: 'error',
      message:
        `“${nameOf(total.claim.topic)}”比上年增减 ${formatAmount(total.value)} 万元，而各项增减之和为 ` +
        `${formatAmount(sum.value)} 万元，相差 ${formatAmount(gap)}，请核对是哪一个数有误。`,
      expected: sum.value.abs(),
      actual: total.value.abs(),
    }),
  ];
}

/** Half a unit for each of five numbers. */
const TOLERANCE = '0.025';

function changeOf(own: readonly Judged[]): Told | null {
  if (own.some(({ bases }) => bases.previous?.given === true)) return null;
  for (const { claim } of own) {
    if (isNumber(claim) && claim.kind === 'change' && claim.baseline === 'previous' && claim.word !== null) {
      return { value: claimed(claim).mul(claim.word.direction), claim };
    }
    const isLevel = claim.kind === 'direction' && claim.baseline === 'previous' && claim.word.direction === 0;
    if (isLevel && !claim.roughly) return { value: new Decimal(0), claim: null };
  }
  return null;
}

function together(parts: readonly (Told | null)[]): Told | null {
  return parts.reduce<Told | null>(
    (sum, part) => (sum === null || part === null ? null : { value: sum.value.plus(part.value), claim: null }),
    { value: new Decimal(0), claim: null },
  );
}
