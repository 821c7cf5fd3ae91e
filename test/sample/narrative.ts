import { ECONOMIC } from './codes';
import {
  appropriationColumns,
  balanceColumns,
  expenditureColumns,
  revenueColumns,
  type Line,
  type SampleAccounts,
} from './figures';
import type { Supplement } from './supplement';

/** One paragraph of the 情况说明, with a name tests can find it by. */
export interface Paragraph {
  readonly id: string;
  readonly text: string;
  readonly heading: boolean;
}

interface Years {
  readonly now: SampleAccounts;
  readonly before: SampleAccounts;
  readonly supplement: Supplement;
}

/** A whole number of 元 in 万元 as a paragraph quotes it. */
export function quoted(amount: number): string {
  return amount === 0 ? '0' : (Math.round(amount / 100) / 100).toFixed(2);
}

/** A quotient of two printed amounts in percent, two digits. */
export function percent(part: number, whole: number): string {
  return `${((Math.round(part / 100) / Math.round(whole / 100)) * 100).toFixed(2)}%`;
}

/** 「增加12.34万元，增长5.67%」; without a rate where there was nothing the year before. */
function change(now: number, before: number): string {
  const difference = Math.round(now / 100) * 100 - Math.round(before / 100) * 100;
  if (difference === 0) return '与上年持平';
  const [verb, rise] = difference > 0 ? ['增加', '增长'] : ['减少', '下降'];
  const rate = before === 0 ? '' : `，${rise}${percent(Math.abs(difference), before)}`;
  return `${verb}${quoted(Math.abs(difference))}万元${rate}`;
}

const heading = (id: string, text: string): Paragraph => ({ id, text, heading: true });
const paragraph = (id: string, text: string): Paragraph => ({ id, text, heading: false });

