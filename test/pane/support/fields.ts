import type { SupplementField } from '../../../src/app/supplement-form';
import { parseCell } from '../../../src/workbook/address';

const BASE = {
  item: '', unit: '', optional: false, usedIn: '', value: '', known: '', knownFrom: '', cell: null,
} as const;

const SUMMARY = '一、收入支出决算总体情况说明';
const GENERAL_BUDGET = '六、一般公共预算财政拨款支出决算情况说明';
const THREE_PUBLIC = '七、财政拨款“三公”经费支出决算情况说明';

/** What a form asks for: open, filled in, known from another workbook, and what may stay empty; numbers, counts and words. */
export const FIELDS: readonly SupplementField[] = [
  {
    ...BASE, key: 'summary/lastYear', section: SUMMARY, what: '上年数', kind: 'amount', unit: '万元',
    usedIn: '2024年度收、支总计1286.41万元。与上年相比，〔本项〕，主要是因为：',
  },
  {
    ...BASE, key: 'summary/reason', section: SUMMARY, what: '与上年相比增减的主要原因', kind: 'words',
    usedIn: '与上年相比，〔…〕，主要是因为：〔本项〕。',
  },
  {
    ...BASE, key: 'three-public/vehicles/lastYear', section: THREE_PUBLIC, item: '公务用车运行维护费', what: '上年数',
    kind: 'amount', unit: '万元', known: '12.05', knownFrom: '上年工作簿',
  },
  {
    ...BASE, key: 'three-public/vehicles/owned', section: THREE_PUBLIC, what: '公务用车保有量', kind: 'count', unit: '辆',
    usedIn: '截至2024年12月31日，我单位公务用车保有量为〔本项〕辆。', value: '7', cell: parseCell('补充资料!D9'),
  },
  {
    ...BASE, key: 'three-public/reception/persons', section: THREE_PUBLIC, item: '公务接待费', what: '接待来宾人次',
    kind: 'count', unit: '人次', usedIn: '全年共接待来访团组〔…〕个、来宾〔本项〕人次，主要是接待上级单位调研、检查发生的支出。',
  },
  {
    ...BASE, key: 'three-public/reception/foreign', section: THREE_PUBLIC, item: '公务接待费', what: '外事接待批次',
    kind: 'count', unit: '个', optional: true,
  },
  {
    ...BASE, key: 'general-budget/2012604/budget', section: GENERAL_BUDGET, item: '档案馆', what: '年初预算数',
    kind: 'amount', unit: '万元', known: '645', knownFrom: '部门预算',
  },
];
