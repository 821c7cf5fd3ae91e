import { formatAmount } from '../../money/figure';
import { claimed, isNumber, type NumberClaim } from './claim';
import { nameOf } from './claim-problem';
import type { Grounds } from './grounds';
import { given, judgePercent, ratioOf, said, type Operand } from './operand';

/** Percentages that come about too easily to tell anything. */
const ROUND = [0, 100];

/**
 * What a wrong percentage was computed from, where it is the quotient of other amounts of its passage or section:
 * 「与 1.66 ÷ 1.64 相符，疑似用错了基数。」; '' where it is of none.
 */
export function otherGrounds(claim: NumberClaim, { claims, topics }: Grounds): string {
  const { numeral, passage, topic } = claim;
  if (numeral.digits === 0 || ROUND.some((round) => numeral.value.eq(round))) return '';
  const told = claims.filter(isNumber).filter(({ numeral: { kind } }) => kind === 'amount');
  const own = told.filter((other) => other.topic.key === topic.key);
  const operand = (other: NumberClaim): Operand => said(claimed(other), nameOf(other.topic));
  const parts =
    claim.kind === 'growth'
      ? own.filter(({ kind, baseline }) => kind === 'change' && baseline === claim.baseline).map(operand)
      : [given(topic.actual), ...own.filter(({ kind }) => kind === 'actual').map(operand)].filter(isKnown);
  const wholes = [
    ...told.filter((other) => other.passage === passage).map(operand),
    ...topics.map(({ actual }) => given(actual)).filter(isKnown),
  ];
  for (const part of parts) {
    for (const whole of wholes) {
      const ratio = part.value.eq(whole.value) ? null : ratioOf(part, whole);
      if (ratio === null || judgePercent(numeral.value, numeral.digits, ratio) !== 'exact') continue;
      return `与 ${formatAmount(part.value)} ÷ ${formatAmount(whole.value)} 相符，疑似用错了数。`;
    }
  }
  return '';
}

function isKnown(operand: Operand | null): operand is Operand {
  return operand !== null;
}
