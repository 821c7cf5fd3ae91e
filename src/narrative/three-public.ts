import type { Accounts, ThreePublicItem, ThreePublicTable } from '../tables/accounts';
import { keysOf } from '../tables/layout/aliases';
import { comparison } from './comparison';
import { gap, parts, speaker, words, type Gap, type KnownOrGap, type Parts, type Words } from './fact';
import { amountOf, changeOf, isNil, ratio } from './measure';
import { paragraph, section, subheading } from './section';
import type { Telling } from './telling';

const SENTENCES = {
  overallHeading: [],
  overall: ['name', 'budget', 'actual', 'rate?', 'againstBudget', 'comparison'],
  spending: ['name', 'budget', 'actual', 'rate?', 'againstBudget', 'comparison'],
  budgetDiffers: ['change', 'reason'],
  budgetEqual: [],
  budgetUnknown: ['comparison', 'reason'],
  detailHeading: [],
  structure: ['total', 'shares'],
  share: ['name', 'amount', 'share?'],
  overseasTravel: ['amount', 'groups', 'persons', 'content'],
  overseasTravelNil: ['amount', 'groups?', 'persons?'],
  hospitality: ['amount', 'groups', 'persons', 'purpose'],
  hospitalityNil: ['amount', 'groups?', 'persons?'],
  vehicles: ['amount', 'purchase', 'running', 'owned'],
  purchase: ['amount', 'bought'],
  purchaseNil: ['amount', 'bought?'],
  running: ['amount', 'purpose'],
  runningNil: ['amount'],
} as const;
const say = speaker('three-public', SENTENCES);

const NAMES: Readonly<Record<ThreePublicItem, string>> = {
  total: '“三公”经费',
  overseasTravel: '因公出国（境）费',
  hospitality: '公务接待费',
  vehicles: '公务用车购置费及运行维护费',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行维护费',
};
/** As texts call them, quotation marks left out. */
const SPOKEN: Readonly<Record<ThreePublicItem, readonly string[]>> = {
  total: ['三公经费', '三公'],
  overseasTravel: ['因公出国（境）费', '因公出国（境）费用', '因公出国（境）经费', '因公出国（境）'],
  hospitality: ['公务接待费', '公务接待费用', '公务接待'],
  vehicles: [
    '公务用车购置费及运行维护费', '公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费',
    '公务用车购置费及运行费', '公务用车购置费和运行维护费', '公务用车购置和运行费', '公务用车费',
  ],
  vehiclePurchase: ['公务用车购置费', '公务用车购置', '公务用车购置支出', '公务车购置费'],
  vehicleRunning: [
    '公务用车运行维护费', '公务用车运行费', '公务用车运行及维护费', '公务用车运行维护', '公务用车运行支出',
    '公务车运行维护费',
  ],
};
/** Answered by 公务用车保有量; 国有资产占用情况 tells of the same vehicles. */
export const VEHICLES_OWNED = 'three-public/vehicles/owned';
const SPENT: readonly ThreePublicItem[] = ['overseasTravel', 'hospitality', 'vehiclePurchase', 'vehicleRunning'];
const SHARED: readonly ThreePublicItem[] = ['hospitality', 'overseasTravel', 'vehicles'];

/** 七 “三公”经费支出决算情况说明 (rules.md C18–C21). */
export const threePublic = section({
  table: 'threePublic',
  heading: /三公/,
  sentences: SENTENCES,
  *tell(table, telling) {
    yield subheading(say('overallHeading', {}));
    yield paragraph(say('overall', spendingOf('total', table, telling)));
    for (const item of SPENT) yield paragraph(say('spending', spendingOf(item, table, telling)), item);
    yield subheading(say('detailHeading', {}));
    const total = actualOf(table, 'total');
    const shares = SHARED.map((item) => {
      const amount = actualOf(table, item);
      return say('share', { name: words(NAMES[item]), amount, share: ratio(amount, total) });
    });
    yield paragraph(say('structure', { total, shares: parts(...shares) }));
    yield paragraph(overseasTravelOf(table, telling));
    yield paragraph(hospitalityOf(table, telling));
    yield paragraph(vehiclesOf(table, telling));
  },
  counts: [
    { key: 'three-public/overseasTravel/groups', name: '因公出国（境）团组数', unit: '个', pattern: /出国（境）(?:团组数?|共计)?(\d+)(?:个|批)/ },
    { key: 'three-public/overseasTravel/persons', name: '因公出国（境）人次', unit: '人次', pattern: /出国（境）[^。]*?(?:累计|个团组，)(\d+)人/ },
    { key: 'three-public/hospitality/groups', name: '接待来访团组批次', unit: '个', pattern: /(?:来访团组|接待)(\d+)(?:个|批)/ },
    { key: 'three-public/hospitality/persons', name: '接待来宾人次', unit: '人次', pattern: /(?:来宾|公务接待|接待\d+批次，?)(\d+)人/ },
    { key: 'three-public/vehiclePurchase/bought', name: '更新公务用车辆数', unit: '辆', pattern: /(?:(?:更新|购置)公务用车|购置（更新）|购置数)(\d+)辆/ },
    { key: VEHICLES_OWNED, name: '公务用车保有量', unit: '辆', pattern: /公务(?:用车|车)保有量为?(\d+)辆/ },
  ],
  topics(table, telling) {
    const total = actualOf(table, 'total');
    return keysOf(NAMES).map((item) => ({
      key: `three-public/${item}`,
      names: SPOKEN[item],
      actual: actualOf(table, item),
      budget: sideOf(table, 'budget', item),
      previous: telling.lastYear(`three-public/${item}/lastYear`, '上年数', lastYearOf(item)),
      whole: item === 'total' ? null : total,
    }));
  },
});

