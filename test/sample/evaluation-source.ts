/** 年初预算数, 全年预算数, 全年执行数 in 万元. */
export type Amounts = readonly [number | null, number | null, number | null];

/** A 三级指标 with its marks. */
export interface IndicatorSpec {
  readonly aspect: string;
  readonly name: string;
  /** Sign, value and unit, as forms with a column for each have them. */
  readonly target: readonly [nature: string, value: string, unit: string];
  readonly result: string;
  readonly weight: number | null;
  readonly score: number | null;
}

/** One self-evaluation, of the department (project null) or of a project. */
export interface EvaluationSpec {
  readonly year: number;
  readonly department: string;
  readonly project: string | null;
  readonly funding: Readonly<Record<'total' | 'appropriation' | 'carryOver' | 'other', Amounts>>;
  /** The rate in percent, as printed. */
  readonly execution: { readonly weight: number; readonly rate: string; readonly score: number };
  readonly split: {
    readonly general: number;
    readonly other: number;
    readonly basic: number;
    readonly project: number;
  } | null;
  readonly groups: readonly {
    readonly name: string;
    readonly mark: number;
    readonly indicators: readonly IndicatorSpec[];
  }[];
  readonly total: { readonly weight: number; readonly score: number };
  readonly grade: string | null;
}

/** 基础数据: people and expenses. */
export interface DataSpec {
  readonly year: number;
  readonly staff: { readonly allowed: number; readonly actual: number; readonly rate: string };
  readonly lines: readonly { readonly key: string; readonly label: string; readonly amounts: Amounts }[];
}

const YEAR = 2031;
const DEPARTMENT = '青禾县水文站';

/** The whole department. */
export const OVERALL: EvaluationSpec = {
  year: YEAR,
  department: DEPARTMENT,
  project: null,
  funding: {
    total: [300, 320, 304],
    appropriation: [300, 310, 294.4],
    carryOver: [null, 4, 3.6],
    other: [null, 6, 6],
  },
  execution: { weight: 10, rate: '95.00', score: 9.5 },
  split: { general: 310, other: 10, basic: 204, project: 100 },
  groups: [
    {
      name: '产出指标',
      mark: 40,
      indicators: [
        { aspect: '数量指标', name: '检修水文站点', target: ['≥', '12', '个'], result: '12个', weight: 10, score: 10 },
        { aspect: '数量指标', name: '发布水情简报', target: ['', '52', '期'], result: '52期', weight: 10, score: 10 },
        { aspect: '质量指标', name: '报汛合格率', target: ['≥', '95', '%'], result: '98%', weight: 10, score: 10 },
        {
          aspect: '时效指标',
          name: '工作完成时间',
          target: ['', '12月底前', ''],
          result: '12月底前',
          weight: 10,
          score: 10,
        },
      ],
    },
    {
      name: '效益指标',
      mark: 20,
      indicators: [
        {
          aspect: '社会效益指标',
          name: '预警信息覆盖率',
          target: ['', '100', '%'],
          result: '99%',
          weight: 10,
          score: 9,
        },
        {
          aspect: '可持续影响指标',
          name: '监测能力',
          target: ['', '持续提升', ''],
          result: '持续提升',
          weight: 10,
          score: 10,
        },
      ],
    },
    {
      name: '满意度指标',
      mark: 10,
      indicators: [
        {
          aspect: '服务对象满意度指标',
          name: '群众满意度',
          target: ['≥', '90', '%'],
          result: '96%',
          weight: 10,
          score: 10,
        },
      ],
    },
    {
      name: '成本指标',
      mark: 20,
      indicators: [
        {
          aspect: '经济成本指标',
          name: '成本控制数',
          target: ['≤', '300', '万元'],
          result: '304万元',
          weight: 20,
          score: 18,
        },
      ],
    },
  ],
  total: { weight: 100, score: 96.5 },
  grade: '优',
};

