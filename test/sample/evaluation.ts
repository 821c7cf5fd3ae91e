import type { CellRef } from '../../src/workbook/address';
import {
  BLANK_CELL,
  type Cell,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/snapshot';
import { DATA, OVERALL, PROJECTS, type DataSpec, type EvaluationSpec } from './evaluation-source';

/** The variants of the 绩效自评 forms that the builder can lay out. */
export interface EvaluationLayout {
  /** Whose form: heads, columns and titles differ. */
  readonly form: 'hunan' | 'sichuan' | 'anhui';
  /** How a rate stands in its cell: 95.00%, 0.95 shown as 95.00%, 0.95, 95. */
  readonly rates: 'text' | 'formatted' | 'fraction' | 'bare';
  readonly totalLine: 'first' | 'last';
  /** Whether a merged cell holds its value once or in every row it covers. */
  readonly merged: 'once' | 'repeated';
  /** The rows of the last group and 总分 have lost a cell and stand one column to the left. */
  readonly slipped: boolean;
  /** What stands where there is nothing to say. */
  readonly nil: CellValue;
  readonly leading: number;
  /** How the table of a project is called. */
  readonly projectTitle: '项目支出绩效自评表' | '预算支出绩效自评表';
}

/** What a form looks like where nothing else is asked for. */
export const USUAL_EVALUATION: EvaluationLayout = {
  form: 'hunan',
  rates: 'text',
  totalLine: 'first',
  merged: 'once',
  slipped: false,
  nil: null,
  leading: 0,
  projectTitle: '项目支出绩效自评表',
};

/** Layouts that between them show every variant; tests run over each. */
export const EVALUATION_LAYOUTS: readonly (readonly [name: string, layout: Partial<EvaluationLayout>])[] = [
  ['usual', {}],
  ['rates as formatted fractions, total last', { rates: 'formatted', totalLine: 'last' }],
  ['bare fractions, 无 where nothing is', { rates: 'fraction', nil: '无' }],
  ['rates without a sign, slipped rows', { rates: 'bare', slipped: true }],
  ['values repeated in merged cells', { merged: 'repeated' }],
  ['Sichuan', { form: 'sichuan', nil: '/' }],
  ['Anhui', { form: 'anhui', leading: 2 }],
  ['a county', { projectTitle: '预算支出绩效自评表', leading: 1 }],
];

/** The tables of the sample. */
export type EvaluationTable = 'overall' | `project-${number}` | 'data';

/** A workbook whose values can be addressed by what they mean. */
export interface EvaluationSample {
  readonly snapshot: WorkbookSnapshot;
  /**
   * The cell of a value: `funding.<line>.<column>` (lines total, appropriation, carryOver, other), `weight`, `rate`,
   * `score` of the total line, `group.<n>`, `<n>.target|result|weight|score` of an indicator, `total.weight`,
   * `total.score`, `grade`, `basic`, `project`, `general`, `other`, `name`, `title`; of 基础数据 `<item>.<column>`, `staff.rate`.
   */
  cellOf(table: EvaluationTable, key: string): CellRef;
}

/** A workbook with nothing but 绩效 tables, of which everything holds. */
export function evaluationSample(layout: Partial<EvaluationLayout> = {}): EvaluationSample {
  return evaluationBook({ overall: OVERALL, projects: PROJECTS, data: DATA }, layout);
}

/** What to lay out. */
export interface EvaluationBook {
  readonly overall: EvaluationSpec | null;
  readonly projects: readonly EvaluationSpec[];
  readonly data: DataSpec | null;
}

/** Lays a book out. */
export function evaluationBook(
  { overall, projects, data }: EvaluationBook,
  layout: Partial<EvaluationLayout> = {},
): EvaluationSample {
  const full = { ...USUAL_EVALUATION, ...layout };
  const sheets = [
    ...(overall === null ? [] : [['overall', '整体自评', scored(overall, full)] as const]),
    ...projects.map(
      (project, index) => [`project-${index + 1}`, `项目自评${index + 1}`, scored(project, full)] as const,
    ),
    ...(data === null ? [] : [['data', '基础数据', dataTable(data, full)] as const]),
  ];
  return {
    snapshot: { name: '绩效.xlsx', sheets: sheets.map(([, name, grid]) => grid.sheet(name)) },
    cellOf(table, key) {
      const found = sheets.find(([id]) => id === table);
      const place = found?.[2].places.get(key);
      if (found === undefined || place === undefined) throw new RangeError(`样例中没有 ${table} / ${key}`);
      return { sheet: found[1], row: place[0], column: place[1] };
    },
  };
}

interface Grid {
  readonly places: ReadonlyMap<string, readonly [row: number, column: number]>;
  put(row: number, column: number, value: CellValue, key?: string, text?: string): void;
  sheet(name: string): SheetSnapshot;
}

function newGrid(leading: number): Grid {
  const rows: Cell[][] = [];
  const places = new Map<string, readonly [number, number]>();
  return {
    places,
    put(above, column, value, key, text) {
      const row = above + leading;
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length <= column) cells.push(BLANK_CELL);
      if (value !== null) cells[column] = { value, text: text ?? String(value), formula: null };
      if (key !== undefined) places.set(key, [row, column]);
    },
    sheet: (name) => ({ name, hidden: false, protected: false, rows }),
  };
}

