import Decimal from 'decimal.js';
import { claimed, isNumber, type Claim, type NumberClaim } from './claim';
import { problemOf } from './claim-problem';
import type { TextProblem } from './problem';

const KINDS = ['goods', 'works', 'services'] as const;
const RULE = 'procurement/narrative-share';
/** Half a unit of a percentage with one digit, as a share. */
const SLACK = '0.0005';

/**
 * 货物、工程、服务采购授予中小企业的比例 are of the spending of their own kind (rules.md C24): together they make up what
 * small and medium enterprises were awarded, and each is 100 % where those were awarded everything.
 */
export function procurementShares(claims: readonly Claim[]): readonly TextProblem[] {
  const numbers = claims.filter(isNumber);
  const amountOf = (key: string): Decimal | null => {
    const claim = numbers.find(({ kind, topic }) => kind === 'actual' && topic.key === `procurement${key}`);
    return claim === undefined ? null : claimed(claim);
  };
  const total = amountOf('');
  const small = amountOf('/small');
  const shares = KINDS.flatMap((kind) => {
    const claim = numbers.find((one) => one.kind === 'share' && one.topic.key === `procurement/${kind}Small`);
    const amount = amountOf(`/${kind}`);
    return claim === undefined || amount === null ? [] : [{ claim, amount }];
  });
  if (total === null || small === null || shares.length === 0) return [];
  return small.eq(total) ? shares.flatMap(whole) : shares.length < KINDS.length ? [] : parts(shares, small);
}

interface Share {
  readonly claim: NumberClaim;
  readonly amount: Decimal;
}

function whole({ claim, amount }: Share): readonly TextProblem[] {
  const { value, start, end } = claim.numeral;
  if (amount.isZero() || value.eq(100)) return [];
  return [
    problemOf(claim, {
      rule: RULE,
      severity: 'error',
      message: `采购金额已全部授予中小企业，各类的占比应以本类支出 ${amount.toFixed()} 万元为分母，应为 100%，写成了 ${value.toFixed()}%。`,
      expected: new Decimal(100),
      actual: value,
      replacement: { start, end, text: '100%' },
    }),
  ];
}

function parts(shares: readonly Share[], small: Decimal): readonly TextProblem[] {
  const sum = shares.reduce(
    (all, { claim, amount }) => all.plus(amount.mul(claim.numeral.value).div(100)),
    new Decimal(0),
  );
  const slack = shares.reduce((all, { amount }) => all.plus(amount.mul(SLACK)), new Decimal('0.01'));
  const [first] = shares;
  if (first === undefined || sum.minus(small).abs().lte(slack)) return [];
  const message = `按各类占比推算授予中小企业 ${sum.toFixed(2)} 万元，与写明的 ${small.toFixed()} 万元不符；各类的占比应以本类支出为分母。`;
  return [problemOf(first.claim, { rule: RULE, severity: 'error', message })];
}