function project(
  name: string,
  funding: EvaluationSpec['funding'],
  execution: EvaluationSpec['execution'],
): EvaluationSpec {
  const [budget, , actual] = funding.total;
  return {
    year: YEAR,
    department: DEPARTMENT,
    project: name,
    funding,
    execution,
    split: null,
    groups: [
      {
        name: '产出指标',
        mark: 40,
        indicators: [
          { aspect: '数量指标', name: '巡测断面', target: ['', '36', '个'], result: '36个', weight: 20, score: 20 },
          { aspect: '时效指标', name: '任务完成率', target: ['', '100', '%'], result: '100%', weight: 20, score: 20 },
        ],
      },
      {
        name: '效益指标',
        mark: 20,
        indicators: [
          { aspect: '社会效益指标', name: '防汛保障', target: ['', '有效', ''], result: '有效', weight: 20, score: 20 },
        ],
      },
      {
        name: '满意度指标',
        mark: 10,
        indicators: [
          {
            aspect: '服务对象满意度指标',
            name: '满意度',
            target: ['≥', '95', '%'],
            result: '95%',
            weight: 10,
            score: 10,
          },
        ],
      },
      {
        name: '成本指标',
        mark: 20,
        indicators: [
          {
            aspect: '经济成本指标',
            name: '经费控制总额',
            target: ['', String(budget), '万元'],
            result: `${actual}万元`,
            weight: 20,
            score: 20,
          },
        ],
      },
    ],
    total: { weight: 100, score: 90 + execution.score },
    grade: null,
  };
}

/** Its two projects. */
export const PROJECTS: readonly EvaluationSpec[] = [
  project(
    '水文巡测专项经费',
    { total: [60, 60, 56.4], appropriation: [60, 50, 46.4], carryOver: [null, 10, 10], other: [null, null, null] },
    { weight: 10, rate: '94.00', score: 9.4 },
  ),
  project(
    '测报设备维护经费',
    { total: [40, 40, 40], appropriation: [40, 40, 40], carryOver: [null, null, null], other: [null, null, null] },
    { weight: 10, rate: '100.00', score: 10 },
  ),
];

/** Its 基础数据, which agree with the projects. */
export const DATA: DataSpec = {
  year: YEAR,
  staff: { allowed: 21, actual: 20, rate: '95.24' },
  lines: [
    { key: 'threePublic', label: '三公经费', amounts: [4.3, 5, 4.4] },
    { key: 'vehicles', label: '1、公务用车购置和维护经费', amounts: [3.2, 3.5, 3.3] },
    { key: 'vehiclePurchase', label: '其中：公车购置', amounts: [0, 0, 0] },
    { key: 'vehicleRunning', label: '公车运行维护', amounts: [3.2, 3.5, 3.3] },
    { key: 'overseasTravel', label: '2、出国经费', amounts: [0, 0, 0] },
    { key: 'hospitality', label: '3、公务接待', amounts: [1.1, 1.5, 1.1] },
    { key: 'project', label: '项目支出：', amounts: [90, 110, 100] },
    { key: 'projectBusiness', label: '1、业务工作经费', amounts: [5, 10, 3.6] },
    { key: 'projectRunning', label: '2、运行维护经费', amounts: [0, 0, 0] },
    { key: 'projectSpecial', label: '3、专项资金（一个专项一行）', amounts: [85, 100, 96.4] },
    { key: 'special-1', label: '水文巡测专项经费', amounts: [50, 60, 56.4] },
    { key: 'special-2', label: '测报设备维护经费', amounts: [35, 40, 40] },
    { key: 'operating', label: '公用经费：', amounts: [30, 32, 31] },
    { key: 'office', label: '其中：办公经费', amounts: [12, 13, 12.5] },
    { key: 'utilities', label: '水费、电费、差旅费', amounts: [6, 6, 5.8] },
    { key: 'meetings', label: '会议费、培训费', amounts: [2, 2, 1.5] },
    { key: 'procurement', label: '政府采购金额', amounts: [null, null, 18] },
    { key: 'basicAdjustment', label: '部门基本支出预算调整', amounts: [null, null, 204] },
  ],
};
