import { checkWorkbook } from '../../src/app/check';
import { createAssistant } from '../../src/app/create-assistant';
import { accountsOf, ownSheetOf, SUPPLEMENT } from '../../src/app/own-sheets';
import { readSupplement } from '../../src/app/supplement';
import type { Assistant } from '../../src/app/assistant';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory';
import { questionsOf, type Question } from '../../src/narrative/questions';
import { formatCell, type CellRef } from '../../src/workbook/address';
import { BLANK_CELL, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanSample } from '../sample/clean';

const CLEAN = cleanSample();
const COVER: SheetSnapshot = {
  name: '封面',
  hidden: false,
  protected: false,
  rows: [[{ value: '2024年度部门决算', text: '2024年度部门决算', formula: null }]],
};
/** The sample under a cover that says its year. */
const BOOK: WorkbookSnapshot = { ...CLEAN.snapshot, sheets: [COVER, ...CLEAN.snapshot.sheets] };
const LAST_YEAR = cleanSample({}, 'before');

interface Opened {
  readonly host: MemoryHost;
  readonly assistant: Assistant;
}

function open(workbook: WorkbookSnapshot): Opened {
  const host = createMemoryHost(workbook);
  const assistant = createAssistant(host);
  assistant.onChange(() => undefined);
  return { host, assistant };
}

async function supplemented(workbook: WorkbookSnapshot = BOOK): Promise<Opened> {
  const opened = open(workbook);
  await opened.assistant.writeSupplement();
  return opened;
}

async function sheetIn(host: MemoryHost): Promise<SheetSnapshot> {
  const sheet = ownSheetOf(await host.read(), SUPPLEMENT);
  if (sheet === undefined) throw new Error('no supplement');
  return sheet;
}

/** What stands in the rows under the headers, by the headers. */
function records({ rows }: SheetSnapshot): Record<string, CellValue>[] {
  const top = rows.findIndex((cells) => cells.some(({ value }) => value === '填写'));
  const headers = (rows[top] ?? []).map(({ text }) => text);
  return rows.slice(top + 1).map((cells) => Object.fromEntries(headers.map((name, at) => [name, cells[at]?.value ?? null])));
}

const KEY = '编号（请勿改动）';

/** Where the answer to a question is filled in. */
async function cellFor(host: MemoryHost, key: string): Promise<CellRef> {
  const { name, rows } = await sheetIn(host);
  const row = rows.findIndex((cells) => cells.some(({ value }) => value === key));
  const column = rows.flatMap((cells) => cells.map(({ value }, at) => (value === '填写' ? at : -1))).find((at) => at >= 0);
  if (row < 0 || column === undefined) throw new Error(`no row for ${key}`);
  return { sheet: name, row, column };
}

async function fill(host: MemoryHost, values: Readonly<Record<string, CellValue>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) host.enter(await cellFor(host, key), value);
}

async function filledIn(values: Readonly<Record<string, CellValue>>) {
  const { host } = await supplemented();
  await fill(host, values);
  const workbook = await host.read();
  return { ...readSupplement(workbook, accountsOf(workbook), null), host };
}

function sound({ kind, comparable, what }: Question): CellValue {
  if (kind === 'words') return '工作需要';
  return kind === 'count' ? 3 : (comparable?.toNumber() ?? 12) * (what === '上年数' ? 0.9 : 1.1);
}

test('the sheet has a row for each question, with what it is, its unit and where it is used', async () => {
  const { host, assistant } = open(BOOK);
  expect(await assistant.writeSupplement()).toBe('补充资料');
  const questions = questionsOf(accountsOf(BOOK));
  const rows = records(await sheetIn(host));
  expect(rows.map((row) => row[KEY])).toEqual(questions.map(({ key }) => key));
  expect(rows.map((row) => row['单位'] ?? '')).toEqual(questions.map(({ unit }) => unit));
  expect(rows.every((row) => row['填写'] === null && row['需要填写的内容'] !== null)).toBe(true);
});

