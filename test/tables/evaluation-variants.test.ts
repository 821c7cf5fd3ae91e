import { checkWorkbook } from '../../src/app/check';
import type { CellValue } from '../../src/workbook/snapshot';
import type { Figure } from '../../src/money/figure';
import { readAccounts } from '../../src/tables/read-accounts';
import { sheet, workbook } from './sheet';

type Grid = readonly (readonly CellValue[])[];

/** An invented specimen of a form, and what it says. */
interface Specimen {
  readonly name: string;
  readonly grid: Grid;
  /** 年初预算, 全年预算, 执行 and 执行率 of 年度资金总额; empty where the form has none. */
  readonly funding: readonly (string | null)[];
  /** 分值 and 得分 of every indicator. */
  readonly marks: readonly string[];
  readonly total: readonly string[];
}

const HUNAN = ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'];

const SPECIMENS: readonly Specimen[] = [
  {
    name: '整体, Hunan 2022: 合计 first, 50/30/10, 等级',
    grid: [
      ['2031 年度部门整体支出绩效自评表'],
      ['部门名称', '青禾县水文站'],
      ['资金情况 (万元)', '年度资金总额', '年初预算数', '全年预算数', '全年执行数', '分值', '执 行 率', '得分(分值×执行率)'],
      [null, '合计', 412.5, 480.32, 480.32, 10, '100%', 10],
      [null, '其中: 当年财政拨款', 412.5, 472.32, 472.32],
      [null, '上年结转资金', null, 8, 8],
      [null, '其他资金'],
      ['年度总体目标', '预期目标', null, null, '实际完成情况'],
      [null, '保障水文监测。', null, null, '已完成。'],
      HUNAN,
      [null, '产出指标 (50 分)', '数量指标', '监测站点', '2025人', '2025人', 10, 10],
      [null, null, '质量指标', '资料合格率', '≥90%', '96%', 20, 19, '个别站点缺测'],
      [null, null, '时效指标', '完成时间', '2031 年 1 月-12 月', '2031 年 1 月-12 月', 10, 10],
      [null, null, '成本指标', '补助标准', '400元/天', '400元/天', 10, 10],
      [null, '效益指标 (30 分)', '社会效益指标', '预警发布', '各1次', '各1次', 30, 29, '一次延误'],
      [null, '满意度指标 (10 分)', '服务对象满意度指标', '群众满意度', '≥ 90%', '95%', 10, 10],
      ['总分', null, null, null, null, null, 100, 98, '等级: 优'],
      ['备注: 1. “执行率” = “全年执行数” / “全年预算数” ;'],
    ],
    funding: ['412.5', '480.32', '480.32', '100'],
    marks: ['10/10', '20/19', '10/10', '10/10', '30/29', '10/10'],
    total: ['100', '98'],
  },
  {
    name: '整体, Hunan 2023: 按收入、支出性质分, 成本指标 at both levels, rows that slipped',
    grid: [
      ['2031 年度部门（单位）整体支出绩效自评表'],
      ['区级预算部门（单位）名称', null, '青禾县水文站'],
      ['年度预算申请（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', 210.4, 250, 202.13, 10, 0.8085, 8.09],
      [null, '按收入性质分：', null, null, null, '按支出性质分：'],
      [null, '其中：一般公共预算：230.5', null, null, null, '其中：基本支出：150.13'],
      [null, '政府性基金拨款：', null, null, null, '项目支出：52'],
      ['其他资金：19.5'],
      ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
      HUNAN,
      [null, '产出指标（40分）', '数量指标', '巡测次数', '12 次', '12 次', 10, 10],
      [null, null, '时效指标', '报汛及时率', '100%', '100%', 10, 10],
      [null, null, '成本指标', '人均成本', '≤1.2 万元/人', '1.1 万元/人', 20, 20],
      [null, '效益指标（20分）', '社会效益指标', '防汛保障', '长期', '有所提升', 20, 18],
      ['满意度指标（10分）', '服务对象满意度指标', '群众满意度', '≥95%', '95%', 10, 10],
      [null, '成本指标（20分）', '经济成本指标', '成本控制数', '≤250 万元', '202.13 万元', 20, 20],
      ['总分', null, null, null, null, 100, 96.09],
    ],
    funding: ['210.4', '250', '202.13', '80.85'],
    marks: ['10/10', '10/10', '20/20', '20/18', '10/10', '20/20'],
    total: ['100', '96.09'],
  },
  {
    name: '项目, Hunan: total last, 上年结转金额, 其它资金, a rate without a sign',
    grid: [
      ['2031 年度项目支出绩效自评表'],
      ['项目支出名称', '水文巡测经费'],
      ['主管部门', '青禾县水利局', null, null, '实施单位', '青禾县水文站'],
      ['项目资金(万元)', '资金来源', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '其中:当年财政拨款', 41, 41, 40.9862],
      [null, '上年结转金额', 0, 0, 0],
      [null, '其它资金', 0, 0, 0],
      [null, '年度资金总额', 41, 41, 40.9862, 10, 99.97, 9.997],
      ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
      HUNAN,
      [null, '产出指标', '数量指标', '巡测断面', '36个', '36个', 40, 40],
      [null, '(40 分)'],
      [null, '效益指标', '经济效益指标'],
      [null, null, '社会效益指标', '防汛保障', '持续推进', '持续推进', 20, 20],
      ['满意度指标', '服务对象满意度指标', '群众满意度', '100%', '98%', 10, 9],
      ['成本指标', '经济成本指标', '经费控制数', '41 万元', '40.9862 万元', 20, 20],
      ['总分', null, null, null, null, 100, 98.997],
      ['备注：一个一级项目支出一张表。'],
    ],
    funding: ['41', '41', '40.99', '99.97'],
    marks: ['40/40', '20/20', '10/9', '20/20'],
    total: ['100', '98.997'],
  },
  {
    name: '项目, a county of Hunan: 预算支出绩效自评表',
    grid: [
      ['2031年度预算支出绩效自评表'],
      ['项目支出名称', '测报设备维护经费'],
      ['主管部门', null, null, null, '实施单位'],
      ['项目资金（万元）', null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', null, 24, 30, 27, 10, '90%', 9],
      [null, '其中：当年财政拨款', null, 24, 30, 27],
      [null, '上年结转资金'],
      ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
      HUNAN,
      [null, '产出指标(50分)', '数量指标', '维护设备', '≥3', '3', 30, 30],
      [null, null, '质量指标', '设备完好率', '≥99%', '99%', 20, 20],
      [null, '效益指标(30分)', '社会效益指标', '报汛保障', '达标', '达标', 30, 30],
      [null, '满意度 指标  (10分)', '服务对象满意度指标', '满意度', '≥99%', '99%', 10, 10],
      ['总分', null, null, null, null, null, 100, 99],
    ],
    funding: ['24', '30', '27', '90'],
    marks: ['30/30', '20/20', '30/30', '10/10'],
    total: ['100', '99'],
  },
  {
    name: '项目, Sichuan 0013zp: 指标性质 and 度量单位, 90 marks for indicators',
    grid: [
      ['附件1'],
      ['510000_0013zp-部门预算项目支出绩效自评表(2031年度)'],
      ['项目名称', '水文平台运维经费'],
      ['预算单位', '青禾县水文站'],
      ['预算执行情况(10分)', '年度预算数（万元）', '年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分', '原因'],
      [null, '总额', 120, 100, 93.5, '93.50%', 10, 9.35],
      [null, '其中：财政资金', 120, 100, 93.5, '93.50%', '/', '/'],
      [null, '财政专户管理资金', 0, 0, 0, '0%', '/', '/'],
      [null, '单位资金', 0, 0, 0, '0%', '/', '/'],
      ['绩效指标（90分）', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '完成值', '权重', '得分', '未完成原因分析'],
      [null, '产出指标', '数量指标', '巡检次数', '≥', 12, '次', 12, 30, 30],
      [null, null, '时效指标', '响应时间', '≤', 2, '小时', 1.5, 20, 20],
      [null, '效益指标', '社会效益指标', '服务单位数', '＝', 21, '个', 20, 20, 19, '一家撤销'],
      [null, null, '可持续影响指标', '运行年限', '定性', '长期', null, '长期', 10, 10],
      [null, '满意度指标', '服务对象满意度指标', '满意度', '≥', 90, '%', 95, 10, 10],
      ['合计', null, null, null, null, null, null, null, 100, 98.35],
      ['评价结论', '完成较好'],
    ],
    funding: ['120', '100', '93.5', '93.5'],
    marks: ['30/30', '20/20', '20/19', '10/10', '10/10'],
    total: ['100', '98.35'],
  },
  {
    name: '项目, Anhui: heads with line breaks, the total first, 本年财政拨款',
    grid: [
      ['项目支出绩效自评表'],
      ['（2031年度）'],
      ['项目名称', '水文站房维修'],
      ['主管部门', '青禾县水利局', null, null, '实施单位', '青禾县水文站'],
      ['项目资金\n（万元）', null, null, '年初\n预算数', '全年\n预算数', '全年\n执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额：', null, 50, 48, 46.8, 10, '97.50%', 9.75],
      [null, '其中：本年财政拨款', null, 50, 48, 46.8, '-', '97.50%', '-'],
      [null, '上年结转资金', null, 0, 0, 0, '-', null, '-'],
      [null, '其他资金', null, 0, 0, 0, '-', null, '-'],
      ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
      [null, '产出指标(50分)', '数量指标', '维修站房', '8座', '8座', 25, 25],
      [null, null, '质量指标', '验收合格率', '100%', '100%', 25, 25],
      [null, '效益指标(30分)', '社会效益指标', '安全运行', '有效', '有效', 30, 30],
      [null, '满意度指标(10分)', '服务对象满意度指标', '职工满意度', '≥95%', '97%', 10, 10],
      ['总分', null, null, null, null, null, 100, 99.75],
    ],
    funding: ['50', '48', '46.8', '97.5'],
    marks: ['25/25', '25/25', '30/30', '10/10'],
    total: ['100', '99.75'],
  },
  {
    name: '整体, Shouxian: a sheet of marks by 规划, 执行 and 效果, without money',
    grid: [
      ['2031年度部门整体支出绩效评价表'],
      ['部门名称', '青禾县水文站'],
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '得分'],
      ['规划', 20, '目标设定', 20, '目标合理性', 10, '符合规划得满分', 10],
      [null, null, null, null, '指标明确性', 10, '细化量化得满分', 9],
      ['执行', 50, '预算执行', 30, '预算完成率', 20, '≥95%得满分', 19.5],
      [null, null, null, null, '结转结余率', 10, '≤5%得满分', 10],
      [null, null, '预算管理', 20, '制度健全性', 20, '制度齐全得满分', 20],
      ['效果', 30, '履职效果', 30, '社会效益', 30, '按完成情况', 28],
      ['合计', 100, null, 100, null, 100, null, 96.5],
    ],
    funding: [],
    marks: ['10/10', '10/9', '20/19.5', '10/10', '20/20', '30/28'],
    total: ['100', '96.5'],
  },
];

