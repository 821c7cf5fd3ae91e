import { formatCell } from '../workbook/address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { Unit } from '../money/figure';
import type { Accounts, ReadingProblem, SheetReading, Table } from './accounts';
import { labelsOf } from './declaration';
import { keysOf } from './layout/aliases';
import { filledColumns } from './layout/region';
import { locateTitles, type Located } from './locate';
import { TABLES, type TableKey } from './registry';

type Found = { readonly [Key in TableKey]?: NonNullable<Accounts[Key]> };

const PATTERNS = keysOf(TABLES).map((key) => ({ id: TABLES[key].id, pattern: TABLES[key].title }));
const KEY_OF = new Map(keysOf(TABLES).map((key) => [TABLES[key].id, key]));

/**
 * Finds and reads the published tables of a workbook, by title and labels, whatever their order, number or sheet
 * name. What looks like a published table and cannot be read, and text where a number belongs, is a problem, never 0.
 * A table that does not print its unit takes the one the others print, 万元 where none does.
 */
export function readAccounts(workbook: WorkbookSnapshot): Accounts {
  const located = workbook.sheets.map((sheet) => locateTitles(sheet, PATTERNS));
  const defaultUnit = commonUnit(located.flat());
  const found: { -readonly [Key in keyof Found]: Found[Key] } = {};
  const tables: Table[] = [];
  const problems: ReadingProblem[] = [];
  const sheets: SheetReading[] = [];
  workbook.sheets.forEach((sheet, index) => {
    const here: Table[] = [];
    for (const { id, title, region } of located[index] ?? []) {
      const key = KEY_OF.get(id);
      if (key === undefined) continue;
      const labels = labelsOf(region);
      const made = TABLES[key].read(region, title, labels.unit ?? defaultUnit);
      const titleCell = { sheet: sheet.name, row: region.titleRow, column: region.titleColumn };
      if (made === null) {
        if (looksLikeTable({ id, title, region })) {
          problems.push({
            kind: 'unreadable-table',
            table: id,
            cells: [titleCell],
            message: `“${title}”像是公开表，但读不出表头或数据。请对照标准格式检查表头各列的名称。`,
            found: null,
          });
        }
        continue;
      }
      here.push(made);
      if (found[key] !== undefined) {
        problems.push({
          kind: 'duplicate-table',
          table: id,
          cells: [titleCell, found[key].titleCell],
          message: `“${title}”在工作簿中出现了两次（另一张在“${found[key].sheet}”），只核对了前一张。请删除多余的一张。`,
          found: null,
        });
        continue;
      }
      Object.assign(found, { [key]: made });
      tables.push(made);
      problems.push(...textInNumbers(made));
    }
    sheets.push({ sheet: sheet.name, tables: here.map(({ id }) => id), taken: describe(sheet, here) });
  });
  return {
    year: yearOf(workbook),
    department: tables.map(({ department }) => department).find((name) => name !== null) ?? null,
    summary: found.summary ?? null,
    revenue: found.revenue ?? null,
    expenditure: found.expenditure ?? null,
    appropriation: found.appropriation ?? null,
    generalBudget: found.generalBudget ?? null,
    basicExpenditure: found.basicExpenditure ?? null,
    threePublic: found.threePublic ?? null,
    governmentFunds: found.governmentFunds ?? null,
    stateCapital: found.stateCapital ?? null,
    tables,
    sheets,
    problems,
  };
}

function commonUnit(located: readonly Located[]): Unit {
  const units = located.map(({ region }) => labelsOf(region).unit);
  return units.filter((unit) => unit === '元').length > units.filter((unit) => unit === '万元').length ? '元' : '万元';
}

const MIN_TABLE_ROWS = 2;
const MIN_TABLE_COLUMNS = 3;

/** A title over rows of several columns is a table; one in a list of contents is not. */
function looksLikeTable({ region }: Located): boolean {
  let rows = 0;
  for (let row = region.titleRow + 1; row <= region.lastRow; row += 1) {
    if (filledColumns(region, row).length >= MIN_TABLE_COLUMNS) rows += 1;
  }
  return rows >= MIN_TABLE_ROWS;
}

function textInNumbers(table: Table): ReadingProblem[] {
  return table.figures.flatMap(({ content, cell, label }) =>
    content.kind === 'unreadable'
      ? [{
          kind: 'text-in-number' as const,
          table: table.id,
          cells: [cell],
          message: `${formatCell(cell)}（${label}）应为金额，现为文字“${content.text}”，无法参与核对。请改为数字。`,
          found: content.text,
        }]
      : [],
  );
}

function describe(sheet: SheetSnapshot, tables: readonly Table[]): string {
  if (tables.length > 0) return tables.map(({ title }) => title).join('、');
  const texts = sheet.rows.flatMap((cells) => cells.filter(({ value }) => typeof value === 'string'));
  if (texts.length === 0) return '空表';
  const paragraphs = sheet.rows.filter((cells) => cells.filter(({ value }) => value !== null).length === 1).length;
  return paragraphs > sheet.rows.length / 2 ? '文字说明' : '其他表';
}

/** The fiscal year the workbook most often names as a whole (「2024年度」); the later one where two are named equally often. */
function yearOf(workbook: WorkbookSnapshot): number | null {
  const counts = new Map<number, number>();
  for (const { rows } of workbook.sheets) {
    for (const { value } of rows.flat()) {
      if (typeof value !== 'string') continue;
      for (const match of value.normalize('NFKC').matchAll(/(20\d\d)\s*年度/g)) {
        const year = Number(match[1]);
        counts.set(year, (counts.get(year) ?? 0) + 1);
      }
    }
  }
  const ranked = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  return ranked[0]?.[0] ?? null;
}
