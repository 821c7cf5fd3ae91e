import Decimal from 'decimal.js';
import type { RepairChoice, RepairPreview } from '../../../src/app/assistant';
import type { Difference } from '../../../src/app/narrative-sheet';
import type { CheckReport } from '../../../src/app/check';
import type { Relation } from '../../../src/app/relations';
import type { Finding, Severity } from '../../../src/check/finding';
import { figureOf, type Figure } from '../../../src/money/figure';
import type { Section } from '../../../src/narrative/paragraph';
import type { Table, TableId } from '../../../src/tables/accounts';
import { formatArea, parseCell, type CellRef } from '../../../src/workbook/address';

const ref = (address: string): CellRef => parseCell(address);

/** A figure that shows this number. */
export function figure(address: string, label: string, value: number | null): Figure {
  return figureOf(label, ref(address), { value, text: value === null ? '' : String(value), formula: null }, '万元');
}

function table(id: TableId, title: string, sheet: string, figures: readonly Figure[]): Table {
  const area = { top: 0, left: 0, bottom: 40, right: 9 };
  return {
    id, title, sheet, area, figures,
    titleCell: { sheet, row: 0, column: 0 },
    unit: '万元',
    number: sheet,
    department: '江川市档案馆',
    unitLabel: '万元',
    notes: [],
  };
}

const TABLES: readonly Table[] = [
  table('summary', '收入支出决算总表', '公开01表', [figure('公开01表!C17', '本年收入合计', 1286.41)]),
  table('revenue', '收入决算表', '公开02表', [figure('公开02表!C12', '2012604 档案馆 · 合计', 4000000)]),
  table('expenditure', '支出决算表', '公开03表', [figure('公开03表!E14', '2012604 档案馆 · 项目支出', null)]),
  table('basic-expenditure', '一般公共预算财政拨款基本支出决算表', '公开06表', [
    figure('公开06表!C9', '30101 基本工资', 218.36),
  ]),
];

const RELATIONS: readonly Relation[] = [
  { between: ['summary', 'revenue'], verdict: 'error', judged: 9, broken: ['revenue/row-total'] },
  { between: ['summary', 'expenditure'], verdict: 'exact', judged: 3, broken: [] },
  { between: ['summary', 'basic-expenditure'], verdict: 'rounding', judged: 2, broken: ['summary/revenue-total'] },
  { between: ['expenditure', 'basic-expenditure'], verdict: 'warning', judged: 1, broken: ['no-such-finding'] },
];

let serial = 0;

/** A finding with what a test wants to say of it. */
export function finding(
  severity: Severity,
  message: string,
  cells: readonly string[],
  more: Partial<Finding> = {},
): Finding {
  serial += 1;
  return {
    id: `finding-${serial}`,
    rule: 'summary/revenue-total',
    severity,
    message,
    cells: cells.map(ref),
    expected: null,
    actual: null,
    difference: null,
    unit: '万元',
    found: null,
    quote: null,
    place: null,
    cause: null,
    fix: null,
    evidence: [],
    ...more,
  };
}

const UNIT_ERROR = finding(
  'error',
  '2012604 档案馆的合计为 4000000.00，各项收入之和为 400.00，相差 3999600.00。',
  ['公开02表!C12', '公开02表!D12'],
  {
    rule: 'revenue/row-total',
    actual: new Decimal(4000000),
    expected: new Decimal(400),
    difference: new Decimal(3999600),
    cause: 'unit',
    fix: [{ cell: ref('公开02表!C12'), from: 4000000, to: 400 }],
    evidence: [
      {
        rule: 'revenue/row-total',
        message: '合计 4000000.00 = 财政拨款收入 400.00 + 其他收入 0.00，相差 3999600.00。',
        cells: [ref('公开02表!C12'), ref('公开02表!D12'), ref('公开02表!I12')],
      },
      {
        rule: 'revenue/section-total',
        message: '20126 档案事务 1286.41 = 2012604 档案馆 4000000.00 + 2012699 其他档案事务支出 886.41。',
        cells: [ref('公开02表!C11'), ref('公开02表!C12'), ref('公开02表!C13')],
      },
    ],
  },
);

const BLANK_ERROR = finding(
  'error',
  '2012604 档案馆的项目支出为空，合计 400.00 减去基本支出 197.64 应为 202.36。',
  ['公开03表!E14'],
  {
    rule: 'expenditure/row-total',
    found: '',
    expected: new Decimal('202.36'),
    cause: 'blank',
    fix: [{ cell: ref('公开03表!E14'), from: null, to: 202.36 }],
  },
);

const SUSPECTS = finding(
  'warning',
  '商品和服务支出为 108.37，所属各款之和为 108.41，尾差 -0.04，只有几乎全部向同一方向舍入才会出现。',
  ['公开06表!F8', '公开06表!F9', '公开06表!F10', '公开06表!F11', '公开06表!F12', '公开06表!F13', '公开06表!F14', '公开06表!F15'],
  { actual: new Decimal('108.37'), expected: new Decimal('108.41'), difference: new Decimal('-0.04') },
);

