import { formatCell, type CellRef } from '../../src/workbook/address';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { edited } from '../sample/clean';
import {
  evaluationBook, rateCell, USUAL_EVALUATION,
  type EvaluationLayout, type EvaluationSample, type EvaluationTable,
} from '../sample/evaluation';
import type { Amounts, DataSpec, EvaluationSpec, IndicatorSpec } from '../sample/evaluation-source';
import { sampler, type Sampler } from './sampler';

/** What a cell holds as a number, rates in percent; null where it is blank. */
export type Held = number | null;

/** One 绩效 table of an invented department, with its numbers by what they mean. */
export interface EvaluationTableTruth {
  readonly table: EvaluationTable;
  /** Null for 基础数据. */
  readonly spec: EvaluationSpec | null;
  readonly values: ReadonlyMap<string, Held>;
}

/** A correct workbook of 绩效 tables. */
export interface EvaluationTruthBook {
  readonly seed: number;
  readonly layout: EvaluationLayout;
  readonly sample: EvaluationSample;
  readonly tables: readonly EvaluationTableTruth[];
}

const YEAR = 2033;
const DEPARTMENT = '澄湖市测绘档案中心';
const PROJECT_NAMES = ['测绘成果归档经费', '基准站运维经费', '地图编制专项经费', '应急测绘保障经费'];
/** The form of 2022 and the one since 2023: 一级指标 with their marks, and the 二级指标 under each. */
const FORMS: readonly (readonly (readonly [name: string, mark: number, aspects: readonly string[]])[])[] = [
  [
    ['产出指标', 50, ['数量指标', '质量指标', '时效指标', '成本指标']],
    ['效益指标', 30, ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
    ['满意度指标', 10, ['服务对象满意度指标']],
  ],
  [
    ['产出指标', 40, ['数量指标', '质量指标', '时效指标']],
    ['效益指标', 20, ['社会效益指标', '可持续影响指标']],
    ['满意度指标', 10, ['服务对象满意度指标']],
    ['成本指标', 20, ['经济成本指标']],
  ],
];

export const cents = (amount: number): number => Math.round(amount * 100) / 100;
const sum = (amounts: readonly Held[]): number => cents(amounts.reduce<number>((all, each) => all + (each ?? 0), 0));

/** The same seed always makes the same book. */
export function makeEvaluationBook(seed: number): EvaluationTruthBook {
  const sample = sampler(seed);
  const form = sample.pick(['hunan', 'hunan', 'sichuan', 'anhui'] as const);
  const layout: EvaluationLayout = {
    ...USUAL_EVALUATION,
    form,
    rates: sample.pick(['text', 'formatted', 'fraction', 'bare'] as const),
    totalLine: sample.pick(['first', 'last'] as const),
    merged: sample.chance(0.2) ? 'repeated' : 'once',
    slipped: form === 'hunan' && sample.chance(0.2),
    nil: sample.pick([null, null, '无', '/'] as const),
    leading: sample.whole(0, 2),
    projectTitle: sample.chance(0.2) ? '预算支出绩效自评表' : '项目支出绩效自评表',
  };
  const projects = sample.some(PROJECT_NAMES, sample.whole(1, PROJECT_NAMES.length)).map((name) => makeSpec(sample, name));
  const data = sample.chance(0.7) ? makeData(sample, projects) : null;
  const overall = sample.chance(0.8) ? inKeeping(makeSpec(sample, null), data) : null;
  return {
    seed,
    layout,
    sample: evaluationBook({ overall, projects, data }, layout),
    tables: [
      ...(overall === null ? [] : [{ table: 'overall' as const, spec: overall, values: valuesOf(overall) }]),
      ...projects.map((spec, index) => ({ table: `project-${index + 1}` as const, spec, values: valuesOf(spec) })),
      ...(data === null ? [] : [{ table: 'data' as const, spec: null, values: valuesOfData(data) }]),
    ],
  };
}

function makeSpec(sample: Sampler, project: string | null): EvaluationSpec {
  const form = sample.pick(FORMS);
  const lines = makeFunding(sample);
  const [initial, annual, actual] = lines.total;
  const rate = (100 * Number(actual)) / Number(annual);
  const score = Number((rate / 10).toFixed(sample.pick([1, 2])));
  const groups = form.map(([name, mark, aspects]) => {
    const indicators = makeIndicators(sample, mark, aspects);
    return { name, mark, indicators };
  });
  const reached = groups.flatMap(({ indicators }) => indicators.map((each) => each.score));
  const basic = cents(Number(actual) * (sample.whole(10, 90) / 100));
  const general = cents(Number(annual) * (sample.whole(50, 95) / 100));
  const split = { general, other: cents(Number(annual) - general), basic, project: cents(Number(actual) - basic) };
  return {
    year: YEAR,
    department: DEPARTMENT,
    project,
    funding: { ...lines, total: [initial, annual, actual] },
    execution: { weight: 10, rate: rate.toFixed(2), score },
    split: project === null && form.length > 3 ? split : null,
    groups,
    total: { weight: 100, score: sum([score, ...reached]) },
    grade: null,
  };
}

/** 项目支出 as 基础数据 have it; without the split where the department spent less than that. */
function inKeeping(spec: EvaluationSpec, data: DataSpec | null): EvaluationSpec {
  const project = data?.lines.find(({ key }) => key === 'project')?.amounts[2] ?? null;
  const basic = cents(Number(spec.funding.total[2]) - (project ?? 0));
  if (spec.split === null || project === null) return spec;
  return { ...spec, split: basic < 0 ? null : { ...spec.split, basic, project } };
}

/** 年初预算, 全年预算 and 执行 by source, and their sums. Amounts in 万元, exact to the cent. */
function makeFunding(sample: Sampler): EvaluationSpec['funding'] {
  const amount = (): number => cents(sample.amount(20_000, 40_000_000) / 10_000);
  const spent = (budget: number): number => cents(budget * (sample.chance(0.3) ? 1 : sample.whole(300, 1000) / 1000));
  const initial = amount();
  const annual = sample.chance(0.4) ? initial : cents(initial * (sample.whole(60, 160) / 100));
  const appropriation: Amounts = [initial, annual, spent(annual)];
  const carried = sample.chance(0.4) ? amount() : null;
  const carryOver: Amounts = [null, carried, carried === null ? null : spent(carried)];
  const own = sample.chance(0.2) ? amount() : null;
  const other: Amounts = [own, own, own === null ? null : spent(own)];
  const total = ([0, 1, 2] as const).map((at) => sum([appropriation[at], carryOver[at], other[at]]));
  const [first = 0, second = 0, third = 0] = total;
  return { total: [first, second, third], appropriation, carryOver, other };
}

function makeIndicators(sample: Sampler, mark: number, aspects: readonly string[]): IndicatorSpec[] {
  const most = Math.min(6, mark / 2, Math.max(1, mark / 5));
  const count = Math.max(Math.min(aspects.length, most), sample.whole(1, Math.max(1, Math.floor(most))));
  const halves = divided(sample, mark * 2, Math.max(1, Math.floor(count)));
  return halves.map((half, index) => {
    const weight = half / 2;
    const lost = sample.chance(0.7) ? 0 : Math.min(weight, sample.whole(1, 4) / 2);
    return {
      aspect: aspects[Math.min(index, aspects.length - 1)] ?? '',
      name: `指标内容${mark}${index}`,
      target: ['', '有效', ''],
      result: '有效',
      weight,
      score: weight - lost,
    };
  });
}

/** As many whole numbers, each at least 1, that add up to `whole`. */
function divided(sample: Sampler, whole: number, parts: number): number[] {
  const shares = Array.from({ length: parts }, () => sample.whole(1, 10));
  const all = shares.reduce((total, share) => total + share, 0);
  const rounded = shares.map((share) => 1 + Math.floor(((whole - parts) * share) / all));
  const rest = whole - rounded.reduce((total, each) => total + each, 0);
  return rounded.map((each, index) => (index === 0 ? each + rest : each));
}

type Line = DataSpec['lines'][number];

function makeData(sample: Sampler, projects: readonly EvaluationSpec[]): DataSpec {
  const amount = (): number => (sample.chance(0.25) ? 0 : cents(sample.amount(2_000, 900_000) / 10_000));
  const three = (): Amounts => [amount(), amount(), amount()];
  const plus = (...parts: readonly Amounts[]): Amounts => [
    sum(parts.map((each) => each[0])), sum(parts.map((each) => each[1])), sum(parts.map((each) => each[2])),
  ];
  const [purchase, running, overseas, hospitality] = [three(), three(), three(), three()];
  const vehicles = plus(purchase, running);
  const specials = projects.map(({ funding: { total } }): Amounts => [amount(), total[0], total[2]]);
  const special = plus(...specials);
  const [business, upkeep] = [three(), three()];
  const allowed = sample.whole(8, 400);
  const actual = Math.max(1, allowed - sample.whole(0, Math.floor(allowed / 3)));
  const [office, utilities, meetings] = [three(), three(), three()];
  const lines: readonly (readonly [key: string, label: string, amounts: Amounts])[] = [
    ['threePublic', '三公经费', plus(vehicles, overseas, hospitality)],
    ['vehicles', '1、公务用车购置和维护经费', vehicles],
    ['vehiclePurchase', '其中：公车购置', purchase],
    ['vehicleRunning', '公车运行维护', running],
    ['overseasTravel', '2、出国经费', overseas],
    ['hospitality', '3、公务接待', hospitality],
    ['project', '项目支出：', plus(business, upkeep, special)],
    ['projectBusiness', '1、业务工作经费', business],
    ['projectRunning', '2、运行维护经费', upkeep],
    ['projectSpecial', '3、专项资金（一个专项一行）', special],
    ...specials.map((each, index) => [`special-${index + 1}`, projects[index]?.project ?? '', each] as const),
    ['operating', '公用经费：', plus(office, utilities, meetings, three())],
    ['office', '其中：办公经费', office],
    ['utilities', '水费、电费、差旅费', utilities],
    ['meetings', '会议费、培训费', meetings],
  ];
  return {
    year: YEAR,
    staff: { allowed, actual, rate: ((100 * actual) / allowed).toFixed(2) },
    lines: lines.map(([key, label, amounts]): Line => ({ key, label, amounts })),
  };
}

const COLUMNS = ['initialBudget', 'annualBudget', 'actual'] as const;
const DATA_COLUMNS = ['lastActual', 'budget', 'actual'] as const;

function valuesOf({ funding, execution, split, groups, total }: EvaluationSpec): Map<string, Held> {
  const values = new Map<string, Held>();
  for (const [line, amounts] of Object.entries(funding)) {
    COLUMNS.forEach((column, at) => values.set(`funding.${line}.${column}`, amounts[at] ?? null));
  }
  values.set('weight', execution.weight).set('rate', Number(execution.rate)).set('score', execution.score);
  for (const [part, amount] of Object.entries(split ?? {})) values.set(part, amount);
  let number = 0;
  groups.forEach(({ mark, indicators }, index) => {
    values.set(`group.${index + 1}`, mark);
    for (const { weight, score } of indicators) {
      number += 1;
      values.set(`${number}.weight`, weight).set(`${number}.score`, score);
    }
  });
  return values.set('total.weight', total.weight).set('total.score', total.score);
}

function valuesOfData({ staff, lines }: DataSpec): Map<string, Held> {
  const values = new Map<string, Held>([
    ['staff.allowed', staff.allowed], ['staff.actual', staff.actual], ['staff.rate', Number(staff.rate)],
  ]);
  for (const { key, amounts } of lines) {
    DATA_COLUMNS.forEach((column, at) => values.set(`${key}.${column}`, amounts[at] ?? null));
  }
  return values;
}

/** The workbook with another number in one place of a table, held as the form holds it. */
export function withHeld(
  { sample, layout }: EvaluationTruthBook,
  snapshot: WorkbookSnapshot,
  { table, spec }: EvaluationTableTruth,
  place: string,
  value: Held,
): WorkbookSnapshot {
  const cell = sample.cellOf(table, place);
  if (place === 'rate' && value !== null) {
    const [held, text] = rateCell(layout, String(value));
    return withText(edited(snapshot, cell, held), cell, text);
  }
  return edited(snapshot, cell, wordsOf(spec, place, value));
}

function wordsOf(spec: EvaluationSpec | null, place: string, value: Held): CellValue {
  const group = /^group\.(\d+)$/.exec(place);
  if (group !== null) {
    const name = spec?.groups[Number(group[1]) - 1]?.name ?? '';
    return value === null ? name : `${name} (${value} 分)`;
  }
  if (spec?.split && place in SPLIT) return `${SPLIT[place] ?? ''}：${value ?? ''}`;
  return place === 'staff.rate' && value !== null ? `${value}%` : value;
}

const SPLIT: Readonly<Record<string, string>> = {
  general: '其中：一般公共预算', other: '其他资金', basic: '其中：基本支出', project: '项目支出',
};

/** What a formatted cell shows is not what it holds. */
function withText(snapshot: WorkbookSnapshot, { sheet, row, column }: CellRef, text: string): WorkbookSnapshot {
  const sheets = snapshot.sheets.map((each) =>
    each.name !== sheet
      ? each
      : {
          ...each,
          rows: each.rows.map((cells, at) =>
            at !== row ? cells : cells.map((held, index) => (index === column ? { ...held, text } : held)),
          ),
        },
  );
  return { ...snapshot, sheets };
}

/** The cell of a place, as text. */
export function cellName({ sample }: EvaluationTruthBook, table: EvaluationTable, place: string): string {
  return formatCell(sample.cellOf(table, place));
}
