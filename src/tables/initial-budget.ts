import Decimal from 'decimal.js';
import { formatCell } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Figure } from '../money/figure';
import { codedTable } from './coded-table';
import { labelsOf } from './declaration';
import { locateTitles } from './locate';

/** 年初预算 of the general public budget, from the tables a department publishes with its 部门预算; amounts in 万元. */
export interface InitialBudget {
  /** The year of the budget, null where the workbook does not say. */
  readonly year: number | null;
  /** 合计; null where the table has no such row. */
  readonly total: Decimal | null;
  /** By functional code: 类, 款 and 项. */
  readonly items: ReadonlyMap<string, Decimal>;
}

const TITLE = /一般公共预算(?:财政拨款|当年拨款|拨款)?(?:收入)?支出(?:预算)?(?:情况|明细|总)?表(?:[(]按功能.*[)])?$/;
const YEAR = /(20\d\d)\s*年(?:度|部门|单位)?/g;

/**
 * Finds 一般公共预算支出表 in a workbook of the 部门预算 and reads its 合计 column, by functional code; of the columns
 * of several years that of the budget's own. Null where there is no such table. Throws a RangeError where it does not
 * print its unit, since 元 and 万元 are both usual.
 */
export function readInitialBudget(workbook: WorkbookSnapshot): InitialBudget | null {
  const year = yearOf(workbook);
  const table = codedTable({
    id: 'general-budget',
    name: '一般公共预算支出表',
    title: TITLE,
    columns: {
      total: ['合计', '小计', '预算数', '本年预算数', '年初预算数', '金额', ...(year === null ? [] : yearColumns(year))],
      basic: ['基本支出'],
      project: ['项目支出'],
    },
  });
  for (const sheet of workbook.sheets) {
    for (const { title, region } of locateTitles(sheet, [{ id: 'general-budget', pattern: TITLE }])) {
      const { unit, unitLabel } = labelsOf(region);
      const read = table.read(region, title, unit ?? '万元');
      if (read === null) continue;
      if (unit === null) {
        const printed = unitLabel === null ? '没有注明金额单位' : `的金额单位是“${unitLabel}”`;
        throw new RangeError(`《${title}》${printed}，无法换算。请在表头注明“单位：万元”或“单位：元”后重新选择。`);
      }
      const amounts = read.rows.flatMap(({ code, figures: { total } }) => (total === null ? [] : [[code, amountIn(total)] as const]));
      const { total = null } = read.total?.figures ?? {};
      return { year, total: total === null ? null : amountIn(total), items: new Map(amounts) };
    }
  }
  return null;
}

/**
 * What an item was given. One that is not in the table was given nothing, unless the table stops at the 款 or 类 above
 * it: then it is not known, and null.
 */
export function initialBudgetOf({ items }: InitialBudget, code: string): Decimal | null {
  const own = items.get(code);
  if (own !== undefined) return own;
  const above = [5, 3].map((digits) => code.slice(0, digits)).find((upper) => upper !== code && items.has(upper));
  const goesDeeper = [...items.keys()].some((other) => above !== undefined && other !== above && other.startsWith(above));
  return above === undefined || goesDeeper || items.get(above)?.isZero() === true ? new Decimal(0) : null;
}

function amountIn({ exact, content, cell }: Figure): Decimal {
  if (content.kind !== 'unreadable') return exact;
  throw new RangeError(`部门预算的 ${formatCell(cell)} 应为金额，现为文字“${content.text}”。请改为数字后重新选择。`);
}

function yearColumns(year: number): readonly string[] {
  return [`${year}年预算数`, `${year}年度预算数`, `${year}年预算`, `${year}年年初预算数`];
}

/** The year that the workbook's title cells name most often; the later where two are named equally often. */
function yearOf({ sheets }: WorkbookSnapshot): number | null {
  const counts = new Map<number, number>();
  for (const { value } of sheets.flatMap(({ rows }) => rows.flat())) {
    if (typeof value !== 'string') continue;
    for (const [, year] of value.normalize('NFKC').matchAll(YEAR)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || b - a)[0]?.[0] ?? null;
}
