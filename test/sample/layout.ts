/** The variants of the published forms that the builder can lay out. */
export interface Layout {
  /** Unit the tables are printed in. */
  readonly unit: '万元' | '元';
  /** How a zero is printed. */
  readonly zeros: 'blank' | 'zero';
  /** Order of the last three tables and their 公开0N表 numbers: 政府性基金 first (new) or 三公 first (old). */
  readonly order: 'new' | 'old';
  /** Whose titles stand over the tables. */
  readonly titles: 'usual' | 'earlier' | 'numbered' | 'shanghai' | 'yunnan' | 'beijing' | 'shaanxi';
  /** Functional codes in one column, in three (201|26|04), or glued to the name. */
  readonly codes: 'one' | 'three' | 'glued';
  /** Codes typed as text, as numbers (so that 06 is 6), or as text with spaces around. */
  readonly codeCells: 'text' | 'number' | 'spaced';
  /** Where the 合计 row of the code tables stands. */
  readonly totalRow: 'first' | 'last';
  /** How the amount that 05 splits is headed. */
  readonly generalBudgetTotal: '小计' | '合计' | '本年支出合计';
  /** Which tables print balances and revenue beside what was spent: 政府性基金, 国有资本经营 too, or 05 as well. */
  readonly flows: 'funds' | 'capital' | 'all';
  /** Functional classes listed in 01 and 04: the whole form, or only those with figures. */
  readonly classes: 'all' | 'used';
  /** The basic expenditure table in three blocks side by side or in two. */
  readonly basicBlocks: 2 | 3;
  /** Economic codes in one column or in two (301|01). */
  readonly basicCodes: 'one' | 'two';
  /** The totals of 06 beside their labels, one row under them, or on two rows. */
  readonly basicTotals: 'beside' | 'under' | 'rows';
  /** The three-public table as twelve columns, as pairs of 预算数 and 决算数, or one item a row. */
  readonly threePublic: 'row' | 'pairs' | 'vertical';
  /** 会议费, 培训费 and 机关运行经费 printed in the three-public table as well. */
  readonly meetings: boolean;
  /** Whether the 栏次 row and the 行次 column are there. */
  readonly numbering: boolean;
  /** Whether 公开0N表 stands in the head of each table. */
  readonly tableNumbers: boolean;
  /** Label before the department's name. */
  readonly departmentLabel: '部门' | '编制单位' | '编制部门' | '单位名称';
  readonly unitLabel: '单位' | '金额单位';
  /** All tables below each other on one sheet. */
  readonly oneSheet: boolean;
  /** Blank rows and columns before each table. */
  readonly leading: { readonly rows: number; readonly columns: number };
  /** Blank cells, as a used range that was once larger leaves them, after each sheet's last row and column. */
  readonly trailing: { readonly rows: number; readonly columns: number };
  /** A merged heading repeated in every cell of its range, as some converters write it. */
  readonly merges: 'first' | 'repeated';
  /** Contents and tables of other kinds among the sheets. */
  readonly otherSheets: boolean;
}

/** What the sample workbook looks like, and any book that asks for nothing else. */
export const USUAL: Layout = {
  unit: '万元',
  zeros: 'blank',
  order: 'new',
  titles: 'usual',
  codes: 'one',
  codeCells: 'text',
  totalRow: 'first',
  generalBudgetTotal: '小计',
  flows: 'funds',
  classes: 'all',
  basicBlocks: 3,
  basicCodes: 'one',
  basicTotals: 'beside',
  threePublic: 'row',
  meetings: false,
  numbering: true,
  tableNumbers: true,
  departmentLabel: '部门',
  unitLabel: '单位',
  oneSheet: false,
  leading: { rows: 0, columns: 0 },
  trailing: { rows: 0, columns: 0 },
  merges: 'first',
  otherSheets: false,
};

/** Layouts that between them show every variant; tests run over each. */
export const LAYOUTS: readonly (readonly [name: string, layout: Partial<Layout>])[] = [
  ['usual', {}],
  ['yuan', { unit: '元' }],
  ['zeros printed', { zeros: 'zero' }],
  ['old order, earlier titles', { order: 'old', titles: 'earlier', generalBudgetTotal: '本年支出合计' }],
  ['codes in three columns, total last', { codes: 'three', totalRow: 'last' }],
  ['codes in three columns as numbers', { codes: 'three', codeCells: 'number', basicCodes: 'two' }],
  ['codes as numbers', { codeCells: 'number', titles: 'numbered' }],
  ['codes with spaces, totals of 06 under their labels', { codeCells: 'spaced', basicTotals: 'under' }],
  ['codes glued to the name', { codes: 'glued' }],
  ['only used classes, no numbering', { classes: 'used', numbering: false, tableNumbers: false }],
  ['two blocks, pairs', { basicBlocks: 2, threePublic: 'pairs' }],
  ['other labels', { departmentLabel: '编制单位', unitLabel: '金额单位' }],
  ['all on one sheet', { threePublic: 'vertical', oneSheet: true, leading: { rows: 2, columns: 1 } }],
  ['Shanghai', {
    titles: 'shanghai', order: 'old', codes: 'three', totalRow: 'last', generalBudgetTotal: '合计', numbering: false,
    flows: 'capital', basicBlocks: 2, basicCodes: 'two', threePublic: 'pairs', tableNumbers: false,
  }],
  ['Beijing', { titles: 'beijing', flows: 'capital', otherSheets: true, basicTotals: 'rows' }],
  ['Yunnan', { titles: 'yunnan', threePublic: 'vertical', meetings: true, flows: 'all', otherSheets: true }],
  ['Shaanxi', { titles: 'shaanxi', order: 'old', meetings: true, merges: 'repeated' }],
  ['merged values repeated, used range inflated', {
    merges: 'repeated', trailing: { rows: 60, columns: 9 }, threePublic: 'pairs', basicTotals: 'rows',
  }],
];
