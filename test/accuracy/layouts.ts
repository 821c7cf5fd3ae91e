import { USUAL, type Layout } from '../sample/layout';
import type { Sampler } from './sampler';

/** Any of the forms that the sample's builder can lay out, every variant of each; one book in eight is printed in 元. */
export function makeLayout(sample: Sampler): Layout {
  return {
    unit: sample.chance(0.125) ? '元' : '万元',
    zeros: sample.chance(0.5) ? 'blank' : 'zero',
    order: sample.pick(['new', 'old']),
    titles: sample.pick(['usual', 'usual', 'earlier', 'numbered', 'shanghai', 'yunnan', 'beijing', 'shaanxi']),
    codes: sample.pick(['one', 'one', 'three', 'glued']),
    codeCells: sample.pick(['text', 'text', 'number', 'spaced']),
    totalRow: sample.chance(0.75) ? 'first' : 'last',
    generalBudgetTotal: sample.pick(['小计', '合计', '本年支出合计']),
    flows: sample.pick(['funds', 'funds', 'capital', 'all']),
    classes: sample.pick(['all', 'used']),
    basicBlocks: sample.chance(0.75) ? 3 : 2,
    basicCodes: sample.pick(['one', 'one', 'two']),
    basicTotals: sample.pick(['beside', 'beside', 'under', 'rows']),
    threePublic: sample.pick(['row', 'row', 'pairs', 'vertical']),
    meetings: sample.chance(0.2),
    numbering: sample.chance(0.7),
    tableNumbers: sample.chance(0.7),
    departmentLabel: sample.pick(['部门', '编制单位', '编制部门', '单位名称']),
    unitLabel: sample.pick(['单位', '金额单位']),
    oneSheet: sample.chance(0.2),
    leading: sample.chance(0.2) ? { rows: sample.whole(0, 3), columns: sample.whole(0, 2) } : USUAL.leading,
    trailing: sample.chance(0.1) ? { rows: sample.whole(0, 40), columns: sample.whole(0, 5) } : USUAL.trailing,
    merges: sample.chance(0.15) ? 'repeated' : 'first',
    otherSheets: sample.chance(0.2),
  };
}