const COLUMNS = {
  hunan: {
    initialBudget: 2,
    annualBudget: 3,
    actual: 4,
    weight: 5,
    rate: 6,
    score: 7,
    indicators: [1, 2, 3, null, 4, null, 5, 6, 7],
  },
  anhui: {
    initialBudget: 2,
    annualBudget: 3,
    actual: 4,
    weight: 5,
    rate: 6,
    score: 7,
    indicators: [1, 2, 3, null, 4, null, 5, 6, 7],
  },
  sichuan: {
    initialBudget: 2,
    annualBudget: 3,
    actual: 4,
    weight: 6,
    rate: 5,
    score: 7,
    indicators: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  },
} as const;

const HEADS = {
  hunan: ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分(分值×执行率)'],
  anhui: ['年初 预算数', '全年 预算数', '全年 执行数', '分值', '执行率', '得分'],
  sichuan: ['年初预算', '调整后预算数', '预算执行数', '权重', '预算执行率', '得分'],
} as const;

const LINES = {
  hunan: { total: '年度资金总额', appropriation: '其中：当年财政拨款', carryOver: '上年结转资金', other: '其他资金' },
  anhui: { total: '年度资金总额：', appropriation: '其中：本年财政拨款', carryOver: '上年结转资金', other: '其他资金' },
  sichuan: { total: '总额', appropriation: '其中：财政资金', carryOver: '财政专户管理资金', other: '单位资金' },
} as const;

const INDICATOR_HEADS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '指标值',
  '度量单位',
  '完成值',
  '权重',
  '得分',
];
const HUNAN_HEADS = ['一级指标', '二级指标', '三级指标', null, '年度指标值', null, '实际完成值', '分值', '得分'];

/** What the cell of a rate holds and shows. */
export function rateCell({ rates }: EvaluationLayout, rate: string): readonly [CellValue, string] {
  switch (rates) {
    case 'text':
      return [`${rate}%`, `${rate}%`];
    case 'formatted':
      return [Number(rate) / 100, `${rate}%`];
    case 'fraction':
      return [Number((Number(rate) / 100).toFixed(4)), String(Number(rate) / 100)];
    case 'bare':
      return [Number(rate), rate];
  }
}

function titleOf(spec: EvaluationSpec, { form, projectTitle }: EvaluationLayout): string {
  const name = spec.project === null ? '部门整体支出绩效自评表' : projectTitle;
  return form === 'hunan' ? `${spec.year} 年度${name}` : form === 'sichuan' ? `${name}(${spec.year}年度)` : name;
}

function scored(spec: EvaluationSpec, layout: EvaluationLayout): Grid {
  const grid = newGrid(layout.leading);
  const columns = COLUMNS[layout.form];
  grid.put(0, 0, titleOf(spec, layout), 'title');
  const projectHead = layout.form === 'hunan' ? '项目支出名称' : '项目名称';
  grid.put(1, 0, spec.project === null ? '部门（单位）名称' : projectHead);
  grid.put(1, 1, spec.project ?? spec.department, 'name');
  let row = putFunding(grid, 2, spec, layout);
  if (spec.split !== null) row = putSplit(grid, row, spec.split);
  grid.put(row, 0, '年度总体目标');
  grid.put(row, 1, '预期目标');
  grid.put(row + 1, 1, '保障各项工作正常开展。');
  return putIndicators(grid, row + 2, spec, layout, columns.indicators);
}

function putFunding(grid: Grid, top: number, { funding, execution }: EvaluationSpec, layout: EvaluationLayout): number {
  const columns = COLUMNS[layout.form];
  const [initial, annual, actual, weight, rate, score] = HEADS[layout.form];
  grid.put(top, 0, '项目资金（万元）');
  for (const [column, head] of [
    [columns.initialBudget, initial],
    [columns.annualBudget, annual],
    [columns.actual, actual],
    [columns.weight, weight],
    [columns.rate, rate],
    [columns.score, score],
  ] as const)
    grid.put(top, column, head);
  const lines = Object.keys(funding) as (keyof typeof funding)[];
  const ordered =
    layout.totalLine === 'first' ? lines : [...lines.filter((line) => line !== 'total'), 'total' as const];
  ordered.forEach((line, index) => {
    const row = top + 1 + index;
    if (layout.merged === 'repeated') grid.put(row, 0, '项目资金（万元）');
    grid.put(row, 1, LINES[layout.form][line]);
    const amounts = funding[line];
    (['initialBudget', 'annualBudget', 'actual'] as const).forEach((column, at) => {
      grid.put(row, columns[column], amounts[at] ?? layout.nil, `funding.${line}.${column}`);
    });
    if (line !== 'total' && layout.merged === 'once') return;
    const own = line === 'total';
    const [value, text] = rateCell(layout, execution.rate);
    grid.put(row, columns.weight, execution.weight, own ? 'weight' : undefined);
    grid.put(row, columns.rate, value, own ? 'rate' : undefined, text);
    grid.put(row, columns.score, execution.score, own ? 'score' : undefined);
  });
  return top + 1 + ordered.length;
}