type Side = 'budget' | 'actual';
const SIDES: Readonly<Record<Side, string>> = { budget: '预算数', actual: '决算数' };

/**
 * An amount of one side. A blank counts as 0, but a side that is blank as a whole beside one that is not was left out,
 * and so was a blank total over items.
 */
function sideOf(table: ThreePublicTable, side: Side, item: ThreePublicItem): KnownOrGap {
  const own = Object.values(table[side]);
  const what = `${NAMES[item]}${SIDES[side]}`;
  if (isNil(own) && own.every((figure) => figure === null || figure.blank) && !isNil(table.figures)) {
    return gap(`${what}（${SIDES[side]}各栏均为空）`);
  }
  const { vehiclePurchase, vehicleRunning } = table[side];
  const items = item === 'total' ? own : item === 'vehicles' ? [vehiclePurchase, vehicleRunning] : [];
  return amountOf(table[side][item], what, items);
}

function actualOf(table: ThreePublicTable, item: ThreePublicItem): KnownOrGap {
  return sideOf(table, 'actual', item);
}

function lastYearOf(item: ThreePublicItem) {
  return ({ threePublic: before }: Accounts): KnownOrGap | null => before && actualOf(before, item);
}

function spendingOf(item: ThreePublicItem, table: ThreePublicTable, telling: Telling) {
  const budget = sideOf(table, 'budget', item);
  const actual = actualOf(table, item);
  return {
    name: words(NAMES[item]),
    budget,
    actual,
    rate: ratio(actual, budget, '完成预算的百分比'),
    againstBudget: againstBudget(item, budget, actual, telling),
    comparison: comparison(telling, {
      key: `three-public/${item}`,
      subject: null,
      current: actual,
      lastYear: lastYearOf(item),
    }),
  };
}

function againstBudget(item: ThreePublicItem, budget: KnownOrGap, actual: KnownOrGap, telling: Telling): Parts {
  const reason = telling.words(`three-public/${item}/budgetReason`, '主要原因');
  if (budget.kind === 'gap' || actual.kind === 'gap') {
    return parts(say('budgetUnknown', { comparison: gap('大于或小于'), reason }));
  }
  const change = changeOf(actual, budget);
  return parts(change.value.isZero() ? say('budgetEqual', {}) : say('budgetDiffers', { change, reason }));
}

function isZero(amount: KnownOrGap): boolean {
  return amount.kind === 'amount' && amount.value.isZero();
}

/** Where nothing was spent a count is said if the user gives it, and otherwise not asked for. */
function given(count: Words | Gap): Words | null {
  return count.kind === 'words' ? count : null;
}

function overseasTravelOf(table: ThreePublicTable, telling: Telling) {
  const amount = actualOf(table, 'overseasTravel');
  const groups = telling.words('three-public/overseasTravel/groups', '因公出国（境）团组数');
  const persons = telling.words('three-public/overseasTravel/persons', '因公出国（境）人次');
  if (isZero(amount)) return say('overseasTravelNil', { amount, groups: given(groups), persons: given(persons) });
  return say('overseasTravel', {
    amount,
    groups,
    persons,
    content: telling.words('three-public/overseasTravel/content', '因公出国（境）开支内容'),
  });
}

function hospitalityOf(table: ThreePublicTable, telling: Telling) {
  const amount = actualOf(table, 'hospitality');
  const groups = telling.words('three-public/hospitality/groups', '接待来访团组批次');
  const persons = telling.words('three-public/hospitality/persons', '接待来宾人次');
  if (isZero(amount)) return say('hospitalityNil', { amount, groups: given(groups), persons: given(persons) });
  return say('hospitality', {
    amount,
    groups,
    persons,
    purpose: telling.words('three-public/hospitality/purpose', '公务接待的主要事由'),
  });
}

function vehiclesOf(table: ThreePublicTable, telling: Telling) {
  return say('vehicles', {
    amount: actualOf(table, 'vehicles'),
    purchase: parts(purchaseOf(actualOf(table, 'vehiclePurchase'), telling)),
    running: parts(runningOf(actualOf(table, 'vehicleRunning'), telling)),
    owned: telling.words(VEHICLES_OWNED, '公务用车保有量'),
  });
}

function purchaseOf(amount: KnownOrGap, telling: Telling) {
  const bought = telling.words('three-public/vehiclePurchase/bought', '更新公务用车辆数');
  if (isZero(amount)) return say('purchaseNil', { amount, bought: given(bought) });
  return say('purchase', { amount, bought });
}

function runningOf(amount: KnownOrGap, telling: Telling) {
  if (isZero(amount)) return say('runningNil', { amount });
  return say('running', {
    amount,
    purpose: telling.words('three-public/vehicleRunning/purpose', '公务用车运行维护费的主要用途'),
  });
}
