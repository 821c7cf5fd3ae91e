import type { Figure } from '../money/figure';
import type { CellRef } from '../workbook/address';
import type { Table } from './accounts';
import type { Quantity } from './evaluation-quantity';

/** The 绩效自评 tables, by the stem under which each has its file in tables/, rules/ and test/. */
export type EvaluationId = 'overall-evaluation' | 'project-evaluation' | 'evaluation-data';

/** The columns of amounts: 年初预算数, 全年预算数, 全年执行数. */
export type FundingColumn = 'initialBudget' | 'annualBudget' | 'actual';

/** A line of 项目资金 or 资金情况: 年初预算数, 全年预算数, 全年执行数, and what the execution scores. */
export interface FundingLine {
  /** As printed, without 其中. */
  readonly name: string;
  readonly labelCell: CellRef;
  readonly amounts: Readonly<Record<FundingColumn, Figure | null>>;
  /** 分值, in 分. */
  readonly weight: Figure | null;
  /** 执行率, in percent. */
  readonly rate: Figure | null;
  /** 得分, in 分. */
  readonly score: Figure | null;
}

/** 「按收入性质分」 or 「按支出性质分」: amounts that stand in the words of their cells. */
export interface FundingPart {
  readonly name: string;
  readonly amount: Figure;
}

/** 项目资金, or 资金情况 of the whole department. */
export interface Funding {
  /** 年度资金总额, wherever it stands. */
  readonly total: FundingLine | null;
  /** The sources it is made of; one printed as part of another is left out. */
  readonly sources: readonly FundingLine[];
  readonly byRevenue: readonly FundingPart[];
  readonly bySpending: readonly FundingPart[];
}

/** 年度指标值 or 实际完成值, as printed. */
export interface Answer {
  readonly cell: CellRef;
  readonly text: string;
  /** What it says in numbers; null where it is words, a date, or several things. */
  readonly quantity: Quantity | null;
  /** The number as an amount in 万元, where it is one or says no unit. */
  readonly amount: Figure | null;
}

/** A 三级指标 with its target, its result and its marks. */
export interface Indicator {
  readonly name: string;
  /** The 二级指标 it stands under, normalised: 数量指标. */
  readonly aspect: string;
  readonly target: Answer;
  readonly result: Answer;
  readonly weight: Figure;
  readonly score: Figure;
  /** 偏差原因分析及改进措施, '' where nothing is given. */
  readonly reason: string;
}

/** A 一级指标, or the part of one that the form prints without its name. */
export interface IndicatorGroup {
  /** 产出指标; what it must be by its 二级指标 where the form does not name it. */
  readonly name: string;
  /** The marks in brackets behind the name; null where none are printed. */
  readonly mark: Figure | null;
  readonly indicators: readonly Indicator[];
}

/** 等级 as the form prints it: 优, 良, 中 or 差. */
export interface Grade {
  readonly cell: CellRef;
  readonly text: string;
}

/** What 整体 and 项目 self-evaluations have in common. */
export interface Evaluation extends Table<EvaluationId> {
  /** The fiscal year of the title. */
  readonly year: number | null;
  /** Null where the form only scores indicators. */
  readonly funding: Funding | null;
  readonly groups: readonly IndicatorGroup[];
  /** The 总分 row: the form's full marks, and the marks reached. */
  readonly totalWeight: Figure | null;
  readonly totalScore: Figure | null;
  readonly grade: Grade | null;
}

/** 部门整体支出绩效自评表. */
export type OverallEvaluation = Evaluation;

/** 项目支出绩效自评表, with what it calls its project: '' where that is not filled in. */
export interface ProjectEvaluation extends Evaluation {
  readonly project: { readonly name: string; readonly cell: CellRef };
}

/** The columns of 经费控制情况: 上年决算数, 本年预算数, 本年决算数. */
export type ExpenseColumn = 'lastActual' | 'budget' | 'actual';

/** The items of 经费控制情况 that every form has. */
export type ExpenseItem =
  | 'threePublic' | 'vehicles' | 'vehiclePurchase' | 'vehicleRunning' | 'overseasTravel' | 'hospitality'
  | 'project' | 'projectBusiness' | 'projectRunning' | 'projectSpecial'
  | 'operating' | 'office' | 'utilities' | 'meetings' | 'procurement' | 'basicAdjustment';

/** A line of 经费控制情况: 上年决算数, 本年预算数, 本年决算数. */
export interface ExpenseLine {
  readonly name: string;
  readonly amounts: Readonly<Record<ExpenseColumn, Figure | null>>;
}

/** A rate with what it is the quotient of. */
export interface ControlRate {
  /** 编制数, 批复规模, 预算投资. */
  readonly allowed: Figure | null;
  /** 实际在职人数, 实际规模, 实际投资. */
  readonly actual: Figure | null;
  readonly rate: Figure | null;
}

/** A column head that names a year, and how many years before the table's it should be. */
export interface YearLabel {
  readonly cell: CellRef;
  readonly text: string;
  readonly year: number;
  readonly back: 0 | 1;
}

/** 部门整体支出绩效评价基础数据表. */
export interface EvaluationData extends Table<EvaluationId> {
  readonly year: number | null;
  readonly staff: ControlRate | null;
  readonly expenses: Readonly<Record<ExpenseItem, ExpenseLine | null>>;
  /** The lines under 专项资金, one a project. */
  readonly specials: readonly ExpenseLine[];
  readonly buildingArea: ControlRate | null;
  readonly buildingInvestment: ControlRate | null;
  readonly years: readonly YearLabel[];
}
