import type { RevenueColumn } from './accounts';
import { codedTable } from './coded-table';

/** 收入决算表. */
export const revenue = codedTable<RevenueColumn>({
  id: 'revenue',
  name: '收入决算表',
  title: /(?<!预算|拨款|单位)收入决算(?:总)?表$/,
  columns: {
    total: ['本年收入合计', '合计', '小计'],
    appropriation: ['财政拨款收入', '财政拨款'],
    superiorSubsidy: ['上级补助收入'],
    service: ['事业收入'],
    business: ['经营收入', '事业单位经营收入'],
    affiliateRemittance: ['附属单位上缴收入'],
    other: ['其他收入'],
  },
});
