import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { Unit } from '../money/figure';
import type { Accounts, ReadingProblem, SheetReading, Table, TableId } from './accounts';
import { readEconomicColumns, type BaseTables } from './base-tables';
import { labelsOf } from './declaration';
import type { EvaluationId } from './evaluation';
import { EVALUATION_PATTERNS, isEvaluation, readEvaluations } from './evaluation-reading';
import { keysOf } from './layout/aliases';
import { countRows } from './layout/region';
import { locateTitles, type Located } from './locate';
import { duplicateTable, textInNumbers } from './reading-problems';
import { TABLES, type TableKey } from './registry';

type Found = { readonly [Key in TableKey]?: NonNullable<Accounts[Key]> };

const PUBLISHED = keysOf(TABLES).map((key) => ({ id: TABLES[key].id, pattern: TABLES[key].title }));
const PATTERNS = [...EVALUATION_PATTERNS, ...PUBLISHED];
const KEY_OF: ReadonlyMap<string, TableKey> = new Map(keysOf(TABLES).map((key) => [TABLES[key].id, key]));

/**
 * Finds and reads the published tables of a workbook, by title and labels, whatever their order, number or sheet
 * name, and the official base tables (财决) where the workbook holds them too. What looks like a published table and
 * cannot be read, and text where a number belongs, is a problem, never 0. A table that does not print its unit takes
 * the one the others print, 万元 where none does.
 */
export function readAccounts(workbook: WorkbookSnapshot): Accounts {
  const located = workbook.sheets.map((sheet) => locateTitles(sheet, PATTERNS));
  const defaultUnit = commonUnit(located.flat());
  const evaluations = readEvaluations(located.flat().filter(isEvaluation), defaultUnit);
  const found: { -readonly [Key in keyof Found]: Found[Key] } = {};
  const base: { -readonly [Key in keyof BaseTables]: BaseTables[Key] } = { ...NO_BASE };
  const tables: Table[] = [];
  const problems: ReadingProblem[] = [];
  const sheets: SheetReading[] = [];
  workbook.sheets.forEach((sheet, index) => {
    const titles = (located[index] ?? []).filter((each) => isBase(each) || !BASE_ONLY.test(each.title));
    const here = titles.flatMap((each): { readonly id: TableId | EvaluationId; readonly title: string }[] => {
      const key = KEY_OF.get(each.id);
      if (key === undefined) return [];
      const unit = labelsOf(each.region).unit;
      if (isBase(each)) return readBase(each, key, unit ?? '元', base) ? [{ id: each.id, title: `财决底表：${each.title}` }] : [];
      const made = TABLES[key].read(each.region, each.title, unit ?? defaultUnit);
      const earlier = found[key];
      if (made === null) {
        if (looksLikeTable(each)) problems.push(unreadable(each));
        return [];
      }
      if (earlier === undefined) {
        Object.assign(found, { [key]: made });
        tables.push(made);
        problems.push(...textInNumbers(made, '金额'));
      } else {
        problems.push(duplicateTable(made, earlier));
      }
      return [made];
    });
    here.push(...evaluations.evaluations.filter((table) => table.sheet === sheet.name));
    const unread = evaluations.unread.filter(({ region }) => region.sheet === sheet);
    sheets.push({ sheet: sheet.name, tables: here.map(({ id }) => id), taken: describe(sheet, here, unread) });
  });
  return {
    year: yearOf(workbook),
    department: departmentOf([...tables, ...evaluations.evaluations]),
    summary: found.summary ?? null,
    revenue: found.revenue ?? null,
    expenditure: found.expenditure ?? null,
    appropriation: found.appropriation ?? null,
    generalBudget: found.generalBudget ?? null,
    basicExpenditure: found.basicExpenditure ?? null,
    threePublic: found.threePublic ?? null,
    governmentFunds: found.governmentFunds ?? null,
    stateCapital: found.stateCapital ?? null,
    overallEvaluation: evaluations.overallEvaluation,
    projectEvaluations: evaluations.projectEvaluations,
    evaluationData: evaluations.evaluationData,
    base: Object.values(base).some((table) => table !== null) ? base : null,
    tables,
    evaluations: evaluations.evaluations,
    sheets,
    problems: [...problems, ...evaluations.problems],
  };
}

function departmentOf(tables: readonly Pick<Table, 'department'>[]): string | null {
  return tables.find(({ department }) => department !== null)?.department ?? null;
}

const NO_BASE: BaseTables = {
  summary: null,
  revenue: null,
  expenditure: null,
  appropriation: null,
  generalBudget: null,
  basicExpenditure: null,
  threePublic: null,
};

/** 财决附03表, which holds the “三公” amounts and is no published table. */
const BASE_ONLY = /机构运行信息表/;
const BASE_SHEET = /^[ZF]\d\d(?:_\d)?(?:\s|$)/;

/** Whether a table is one of the official base tables: by its number, or by the name such sheets have. */
function isBase({ title, region }: Located): boolean {
  const { number } = labelsOf(region);
  return number?.startsWith('财决') ?? (/财决/.test(title) || BASE_SHEET.test(region.sheet.name));
}

/** Reads a base table into its place; false where it is none of those the published tables come from. */
function readBase(
  { region, title }: Located,
  key: TableKey,
  unit: Unit,
  base: { -readonly [Key in keyof BaseTables]: BaseTables[Key] },
): boolean {
  const read =
    key === 'basicExpenditure'
      ? { basicExpenditure: readEconomicColumns(region, unit) }
      : { [key]: TABLES[key].read(region, title, unit) };
  if (!(key in base) || base[key as keyof BaseTables] !== null || Object.values(read)[0] === null) return false;
  Object.assign(base, read);
  return true;
}

function unreadable({ id, title, region }: Located): ReadingProblem {
  return {
    kind: 'unreadable-table',
    table: id,
    cells: [{ sheet: region.sheet.name, row: region.titleRow, column: region.titleColumn }],
    message: `“${title}”像是公开表，但读不出表头或数据。请对照标准格式检查表头各列的名称。`,
    found: null,
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
  return countRows(region, MIN_TABLE_COLUMNS) >= MIN_TABLE_ROWS;
}

function describe(
  sheet: SheetSnapshot,
  tables: readonly { readonly title: string }[],
  unread: readonly { readonly title: string }[],
): string {
  if (unread.length > 0) {
    return [...tables.map(({ title }) => title), ...unread.map(({ title }) => `${title}（表式未能识别，没有核对）`)].join('、');
  }
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
