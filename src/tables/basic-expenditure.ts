import type { BasicExpenditureTable } from './accounts';
import { frameOf, type TableDeclaration } from './declaration';
import { readBlocks } from './layout/blocks';

/** 一般公共预算财政拨款基本支出决算表. */
export const basicExpenditure: TableDeclaration<BasicExpenditureTable> = {
  id: 'basic-expenditure',
  name: '一般公共预算财政拨款基本支出决算表',
  title: /(?<!(?:基金|经营)(?:预算)?(?:财政拨款)?)基本支出决算(?:明细)?(?:表)?$/,
  read(region, title, unit) {
    const body = readBlocks(region, unit);
    if (body === null) return null;
    const { rows, personnel, operating } = body;
    return { ...frameOf('basic-expenditure', region, title, unit, body), rows, personnel, operating };
  },
};