const QUOTE = finding('warning', '说明第三段的占比与表中数字不符，应为 68.91%。', ['情况说明!A7'], {
  rule: 'narrative/share',
  quote: '基本支出 886.41 万元，占 68.19%',
});

function rounding(index: number): Finding {
  return finding(
    'rounding',
    `本年收入合计为 1286.41，各项之和为 1286.42，尾差 -0.01。`,
    [`公开01表!C${17 + index}`],
    { actual: new Decimal('1286.41'), expected: new Decimal('1286.42'), difference: new Decimal('-0.01') },
  );
}

/** A report over these findings, with counts that agree with them. */
export function reportWith(findings: readonly Finding[], more: Partial<CheckReport> = {}): CheckReport {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    file: '江川市档案馆2024年度部门决算公开表.xlsx',
    year: 2024,
    department: '江川市档案馆',
    tables: TABLES,
    sheets: [
      ...TABLES.map(({ id, title, sheet }) => ({ sheet, tables: [id], taken: title })),
      { sheet: '情况说明', tables: [], taken: '情况说明' },
      { sheet: '部门整体支出绩效自评表', tables: [], taken: '不是公开表' },
    ],
    findings,
    skipped: [
      { rule: 'state-capital/row-flow', statement: '年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余', because: '工作簿中没有国有资本经营预算财政拨款收入支出决算表' },
      { rule: 'state-capital/total', statement: '合计 = 各功能分类科目之和', because: '工作簿中没有国有资本经营预算财政拨款收入支出决算表' },
      { rule: 'three-public/last-year', statement: '预算数与上年公开的一致', because: '没有提供上年工作簿' },
    ],
    summary: { error: count('error'), warning: count('warning'), rounding: count('rounding') },
    notice: null,
    relations: RELATIONS,
    ...more,
  };
}

/** An ordinary report: two errors, two warnings, three rounding differences in four tables and the narrative. */
export const ORDINARY = reportWith([UNIT_ERROR, BLANK_ERROR, SUSPECTS, QUOTE, rounding(0), rounding(1), rounding(2)]);
/** The same, with what was found in a text beside the workbook. */
export const WITH_TEXT = reportWith([
  ...ORDINARY.findings,
  finding(
    'error',
    '“收、支总计”决算数写为 1286.14 万元，应为 1286.41 万元（《收入支出决算总表》收入总计），相差 -0.27。' +
      '改为“…度收、支总计1286.41万元。”。',
    ['公开01表!C22'],
    {
      rule: 'summary/narrative-amount',
      quote: '2024年度收、支总计1286.14万元',
      place: { document: '说明.docx', paragraph: 2 },
      actual: new Decimal('1286.14'),
      expected: new Decimal('1286.41'),
    },
  ),
]);
export const CLEAR = reportWith([]);
export const CLEAR_COMPLETE = reportWith([], { skipped: [] });
export const NO_TABLES = reportWith([], {
  year: null,
  department: null,
  file: '差旅费明细.xlsx',
  tables: [],
  relations: [],
  sheets: [{ sheet: 'Sheet1', tables: [], taken: '不是公开表' }, { sheet: 'Sheet2', tables: [], taken: '空表' }],
  skipped: [{ rule: 'summary/revenue-total', because: '工作簿中没有收入支出决算总表' }],
});
/** More findings than are put on the page at once. */
export const LONG = reportWith(Array.from({ length: 5000 }, (_, index) => rounding(index)));

const LONG_NAME = '附件3-1江川市档案馆（本级）2024年度公开06表（更正）';

/** Sheets with names as long as Excel allows. */
export const LONG_NAMES = reportWith(
  [finding('error', `${'一般公共预算财政拨款'.repeat(6)}合计为 1.00，应为 2.00。`, [`'${LONG_NAME}'!AB1234`, `'${LONG_NAME}'!AC1234`])],
  { sheets: Array.from({ length: 12 }, (_, index) => ({ sheet: `${LONG_NAME.slice(0, -2)}${index + 10}`, tables: [], taken: '文字说明' })) },
);

const ROWS = [
  { table: '收入支出决算总表', address: '公开01表!C9', label: '财政拨款收入', from: 1240.37, to: 1240.38 },
  { table: '支出决算表', address: '公开03表!D16', label: '2012604 档案馆 · 基本支出', from: 886.41, to: 886.42 },
  {
    table: '一般公共预算财政拨款基本支出决算表', address: '公开06表!C9', label: '30101 基本工资', from: 218.36, to: 218.35,
  },
  {
    table: '一般公共预算财政拨款基本支出决算表', address: '公开06表!C14', label: '30109 职业年金缴费', from: 12.05, to: 12.04,
  },
];

const PARAGRAPH = '2024年度支出合计1286.41万元，其中：基本支出886.41万元，占68.91%；项目支出400.00万元。';

const OUT_OF_STEP = finding(
  'warning',
  '“基本支出”决算数写为 886.41 万元，应为 886.42 万元（《支出决算表》基本支出合计），相差 0.01。改为“…基本支出886.42万元…”。',
  ['公开03表!D16'],
  { rule: 'expenditure/narrative-amount', quote: '基本支出886.41万元', place: { document: '情况说明.docx', paragraph: 5 } },
);

