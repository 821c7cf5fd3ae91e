import type { Area, CellRef } from '../workbook/address';
import type { Figure, Unit } from '../money/figure';
import type { BaseTables } from './base-tables';
import type { EvaluationData, EvaluationId, OverallEvaluation, ProjectEvaluation } from './evaluation';

/** The nine published tables, by the stem under which each has its file in tables/, rules/, narrative/ and test/. */
export type TableId =
  | 'summary'
  | 'revenue'
  | 'expenditure'
  | 'appropriation'
  | 'general-budget'
  | 'basic-expenditure'
  | 'three-public'
  | 'government-funds'
  | 'state-capital';

/** Where a table stands and what it says of itself; a published one, or one of another family. */
export interface Table<Id extends string = TableId> {
  readonly id: Id;
  /** As printed, e.g. 一般公共预算财政拨款“三公”经费支出决算表. */
  readonly title: string;
  readonly titleCell: CellRef;
  readonly sheet: string;
  readonly area: Area;
  readonly unit: Unit;
  /** The 公开0N表 mark, the department and the unit as printed above the table; null where the form does not say. */
  readonly number: string | null;
  readonly department: string | null;
  readonly unitLabel: string | null;
  /** Notes under the table. */
  readonly notes: readonly string[];
  /** Every figure of the table, in reading order. */
  readonly figures: readonly Figure[];
}

/** A line of a two-sided table that is named by its text, e.g. a functional class 「五、教育支出」. */
export interface NamedLine<Column extends string> {
  /** Without numbering, as printed: 教育支出. */
  readonly name: string;
  readonly figures: Readonly<Record<Column, Figure | null>>;
}

/** 收入支出决算总表. A line that the year's form does not have is null. */
export interface SummaryTable extends Table {
  readonly revenue: Readonly<
    Record<
      | 'generalBudget' | 'governmentFunds' | 'stateCapital' | 'superiorSubsidy' | 'service' | 'business'
      | 'affiliateRemittance' | 'other' | 'currentYear' | 'surplusUsed' | 'opening' | 'total',
      Figure | null
    >
  >;
  readonly expenditure: Readonly<Record<'currentYear' | 'surplusDistributed' | 'closing' | 'total', Figure | null>>;
  readonly classes: readonly NamedLine<'amount'>[];
}

export type FundColumn = 'total' | 'generalBudget' | 'governmentFunds' | 'stateCapital';

/** 财政拨款收入支出决算总表. */
export interface AppropriationTable extends Table {
  readonly revenue: Readonly<
    Record<
      | 'generalBudget' | 'governmentFunds' | 'stateCapital' | 'currentYear' | 'opening'
      | 'openingGeneralBudget' | 'openingGovernmentFunds' | 'openingStateCapital' | 'total',
      Figure | null
    >
  >;
  readonly expenditure: Readonly<
    Record<'currentYear' | 'closing' | 'total', Readonly<Record<FundColumn, Figure | null>> | null>
  >;
  readonly classes: readonly NamedLine<FundColumn>[];
}

export type FunctionalLevel = 'class' | 'section' | 'item';

/** A row of a table by functional classification. */
export interface CodedRow<Column extends string> {
  /** Three, five or seven digits; '' for the total row. */
  readonly code: string;
  /** As printed, without indentation. */
  readonly name: string;
  readonly level: FunctionalLevel | 'total';
  readonly figures: Readonly<Record<Column, Figure | null>>;
  /** A template row: every cell of it is blank. */
  readonly empty: boolean;
}

export interface CodedTable<Column extends string> extends Table {
  /** The 合计 row, wherever it stands; null where the table has none. */
  readonly total: CodedRow<Column> | null;
  readonly rows: readonly CodedRow<Column>[];
}

export type RevenueColumn =
  | 'total' | 'appropriation' | 'superiorSubsidy' | 'service' | 'business' | 'affiliateRemittance' | 'other';
export type ExpenditureColumn =
  | 'total' | 'basic' | 'project' | 'superiorRemittance' | 'business' | 'affiliateSubsidy';
export type GeneralBudgetColumn = 'total' | 'basic' | 'project';
export type FundFlowColumn = 'opening' | 'revenue' | 'total' | 'basic' | 'project' | 'closing';

/** A row of 06 by economic classification. */
export interface EconomicRow {
  /** Three digits for a 类, five for a 款. */
  readonly code: string;
  readonly name: string;
  readonly level: 'class' | 'section';
  readonly amount: Figure;
}

/** 一般公共预算财政拨款基本支出决算表, its blocks put in one list. */
export interface BasicExpenditureTable extends Table {
  readonly rows: readonly EconomicRow[];
  /** 人员经费合计 and 公用经费合计. */
  readonly personnel: Figure | null;
  readonly operating: Figure | null;
}

export type ThreePublicItem =
  | 'total' | 'overseasTravel' | 'vehicles' | 'vehiclePurchase' | 'vehicleRunning' | 'hospitality';

/** “三公”经费支出决算表. */
export interface ThreePublicTable extends Table {
  readonly budget: Readonly<Record<ThreePublicItem, Figure | null>>;
  readonly actual: Readonly<Record<ThreePublicItem, Figure | null>>;
}

/** What a sheet, or a part of one, was taken for. */
export interface SheetReading {
  readonly sheet: string;
  /** Tables found on it, none where it is no 公开 table. */
  readonly tables: readonly (TableId | EvaluationId)[];
  /** One phrase for the user: 「收入决算表」, 「情况说明」, 「不是公开表」. */
  readonly taken: string;
}

/** Something on the sheets that cannot be read as it must be. */
export interface ReadingProblem {
  readonly kind: 'text-in-number' | 'unreadable-table' | 'duplicate-table';
  readonly table: TableId | EvaluationId | null;
  readonly cells: readonly CellRef[];
  /** One Chinese sentence. */
  readonly message: string;
  /** The text that stands where a number belongs; null for other kinds. */
  readonly found: string | null;
}

/** The departmental final accounts of one workbook: every table whose numbers know their cells. */
export interface Accounts {
  /** From titles, labels or the narrative; null where nothing says it. */
  readonly year: number | null;
  readonly department: string | null;
  readonly summary: SummaryTable | null;
  readonly revenue: CodedTable<RevenueColumn> | null;
  readonly expenditure: CodedTable<ExpenditureColumn> | null;
  readonly appropriation: AppropriationTable | null;
  readonly generalBudget: CodedTable<GeneralBudgetColumn> | null;
  readonly basicExpenditure: BasicExpenditureTable | null;
  readonly threePublic: ThreePublicTable | null;
  readonly governmentFunds: CodedTable<FundFlowColumn> | null;
  readonly stateCapital: CodedTable<FundFlowColumn> | null;
  /** The 绩效自评 tables; null where the workbook has none of the kind. */
  readonly overallEvaluation: OverallEvaluation | null;
  readonly projectEvaluations: readonly ProjectEvaluation[] | null;
  readonly evaluationData: EvaluationData | null;
  /** The official base tables in 元 that the workbook holds beside the published ones; null where it has none. */
  readonly base: BaseTables | null;
  /** The published tables found, in the workbook's order. */
  readonly tables: readonly Table[];
  /** The 绩效自评 tables found, in the workbook's order. */
  readonly evaluations: readonly Table<EvaluationId>[];
  readonly sheets: readonly SheetReading[];
  readonly problems: readonly ReadingProblem[];
}
