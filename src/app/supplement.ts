import Decimal from 'decimal.js';
import type { CellRef } from '../workbook/address';
import { isBlankText } from '../workbook/label';
import { cellAt, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import { readAmount } from '../money/amount';
import { formatAmount } from '../money/figure';
import type { Finding } from '../check/finding';
import type { OwnCell, OwnSheet, OwnStyle } from '../host/host';
import { questionsOf, type Question } from '../narrative/questions';
import type { Answers } from '../narrative/telling';
import type { Accounts } from '../tables/accounts';
import { finding } from './findings';
import { ownSheetName, ownSheetOf, SUPPLEMENT } from './own-sheets';

/** What the sheet 补充资料 of a workbook holds. */
export interface Supplement {
  /** By the key of the gap; what cannot be read as the number it should be is left out, so that its gap stays open. */
  readonly answers: Answers;
  /** What is doubtful in it, all of it 提醒. */
  readonly problems: readonly Finding[];
}

/** A row as it stands in the sheet. */
interface HeldRow {
  /** '' where the user took it away or added the row. */
  readonly key: string;
  readonly value: CellValue;
  readonly cell: CellRef;
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

/** So many times the amount of the same thing: what is 万元 in the tables was filled in as 元. */
const TOO_MANY_TIMES = 1000;
const YUAN_PER_WAN = 10_000;

/** Reads the sheet 补充资料, and looks for what is doubtful in it; nothing where there is no such sheet. */
export function readSupplement(workbook: WorkbookSnapshot, accounts: Accounts, lastYear: Accounts | null): Supplement {
  const sheet = ownSheetOf(workbook, SUPPLEMENT);
  if (sheet === undefined) return { answers: {}, problems: [] };
  const asked = questionsOf(accounts, lastYear === null ? {} : { lastYear });
  const questions = new Map(asked.map((question) => [question.key, question]));
  const answers: Record<string, string> = {};
  const problems = yearProblems(sheet, accounts);
  for (const row of filledRows(sheet)) {
    const question = questions.get(row.key);
    const answer = question === undefined ? String(row.value) : readAnswer(row.value, question);
    if (answer === null) {
      if (question !== undefined) problems.push(notANumber(row, question));
    } else if (row.key in answers) {
      if (answers[row.key] !== answer) problems.push(filledTwice(row));
    } else {
      answers[row.key] = answer;
      if (question?.kind === 'amount') problems.push(...doubts(row, question, new Decimal(answer)));
    }
  }
  return { answers, problems };
}

/**
 * The sheet 补充资料 with a row for each thing to be asked. What the workbook's sheet holds is kept, by its key; last
 * year's amounts that nobody filled in come from last year's workbook. Rows that are no longer asked for follow below.
 */
export function supplementSheet(workbook: WorkbookSnapshot, accounts: Accounts, lastYear: Accounts | null): OwnSheet {
  const questions = questionsOf(accounts, lastYear === null ? {} : { lastYear });
  const sheet = ownSheetOf(workbook, SUPPLEMENT);
  const held = sheet === undefined ? [] : rowsOf(sheet);
  const used = new Set<HeldRow>();
  const asked = questions.map((question) => {
    const row = held.find(({ key, value }) => key === question.key && !isBlank(value));
    if (row !== undefined) used.add(row);
    return cellsOf(textsOf(question), row?.value ?? question.known?.toNumber() ?? null);
  });
  const keys = new Set(questions.map(({ key }) => key));
  const kept = held.filter((row) => !used.has(row) && (!isBlank(row.value) || (row.key === '' && hasWords(row))));
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
    if (cells.every(({ value }) => isBlank(value) || value === KEPT)) return [];
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

function filledRows(sheet: SheetSnapshot): readonly HeldRow[] {
  return rowsOf(sheet).filter(({ key, value }) => key !== '' && !isBlank(value));
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}

function hasWords({ texts }: HeldRow): boolean {
  return Object.values(texts).some((text) => !isBlankText(text));
}

/** What was filled in, as the narrative takes it; null where it is no such number. */
function readAnswer(value: CellValue, { kind, unit }: Question): string | null {
  if (kind === 'words') return String(value).trim();
  const typed = typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '') : value;
  return kind === 'count' ? readCount(typed, unit) : readMoney(typed);
}

/** An amount in 万元. A unit behind the number is taken at its word. */
function readMoney(typed: CellValue): string | null {
  const isYuan = typeof typed === 'string' && /[^万]元$/.test(typed);
  const read = readAmount(typeof typed === 'string' ? typed.replace(/万元?$|元$/, '') : typed);
  if (read.kind !== 'number') return null;
  return (isYuan ? read.value.div(YUAN_PER_WAN) : read.value).toFixed();
}

/** A whole number. Any word of its unit may stand behind it: 台, 套 or 台（套）, 人 or 人次. */
function readCount(typed: CellValue, unit: string): string | null {
  const words = new RegExp(`[${unit.normalize('NFKC')}个批]+$`);
  const read = readAmount(typeof typed === 'string' ? typed.replace(words, '') : typed);
  const isCount = read.kind === 'number' && read.value.isInteger() && !read.value.isNegative();
  return isCount ? read.value.toFixed() : null;
}

function warn(rule: string, { cell, value }: HeldRow, message: string, amounts: Partial<Finding> = {}): Finding {
  const said = { rule: `supplement/${rule}`, severity: 'warning', message, cells: [cell] } as const;
  return finding({ ...said, found: String(value), ...amounts });
}

function nameOf({ item, what }: Question): string {
  return `${item}${item === '' ? '' : ' · '}${what}`;
}

function notANumber(row: HeldRow, question: Question): Finding {
  const wanted = question.kind === 'count' ? '整数' : '以万元为单位的金额';
  const message = `补充资料中“${nameOf(question)}”应填${wanted}，现为“${String(row.value)}”，编写时没有采用。请改为数字。`;
  return warn('number', row, message, { cause: 'text' });
}

function filledTwice(row: HeldRow): Finding {
  return warn('twice', row, `补充资料中“${row.texts.what}”填了两次而内容不同，编写时采用前一个。请删去多余的一行。`);
}

function doubts(row: HeldRow, question: Question, amount: Decimal): readonly Finding[] {
  const { known, comparable, whole } = question;
  const name = nameOf(question);
  const filled = `补充资料中“${name}”填为 ${formatAmount(amount)} 万元`;
  if (comparable !== null && !comparable.isZero() && amount.div(comparable).abs().gte(TOO_MANY_TIMES)) {
    const times = amount.div(comparable).abs().toDecimalPlaces(0).toFixed();
    const message = `${filled}，是表中决算数 ${formatAmount(comparable)} 万元的 ${times} 倍，疑似按“元”填写。请改以万元为单位。`;
    return [warn('unit', row, message, { actual: amount, cause: 'unit' })];
  }
  if (whole !== null && amount.gt(whole)) {
    const message = `${filled}，超过本年支出合计 ${formatAmount(whole)} 万元，疑似按“元”填写。请改以万元为单位。`;
    return [warn('unit', row, message, { actual: amount, cause: 'unit' })];
  }
  if (known !== null && !known.eq(amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP))) {
    const message = `${filled}，上年工作簿中为 ${formatAmount(known)} 万元，相差 ${formatAmount(amount.minus(known))}。请核对。`;
    return [warn('last-year', row, message, { expected: known, actual: amount, difference: amount.minus(known) })];
  }
  return [];
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
