import type Decimal from 'decimal.js';
import type { CellRef } from '../../workbook/address';
import { amount, budget, none, previous, unitOf } from './amounts';
import { basesOf, type Bases } from './bases';
import { change, direction } from './changes';
import { claimed, type Claim } from './claim';
import type { Grounds } from './grounds';
import { given } from './operand';
import type { TextProblem } from './problem';
import type { Reference } from './reference';
import { growth, rate, share } from './ratios';

/** A claim with what its topic amounts to and what is wrong with it. */
export interface Judged {
  readonly claim: Claim;
  readonly bases: Bases;
  readonly problems: readonly TextProblem[];
}

/** Judges every claim of a chapter; what cannot be judged for want of an amount to compare with is passed over. */
export function verify(claims: readonly Claim[], known: Omit<Grounds, 'claims'>): readonly Judged[] {
  const grounds = { ...known, claims };
  const byTopic = new Map<string, Claim[]>();
  for (const claim of claims) byTopic.set(claim.topic.key, [...(byTopic.get(claim.topic.key) ?? []), claim]);
  return [...byTopic.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const bases = basesOf(first.topic, own);
    return own.map((claim) => ({ claim, bases, problems: judge(claim, bases, own, grounds) }));
  });
}

function judge(
  claim: Claim,
  bases: Bases,
  own: readonly Claim[],
  grounds: Grounds,
): readonly TextProblem[] {
  switch (claim.kind) {
    case 'actual':
      return [...unitOf(claim), ...amount(claim, given(claim.topic.actual), '决算数', grounds)];
    case 'budget':
      return [...unitOf(claim), ...budget(claim, own, grounds)];
    case 'adjusted':
      return unitOf(claim);
    case 'previous':
      return [...unitOf(claim), ...previous(claim, grounds)];
    case 'change':
      return [...unitOf(claim), ...change(claim, bases, own, grounds)];
    case 'growth':
      return [...unitOf(claim), ...growth(claim, bases, grounds)];
    case 'rate':
      return [...unitOf(claim), ...rate(claim, bases, grounds)];
    case 'share':
      return [...unitOf(claim), ...share(claim, bases, grounds)];
    case 'direction':
      return direction(claim, bases, grounds);
    case 'average':
      return [];
    case 'none':
      return none(claim, grounds);
  }
}

/** An accused cell and the amount (万元) that a text gives it. */
export interface Confirmed {
  readonly cell: CellRef;
  readonly amount: Decimal;
}

/** The amount that a claim gives to an accused cell, where it would explain what the cell is accused of. */
export function confirmedBy({ claim }: Judged, { mayBe }: Reference): readonly Confirmed[] {
  if (claim.kind !== 'actual' && claim.kind !== 'budget') return [];
  const [cell, ...others] = given(claim.topic[claim.kind])?.cells ?? [];
  const amount = claimed(claim);
  return cell !== undefined && others.length === 0 && mayBe(cell, amount) ? [{ cell, amount }] : [];
}
