import { USUAL, type Layout } from '../sample/layout';
import type { Sampler } from './sampler';

/** Any of the forms that the sample's builder can lay out; one book in eight is printed in 元. */
export function makeLayout(sample: Sampler): Layout {
  return {
    unit: sample.chance(0.125) ? '元' : '万元',
    zeros: sample.chance(0.5) ? 'blank' : 'zero',
    order: sample.pick(['new', 'old']),
    codes: sample.pick(['one', 'one', 'three', 'glued']),
    totalRow: sample.chance(0.75) ? 'first' : 'last',
    classes: sample.pick(['all', 'used']),
    basicBlocks: sample.chance(0.75) ? 3 : 2,
    threePublic: sample.pick(['row', 'row', 'pairs', 'vertical']),
    numbering: sample.chance(0.7),
    tableNumbers: sample.chance(0.7),
    departmentLabel: sample.pick(['部门', '编制单位', '编制部门', '单位名称']),
    unitLabel: sample.pick(['单位', '金额单位']),
    oneSheet: sample.chance(0.2),
    leading: sample.chance(0.2) ? { rows: sample.whole(0, 3), columns: sample.whole(0, 2) } : USUAL.leading,
  };
}
