import type { ExpenditureColumn } from './accounts';
import { codedTable } from './coded-table';

/** 支出决算表. */
export const expenditure = codedTable<ExpenditureColumn>({
  id: 'expenditure',
  name: '支出决算表',
  title: /(?<!收入|预算|拨款|项目|基本|经营|经费|费|采购|单位)支出决算(?:总)?表$/,
  columns: {
    total: ['本年支出合计', '合计', '小计'],
    basic: ['基本支出'],
    project: ['项目支出'],
    superiorRemittance: ['上缴上级支出', '上缴上级'],
    business: ['经营支出', '事业单位经营支出'],
    affiliateSubsidy: ['对附属单位补助支出', '对附属单位补助'],
  },
});