test('what was filled in is written, and proofreading what was written finds nothing', async () => {
  const { host, assistant } = await supplemented();
  const questions = questionsOf(accountsOf(BOOK));
  await fill(host, Object.fromEntries(questions.filter(({ optional }) => !optional).map((one) => [one.key, sound(one)])));
  const sections = await assistant.narrate();
  const spans = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans));
  expect(spans.filter((span) => span.kind === 'gap' && span.key !== undefined)).toEqual([]);
  await assistant.placeNarrative(sections);
  expect((await assistant.check()).findings).toEqual([]);
});

test('an answer is used as soon as it is typed', async () => {
  const { host, assistant } = await supplemented();
  const text = async (): Promise<string> => JSON.stringify(await assistant.narrate());
  expect(await text()).not.toContain('保有量为7辆');
  await fill(host, { 'three-public/vehicles/owned': 7 });
  expect(await text()).toContain('保有量为7辆');
});

test("last year's amounts are filled in from last year's workbook, where nobody filled in another", async () => {
  const { host, assistant } = open(BOOK);
  assistant.setLastYear(LAST_YEAR.snapshot);
  await assistant.writeSupplement();
  const known = questionsOf(accountsOf(BOOK), { lastYear: accountsOf(LAST_YEAR.snapshot) });
  const valueOf = async (key: string): Promise<CellValue> =>
    records(await sheetIn(host)).find((row) => row[KEY] === key)?.['填写'] ?? null;
  const total = known.find(({ key }) => key === 'summary/lastYear')?.known?.toNumber();
  expect(total).toBeGreaterThan(0);
  expect(await valueOf('summary/lastYear')).toBe(total);
  expect((await assistant.check()).findings).toEqual([]);
  await fill(host, { 'summary/lastYear': 1 });
  await assistant.writeSupplement();
  expect(await valueOf('summary/lastYear')).toBe(1);
});

describe('making the sheet again', () => {
  test('keeps everything and changes nothing', async () => {
    const { host, assistant } = await supplemented();
    const questions = questionsOf(accountsOf(BOOK));
    await fill(host, Object.fromEntries(questions.map((one) => [one.key, sound(one)])));
    const before = await sheetIn(host);
    await assistant.writeSupplement();
    expect(await sheetIn(host)).toEqual(before);
  });

  test('keeps values that were moved, by their keys', async () => {
    const { host, assistant } = await supplemented();
    await fill(host, { 'performance/result': '优', 'summary/lastYear': 20 });
    const workbook = await host.read();
    const sheets = workbook.sheets.map((sheet): SheetSnapshot => {
      if (sheet.name !== '补充资料') return sheet;
      return { ...sheet, rows: [[], ...sheet.rows.map((cells) => [BLANK_CELL, BLANK_CELL, ...cells])] };
    });
    const moved = open({ ...workbook, sheets });
    await moved.assistant.writeSupplement();
    await assistant.writeSupplement();
    expect(await sheetIn(moved.host)).toEqual(await sheetIn(host));
  });

  test('keeps below what is no longer asked for, and puts it back when it is', async () => {
    const { host, assistant } = await supplemented();
    await fill(host, { 'general-budget/2012604/reason': '追加经费', 'general-budget/2012604/budget': 12.5 });
    const full = await sheetIn(host);
    const code = CLEAN.cellOf('general-budget', '2012604', 'total');
    const row = (await host.read()).sheets.find(({ name }) => name === code.sheet)?.rows[code.row] ?? [];
    const figures = row.flatMap(({ value }, column) => (typeof value === 'number' ? [{ ...code, column }] : []));
    const held = figures.map((cell) => ({ cell, value: row[cell.column]?.value ?? null }));
    for (const { cell } of held) host.enter(cell, null);
    await assistant.writeSupplement();
    const kept = records(await sheetIn(host));
    const last = kept.slice(-2).map((one) => [one[KEY], one['填写'], one['需要填写的内容']]);
    expect(last).toEqual([
      ['general-budget/2012604/budget', 12.5, '年初预算数'],
      ['general-budget/2012604/reason', '追加经费', '决算数与年初预算数不同的主要原因'],
    ]);
    await assistant.writeSupplement();
    expect(records(await sheetIn(host))).toEqual(kept);
    for (const { cell, value } of held) host.enter(cell, value);
    await assistant.writeSupplement();
    expect(records(await sheetIn(host))).toEqual(records(full));
  });

  test('keeps rows that the user added, and both answers of a row that was copied', async () => {
    const { host, assistant } = await supplemented();
    await fill(host, { 'performance/result': '优' });
    const { rows } = await sheetIn(host);
    const at = await cellFor(host, 'performance/result');
    host.enter({ ...at, row: rows.length, column: 0 }, '自己的备注');
    host.enter({ ...at, row: rows.length + 1 }, '良');
    host.enter({ ...at, row: rows.length + 1, column: 6 }, 'performance/result');
    await assistant.writeSupplement();
    const after = records(await sheetIn(host));
    expect(after.find((row) => row[KEY] === 'performance/result')?.['填写']).toBe('优');
    expect(after.slice(-2).map((row) => [row['部分'], row['填写'], row[KEY]])).toEqual([
      ['自己的备注', null, null],
      [null, '良', null],
    ]);
  });

  test("leaves a sheet of the user's own alone that has the same name", async () => {
    const mine: SheetSnapshot = {
      name: '补充资料', hidden: false, protected: false, rows: [[{ value: '我的', text: '我的', formula: null }]],
    };
    const { host, assistant } = open({ ...BOOK, sheets: [...BOOK.sheets, mine] });
    const name = await assistant.writeSupplement();
    expect(name).not.toBe('补充资料');
    expect(await assistant.writeSupplement()).toBe(name);
    expect((await host.read()).sheets.find((sheet) => sheet.name === '补充资料')).toEqual(mine);
  });
});