/** The plan that repairs {@link ORDINARY}, as it is decided. */
export function previewOf({ pinned = [], omitted = [] }: RepairChoice): RepairPreview {
  const rows = ROWS.map(({ table: title, address, label, from, to }) => ({
    edit: { cell: ref(address), from, to },
    table: title,
    label,
    from: from.toFixed(2),
    to: to.toFixed(2),
    closes: [`本年收入合计 1286.42 = ${label} ${to.toFixed(2)} + 其他收入 46.04`],
  }));
  const paragraph = {
    edit: { cell: ref('情况说明!A5'), from: PARAGRAPH, to: PARAGRAPH.replace('886.41', '886.42') },
    table: '情况说明',
    label: '引用了改动的数',
    from: '…元，其中：基本支出886.41万元，占68.…',
    to: '…元，其中：基本支出886.42万元，占68.…',
    closes: ['基本支出与支出决算表一致'],
  };
  const kept = [...rows, paragraph].filter(({ edit }) => !pinned.some((cell) => cellKey(cell) === cellKey(edit.cell)));
  return {
    rows: kept,
    review: [OUT_OF_STEP],
    minimal: true,
    conflicts: [],
    release: [],
    known: 0,
    opened: omitted.map((cell) => `${cellKey(cell)} 不改，本年收入合计为 1286.42，各项之和为 1286.41，尾差 0.01`),
    unresolved: pinned.length === 0 ? [] : [
      {
        rule: 'summary/revenue-total',
        cells: pinned,
        because: '固定的单元格不能改动，本年收入合计与各项之和的尾差无法调平。',
      },
    ],
  };
}

const TOTAL = { label: '合计 · 本年支出合计', cells: [ref('公开03表!C8'), ref('公开01表!G23')] };
const PROJECT = { label: '合计 · 项目支出', cells: [ref('公开03表!E8')] };

/** Locked totals that exclude one another. */
export const CONFLICT: RepairPreview = {
  rows: [],
  review: [],
  minimal: true,
  conflicts: [
    {
      locks: [TOTAL, { label: '合计 · 基本支出', cells: [ref('公开03表!D8')] }, PROJECT],
      because: '公开03表!C8（合计 · 本年支出合计，同 公开01表!G23）、公开03表!D8（合计 · 基本支出）、公开03表!E8（合计 · 项目支出）都已锁定，它们不能同时保持不变；请至少放开其中一个数。',
    },
  ],
  release: [PROJECT],
  opened: [],
  known: 0,
  unresolved: [],
};

/** A workbook without rounding differences. */
export const NOTHING: RepairPreview = {
  rows: [], review: [], minimal: true, conflicts: [], release: [], opened: [], known: 0, unresolved: [],
};

const cellKey = ({ sheet, row, column }: CellRef): string =>
  `${sheet}!${formatArea({ top: row, bottom: row, left: column, right: column })}`;

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const quoted = (words: string, address: string) =>
  ({ kind: 'figure', text: words, cells: [ref(address)], formula: null }) as const;

export const SECTIONS: readonly Section[] = [
  {
    id: 'summary',
    heading: '一、收入支出决算总体情况说明',
    paragraphs: [
      {
        key: '1',
        spans: [
          text('2024年度收、支总计'), quoted('1286.41', '公开01表!C22'), text('万元。与上年相比，增加（减少）'),
          { kind: 'gap', need: '上年数', key: 'summary/lastYear' }, text('万元，主要是因为'), { kind: 'gap', need: '主要原因', key: 'summary/reason' }, text('。'),
        ],
      },
    ],
  },
  {
    id: 'expenditure',
    heading: '三、支出决算情况说明',
    paragraphs: [
      {
        key: '1',
        spans: [
          text('2024年度支出合计'), quoted('1286.41', '公开03表!C8'), text('万元，其中：基本支出'),
          quoted('886.41', '公开03表!D8'), text('万元，占'),
          {
            kind: 'figure', text: '68.91%', cells: [ref('公开03表!D8'), ref('公开03表!C8')],
            formula: '基本支出 ÷ 本年支出合计',
          },
          text('；项目支出'), quoted('400.00', '公开03表!E8'), text('万元。'),
        ],
      },
    ],
  },
];

/** A paragraph of each kind that a person had changed in the sheet. */
export const DIFFERENCES: readonly Difference[] = [
  {
    key: 'expenditure/1',
    kind: 'edited',
    held: '2024年度支出合计1286.41万元，其中：基本支出886.40万元，占68.91%；项目支出400.00万元，主要用于档案馆运行。',
    written: '2024年度支出合计1286.41万元，其中：基本支出886.41万元，占68.91%；项目支出400.00万元。',
  },
  { key: 'state-capital/1', kind: 'removed', held: '', written: '本单位没有使用国有资本经营预算安排的支出。' },
  { key: 'government-funds', kind: 'section-removed', held: '', written: '八、政府性基金预算收入支出决算情况说明' },
  { key: 'general-budget/2080505', kind: 'left-over', held: '年初预算为60.50万元，已于年中收回。', written: '' },
];
