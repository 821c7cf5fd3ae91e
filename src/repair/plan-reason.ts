import type { Settlement } from './plan-settle';
import type { Hold } from './plan-cells';

export const MIXED_UNITS = '两张表的单位不同，以万元为单位的表只有两位小数，差额由换算而来，改动数字不能消除。';

const WORDS: Readonly<Record<Hold, string>> = {
  locked: '已锁定',
  constant: '在受保护的工作表中，或有公式引用',
  formula: '是公式',
  blank: '为空白',
  zero: '为 0',
  whole: '本来就是整分，没有经过舍入',
  error: '涉及尚未更正的错误',
  unit: '与另一单位的表相对应',
};

/** Why a rounding difference was left as it is, from what holds its cells; null for one that nothing holds. */
export function explainLeft(held: readonly (Hold | null)[], { minimal }: Pick<Settlement, 'minimal'>): string {
  const holds = [...new Set(held.flatMap((hold) => hold ?? []))].map((hold) => WORDS[hold]);
  if (holds.length > 0 && held.every((hold) => hold !== null)) return `式中各数都不能改动（${holds.join('、')}），尾差保留。`;
  if (!minimal) return '在限定的计算量内没有找到能消除它的改法，尾差保留。';
  return '式中可以改动的数，一经改动就会使其他勾稽关系不平，而相关的数已锁定、是公式、为 0 或涉及尚未更正的错误，尾差保留。';
}