test('it is no table and no text: the check is the same as without it', async () => {
  const { host, assistant } = await supplemented();
  const report = await assistant.check();
  const { findings, tables, year, department, summary, skipped } = checkWorkbook(BOOK);
  expect(report).toMatchObject({ findings, tables, year, department, summary, skipped });
  expect(report.sheets.find(({ sheet }) => sheet === '补充资料')).toMatchObject({ tables: [], taken: SUPPLEMENT.title });
  expect(report.sheets.map(({ sheet }) => sheet)).toEqual((await host.read()).sheets.map(({ name }) => name));
});

test('a workbook without tables asks for nothing, and says so', async () => {
  const { host, assistant } = open({ name: '空.xlsx', sheets: [] });
  await expect(assistant.writeSupplement()).rejects.toThrow(RangeError);
  expect((await host.read()).sheets).toEqual([]);
});

describe('what is filled in', () => {
  test.each<[string, string, CellValue, string]>([
    ['an amount', 'summary/lastYear', 12.5, '12.5'],
    ['an amount as text', 'summary/lastYear', '　1,234.50 ', '1234.5'],
    ['an amount with its unit', 'summary/lastYear', '12.5万元', '12.5'],
    ['an amount in 元 that says so', 'summary/lastYear', '125000元', '12.5'],
    ['a count', 'three-public/hospitality/persons', 12, '12'],
    ['a count with its unit', 'three-public/hospitality/persons', '12人次', '12'],
    ['a count with a part of its unit', 'state-assets/equipment', '２台', '2'],
    ['none', 'three-public/hospitality/groups', 0, '0'],
    ['words', 'summary/reason', ' 人员增加 ', '人员增加'],
    ['words that are a number', 'performance/result', 92, '92'],
  ])('is understood: %s', async (_, key, value, answer) => {
    expect(await filledIn({ [key]: value })).toMatchObject({ answers: { [key]: answer }, problems: [] });
  });

  test.each<[string, string, CellValue, string]>([
    ['text where an amount belongs', 'summary/lastYear', '见附件', 'supplement/number'],
    ['text where a count belongs', 'three-public/hospitality/persons', '约十人', 'supplement/number'],
    ['a part of a person', 'three-public/hospitality/persons', 1.5, 'supplement/number'],
    ['fewer than no vehicles', 'three-public/vehicles/owned', -1, 'supplement/number'],
  ])('is a 提醒 and not taken: %s', async (_, key, value, rule) => {
    const { answers, problems, host } = await filledIn({ [key]: value });
    expect(answers).toEqual({});
    const cell = formatCell(await cellFor(host, key));
    expect(problems.map((one) => [one.rule, one.severity, one.cells.map(formatCell), one.found])).toEqual([
      [rule, 'warning', [cell], String(value)],
    ]);
  });

  test.each<[string, string, number]>([
    ["last year's total in 元", 'summary/lastYear', 10_000],
    ['an initial budget in 元', 'general-budget/2012604/budget', 10_000],
    ['a thousand times the amount', 'general-budget/budget', 1001],
  ])('is taken for 元: %s', async (_, key, times) => {
    const question = questionsOf(accountsOf(BOOK)).find((one) => one.key === key);
    const amount = (question?.comparable?.toNumber() ?? 0) * times;
    const { answers, problems } = await filledIn({ [key]: amount });
    expect(problems).toMatchObject([{ rule: 'supplement/unit', severity: 'warning', cause: 'unit', fix: null }]);
    expect(Number(answers[key])).toBeCloseTo(amount, 4);
  });

  test('is taken for 元 where it exceeds all that was spent', async () => {
    const { problems } = await filledIn({ 'procurement/goods': 426_352, 'procurement/works': 15.82 });
    expect(problems.map(({ rule, found }) => [rule, found])).toEqual([['supplement/unit', '426352']]);
  });

  test("is compared with last year's workbook", async () => {
    const { host } = await supplemented();
    const known = questionsOf(accountsOf(BOOK), { lastYear: accountsOf(LAST_YEAR.snapshot) });
    const right = known.find(({ key }) => key === 'summary/lastYear')?.known?.toNumber() ?? 0;
    await fill(host, { 'summary/lastYear': right });
    expect(checkWorkbook(await host.read(), LAST_YEAR.snapshot).findings).toEqual([]);
    await fill(host, { 'summary/lastYear': Number((right + 1).toFixed(2)) });
    const { findings } = checkWorkbook(await host.read(), LAST_YEAR.snapshot);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['supplement/last-year', 'warning']]);
    expect(findings[0]?.difference?.toNumber()).toBe(1);
    expect(findings[0]?.expected?.toNumber()).toBe(right);
  });

  test('twice and differently, or for another year, is a 提醒', async () => {
    const { host } = await supplemented();
    const at = await cellFor(host, 'performance/result');
    const { rows, name } = await sheetIn(host);
    await fill(host, { 'performance/result': '优' });
    host.enter({ ...at, row: rows.length }, '良');
    host.enter({ ...at, row: rows.length, column: 6 }, 'performance/result');
    const guide = { sheet: name, row: 1, column: 0 };
    host.enter(guide, String(rows[1]?.[0]?.value).replace(/^\d+/, '2019'));
    const { findings } = checkWorkbook(await host.read());
    expect(findings.map(({ rule, cells }) => [rule, cells.map(formatCell)])).toEqual([
      ['supplement/year', [formatCell(guide)]],
      ['supplement/twice', [formatCell({ ...at, row: rows.length })]],
    ]);
  });

  test('under a key that nobody knows is kept as it is', async () => {
    const { host } = await supplemented();
    const at = await cellFor(host, 'performance/result');
    host.enter({ ...at, column: 6 }, 'another/key');
    host.enter(at, 12.5);
    const workbook = await host.read();
    expect(readSupplement(workbook, accountsOf(workbook), null).answers).toEqual({ 'another/key': '12.5' });
  });
});