const shown = (figure: Figure | null | undefined): string | null =>
  figure?.content.kind === 'number' ? figure.shown.toFixed() : null;
const evaluationOf = (grid: Grid) => {
  const { overallEvaluation, projectEvaluations } = readAccounts(workbook(sheet('自评', grid)));
  return overallEvaluation ?? projectEvaluations?.[0] ?? null;
};
const errorsIn = (grid: Grid) =>
  checkWorkbook(workbook(sheet('自评', grid))).findings.filter(({ severity }) => severity === 'error');
const changed = (grid: Grid, row: number, column: number, value: CellValue): Grid =>
  grid.map((cells, at) => (at === row ? cells.map((held, index) => (index === column ? value : held)) : cells));

describe.each(SPECIMENS)('$name', ({ grid, funding, marks, total }) => {
  const evaluation = evaluationOf(grid);

  test('is read', () => {
    const line = evaluation?.funding?.total;
    const { initialBudget, annualBudget, actual } = line?.amounts ?? {};
    expect(line ? [initialBudget, annualBudget, actual, line.rate].map(shown) : []).toEqual(funding);
    const indicators = evaluation?.groups.flatMap((group) => group.indicators) ?? [];
    expect(indicators.map(({ weight, score }) => `${shown(weight) ?? ''}/${shown(score) ?? ''}`)).toEqual(marks);
    expect([evaluation?.totalWeight, evaluation?.totalScore].map(shown)).toEqual(total);
  });

  test('is found right', () => {
    expect(errorsIn(grid)).toEqual([]);
  });

  test('is found wrong where 总分, a score or a rate is', () => {
    const wrong = [evaluation?.totalScore, evaluation?.groups[0]?.indicators[0]?.score, evaluation?.funding?.total?.rate];
    for (const figure of wrong) {
      if (!figure) continue;
      const errors = errorsIn(changed(grid, figure.cell.row, figure.cell.column, 61));
      expect(errors.some(({ cells }) => cells.some(({ row, column }) => row === figure.cell.row && column === figure.cell.column))).toBe(true);
    }
  });
});

