import type { CellRef } from '../workbook/address';
import { isBlankText, isBlankValue } from '../workbook/label';
import { cellAt, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import type { Finding } from '../check/finding';
import type { OwnCell, OwnSheet, OwnStyle } from '../host/host';
import { questionsOf, type Question } from '../narrative/questions';
import type { Answers } from '../narrative/telling';
import type { NarrativeOptions } from '../narrative/write-narrative';
import type { Accounts } from '../tables/accounts';
import type { InitialBudget } from '../tables/initial-budget';
import { finding } from './findings';
import { ownSheetName, ownSheetOf, SUPPLEMENT } from './own-sheets';
import { judgeAnswer, type Doubt } from './supplement-answer';

/** What the sheet 补充资料 of a workbook holds. */
export interface Supplement {
  /** By the key of the gap; what cannot be read as the number it should be is left out, so that its gap stays open. */
  readonly answers: Answers;
  /** What is doubtful in it, all of it 提醒. */
  readonly problems: readonly Finding[];
}

/** What a cell to be filled in holds. */
export interface HeldAnswer {
  readonly value: CellValue;
  readonly cell: CellRef;
}

/** A row as it stands in the sheet. */
interface HeldRow extends HeldAnswer {
  /** '' where the user took it away or added the row. */
  readonly key: string;
  /** What stands in the other columns, by the name of the column. */
  readonly texts: Readonly<Record<Column, string>>;
}

type Column = keyof typeof HEADERS;

const HEADERS = {
  section: '部分',
  item: '项目',
  what: '需要填写的内容',
  value: '填写',
  unit: '单位',
  usedIn: '用在何处',
  key: '编号（请勿改动）',
} as const;
const COLUMNS: readonly Column[] = ['section', 'item', 'what', 'value', 'unit', 'usedIn', 'key'];
const WIDTHS: Readonly<Record<Column, number>> = {
  section: 26, item: 26, what: 34, value: 30, unit: 8, usedIn: 56, key: 34,
};
const STYLES: Readonly<Record<Column, OwnStyle>> = {
  section: 'text', item: 'text', what: 'text', value: 'input', unit: 'text', usedIn: 'text', key: 'note',
};

const GUIDE = '请填写绿色一列，金额以万元为单位；标有“可不填”的没有可以不填。生成情况说明时自动采用。再次生成本表时，已填的内容都会保留。';
const OPTIONAL = '可不填';
const KEPT = '以下各行本年的公开表已用不到，或者是自行添加的，内容原样保留；不再需要时可以删除。';

/** Reads the sheet 补充资料, and looks for what is doubtful in it; nothing where there is no such sheet. */
export function readSupplement(
  workbook: WorkbookSnapshot,
  accounts: Accounts,
  lastYear: Accounts | null,
  budget: InitialBudget | null = null,
): Supplement {
  const sheet = ownSheetOf(workbook, SUPPLEMENT);
  if (sheet === undefined) return { answers: {}, problems: [] };
  const asked = questionsOf(accounts, sourcesOf(lastYear, budget));
  const questions = new Map(asked.map((question) => [question.key, question]));
  const answers: Record<string, string> = {};
  const problems = yearProblems(sheet, accounts);
  for (const row of filledRows(sheet)) {
    const question = questions.get(row.key);
    const { answer, doubt } =
      question === undefined ? { answer: String(row.value), doubt: null } : judgeAnswer(question, row.value);
    const isFirst = answer === null || !(row.key in answers);
    if (!isFirst && answers[row.key] !== answer) problems.push(filledTwice(row));
    if (isFirst && answer !== null) answers[row.key] = answer;
    if (isFirst && question !== undefined && doubt !== null) problems.push(doubtful(row, question, doubt));
  }
  return { answers, problems };
}

/** Where the sheet 补充资料 holds what was asked for under each key: the row that counts, of several the first filled. */
export function heldAnswers(workbook: WorkbookSnapshot): ReadonlyMap<string, HeldAnswer> {
  const sheet = ownSheetOf(workbook, SUPPLEMENT);
  const rows = sheet === undefined ? [] : [...filledRows(sheet), ...rowsOf(sheet).filter(({ key }) => key !== '')];
  return new Map(rows.reverse().map(({ key, cell, value }) => [key, { cell, value }]));
}

/**
 * The sheet 补充资料 with a row for each thing to be asked. What the workbook's sheet holds is kept, by its key, unless
 * a new answer is given; last year's amounts and 年初预算 that nobody filled in come from the workbooks that have them.
 * Rows that are no longer asked for follow below.
 */
export function supplementSheet(
  workbook: WorkbookSnapshot,
  accounts: Accounts,
  sources: Sources,
  given: ReadonlyMap<string, CellValue> = new Map(),
): OwnSheet {
  const questions = questionsOf(accounts, sources);
  const sheet = ownSheetOf(workbook, SUPPLEMENT);
  const held = sheet === undefined ? [] : rowsOf(sheet);
  const used = new Set<HeldRow>();
  const asked = questions.map((question) => {
    const row = held.find(({ key, value }) => key === question.key && !isBlankValue(value));
    if (row !== undefined) used.add(row);
    const kept = row?.value ?? question.known?.toNumber() ?? null;
    const answer = given.get(question.key);
    return cellsOf(textsOf(question), answer === undefined ? kept : answer);
  });
  const keys = new Set(questions.map(({ key }) => key));
  const kept = held.filter((row) => !used.has(row) && (!isBlankValue(row.value) || (row.key === '' && hasWords(row))));
  const year = accounts.year === null ? '' : `${accounts.year}年度。`;
  return {
    name: ownSheetName(workbook, SUPPLEMENT),
    columns: COLUMNS.map((column) => WIDTHS[column]),
    frozenRows: 3,
    rows: [
      [{ value: SUPPLEMENT.title, style: 'heading' }],
      [{ value: `${year}${GUIDE}`, style: 'note' }],
      COLUMNS.map((column) => ({ value: HEADERS[column], style: 'header' })),
      ...asked,
      ...(kept.length === 0 ? [] : [[], [{ value: KEPT, style: 'note' } as const]]),
      ...kept.map((row) => cellsOf({ ...row.texts, key: keys.has(row.key) ? '' : row.key }, row.value)),
    ],
  };
}

/** Where a sheet that {@link supplementSheet} made asks for what, by its key. */
export function answerCells({ name, rows }: OwnSheet): ReadonlyMap<string, CellRef> {
  const column = COLUMNS.indexOf('value');
  return new Map(
    rows.flatMap((cells, row) => {
      const key = cells[COLUMNS.indexOf('key')]?.value;
      return typeof key === 'string' ? [[key, { sheet: name, row, column }] as const] : [];
    }),
  );
}

/** The other workbooks that the user gave. */
export type Sources = Pick<NarrativeOptions, 'lastYear' | 'budget'>;

/** The same as the narrative takes them. */
export function sourcesOf(
  lastYear: Accounts | null,
  budget: InitialBudget | null,
): Sources {
  return { ...(lastYear === null ? {} : { lastYear }), ...(budget === null ? {} : { budget }) };
}

function textsOf({ section, item, what, unit, usedIn, key, optional }: Question): HeldRow['texts'] {
  return { section, item, what: optional ? `${what}（${OPTIONAL}）` : what, value: '', unit, usedIn, key };
}

function cellsOf(texts: HeldRow['texts'], value: CellValue): readonly OwnCell[] {
  return COLUMNS.map((column) => {
    const held = typeof value === 'boolean' ? String(value) : value;
    return { value: column === 'value' ? held : texts[column], style: STYLES[column] };
  });
}

/** The rows below the headers, wherever the user moved those; blank rows and what we say between them left out. */
function rowsOf(sheet: SheetSnapshot): readonly HeldRow[] {
  const top = headerRowOf(sheet);
  const headers = (sheet.rows[top] ?? []).map(({ value }) => value);
  const places = COLUMNS.map((column) => [column, headers.indexOf(HEADERS[column])] as const);
  const valueColumn = places.find(([column]) => column === 'value')?.[1] ?? -1;
  if (top < 0 || valueColumn < 0) return [];
  return sheet.rows.slice(top + 1).flatMap((cells, index): readonly HeldRow[] => {
    if (cells.every(({ value }) => isBlankValue(value) || value === KEPT)) return [];
    const row = top + 1 + index;
    const texts = Object.fromEntries(
      places.map(([column, place]) => [column, String(cells[place]?.value ?? '')]),
    ) as Record<Column, string>;
    const cell = { sheet: sheet.name, row, column: valueColumn };
    return [{ key: texts.key.trim(), value: cellAt(sheet, row, valueColumn).value, cell, texts }];
  });
}

function headerRowOf({ rows }: SheetSnapshot): number {
  return rows.findIndex((cells) => cells.some(({ value }) => value === HEADERS.key));
}

type FilledRow = HeldRow & { readonly value: Exclude<CellValue, null> };

function filledRows(sheet: SheetSnapshot): readonly FilledRow[] {
  return rowsOf(sheet).filter((row): row is FilledRow => row.key !== '' && !isBlankValue(row.value));
}

function hasWords({ texts }: HeldRow): boolean {
  return Object.values(texts).some((text) => !isBlankText(text));
}

function warn(rule: string, { cell, value }: HeldRow, message: string, amounts: Partial<Finding> = {}): Finding {
  const said = { rule: `supplement/${rule}`, severity: 'warning', message, cells: [cell] } as const;
  return finding({ ...said, found: String(value), ...amounts });
}

function doubtful(row: HeldRow, question: Question, { kind, sentence, amounts }: Doubt): Finding {
  return warn(kind, row, `补充资料中“${nameOf(question)}”${sentence}`, amounts);
}

function nameOf({ item, what }: Question): string {
  return `${item}${item === '' ? '' : ' · '}${what}`;
}

function filledTwice(row: HeldRow): Finding {
  return warn('twice', row, `补充资料中“${row.texts.what}”填了两次而内容不同，编写时采用前一个。请删去多余的一行。`);
}

/** A workbook is often made from last year's: then the sheet still speaks of that year. */
function yearProblems(sheet: SheetSnapshot, { year }: Accounts): Finding[] {
  const guides = sheet.rows.slice(0, headerRowOf(sheet)).flatMap((cells, row) =>
    cells.map(({ value }, column) => ({ row, column, written: /^(\d{4})年度/.exec(String(value ?? ''))?.[1] })),
  );
  const guide = guides.find(({ written }) => written !== undefined);
  if (guide?.written === undefined || year === null || Number(guide.written) === year) return [];
  const { row, column, written } = guide;
  const cell = { sheet: sheet.name, row, column };
  return [finding({
    rule: 'supplement/year',
    severity: 'warning',
    message: `补充资料是 ${written} 年度的，公开表是 ${year} 年度的。请清空或更新已填的内容，再重新生成补充资料。`,
    cells: [cell],
    found: written,
  })];
}