const shares = (parts: readonly (readonly [name: string, amount: number])[], whole: number): string =>
  parts
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name}${quoted(amount)}万元，占${percent(amount, whole)}`)
    .join('；');

function overall({ now, before, supplement }: Years): Paragraph[] {
  const grand = (accounts: SampleAccounts): number =>
    revenueColumns(accounts.total).total +
    accounts.total.otherMoney.surplusUsed +
    balanceColumns(accounts.total, 'opening').all;
  const funded = (accounts: SampleAccounts): number =>
    revenueColumns(accounts.total).appropriation + balanceColumns(accounts.total, 'opening').appropriation;
  const revenue = revenueColumns(now.total);
  const spent = expenditureColumns(now.total);
  return [
    heading('h1', '一、收入支出决算总体情况说明'),
    paragraph(
      'overall',
      `${now.year}年度收、支总计${quoted(grand(now))}万元。与上年相比，${change(grand(now), grand(before))}，主要原因是：${supplement.changes.overall}。`,
    ),
    heading('h2', '二、收入决算情况说明'),
    paragraph(
      'revenue',
      `${now.year}年度本年收入合计${quoted(revenue.total)}万元，其中：${shares(
        [
          ['财政拨款收入', revenue.appropriation],
          ['上级补助收入', revenue.superiorSubsidy],
          ['事业收入', revenue.service],
          ['经营收入', revenue.business],
          ['附属单位上缴收入', revenue.affiliateRemittance],
          ['其他收入', revenue.other],
        ],
        revenue.total,
      )}。`,
    ),
    heading('h3', '三、支出决算情况说明'),
    paragraph(
      'expenditure',
      `${now.year}年度本年支出合计${quoted(spent.total)}万元，其中：${shares(
        [
          ['基本支出', spent.basic],
          ['项目支出', spent.project],
          ['上缴上级支出', spent.superiorRemittance],
          ['经营支出', spent.business],
          ['对附属单位补助支出', spent.affiliateSubsidy],
        ],
        spent.total,
      )}。`,
    ),
    heading('h4', '四、财政拨款收入支出决算总体情况说明'),
    paragraph(
      'appropriation',
      `${now.year}年度财政拨款收、支总计${quoted(funded(now))}万元。与上年相比，${change(funded(now), funded(before))}，主要原因是：${supplement.changes.appropriation}。`,
    ),
  ];
}

/** 五（二）: also what a paragraph left over from the year before says. */
export function structure(accounts: SampleAccounts, year: number): string {
  const total = appropriationColumns(accounts.total).generalBudget;
  const classes = accounts.lines
    .filter(({ code }) => code.length === 3)
    .map((line) => [`${line.name}（类）`, appropriationColumns(line).generalBudget] as const);
  return `${year}年度一般公共预算财政拨款支出${quoted(total)}万元，主要用于以下方面：${shares(classes, total)}。`;
}

function itemParagraphs({ now, supplement }: Years): Paragraph[] {
  const nameOf = new Map(now.lines.map(({ code, name }) => [code, name]));
  const items = now.lines.filter(
    (line) => line.code.length === 7 && appropriationColumns(line).generalBudget !== 0,
  );
  return items.flatMap((line, index) => {
    const spent = appropriationColumns(line).generalBudget;
    const budget = supplement.initialBudget[line.code] ?? 0;
    const rate = budget === 0 ? '' : `，完成年初预算的${percent(spent, budget)}`;
    const reason = supplement.reasons[line.code] ?? '';
    const relation =
      spent === budget ? '，决算数等于年初预算数' : `，决算数${spent > budget ? '大于' : '小于'}年初预算数的主要原因是：${reason}`;
    const [classCode, sectionCode] = [line.code.slice(0, 3), line.code.slice(0, 5)];
    return [
      paragraph(
        `item-name.${line.code}`,
        `${index + 1}、${nameOf.get(classCode)}（类）${nameOf.get(sectionCode)}（款）${line.name}（项）。`,
      ),
      paragraph(
        `item.${line.code}`,
        `年初预算为${quoted(budget)}万元，支出决算为${quoted(spent)}万元${rate}${relation}。`,
      ),
    ];
  });
}

function generalBudget(years: Years): Paragraph[] {
  const { now, before, supplement } = years;
  const spentBy = (accounts: SampleAccounts): number => appropriationColumns(accounts.total).generalBudget;
  const spent = spentBy(now);
  const budget = Object.values(supplement.initialBudget).reduce((sum, amount) => sum + amount, 0);
  return [
    heading('h5', '五、一般公共预算财政拨款支出决算情况说明'),
    heading('h5.1', '（一）一般公共预算财政拨款支出决算总体情况'),
    paragraph(
      'general-budget',
      `${now.year}年度一般公共预算财政拨款支出${quoted(spent)}万元，占本年支出合计的${percent(spent, expenditureColumns(now.total).total)}。与上年相比，一般公共预算财政拨款支出${change(spent, spentBy(before))}，主要原因是：${supplement.changes.appropriation}。`,
    ),
    heading('h5.2', '（二）一般公共预算财政拨款支出决算结构情况'),
    paragraph('structure', structure(now, now.year)),
    heading('h5.3', '（三）一般公共预算财政拨款支出决算具体情况'),
    paragraph(
      'budget',
      `${now.year}年度一般公共预算财政拨款支出年初预算为${quoted(budget)}万元，支出决算为${quoted(spent)}万元，完成年初预算的${percent(spent, budget)}。其中：`,
    ),
    ...itemParagraphs(years),
  ];
}

function basicExpenditure({ now }: Years): Paragraph[] {
  const total = now.personnel + now.operating;
  const names = (classes: readonly string[]): string =>
    ECONOMIC.filter(([code]) => code.length === 5 && classes.includes(code.slice(0, 3)) && now.economic.get(code))
      .map(([, name]) => name)
      .join('、');
  return [
    heading('h6', '六、一般公共预算财政拨款基本支出决算情况说明'),
    paragraph('basic', `${now.year}年度一般公共预算财政拨款基本支出${quoted(total)}万元，其中：`),
    paragraph(
      'personnel',
      `人员经费${quoted(now.personnel)}万元，占基本支出的${percent(now.personnel, total)}，主要包括${names(['301', '303'])}。`,
    ),
    paragraph(
      'operating',
      `公用经费${quoted(now.operating)}万元，占基本支出的${percent(now.operating, total)}，主要包括${names(['302', '307', '310', '399'])}。`,
    ),
  ];
}

function threePublic({ now, before, supplement }: Years): Paragraph[] {
  const { budget, actual } = now.threePublic;
  const last = before.threePublic.actual;
  const reasons = supplement.changes.threePublic;
  const line = (id: keyof typeof reasons, name: string): Paragraph =>
    paragraph(
      `three-public.${id}`,
      `${name}支出预算为${quoted(budget[id])}万元，支出决算为${quoted(actual[id])}万元，完成预算的${percent(actual[id], budget[id])}；比上年${change(actual[id], last[id])}，主要原因是：${reasons[id]}。`,
    );
  const share = (amount: number): string => `${quoted(amount)}万元，占${percent(amount, actual.total)}`;
  return [
    heading('h7', '七、财政拨款“三公”经费支出决算情况说明'),
    heading('h7.1', '（一）“三公”经费财政拨款支出决算总体情况说明'),
    paragraph(
      'three-public',
      `“三公”经费财政拨款支出预算为${quoted(budget.total)}万元，支出决算为${quoted(actual.total)}万元，完成预算的${percent(actual.total, budget.total)}。其中：`,
    ),
    line('overseasTravel', '因公出国（境）费'),
    line('hospitality', '公务接待费'),
    line('vehiclePurchase', '公务用车购置费'),
    line('vehicleRunning', '公务用车运行维护费'),
    heading('h7.2', '（二）“三公”经费财政拨款支出决算具体情况说明'),
    paragraph(
      'three-public.shares',
      `${now.year}年度“三公”经费财政拨款支出决算中，公务接待费支出决算${share(actual.hospitality)}，因公出国（境）费支出决算${share(actual.overseasTravel)}，公务用车购置费及运行维护费支出决算${share(actual.vehicles)}。其中：`,
    ),
    paragraph(
      'three-public.detail.overseasTravel',
      `1、因公出国（境）费支出决算为${quoted(actual.overseasTravel)}万元，全年安排因公出国（境）团组${supplement.travel.groups}个，累计${supplement.travel.people}人次。`,
    ),
    paragraph(
      'three-public.detail.hospitality',
      `2、公务接待费支出决算为${quoted(actual.hospitality)}万元，全年共接待来访团组${supplement.reception.batches}个、来宾${supplement.reception.people}人次。`,
    ),
    paragraph(
      'three-public.detail.vehicles',
      `3、公务用车购置费及运行维护费支出决算为${quoted(actual.vehicles)}万元，其中：公务用车购置费${quoted(actual.vehiclePurchase)}万元，购置公务用车${supplement.vehicles.bought}辆；公务用车运行维护费${quoted(actual.vehicleRunning)}万元。截至${now.year}年12月31日，开支财政拨款的公务用车保有量为${supplement.vehicles.held}辆。`,
    ),
  ];
}

function otherFunds({ now }: Years): Paragraph[] {
  const flow = now.total.funds.governmentFunds;
  const capital = now.total.funds.stateCapital;
  const itemsOf = (fund: 'governmentFunds' | 'stateCapital'): string =>
    now.lines
      .filter((line: Line) => line.code.length === 7 && appropriationColumns(line)[fund] !== 0)
      .map((line) => `${line.name}${quoted(appropriationColumns(line)[fund])}万元`)
      .join('；');
  return [
    heading('h8', '八、政府性基金预算收入支出决算情况'),
    paragraph(
      'government-funds',
      `${now.year}年度政府性基金预算财政拨款收入${quoted(flow.revenue)}万元；年初结转和结余${quoted(flow.opening)}万元；支出${quoted(flow.basic + flow.project)}万元，其中基本支出${quoted(flow.basic)}万元，项目支出${quoted(flow.project)}万元；年末结转和结余${quoted(flow.closing)}万元。具体为：${itemsOf('governmentFunds')}。`,
    ),
    heading('h9', '九、国有资本经营预算支出决算情况说明'),
    paragraph(
      'state-capital',
      `${now.year}年度国有资本经营预算财政拨款支出${quoted(capital.basic + capital.project)}万元，其中基本支出${quoted(capital.basic)}万元，项目支出${quoted(capital.project)}万元。具体为：${itemsOf('stateCapital')}。`,
    ),
  ];
}

function operations({ now, before, supplement }: Years): Paragraph[] {
  const { meetings, training, procurement, equipment, vehicles } = supplement;
  const bought = procurement.goods + procurement.works + procurement.services;
  const { basic, project } = expenditureColumns(now.total);
  const detail = (code: string): string => quoted(now.economic.get(code) ?? 0);
  const againstBudget = change(now.operating, supplement.operatingBudget);
  return [
    heading('h10', '十、机关运行经费支出说明'),
    paragraph(
      'agency-operating',
      `${now.year}年度机关运行经费支出${quoted(now.operating)}万元，比年初预算数${againstBudget}；比上年决算数${change(now.operating, before.operating)}，主要原因是：${supplement.changes.operating}。`,
    ),
    heading('h11', '十一、一般性支出情况说明'),
    paragraph(
      'general-expenses',
      `${now.year}年度开支会议费${detail('30215')}万元，召开会议${meetings.count}次，参会${meetings.people}人；开支培训费${detail('30216')}万元，举办培训${training.count}期，培训${training.people}人；未举办节庆、晚会、论坛、赛事等活动。`,
    ),
    heading('h12', '十二、政府采购支出说明'),
    paragraph(
      'procurement',
      `${now.year}年度政府采购支出总额${quoted(bought)}万元，其中：政府采购货物支出${quoted(procurement.goods)}万元、政府采购工程支出${quoted(procurement.works)}万元、政府采购服务支出${quoted(procurement.services)}万元。授予中小企业合同金额${quoted(procurement.smallAndMedium)}万元，占政府采购支出总额的${percent(procurement.smallAndMedium, bought)}，其中：授予小微企业合同金额${quoted(procurement.microOfThese)}万元，占授予中小企业合同金额的${percent(procurement.microOfThese, procurement.smallAndMedium)}。`,
    ),
    heading('h13', '十三、国有资产占用情况说明'),
    paragraph(
      'assets',
      `截至${now.year}年12月31日，本部门共有车辆${vehicles.held}辆，其中，机要通信用车1辆、特种专业技术用车${vehicles.held - 1}辆；单位价值50万元以上通用设备${equipment.above50}台（套），单位价值100万元以上专用设备${equipment.above100}台（套）。`,
    ),
    heading('h14', '十四、预算绩效情况说明'),
    paragraph(
      'performance',
      `${now.year}年度本部门开展了整体支出绩效自评，基本支出${quoted(basic)}万元、项目支出${quoted(project)}万元，合计${quoted(basic + project)}万元，全部纳入自评范围。`,
    ),
  ];
}

/** The whole 情况说明 of a year, every number taken from the accounts. */
export function buildNarrative(now: SampleAccounts, before: SampleAccounts, supplement: Supplement): Paragraph[] {
  const years = { now, before, supplement };
  return [
    heading('title', `${now.year}年度部门决算情况说明`),
    ...overall(years),
    ...generalBudget(years),
    ...basicExpenditure(years),
    ...threePublic(years),
    ...otherFunds(years),
    ...operations(years),
  ];
}