test.each<readonly [CellValue, string]>([
  ['80.85%', '80.85'],
  ['80.85 ％', '80.85'],
  [0.8085, '80.85'],
  [80.85, '80.85'],
  [99.97, '99.97'],
  [1, '100'],
  ['100.00 %', '100'],
])('the rate %p is %s percent', (value, percent) => {
  const [, hunan] = SPECIMENS;
  expect(shown(evaluationOf(changed(hunan?.grid ?? [], 3, 6, value))?.funding?.total?.rate)).toBe(percent);
});

const DATA: Grid = [
  ['2031 年度部门（单位）整体支出绩效评价基础数据表'],
  ['财政供养人员情况（人）', '编制数', null, '2031 年实际在职人数', null, '控制率'],
  [null, '21人', null, '20人', null, 0.9524],
  ['经费控制情况（万元）', '2030 年决算数', null, '2031 年预算数', null, '2031 年决算数'],
  ['三公经费', 4.3, null, 5, null, 4.4],
  ['1、公务用车购置和维护经费', 3.2, null, 3.5, null, 3.3],
  ['其中：公车购置', '——'],
  ['公车运行维护', 3.2, null, 3.5, null, 3.3],
  ['2、出国经费'],
  ['3、公务接待', 1.1, null, 1.5, null, 1.1],
  ['项目支出：', 90, null, 110, null, 100],
  ['1、业务经费', 90, null, 110, null, 100],
  ['3、市级专项资金（一个专项一行）'],
  ['公用经费', 30, null, 32, null, 31],
  ['楼堂馆所控制情况 （2031年完工项目）', '批复规模 （m²）', '实际规模 （m²）', '规模控制 率', '预算投资 （万元）', '实际投资 （万元）', '投资概算控制率'],
  [null, 1200, 1140, '95%', 300, 285, '95.00%'],
  ['厉行节约保障措施', '严格执行。'],
];

