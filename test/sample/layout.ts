/** The variants of the published forms that the builder can lay out. */
export interface Layout {
  /** Unit the tables are printed in. */
  readonly unit: '万元' | '元';
  /** How a zero is printed. */
  readonly zeros: 'blank' | 'zero';
  /** Order of the last three tables and their 公开0N表 numbers: 政府性基金 first (new) or 三公 first (old). */
  readonly order: 'new' | 'old';
  /** Functional codes in one column, in three (201|26|04), or glued to the name. */
  readonly codes: 'one' | 'three' | 'glued';
  /** Where the 合计 row of the code tables stands. */
  readonly totalRow: 'first' | 'last';
  /** Functional classes listed in 01 and 04: the whole form, or only those with figures. */
  readonly classes: 'all' | 'used';
  /** The basic expenditure table in three blocks side by side or in two. */
  readonly basicBlocks: 2 | 3;
  /** The three-public table as twelve columns, as pairs of 预算数 and 决算数, or one item a row. */
  readonly threePublic: 'row' | 'pairs' | 'vertical';
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
}

/** What the sample workbook looks like, and any book that asks for nothing else. */
export const USUAL: Layout = {
  unit: '万元',
  zeros: 'blank',
  order: 'new',
  codes: 'one',
  totalRow: 'first',
  classes: 'all',
  basicBlocks: 3,
  threePublic: 'row',
  numbering: true,
  tableNumbers: true,
  departmentLabel: '部门',
  unitLabel: '单位',
  oneSheet: false,
  leading: { rows: 0, columns: 0 },
};

/** Layouts that between them show every variant; tests run over each. */
export const LAYOUTS: readonly (readonly [name: string, layout: Partial<Layout>])[] = [
  ['usual', {}],
  ['yuan', { unit: '元' }],
  ['zeros printed', { zeros: 'zero' }],
  ['old order', { order: 'old' }],
  ['codes in three columns, total last', { codes: 'three', totalRow: 'last' }],
  ['codes glued to the name', { codes: 'glued' }],
  ['only used classes, no numbering', { classes: 'used', numbering: false, tableNumbers: false }],
  ['two blocks, pairs', { basicBlocks: 2, threePublic: 'pairs' }],
  ['other labels', { departmentLabel: '编制单位', unitLabel: '金额单位' }],
  ['all on one sheet', { threePublic: 'vertical', oneSheet: true, leading: { rows: 2, columns: 1 } }],
];