function putSplit(grid: Grid, top: number, split: NonNullable<EvaluationSpec['split']>): number {
  grid.put(top, 1, '按收入性质分：');
  grid.put(top, 5, '按支出性质分：');
  grid.put(top + 1, 1, `其中：一般公共预算：${split.general}`, 'general');
  grid.put(top + 1, 5, `其中：基本支出：${split.basic}`, 'basic');
  grid.put(top + 2, 1, `其他资金：${split.other}`, 'other');
  grid.put(top + 2, 5, `项目支出：${split.project}`, 'project');
  return top + 3;
}

function putIndicators(
  grid: Grid,
  top: number,
  { groups, total, grade }: EvaluationSpec,
  layout: EvaluationLayout,
  places: readonly (number | null)[],
): Grid {
  const put = (row: number, at: number, value: CellValue, shift: number, key?: string): void => {
    const column = places[at];
    if (column !== null && column !== undefined) grid.put(row, column + shift, value, key);
  };
  grid.put(top, 0, '绩效指标');
  const heads = layout.form === 'sichuan' ? INDICATOR_HEADS : HUNAN_HEADS;
  heads.forEach((head, at) => put(top, at, head, 0));
  let row = top;
  let number = 0;
  groups.forEach((group, index) => {
    const shift = layout.slipped && index === groups.length - 1 ? -1 : 0;
    group.indicators.forEach(({ aspect, name, target: [nature, value, unit], result, weight, score }, first) => {
      row += 1;
      number += 1;
      if (layout.merged === 'repeated') grid.put(row, 0, '绩效指标');
      if (first === 0 || layout.merged === 'repeated') {
        put(row, 0, `${group.name} (${group.mark} 分)`, shift, first === 0 ? `group.${index + 1}` : undefined);
      }
      put(row, 1, aspect, shift);
      put(row, 2, name, shift);
      if (layout.form === 'sichuan') {
        put(row, 3, nature, shift);
        put(row, 4, /^[\d.]+$/.test(value) ? Number(value) : value, shift, `${number}.target`);
        put(row, 5, unit, shift);
      } else {
        put(row, 4, `${nature}${value}${unit}`, shift, `${number}.target`);
      }
      put(row, 6, result, shift, `${number}.result`);
      put(row, 7, weight, shift, `${number}.weight`);
      put(row, 8, score, shift, `${number}.score`);
    });
  });
  const shift = layout.slipped ? -1 : 0;
  grid.put(row + 1, 0, '总分');
  put(row + 1, 7, total.weight, shift, 'total.weight');
  put(row + 1, 8, total.score, shift, 'total.score');
  if (grade !== null) grid.put(row + 1, (places[8] ?? 0) + 1, `等级：${grade}`, 'grade');
  grid.put(row + 2, 0, '备注：1.“执行率”=“全年执行数”/“全年预算数”；');
  return grid;
}

function dataTable({ year, staff, lines }: DataSpec, { leading }: EvaluationLayout): Grid {
  const grid = newGrid(leading);
  grid.put(0, 0, `${year} 年度部门整体支出绩效评价基础数据表`);
  grid.put(1, 0, '财政供养人员情况（人）');
  grid.put(1, 1, '编制数');
  grid.put(1, 3, `${year} 年实际在职人数`);
  grid.put(1, 5, '控制率');
  grid.put(2, 1, staff.allowed, 'staff.allowed');
  grid.put(2, 3, `${staff.actual}人`, 'staff.actual');
  grid.put(2, 5, `${staff.rate}%`, 'staff.rate');
  grid.put(3, 0, '经费控制情况（万元）');
  grid.put(3, 1, `${year - 1} 年决算数`);
  grid.put(3, 3, `${year} 年预算数`);
  grid.put(3, 5, `${year} 年决算数`, 'head.actual');
  lines.forEach(({ key, label, amounts }, index) => {
    grid.put(4 + index, 0, label);
    (['lastActual', 'budget', 'actual'] as const).forEach((column, at) => {
      grid.put(4 + index, 1 + 2 * at, amounts[at] ?? null, `${key}.${column}`);
    });
  });
  grid.put(4 + lines.length, 0, '厉行节约保障措施');
  grid.put(4 + lines.length, 1, '严格执行经费管理制度。');
  return grid;
}
