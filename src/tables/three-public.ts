import type { ThreePublicItem, ThreePublicTable } from './accounts';
import { frameOf, type TableDeclaration } from './declaration';
import type { Glossary } from './layout/aliases';
import { readItemMatrix } from './layout/item-matrix';

const ITEMS: Glossary<ThreePublicItem> = {
  total: ['合计', '总计', '支出合计', '"三公"经费支出合计', '"三公"经费合计', '三公经费合计', '"三公"经费'],
  overseasTravel: ['因公出国（境）费', '因公出国（境）费用', '因公出国(境)经费', '因公出国（境）支出'],
  vehicles: [
    '公务用车购置及运行费', '公务用车购置及运行维护费', '公务用车购置和运行费', '公务用车购置和运行维护费',
    '公务用车购置及运行经费', '公务用车费',
  ],
  vehiclePurchase: ['公务用车购置费', '公务用车购置', '公务用车购置支出'],
  vehicleRunning: ['公务用车运行费', '公务用车运行维护费', '公务用车运行支出'],
  hospitality: ['公务接待费', '公务接待', '公务接待支出'],
};

/** 财政拨款“三公”经费支出决算表. */
export const threePublic: TableDeclaration<ThreePublicTable> = {
  id: 'three-public',
  name: '财政拨款“三公”经费支出决算表',
  title: /"?三公"?经费.*(?:决算|情况)(?:明细)?表$|机构运行信息表$/,
  read(region, title, unit) {
    const body = readItemMatrix(region, ITEMS, unit);
    if (body === null) return null;
    return { ...frameOf('three-public', region, title, unit, body), budget: body.budget, actual: body.actual };
  },
};