describe('基础数据', () => {
  const book = (grid: Grid) => workbook(sheet('基础数据', grid));

  test('have people, expenses and buildings', () => {
    const { staff, buildingArea, buildingInvestment } = readAccounts(book(DATA)).evaluationData ?? {};
    const rates = [staff, buildingArea, buildingInvestment].map((control) => [control?.allowed, control?.actual, control?.rate].map(shown));
    expect(rates).toEqual([['21', '20', '95.24'], ['1200', '1140', '95'], ['300', '285', '95']]);
    expect(checkWorkbook(book(DATA)).findings).toEqual([]);
  });

  test.each<readonly [string, number, number, CellValue]>([
    ['the rate of 规模', 15, 3, '59%'],
    ['the rate of 投资', 15, 6, '105%'],
    ['the rate of people', 2, 5, '90.48%'],
  ])('are found wrong where %s is', (_, row, column, value) => {
    const [finding, ...more] = checkWorkbook(book(changed(DATA, row, column, value))).findings;
    expect([finding?.rule, finding?.severity, more.length]).toEqual(['evaluation-data/control-rate', 'error', 0]);
    expect(finding?.cells.map((cell) => [cell.row, cell.column])).toEqual([[row, column]]);
    expect(finding?.fix).toHaveLength(1);
  });
});
